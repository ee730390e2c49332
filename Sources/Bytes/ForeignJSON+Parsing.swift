/// Bytes are not JSON, or of a kind that parsers disagree on.
package struct JSONError: Error, Hashable {
  /// What is wrong, and where if that is known: lower case, no period.
  package let problem: String

  /// Says what is wrong.
  package init(problem: String) { self.problem = problem }
}

extension ForeignJSON {
  /// How many levels of objects and lists are read where nobody says otherwise.
  package static let greatestDepth = 32

  /// Reads JSON (RFC 8259) in time linear in its size.
  ///
  /// Refused are a byte order mark, two members of one name, half a surrogate pair, ill-formed
  /// UTF-8, more levels of objects and lists than allowed, and anything after the value.
  package init(
    parsing json: [UInt8], greatestDepth: Int = ForeignJSON.greatestDepth
  ) throws(JSONError) {
    var reader = ForeignJSONReader(json, greatestDepth: greatestDepth)
    self = try reader.readWhole()
  }
}

private struct ForeignJSONReader {
  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0
  private let greatestDepth: Int

  init(_ bytes: [UInt8], greatestDepth: Int) {
    self.bytes = bytes
    self.greatestDepth = greatestDepth
  }

  mutating func readWhole() throws(JSONError) -> ForeignJSON {
    let value = try readValue()
    skipSpace()
    guard offset == bytes.count else { throw error("something follows the value") }
    return value
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private func error(_ problem: String, at place: Int? = nil) -> JSONError {
    JSONError(problem: "\(problem) at byte \(place ?? offset)")
  }

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

  private mutating func readValue() throws(JSONError) -> ForeignJSON {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < greatestDepth else { throw error("the nesting is too deep") }
      depth += 1
      defer { depth -= 1 }
      if take("{") { return try readObject() }
      offset += 1
      return try readList()
    case UInt8(ascii: "\""): return .text(try readText())
    case UInt8(ascii: "t"): return try readWord("true", .boolean(true))
    case UInt8(ascii: "f"): return try readWord("false", .boolean(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    default: return .number(try readNumber())
    }
  }

  private mutating func readObject() throws(JSONError) -> ForeignJSON {
    var members: [[UInt8]: ForeignJSON] = [:]
    skipSpace()
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error("a name is missing") }
      let start = offset
      let name = try readText()
      guard members[name] == nil else { throw error("a name is there twice", at: start) }
      skipSpace()
      guard take(":") else { throw error("a colon is missing") }
      members[name] = try readValue()
      skipSpace()
    } while take(",")
    guard take("}") else { throw error("the object does not end") }
    return .object(members)
  }

  private mutating func readList() throws(JSONError) -> ForeignJSON {
    var values: [ForeignJSON] = []
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
    _ word: StaticString, _ value: ForeignJSON
  ) throws(JSONError) -> ForeignJSON {
    guard bytes[offset...].hasPrefix(word) else { throw error("a value is missing") }
    offset += word.utf8CodeUnitCount
    return value
  }

  private mutating func readNumber() throws(JSONError) -> [UInt8] {
    let start = offset
    _ = take("-")
    guard next?.isASCIIDigit == true else { throw error("a value is missing") }
    if !take("0") { skipDigits() }
    if take(".") { try readDigits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try readDigits()
    }
    return Array(bytes[start..<offset])
  }

  private mutating func skipDigits() {
    while next?.isASCIIDigit == true { offset += 1 }
  }

  private mutating func readDigits() throws(JSONError) {
    guard next?.isASCIIDigit == true else { throw error("a digit is missing") }
    skipDigits()
  }

  private mutating func readText() throws(JSONError) -> [UInt8] {
    let start = offset
    offset += 1
    var text: [UInt8] = []
    while let byte = next {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard String(validating: text, as: UTF8.self) != nil else {
          throw error("a text is not UTF-8", at: start)
        }
        return text
      case UInt8(ascii: "\\"): try readEscape(into: &text)
      case 0..<0x20: throw error("a control character in a text", at: offset - 1)
      default: text.append(byte)
      }
    }
    throw error("a text does not end", at: start)
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
    default: throw error("an unknown escape", at: offset - 2)
    }
  }

  private mutating func readScalar() throws(JSONError) -> Unicode.Scalar {
    let start = offset - 2
    let first = try readCodeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), take("\\"), take("u") else {
      throw error("half a surrogate pair", at: start)
    }
    let second = try readCodeUnit()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(
        0x10000 + (UInt32(first) - 0xD800) << 10 + UInt32(second) - 0xDC00)
    else { throw error("half a surrogate pair", at: start) }
    return scalar
  }

  private mutating func readCodeUnit() throws(JSONError) -> UInt16 {
    let digits = bytes[offset...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ $0.isASCIIAlphanumeric }),
      let value = UInt16(String(utf8: digits), radix: 16)
    else { throw error("four hexadecimal digits are missing") }
    offset += 4
    return value
  }
}
