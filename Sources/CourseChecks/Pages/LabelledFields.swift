import Diagnostics

/// A field of a form has a label (WCAG 2.2, 3.3.2 and 4.1.2).
enum LabelledFields: PageRule {
  static func findings(in page: PageFacts) -> [PageFinding] {
    let fields = page.controls.filter { !$0.hasLabel }
    guard !fields.isEmpty else { return [] }
    let labelled = Set(
      page.references.filter { $0.attribute == .htmlFor }.map { page.bytes[$0.id.range] })
    return fields.filter { field in
      field.id.map { !labelled.contains(page.bytes[$0]) } ?? true
    }.map { field in
      page.report(
        "page-label", .warning, "a field of a form has no label", at: field.tag,
        help: "write <label for=\"…\">, or aria-label=\"…\"")
    }
  }
}
