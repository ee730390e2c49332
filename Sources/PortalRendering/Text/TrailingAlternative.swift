import Bytes
import Diagnostics

/// The words for a picture where other tools read them: `![](reef.png){alt="A reef knot"}`.
struct TrailingAlternative {
  private let words: ArraySlice<UInt8>
  private let destination: ArraySlice<UInt8>
  /// All from the bracket before the destination to the brace behind the words.
  private let whole: ArraySlice<UInt8>

  /// Characters that mean something between brackets.
  private static let markup = Set("[]\\`*_<&$~!:\n\r".utf8)

  /// Reads what stands around a destination; `nil` where no words follow it.
  init?(in text: [UInt8], around destination: Range<Int>) {
    let key = "){alt="
    let rest = text[destination.upperBound...]
    guard text[..<destination.lowerBound].suffix(2).elementsEqual("](".utf8),
      rest.starts(with: key.utf8), let quote = rest.dropFirst(key.utf8.count).first,
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { return nil }
    words = rest.dropFirst(key.utf8.count + 1).prefix { $0 != quote }
    guard !words.isEmpty, text[words.endIndex...].dropFirst().first == UInt8(ascii: "}") else {
      return nil
    }
    self.destination = text[destination]
    whole = text[(destination.lowerBound - 2)..<(words.endIndex + 2)]
  }

  /// The words in the place where they are read here, for a destination at `position`; `nil` where they would be
  /// taken for markup.
  func fix(at position: SourcePosition) -> Fix? {
    guard !words.contains(where: TrailingAlternative.markup.contains) else { return nil }
    return Fix(
      line: position.line, column: position.column - 2, replacing: String(utf8: whole),
      with: String(utf8: words) + "](" + String(utf8: destination) + ")")
  }
}
