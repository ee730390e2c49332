import Diagnostics

/// A table of contents has the headings that the text has.
enum ContentsList: PolicyRule {
  static func findings(in policy: ReviewedPolicy) -> [Diagnostic] {
    let page = policy.page
    let title = page.title?.name
    let names = policy.language.phrases("contents")
    guard
      let start = page.blocks.firstIndex(where: { block in
        names.matches(in: block).contains { $0.count == block.words.count }
      })
    else { return [] }
    let entries = page.blocks[(start + 1)...].prefix { $0.kind == .item }
    let headings = page.blocks[entries.endIndex...].filter(\.isHeading)
    let known = Set(headings.map(\.name))
    let listed = Set(entries.map(\.name))
    let found = headings.filter { listed.contains($0.name) }
    // Where nothing fits, it is a list of something else.
    guard let level = found.compactMap(\.level).max() else { return [] }
    let strays = entries.filter { !known.contains($0.name) }
    // More headings than anyone reads are not compared with one another.
    let near = strays.map { headings.count > 200 ? nil : nearest(to: $0, among: headings) }
    let meant = listed.union(near.compactMap { $0?.name })
    let missing = headings.filter { heading in
      (heading.level ?? 0) <= level && heading.name != title
        && !meant.contains(heading.name)
    }
    return zip(strays, near).map { stray(entry: $0, near: $1, in: page) }
      + missing.map { heading in
        let text = heading.text(of: heading.words.indices)
        return Diagnostic(
          "doc-toc", .warning, "the table of contents lacks \"\(text)\"",
          at: page.position(of: heading.words.indices, in: heading),
          help: "add it, or let the headings make the table")
      }
  }

  private static func stray(
    entry: PolicyBlock, near: PolicyBlock?, in page: PolicyPage
  ) -> Diagnostic {
    let words = entry.words.indices
    return Diagnostic(
      "doc-toc", .warning,
      "the table of contents has \"\(entry.text(of: words))\", which is no heading",
      at: page.position(of: words, in: entry),
      help: near.map { "the heading is \"\($0.text(of: $0.words.indices))\"" }
        ?? "remove it, or write the section")
  }

  /// The heading that shares the most words with an entry, if it shares most of them.
  private static func nearest(
    to entry: PolicyBlock, among headings: [PolicyBlock]
  ) -> PolicyBlock? {
    let words = Set(entry.name)
    let shares = headings.map { words.intersection($0.name).count }
    guard let most = shares.max(), most * 2 > words.count else { return nil }
    return zip(headings, shares).first { $0.1 == most }?.0
  }
}
