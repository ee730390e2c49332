import Diagnostics
import Files

/// Every page can be reached from another.
enum OrphanPage {
  /// What is told of a page that no other leads to; `nil` for those that visitors get without a
  /// link.
  static func finding(_ page: RelativePath, _ kind: String) -> PageFinding? {
    guard page.text != "index.html", !["not-found", "offline"].contains(kind) else { return nil }
    var finding = PageFinding.report(
      "page-orphan", .warning, .page("has no link from another page"),
      help: "link to it from a text, or remove it")
    finding.isInText = true
    return finding
  }
}
