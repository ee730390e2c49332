package import CourseModel
package import Diagnostics

/// A Markdown text that an operator wrote for a policy of a portal, or for a part of one.
package struct OwnText {
  private let policy: ReviewedPolicy

  /// Reads a text; `nil` where it cannot be read, or is in a language of which no words are known.
  ///
  /// - Parameters:
  ///   - bytes: The file, with or without front matter.
  ///   - path: Its path in findings.
  ///   - jurisdictions: Whose laws count: `eu`, `uk`, `us-ca`.
  ///   - today: The day by which it is judged what is old.
  package init?(
    _ bytes: [UInt8], path: String, jurisdictions: Set<String>, today: CalendarDate
  ) {
    guard bytes.count <= PolicyReview.byteLimit,
      let page = MarkdownPolicy.page(of: bytes, path: path), page.wordCount > 0,
      let language = PolicyLanguage.language(of: page)
    else { return nil }
    policy = ReviewedPolicy(
      page: page, language: language, jurisdictions: jurisdictions, today: today)
  }

  /// What it says, but should not.
  package var mistakes: [Diagnostic] { policy.mistakes }

  /// What it lacks if it is a whole policy on data.
  package var lacks: [Diagnostic] { policy.lacks }

  /// The place of its title, or of its first words.
  package var title: SourcePosition? {
    policy.page.title.map { policy.page.position(of: $0.words.indices, in: $0) }
  }

  /// Where a name stands, written in just that way; not where a sentence says that there is none of it.
  package func place(of name: String) -> SourcePosition? {
    var builder = PolicyPageBuilder()
    builder.add(name.utf8, line: 1, column: 1)
    builder.end()
    let parts = builder.blocks.first?.words.map(\.text) ?? []
    let negations = Phrases(policy.language.words("negations"))
    guard !parts.isEmpty else { return nil }
    for block in policy.page.blocks {
      for start in block.words.indices.dropLast(parts.count - 1) {
        let words = start..<(start + parts.count)
        guard block.words[words].elementsEqual(parts, by: { $0.text == $1 }) else { continue }
        if !negations.occur(in: block, within: block.surroundings(of: words)) {
          return policy.page.position(of: words, in: block)
        }
      }
    }
    return nil
  }

  /// Where it says that there are no cookies.
  package var denialOfCookies: SourcePosition? {
    policy.language.phrases("no_cookies").first(in: policy.page).map {
      policy.page.position(of: $0.words, in: $0.block)
    }
  }

  /// Its mail addresses in lower case, each with its first place.
  package var mailAddresses: [(address: String, position: SourcePosition)] {
    var told: Set<String> = []
    return policy.page.blocks.flatMap { block in
      block.mailAddresses.compactMap { words in
        let address = block.text(of: words).lowercased()
        guard told.insert(address).inserted else { return nil }
        return (address, policy.page.position(of: words, in: block))
      }
    }
  }
}
