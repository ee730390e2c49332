import Bytes

/// Cuts TeX into tokens.
struct Tokenizer: Sendable {
  /// The TeX: well-formed UTF-8 of characters that HTML and XML allow.
  let source: [UInt8]

  /// Takes TeX after proving that it can stand in a page.
  init(_ source: [UInt8]) throws(MathError) {
    self.source = source
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte >= 0x20, byte < 0x7F {
        index += 1
        continue
      }
      index = try Self.end(ofAllowedCharacterAt: index, in: source)
    }
  }

  /// The next token at or after `start`, without the white space and comments before it.
  func token(from start: Int) throws(MathError) -> Token {
    let start = try skippingSpace(from: start)
    guard start < source.count else { return Token(kind: .end, start: start, end: start) }
    let kind: Token.Kind
    switch source[start] {
    case UInt8(ascii: "\\"): return try command(at: start)
    case UInt8(ascii: "{"): kind = .groupStart
    case UInt8(ascii: "}"): kind = .groupEnd
    case UInt8(ascii: "^"): kind = .superscript
    case UInt8(ascii: "_"): kind = .subscript
    case UInt8(ascii: "&"): kind = .alignment
    case UInt8(ascii: "'"): kind = .prime
    default:
      let (scalar, end) = character(at: start)
      return Token(kind: .character(scalar), start: start, end: endOfMarks(from: end))
    }
    return Token(kind: kind, start: start, end: start + 1)
  }

  /// The character at `index` and where the next one begins.
  func character(at index: Int) -> (scalar: Unicode.Scalar, end: Int) {
    Self.character(at: index, in: source) ?? ("\u{FFFD}", index + 1)
  }

  /// The text between two offsets.
  func text(from start: Int, to end: Int) -> String { String(utf8: source[start..<end]) }

  private func command(at start: Int) throws(MathError) -> Token {
    var end = start + 1
    while end < source.count, source[end].isASCIILetter { end += 1 }
    if end == start + 1 {
      guard end < source.count else {
        throw MathError("'\\' has no command after it", from: start, to: end)
      }
      end = character(at: end).end
    }
    return Token(kind: .command(text(from: start + 1, to: end)), start: start, end: end)
  }

  private func endOfMarks(from start: Int) -> Int {
    var end = start
    while end < source.count, source[end] >= 0x80 {
      let (scalar, next) = character(at: end)
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: end = next
      default: return end
      }
    }
    return end
  }

  private func skippingSpace(from start: Int) throws(MathError) -> Int {
    var index = start
    while index < source.count {
      let byte = source[index]
      if byte.isASCIIWhitespace {
        index += 1
      } else if byte == UInt8(ascii: "%") {
        index = try endOfComment(at: index)
      } else if byte >= 0x80 {
        let (scalar, end) = character(at: index)
        let properties = scalar.properties
        guard properties.isWhitespace || properties.generalCategory == .format else { return index }
        index = end
      } else {
        return index
      }
    }
    return index
  }

  /// A comment reaches to the end of its line; a percent sign that looks like one is refused,
  /// because the rest of the formula would vanish without a word.
  private func endOfComment(at start: Int) throws(MathError) -> Int {
    let end = source[start...].firstIndex { $0 == 0x0A || $0 == 0x0D }
    guard let end, start == 0 || !source[start - 1].isASCIIDigit else {
      throw MathError(
        "'%' begins a comment", from: start, to: start + 1, help: "write '\\%' for a percent sign")
    }
    return end
  }

  private static func character(
    at index: Int, in source: [UInt8]
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    var bytes = source[index...].makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    guard case .valid(let encoded) = parser.parseScalar(from: &bytes) else { return nil }
    return (Unicode.UTF8.decode(encoded), index + encoded.count)
  }

  private static func end(
    ofAllowedCharacterAt index: Int, in source: [UInt8]
  ) throws(MathError) -> Int {
    guard let (scalar, end) = character(at: index, in: source) else {
      throw MathError(
        "byte '0x\(String(source[index], radix: 16, uppercase: true))' is not UTF-8", from: index,
        to: index + 1, help: "save the file as UTF-8")
    }
    let value = scalar.value
    let isControl = value < 0x20 || (0x7F...0x9F).contains(value)
    let isNoncharacter = value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
    guard value == 0x09 || value == 0x0A || value == 0x0D || !(isControl || isNoncharacter) else {
      let digits = String(value, radix: 16, uppercase: true)
      let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      throw MathError("character '\(name)' cannot stand in a page", from: index, to: end)
    }
    return end
  }
}
