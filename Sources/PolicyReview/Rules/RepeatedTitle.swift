import Diagnostics

/// A policy has its title once.
enum RepeatedTitle: PolicyRule {
  static func findings(in policy: ReviewedPolicy) -> [Diagnostic] {
    let headings = policy.page.headings
    guard let title = headings.first else { return [] }
    return headings.dropFirst().filter { $0.name == title.name }.map { heading in
      let words = heading.words.indices
      return Diagnostic(
        "doc-title", .warning,
        "the title \"\(heading.text(of: words))\" stands in line \(title.words[0].line) already",
        at: policy.page.position(of: words, in: heading), help: "write it once")
    }
  }
}
