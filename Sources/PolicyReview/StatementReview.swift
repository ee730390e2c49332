import Diagnostics

/// Holds a page against statements.
struct StatementReview {
  let page: PolicyPage
  let language: String

  /// What is wrong by one statement.
  func findings(by statement: PolicyStatement) -> [Diagnostic] {
    guard let wording = statement.wordings[language] else { return [] }
    if let together = wording.together, together.first(in: page) == nil { return [] }
    if let expected = wording.expects {
      if expected.first(in: page) != nil { return [] }
      guard let when = wording.when else { return [lack(of: statement, wording)] }
      return places(of: when, wording).prefix(1).map { finding(statement, at: $0) }
    }
    return wording.when.map { when in
      places(of: when, wording).map { finding(statement, at: $0) }
    } ?? []
  }

  private struct Place {
    let block: PolicyBlock
    let words: Range<Int>
  }

  /// Where words stand in a sentence that does not make them harmless.
  private func places(of phrases: Phrases, _ wording: PolicyStatement.Wording) -> [Place] {
    if wording.unlinked == .all, let title = page.title, !phrases.matches(in: title).isEmpty {
      return []
    }
    var places: [Place] = []
    for block in page.blocks {
      for words in phrases.matches(in: block) {
        let isLinked = wording.unlinked != nil && block.isLinked(words)
        if isLinked, wording.unlinked == .all { return [] }
        guard !isLinked, !isHarmless(words, of: block, wording) else { continue }
        places.append(Place(block: block, words: words))
      }
    }
    return wording.unlinked == .all ? Array(places.prefix(1)) : places
  }

  private func isHarmless(
    _ words: Range<Int>, of block: PolicyBlock, _ wording: PolicyStatement.Wording
  ) -> Bool {
    // A document that a heading names need not be a link there.
    if wording.unlinked != nil, block.isHeading { return true }
    return wording.unless?.occur(in: block, within: block.surroundings(of: words)) ?? false
  }

  private func lack(
    of statement: PolicyStatement, _ wording: PolicyStatement.Wording
  ) -> Diagnostic {
    let heading = wording.about.flatMap { about in
      page.headings.first { !about.matches(in: $0).isEmpty }
    }
    let place = (heading ?? page.title).map { Place(block: $0, words: $0.words.indices) }
    return finding(statement, at: place)
  }

  private func finding(_ statement: PolicyStatement, at place: Place?) -> Diagnostic {
    let text = place.map { $0.block.text(of: $0.words) } ?? ""
    return Diagnostic(
      statement.rule, statement.severity, statement.message.replacing("{text}", with: text),
      at: place.map { page.position(of: $0.words, in: $0.block) }
        ?? SourcePosition(path: page.path),
      help: statement.help.replacing("{text}", with: text))
  }
}

extension PolicyPage {
  /// The place of some words, as far as they stand in one line.
  func position(of range: Range<Int>, in block: PolicyBlock) -> SourcePosition {
    let words = block.words[range]
    guard let first = words.first else { return SourcePosition(path: path) }
    let last = words.last { $0.line == first.line } ?? first
    return SourcePosition(
      path: path, line: first.line, column: first.column,
      length: max(first.length, last.column + last.length - first.column))
  }
}
