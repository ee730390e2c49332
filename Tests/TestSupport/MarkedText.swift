package import Diagnostics

/// A text whose interesting places are marked with `1️⃣`, `2️⃣`, …, which are not part of it.
package struct MarkedText {
  /// The text without marks.
  package let text: String

  private let places: [Int: (line: Int, column: Int)]

  /// Takes the marks out of a text.
  package init(_ marked: String) {
    var text = ""
    var places: [Int: (line: Int, column: Int)] = [:]
    var (line, column) = (1, 1)
    for character in marked {
      let scalars = Array(character.unicodeScalars)
      if scalars.last == "\u{20E3}", let digit = Int(String(scalars[0])) {
        places[digit] = (line, column)
        continue
      }
      text.append(character)
      column += character.utf8.count
      if character.isNewline { (line, column) = (line + 1, 1) }
    }
    self.text = text
    self.places = places
  }

  /// The place of a mark; line 0 where the text has none.
  package func position(_ mark: Int, in path: String, length: Int) -> SourcePosition {
    let place = places[mark] ?? (0, 0)
    return SourcePosition(path: path, line: place.line, column: place.column, length: length)
  }
}
