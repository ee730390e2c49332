import Diagnostics

/// Links and buttons say what they are for (WCAG 2.2, 2.4.4 and 4.1.2).
enum NamedLinks: PageRule {
  static func findings(in page: PageFacts) -> [PageFinding] {
    page.namelessLinks.map { finding("a link", $0, in: page) }
      + page.namelessButtons.map { finding("a button", $0, in: page) }
  }

  private static func finding(
    _ what: String, _ tag: PageFacts.Place, in page: PageFacts
  ) -> PageFinding {
    let text = page.text(tag.range)
    return page.report(
      "page-name", .warning, "\(what) has no words", at: tag,
      clues: tag.isInText ? [text, "[](", "></a>"] : [],
      help: "write words into it, or alt=\"…\" for its picture")
  }
}
