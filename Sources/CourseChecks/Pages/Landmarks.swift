import Diagnostics

/// Readers of screens find a page's parts (WCAG 2.2, 1.3.1 and 2.4.1): one `main`, and names for
/// others of which there are several.
enum Landmarks: PageRule {
  static func findings(in page: PageFacts) -> [PageFinding] {
    var findings: [PageFinding] = []
    let mains = page.landmarks.filter { $0.kind == .main }
    if mains.isEmpty {
      findings.append(
        page.report(
          "page-landmark", .warning, .page("has no <main>"), at: nil, clues: ["<body"],
          help: "write its content into <main id=\"main\">"))
    }
    for extra in mains.dropFirst() {
      findings.append(
        page.report(
          "page-landmark", .warning, .page("has a second <main>"), at: extra.tag,
          help: "keep one, around the page's content"))
    }
    for kind in [PageFacts.Landmark.Kind.navigation, .banner, .contentInformation] {
      let parts = page.landmarks.filter { $0.kind == kind }
      guard parts.count > 1 else { continue }
      findings += parts.filter { !$0.hasLabel }.map { part in
        page.report(
          "page-landmark", .warning,
          "one of several <\(kind.rawValue)> elements does not say what it is", at: part.tag,
          help: "write aria-label=\"…\"")
      }
    }
    return findings
  }
}
