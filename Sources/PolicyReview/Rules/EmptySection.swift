import Diagnostics

/// A heading has a text below it.
enum EmptySection: PolicyRule {
  static func findings(in policy: ReviewedPolicy) -> [Diagnostic] {
    let blocks = policy.page.blocks
    let title = policy.page.title?.name
    let pairs = zip(blocks, blocks.dropFirst())
    return pairs.dropFirst().compactMap { block, next in
      guard let level = block.level, let below = next.level, below <= level,
        block.name != title
      else { return nil }
      return Diagnostic(
        "doc-empty", .warning,
        "nothing stands below \"\(block.text(of: block.words.indices))\"",
        at: policy.page.position(of: block.words.indices, in: block),
        help: "write the section, or remove its heading")
    }
  }
}
