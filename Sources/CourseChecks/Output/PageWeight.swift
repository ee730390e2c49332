import CourseModel
import Diagnostics

/// A page with its styles, scripts and pictures is light enough for a slow line.
enum PageWeight {
  static func finding(
    _ bytes: Int, of kind: PageFacts.Link.Kind, _ budgets: CheckBudgets
  ) -> PageFinding? {
    let (what, limit, key) =
      switch kind {
      case .styleSheet: ("the style sheets have", budgets.pageStyleKilobytes, "page_css_kb")
      case .script: ("the scripts have", budgets.pageScriptKilobytes, "page_js_kb")
      case .image: ("the pictures have", budgets.pageImageKilobytes, "page_images_kb")
      case .page, .other: ("the HTML has", budgets.pageKilobytes, "page_html_kb")
      }
    guard bytes > limit * 1_000 else { return nil }
    let amount = (bytes + 999) / 1_000
    var finding = PageFinding.report(
      "page-weight", .warning, "\(what) \(amount) kB, more than \(limit) kB,",
      help: "load less, or write check: {budgets: {\(key): \(amount)}} in clevio.yml")
    finding.isInText = kind == .page || kind == .image
    return finding
  }
}
