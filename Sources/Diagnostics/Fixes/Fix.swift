/// The one right answer to a finding: some words of a line, and what is to stand in their place.
package struct Fix: Hashable, Sendable, Codable {
  /// The line in the finding's file, counted from 1.
  package let line: Int

  /// Where the words begin, counted from 1 in UTF-8 bytes.
  package let column: Int

  /// The words that stand there, within one line; where others do, the fix is not for this text.
  package let original: String

  /// What to write in their place, within one line.
  package let replacement: String

  /// Exchanges the words at a place.
  package init(line: Int, column: Int, replacing original: String, with replacement: String) {
    self.line = line
    self.column = column
    self.original = original
    self.replacement = replacement
  }

  /// Exchanges the words that a finding is about; quotes around them stay.
  package init(at position: SourcePosition, replacing original: String, with replacement: String) {
    let isQuoted = position.length == original.utf8.count + 2
    self.init(
      line: position.line, column: position.column + (isQuoted ? 1 : 0), replacing: original,
      with: replacement)
  }
}

extension Fix {
  /// Writes the only name that can be meant; `nil` where there is none, or more than one.
  package init?(
    at position: SourcePosition, misspelt name: String, among names: some Sequence<String>
  ) {
    guard let meant = Suggestion.only(near: name, among: names) else { return nil }
    self.init(at: position, replacing: name, with: meant)
  }
}
