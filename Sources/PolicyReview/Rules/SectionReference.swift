import Diagnostics

/// A section that is named in quotation marks is there.
enum SectionReference: PolicyRule {
  private static let longest = 12
  private static let opening = ["\"", "“", "„", "«", "»"]
  private static let closing = ["\"", "”", "“", "»", "«"]

  static func findings(in policy: ReviewedPolicy) -> [Diagnostic] {
    let known = Set(policy.page.headings.map(\.name))
    let words = Set(policy.language.words("sections"))
    let places = Set(policy.language.words("places"))
    return policy.page.blocks.filter { !$0.isHeading }.flatMap { block in
      quotations(in: block).compactMap { quoted -> Diagnostic? in
        let sentence = block.words[block.surroundings(of: quoted)]
        guard sentence.contains(where: { words.contains($0.folded) }) else { return nil }
        let name = block.words[quoted].map(\.folded)
        let plain = Array(name.reversed().drop(while: places.contains).reversed())
        guard !known.contains(name), !known.contains(plain) else { return nil }
        return Diagnostic(
          "policy-reference", .warning,
          "the section \"\(block.text(of: quoted))\" is named, but no heading is called so",
          at: policy.page.position(of: quoted, in: block),
          help: "write the heading's own words, as a link to it")
      }
    }
  }

  /// Two words at least between quotation marks.
  private static func quotations(in block: PolicyBlock) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < block.words.count {
      let before = block.gap(before: index)
      let limit = min(index + longest, block.words.count)
      guard opening.contains(where: before.hasSuffix),
        let last = (index..<limit).first(where: { i in
          closing.contains { block.words[i].gap.hasPrefix($0) }
        })
      else {
        index += 1
        continue
      }
      if last > index { found.append(index..<(last + 1)) }
      index = last + 1
    }
    return found
  }
}
