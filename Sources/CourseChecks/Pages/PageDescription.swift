import Diagnostics

/// A text that search engines list has a description to be listed with.
enum PageDescription: PageRule {
  static func findings(in page: PageFacts) -> [PageFinding] {
    guard page.isFoundBySearch else { return [] }
    if let description = page.description, !page.bytes[description].isEmpty { return [] }
    var finding = PageFinding.report(
      "page-description", .note, .page("has no description for search engines"),
      help: "write description: into the front matter")
    finding.isInText = true
    return [finding]
  }
}
