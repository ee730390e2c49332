import Bytes
import Diagnostics

/// A page has a title (WCAG 2.2, 2.4.2).
enum PageTitle: PageRule {
  static func findings(in page: PageFacts) -> [PageFinding] {
    if let title = page.title, !page.bytes[title].allSatisfy(\.isASCIIWhitespace) { return [] }
    return [
      page.report(
        "page-title", .warning, .page("has no title"), at: nil, clues: ["<title", "</head"],
        help: "write <title>{{page.title}}</title>")
    ]
  }

  /// What is told of pages of one title, of which search engines list but one.
  static func repeated(_ title: String) -> PageFinding {
    var finding = PageFinding.report(
      "page-title", .note, .page("has the title of another one, \"\(title)\""),
      help: "write a title that tells them apart")
    finding.isInText = true
    return finding
  }
}
