import Diagnostics

/// Elements are closed where they should be, so that browsers do not guess (HTML Standard §13.2.6).
enum WellFormedMarkup: PageRule {
  static func findings(in page: PageFacts) -> [PageFinding] {
    page.nestingMistakes.map { finding($0, in: page) } + wholePage(page)
  }

  private static func finding(
    _ mistake: PageFacts.NestingMistake, in page: PageFacts
  ) -> PageFinding {
    let name = page.text(mistake.element)
    let (message, help) =
      switch mistake.kind {
      case .unclosed:
        ("the element <\(name)> is not closed", "write </\(name)> where it ends")
      case .unopened:
        ("the tag </\(name)> closes nothing", "remove it, or open the element before it")
      case .nested:
        ("an element <\(name)> stands within another", "close the first before the second")
      }
    return page.report("page-markup", .warning, .part(message), at: mistake.tag, help: help)
  }

  private static func wholePage(_ page: PageFacts) -> [PageFinding] {
    var findings: [PageFinding] = []
    if page.isCutOff {
      findings.append(
        page.report(
          "page-markup", .warning, "a tag or a comment does not end", at: nil,
          help: "write its end"))
    }
    if page.isTooDeep {
      findings.append(
        page.report(
          "page-markup", .warning, "elements lie more than 512 deep", at: nil,
          help: "close them, or nest less"))
    }
    if !page.hasDoctype {
      findings.append(
        page.report(
          "page-markup", .warning, .page("does not begin with <!doctype html>"), at: nil,
          clues: ["<html"], help: "write it into the first line"))
    }
    return findings
  }
}
