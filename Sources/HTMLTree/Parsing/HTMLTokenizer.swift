import Bytes

/// A tag as it stands in the source.
struct HTMLTag {
  /// The name in lower case.
  let name: String

  /// What HTML knows of an element of that name.
  let traits: ElementTraits

  /// The attributes as ranges of the source; the value is empty where there is none.
  var attributes: [(name: Range<Int>, value: Range<Int>)] = []

  /// Whether the tag ends with `/>`.
  var isSelfClosing = false

  /// The line of its `<`, from 1.
  let line: Int

  init(name: String, line: Int) {
    self.name = name
    self.traits = ElementTraits(of: name)
    self.line = line
  }
}

/// A part of the source.
enum HTMLToken {
  case text(Range<Int>)

  /// Text without references, from a CDATA section.
  case characterData(Range<Int>)
  case startTag(HTMLTag)
  case endTag(HTMLTag)
  case comment(Range<Int>)
  case doctype
}

/// Cuts HTML into tags, text and comments as browsers do (WHATWG HTML §13.2.5), each byte once.
struct HTMLTokenizer {
  /// The source: well-formed UTF-8 with line feeds only.
  let bytes: [UInt8]

  private var position = 0
  private var line = 1

  init(of bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The next part; nil at the end.
  ///
  /// A CDATA section is one only where SVG and MathML allow it.
  mutating func next(allowsCharacterData: Bool) -> HTMLToken? {
    guard position < bytes.count else { return nil }
    if bytes[position] == UInt8(ascii: "<"),
      let token = markup(allowsCharacterData: allowsCharacterData)
    {
      return token
    }
    return .text(take(upTo: index(of: UInt8(ascii: "<"), from: position + 1)))
  }

  /// Takes the text of a raw text element, whose start tag was just taken, up to its end tag.
  mutating func takeRawText(of element: String) -> Range<Int> {
    let end =
      element == "plaintext"
      ? bytes.count : RawText.end(of: bytes[position...], in: element) ?? bytes.count
    return take(upTo: end)
  }

  /// Takes a line feed if it is next.
  mutating func skipLineFeed() {
    if position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
      _ = take(upTo: position + 1)
    }
  }

  private mutating func markup(allowsCharacterData: Bool) -> HTMLToken? {
    switch byte(at: position + 1) {
    case let first? where first.isASCIILetter:
      return tag(nameFrom: position + 1).map { .startTag($0) } ?? nothing()
    case UInt8(ascii: "/"):
      guard let first = byte(at: position + 2) else { return nil }
      guard first.isASCIILetter else { return first == 0x3E ? nothing(3) : bogusComment(from: 2) }
      return tag(nameFrom: position + 2).map { .endTag($0) } ?? nothing()
    case UInt8(ascii: "!"):
      let rest = bytes[(position + 2)...]
      if rest.hasPrefix("--") { return comment() }
      if allowsCharacterData, rest.hasPrefix("[CDATA[") { return characterData() }
      if rest.prefix(7).map(\.asciiLowercased).equals("doctype") {
        _ = take(upTo: index(of: UInt8(ascii: ">"), from: position))
        return nothing(1, then: .doctype)
      }
      return bogusComment(from: 2)
    case UInt8(ascii: "?"): return bogusComment(from: 1)
    default: return nil
    }
  }

  /// Takes a tag, or nil and the rest of the source where the tag does not end.
  private mutating func tag(nameFrom start: Int) -> HTMLTag? {
    let nameEnd = endOfName(from: start, stoppingAtEquals: false)
    let name = String(utf8: bytes[start..<nameEnd].lazy.map(\.asciiLowercased))
    var tag = HTMLTag(name: name, line: line)
    var index = nameEnd
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        _ = take(upTo: index + 1)
        return tag
      }
      if byte.isASCIIWhitespace || byte == UInt8(ascii: "/") {
        tag.isSelfClosing = byte == UInt8(ascii: "/") && self.byte(at: index + 1) == 0x3E
        index += 1
        continue
      }
      let name = index..<endOfName(from: index + 1, stoppingAtEquals: true)
      let value = attributeValue(after: name.upperBound)
      tag.attributes.append((name, value.range))
      index = value.end
    }
    _ = take(upTo: bytes.count)
    return nil
  }

  private func attributeValue(after name: Int) -> (range: Range<Int>, end: Int) {
    var start = endOfWhitespace(from: name)
    guard byte(at: start) == UInt8(ascii: "=") else { return (name..<name, name) }
    start = endOfWhitespace(from: start + 1)
    guard let first = byte(at: start) else { return (start..<start, start) }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      let end = index(of: first, from: start + 1)
      return (start + 1..<end, min(end + 1, bytes.count))
    }
    var end = start
    while end < bytes.count, !bytes[end].isASCIIWhitespace, bytes[end] != UInt8(ascii: ">") {
      end += 1
    }
    return (start..<end, end)
  }

  private mutating func comment() -> HTMLToken {
    _ = take(upTo: position + 4)
    let rest = bytes[position...]
    if rest.first == UInt8(ascii: ">") { return nothing(1, then: .comment(position..<position)) }
    if rest.hasPrefix("->") { return nothing(2, then: .comment(position..<position)) }
    var hyphens = 0
    for index in position..<bytes.count {
      let byte = bytes[index]
      if hyphens >= 2, byte == UInt8(ascii: ">") {
        return nothing(3, then: .comment(take(upTo: index - 2)))
      }
      if hyphens >= 2, byte == UInt8(ascii: "!"), self.byte(at: index + 1) == UInt8(ascii: ">") {
        return nothing(4, then: .comment(take(upTo: index - 2)))
      }
      hyphens = byte == UInt8(ascii: "-") ? hyphens + 1 : 0
    }
    return .comment(take(upTo: bytes.count))
  }

  private mutating func bogusComment(from offset: Int) -> HTMLToken {
    _ = take(upTo: position + offset)
    let range = take(upTo: index(of: UInt8(ascii: ">"), from: position))
    return nothing(1, then: .comment(range))
  }

  private mutating func characterData() -> HTMLToken {
    _ = take(upTo: position + 9)
    var end = position
    while end < bytes.count, !(bytes[end] == UInt8(ascii: "]") && bytes[end...].hasPrefix("]]>")) {
      end += 1
    }
    return nothing(3, then: .characterData(take(upTo: end)))
  }

  /// Skips `count` bytes, as far as there are any, and answers `token` or an empty text.
  private mutating func nothing(_ count: Int = 0, then token: HTMLToken? = nil) -> HTMLToken {
    let end = min(position + count, bytes.count)
    _ = take(upTo: end)
    return token ?? .text(end..<end)
  }

  private mutating func take(upTo end: Int) -> Range<Int> {
    let range = position..<end
    for byte in bytes[range] where byte == UInt8(ascii: "\n") { line += 1 }
    position = end
    return range
  }

  private func byte(at index: Int) -> UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  private func index(of byte: UInt8, from start: Int) -> Int {
    var index = min(start, bytes.count)
    while index < bytes.count, bytes[index] != byte { index += 1 }
    return index
  }

  private func endOfWhitespace(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index].isASCIIWhitespace { index += 1 }
    return index
  }

  private func endOfName(from start: Int, stoppingAtEquals: Bool) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte.isASCIIWhitespace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { break }
      if stoppingAtEquals, byte == UInt8(ascii: "=") { break }
      index += 1
    }
    return index
  }
}
