import Bytes

/// A start tag of XML.
struct XMLTag {
  /// The name without prefix, in lower case.
  let localName: String

  /// The attributes in order.
  let attributes: [XMLAttribute]

  /// Where `<` stands.
  let offset: Int

  /// Whether the element ends with the tag.
  let isEmpty: Bool

  /// The value of the attribute with exactly this name, its references resolved.
  func value(of name: StaticString, in bytes: [UInt8]) -> [UInt8]? {
    attributes.first { bytes[$0.name].equals(name) }
      .map { XMLReferences.resolved(bytes[$0.value]) }
  }
}

/// An attribute, by the ranges of its name and of its value between the quotes.
struct XMLAttribute {
  let name: Range<Int>
  let value: Range<Int>
}

/// Splits XML into tags and what lies between them, in linear time and without building anything.
struct XMLTokens {
  enum Token {
    case startTag(XMLTag)
    case endTag
    case text(Range<Int>)
    case comment
    case characterData(Range<Int>)
    case instruction(Range<Int>)
    case documentType(Range<Int>)
    /// What no XML parser takes; the last token.
    case malformed(Int)
  }

  private let bytes: [UInt8]
  private(set) var offset = 0

  /// Starts after a byte order mark.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  mutating func next() -> Token? {
    guard offset < bytes.count else { return nil }
    let start = offset
    guard bytes[start] == UInt8(ascii: "<") else {
      offset = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      return .text(start..<offset)
    }
    if bytes.has("<!--", at: start) {
      return skip(past: "-->", from: start + 4) == nil ? malformed(start) : .comment
    }
    if bytes.has("<![CDATA[", at: start) {
      guard let range = skip(past: "]]>", from: start + 9) else { return malformed(start) }
      return .characterData(range)
    }
    if bytes.has("<?", at: start) {
      guard let range = skip(past: "?>", from: start + 2) else { return malformed(start) }
      return .instruction(range)
    }
    if bytes.has("<!", at: start) {
      let mark = bytes[start...].firstIndex { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ">") }
      let hasDeclarations = mark.map { bytes[$0] == UInt8(ascii: "[") } ?? false
      guard let range = skip(past: hasDeclarations ? "]>" : ">", from: start + 2) else {
        return malformed(start)
      }
      return .documentType(range)
    }
    if bytes.has("</", at: start) {
      return skip(past: ">", from: start + 2) == nil ? malformed(start) : .endTag
    }
    return startTag() ?? malformed(start)
  }

  private mutating func malformed(_ start: Int) -> Token {
    offset = bytes.count
    return .malformed(start)
  }

  /// Moves behind `end` and returns what lies before it.
  private mutating func skip(past end: StaticString, from start: Int) -> Range<Int>? {
    let last = end.utf8Start[end.utf8CodeUnitCount - 1]
    var index = start + end.utf8CodeUnitCount - 1
    while index < bytes.count {
      let first = index - end.utf8CodeUnitCount + 1
      if bytes[index] == last, bytes.has(end, at: first) {
        offset = index + 1
        return start..<first
      }
      index += 1
    }
    return nil
  }

  private mutating func startTag() -> Token? {
    let start = offset
    offset += 1
    let name = name()
    guard !name.isEmpty else { return nil }
    var attributes: [XMLAttribute] = []
    while true {
      skipSpace()
      guard offset < bytes.count else { return nil }
      let isEmpty = bytes.has("/>", at: offset)
      if isEmpty || bytes[offset] == UInt8(ascii: ">") {
        offset += isEmpty ? 2 : 1
        return .startTag(
          XMLTag(
            localName: String(utf8: XMLName.local(bytes[name])).lowercased(),
            attributes: attributes, offset: start, isEmpty: isEmpty))
      }
      guard let attribute = attribute() else { return nil }
      attributes.append(attribute)
    }
  }

  private mutating func attribute() -> XMLAttribute? {
    let name = name()
    skipSpace()
    guard !name.isEmpty, offset < bytes.count, bytes[offset] == UInt8(ascii: "=") else {
      return nil
    }
    offset += 1
    skipSpace()
    guard offset < bytes.count else { return nil }
    let quote = bytes[offset]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    let start = offset + 1
    guard let end = bytes[start...].firstIndex(of: quote) else { return nil }
    offset = end + 1
    return XMLAttribute(name: name, value: start..<end)
  }

  private mutating func name() -> Range<Int> {
    let start = offset
    while offset < bytes.count, !bytes[offset].isASCIIWhitespace, bytes[offset] > 0x20 {
      switch bytes[offset] {
      case UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "<"),
        UInt8(ascii: "\""), UInt8(ascii: "'"):
        return start..<offset
      default: offset += 1
      }
    }
    return start..<offset
  }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset].isASCIIWhitespace { offset += 1 }
  }
}

/// Names with prefixes (Namespaces in XML 1.0 §4).
enum XMLName {
  /// The part after the colon.
  static func local(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
  }
}

/// References to characters (XML 1.0 §4.1).
enum XMLReferences {
  /// The text with numeric and predefined references replaced; others stay as they are.
  static func resolved(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "&"), let end = end(of: text[(index + 1)...]),
        let scalar = scalar(text[(index + 1)..<end])
      {
        output.append(text: String(Character(scalar)))
        index = end + 1
      } else {
        output.append(text[index])
        index += 1
      }
    }
    return output
  }

  /// Where the semicolon of a name stands; names hold no `&`, so that all searches together are
  /// linear.
  private static func end(of text: ArraySlice<UInt8>) -> Int? {
    let end = text.firstIndex { !$0.isASCIIAlphanumeric && $0 != UInt8(ascii: "#") }
    return end.flatMap { text[$0] == UInt8(ascii: ";") ? $0 : nil }
  }

  private static func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
    if name.equals("amp") { return "&" }
    if name.equals("lt") { return "<" }
    if name.equals("gt") { return ">" }
    if name.equals("quot") { return "\"" }
    if name.equals("apos") { return "'" }
    guard name.first == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = name.dropFirst().first == UInt8(ascii: "x")
    let digits = String(utf8: name.dropFirst(isHexadecimal ? 2 : 1))
    return UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
  }
}
