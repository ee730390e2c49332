import Diagnostics

/// No blank of a template is left, such as `[Company Name]` or `{{address}}`.
enum BlankLeft: PolicyRule {
  private static let longest = 6

  static func findings(in policy: ReviewedPolicy) -> [Diagnostic] {
    let blanks = Set(policy.language.words("blanks"))
    return policy.page.blocks.flatMap { block in
      block.words.indices.compactMap { start -> Diagnostic? in
        let before = block.gap(before: start)
        let isSlot = ["{{", "${", "<%"].contains { before.hasSuffix($0) }
        let isBlank = before.hasSuffix("[") && blanks.contains(block.words[start].folded)
        guard isSlot || isBlank, let end = end(of: block, from: start) else { return nil }
        let text = block.text(of: start..<end)
        return Diagnostic(
          "doc-empty", .error, "the blank \"\(text)\" was not filled in",
          at: policy.page.position(of: start..<end, in: block),
          help: "write what belongs there")
      }
    }
  }

  /// The end of the words up to a closing bracket.
  private static func end(of block: PolicyBlock, from start: Int) -> Int? {
    let words = block.words[start...].prefix(longest)
    return words.firstIndex { word in "]}%".contains { word.gap.contains($0) } }.map { $0 + 1 }
  }
}
