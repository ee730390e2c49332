import CourseModel
import Diagnostics
import Files

/// What was found on visits: each deed once, for the first rule that it breaks, with the pages that do it.
struct VisitFindings {
  private let sources: [RelativePath: String]
  private var deeds: [String: Deed] = [:]

  private struct Deed {
    let rule: Diagnostic.ID
    let severity: Diagnostic.Severity
    /// What follows the page's name.
    let text: String
    let help: String
    var pages: [RelativePath]
  }

  /// Nothing yet.
  init(of portal: Portal) {
    var sources: [RelativePath: String] = [:]
    for course in portal.courses {
      sources[course.output] = course.landingPage?.path.text ?? course.position.path
      for lesson in course.lessons { sources[lesson.output] = lesson.file.path.text }
    }
    for author in portal.authors { sources[author.output] = author.biography.path.text }
    for page in portal.pages { sources[page.output] = page.file.path.text }
    self.sources = sources
  }

  /// Takes what a page did that it should not.
  ///
  /// - Parameters:
  ///   - rule: The rule that it breaks.
  ///   - severity: The weight of that.
  ///   - page: The page.
  ///   - deeds: What it did.
  ///   - moment: When, or in spite of what, as the end of a sentence.
  mutating func report(
    _ rule: Diagnostic.ID, _ severity: Diagnostic.Severity, _ page: RelativePath,
    _ deeds: PageDeeds, _ moment: String
  ) {
    for request in deeds.requests {
      let source = request.source.map { ", because of \"\($0)\"" } ?? ""
      add(
        Deed(
          rule: rule, severity: severity,
          text: "asks for \"\(request.address)\" \(moment)\(source)",
          help: "declare its service in legal.yml, so that it waits for consent, "
            + "or remove what asks for it",
          pages: [page]), named: request.address)
    }
    for item in deeds.kept.sorted(by: { $0.description < $1.description }) {
      add(
        Deed(
          rule: rule, severity: severity, text: "keeps \(item.description) \(moment)",
          help: "declare it under storage: in legal.yml, or remove the script that writes it",
          pages: [page]), named: item.description)
    }
  }

  /// Takes something else that is wrong with a page.
  mutating func report(
    _ rule: Diagnostic.ID, _ severity: Diagnostic.Severity, _ page: RelativePath,
    problem: String, help: String
  ) {
    add(
      Deed(rule: rule, severity: severity, text: problem, help: help, pages: [page]),
      named: problem)
  }

  private mutating func add(_ deed: Deed, named name: String) {
    guard let known = deeds[name] else {
      deeds[name] = deed
      return
    }
    // What happens before a choice happens after it, too: it is told once.
    guard known.rule == deed.rule, known.pages.last != deed.pages[0] else { return }
    deeds[name]?.pages += deed.pages
  }

  /// What follows a finding that other pages share.
  static func addition(of others: Int) -> String {
    switch others {
    case 0: ""
    case 1: ", and so does another that was visited"
    default: ", and so do \(others) others that were visited"
    }
  }

  /// The findings, in no order.
  var diagnostics: [Diagnostic] {
    deeds.values.map { deed in
      let others = deed.pages.count - 1
      return Diagnostic(
        deed.rule, deed.severity,
        "\"\(deed.pages[0])\" \(deed.text)\(VisitFindings.addition(of: others))",
        // What several pages do comes from what they share.
        at: SourcePosition(path: (others == 0 ? sources[deed.pages[0]] : nil) ?? "clevio.yml"),
        help: deed.help)
    }
  }
}
