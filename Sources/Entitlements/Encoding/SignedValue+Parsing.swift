import Bytes

/// Why bytes are not the JSON that may be signed.
package struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong: lower case, no period.
  package let problem: String

  /// Where, counted in bytes from 0.
  package let offset: Int

  /// The problem and its place.
  package var description: String { "\(problem) at byte \(offset)" }
}

extension SignedValue {
  /// Reads JSON (RFC 8259) without what parsers disagree on.
  ///
  /// Refused are a byte order mark, two members of one name, numbers that are not whole or beyond
  /// ``greatestInteger``, half a surrogate pair, ill-formed UTF-8, more than eight levels, and
  /// anything after the value. Time is linear in the number of bytes.
  package init(parsing json: some Collection<UInt8>) throws(JSONError) {
    var reader = JSONReader(Array(json))
    self = try reader.readWhole()
  }
}

private struct JSONReader {
  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0

  private static let greatestDepth = 8

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func readWhole() throws(JSONError) -> SignedValue {
    let value = try readValue()
    skipSpace()
    guard offset == bytes.count else { throw error("something follows the value") }
    return value
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private func error(_ problem: String) -> JSONError { JSONError(problem: problem, offset: offset) }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func readValue() throws(JSONError) -> SignedValue {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"):
      return try nested { (reader) throws(JSONError) in try reader.readObject() }
    case UInt8(ascii: "["):
      return try nested { (reader) throws(JSONError) in try reader.readList() }
    case UInt8(ascii: "\""): return .text(try readText())
    case UInt8(ascii: "t"): return try readWord("true", .boolean(true))
    case UInt8(ascii: "f"): return try readWord("false", .boolean(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    case UInt8(ascii: "-"): return try readInteger()
    default:
      guard next?.isASCIIDigit == true else { throw error("a value is missing") }
      return try readInteger()
    }
  }

  private mutating func nested(
    _ body: (inout JSONReader) throws(JSONError) -> SignedValue
  ) throws(JSONError) -> SignedValue {
    guard depth < JSONReader.greatestDepth else { throw error("the nesting is too deep") }
    depth += 1
    offset += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func readObject() throws(JSONError) -> SignedValue {
    var members: [[UInt8]: SignedValue] = [:]
    skipSpace()
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error("a name is missing") }
      let start = offset
      let name = try readText()
      guard members[name] == nil else {
        throw JSONError(problem: "a name is there twice", offset: start)
      }
      skipSpace()
      guard take(":") else { throw error("a colon is missing") }
      members[name] = try readValue()
      skipSpace()
    } while take(",")
    guard take("}") else { throw error("the object does not end") }
    return .object(members)
  }

  private mutating func readList() throws(JSONError) -> SignedValue {
    var values: [SignedValue] = []
    skipSpace()
    if take("]") { return .list(values) }
    repeat {
      values.append(try readValue())
      skipSpace()
    } while take(",")
    guard take("]") else { throw error("the list does not end") }
    return .list(values)
  }

  private mutating func readWord(
    _ word: StaticString, _ value: SignedValue
  ) throws(JSONError) -> SignedValue {
    guard bytes[offset...].hasPrefix(word) else { throw error("a value is missing") }
    offset += word.utf8CodeUnitCount
    return value
  }

  private mutating func readInteger() throws(JSONError) -> SignedValue {
    let start = offset
    let isNegative = take("-")
    let digits = bytes[offset...].prefix { $0.isASCIIDigit }
    offset += digits.count
    guard let first = digits.first, first != UInt8(ascii: "0") || (digits.count == 1 && !isNegative)
    else { throw JSONError(problem: "a number is not written plainly", offset: start) }
    if let byte = next, [UInt8](".eE").contains(byte) {
      throw JSONError(problem: "a number is not whole", offset: start)
    }
    guard digits.count <= 16 else {
      throw JSONError(problem: "a number is too great", offset: start)
    }
    let value = digits.reduce(0) { $0 * 10 + Int($1 & 15) }
    guard value <= SignedValue.greatestInteger else {
      throw JSONError(problem: "a number is too great", offset: start)
    }
    return .integer(isNegative ? -value : value)
  }

  private mutating func readText() throws(JSONError) -> [UInt8] {
    let start = offset
    offset += 1
    var text: [UInt8] = []
    while let byte = next {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""):
        let isASCII = text.allSatisfy { $0 < 0x80 }
        guard isASCII || String(validating: text, as: UTF8.self) != nil else {
          throw JSONError(problem: "a text is not UTF-8", offset: start)
        }
        return text
      case UInt8(ascii: "\\"): try readEscape(into: &text)
      case 0..<0x20: throw JSONError(problem: "a control character in a text", offset: offset - 1)
      default: text.append(byte)
      }
    }
    throw JSONError(problem: "a text does not end", offset: start)
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(JSONError) {
    guard let byte = next else { throw error("a text does not end") }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: Array(String(try readScalar()).utf8))
    default: throw JSONError(problem: "an unknown escape", offset: offset - 2)
    }
  }

  private mutating func readScalar() throws(JSONError) -> Unicode.Scalar {
    let start = offset - 2
    let first = try readCodeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), take("\\"), take("u") else {
      throw JSONError(problem: "half a surrogate pair", offset: start)
    }
    let second = try readCodeUnit()
    let pair = String(decoding: [first, second], as: UTF16.self).unicodeScalars
    guard (0xDC00..<0xE000).contains(second), let scalar = pair.first else {
      throw JSONError(problem: "half a surrogate pair", offset: start)
    }
    return scalar
  }

  private mutating func readCodeUnit() throws(JSONError) -> UInt16 {
    let digits = bytes[offset...].prefix(4)
    // The digits' case has no say, but the decoder of hexadecimal takes only one.
    guard digits.count == 4, let value = Hexadecimal.decoded(digits.map(\.asciiLowercased)) else {
      throw error("four hexadecimal digits are missing")
    }
    offset += 4
    return UInt16(value[0]) << 8 | UInt16(value[1])
  }
}
