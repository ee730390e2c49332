import Diagnostics

/// A page has one heading of the first level, which says what it is about (WCAG 2.2, 2.4.6).
enum PageHeading: PageRule {
  static func findings(in page: PageFacts) -> [PageFinding] {
    if page.titles.isEmpty {
      return [
        page.report(
          "page-heading", .warning, .page("has no <h1>"), at: nil, clues: ["<main"],
          help: "write its title as <h1>")
      ]
    }
    return page.titles.dropFirst().map { heading in
      page.report(
        "page-heading", .warning, .page("has a second <h1>"), at: heading, help: "write <h2>")
    }
  }
}
