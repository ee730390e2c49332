import Diagnostics

/// A sentence ends before the next one begins.
enum MissingFullStop: PolicyRule {
  static func findings(in policy: ReviewedPolicy) -> [Diagnostic] {
    let subjects = Set(policy.language.words("subjects"))
    let verbs = Set(policy.language.words("verbs"))
    return policy.page.blocks.filter { !$0.isHeading }.flatMap { block in
      block.words.indices.dropFirst().dropLast().compactMap { index -> Diagnostic? in
        let word = block.words[index]
        guard subjects.contains(word.folded), verbs.contains(block.words[index + 1].text),
          word.text != word.folded, block.gap(before: index) == " "
        else { return nil }
        let words = (index - 1)..<(index + 2)
        return Diagnostic(
          "doc-punctuation", .note,
          "a full stop seems to be missing in \"\(block.text(of: words))\"",
          at: policy.page.position(of: words, in: block), help: "end the sentence")
      }
    }
  }
}
