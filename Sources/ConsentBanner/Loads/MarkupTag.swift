import Bytes

/// A start tag, found in the bytes of a page or of a template, where no tree can be made.
struct MarkupTag {
  /// An attribute with its place.
  struct Attribute {
    /// In lower case.
    var name: String
    /// With references to ASCII characters resolved.
    var value: [UInt8]
    /// From the white space before the name to the end of the value.
    var range: Range<Int>
    /// The value as it was written, without quotes.
    var valueRange: Range<Int>
  }

  /// In lower case.
  var name: String
  var attributes: [Attribute]
  /// From `<` to after `>`.
  var range: Range<Int>
  /// The content of an element that holds no tags, such as a script's; that of a drawing's script or style may hold some.
  var content: Range<Int>?

  /// From `<` to after the end tag, for elements with ``content``.
  var wholeRange: Range<Int>

  /// Whether it ends with `/>`, which counts in drawings and formulas alone.
  var isClosed = false

  subscript(name: String) -> [UInt8]? { attributes.first { $0.name == name }?.value }

  /// All start tags, in order.
  ///
  /// Reads as browsers do (HTML Standard §13.2.5), passing over comments and, in templates, over what
  /// stands between double braces.
  static func all(in bytes: [UInt8]) -> [MarkupTag] {
    var scanner = TagScanner(bytes: bytes)
    var tags: [MarkupTag] = []
    while let tag = scanner.next() { tags.append(tag) }
    return tags
  }
}

/// Steps from tag to tag.
private struct TagScanner {
  let bytes: [UInt8]
  var place = 0
  private var drawings = OpenDrawings()
  /// Where the next end tag of a name is, so that none is looked for twice.
  private var endTags: [String: Int] = [:]

  private static let withoutTags: Set<String> = [
    "script", "style", "iframe", "noembed", "noframes", "textarea", "title", "xmp",
  ]

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> MarkupTag? {
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = open + 1
      guard place < bytes.count else { return nil }
      switch bytes[place] {
      case UInt8(ascii: "/"):
        place += 1
        if isLetter(at: place) { endTag() } else { skip(to: ">") }
      case UInt8(ascii: "!"): place = endOfDeclaration(from: open)
      case UInt8(ascii: "?"): skip(to: ">")
      default: if bytes[place].isASCIILetter { return element(from: open) }
      }
    }
    return nil
  }

  private func isLetter(at index: Int) -> Bool {
    index < bytes.count && bytes[index].isASCIILetter
  }

  private func starts(_ text: StaticString, at index: Int) -> Bool {
    bytes[index...].hasPrefix(text)
  }

  private mutating func skip(to end: StaticString) {
    while place < bytes.count, !starts(end, at: place) { place += 1 }
    place = min(bytes.count, place + end.utf8CodeUnitCount)
  }

  /// The place after a comment, or what counts as one.
  private mutating func endOfDeclaration(from open: Int) -> Int {
    if starts("<!--", at: open) { return bytes.endOfHTMLComment(from: open + 4) ?? bytes.count }
    skip(to: drawings.isInside && starts("<![CDATA[", at: open) ? "]]>" : ">")
    return place
  }

  /// A start tag, with the content that holds no tags.
  private mutating func element(from open: Int) -> MarkupTag {
    var tag = self.tag(from: open)
    let isDrawn = drawings.begin(tag)
    let hasContent =
      isDrawn
      ? !tag.isClosed && (tag.name == "script" || tag.name == "style")
      : TagScanner.withoutTags.contains(tag.name)
    guard hasContent else { return tag }
    let start = place
    place = startOfEndTag(tag.name)
    tag.content = start..<place
    if place < bytes.count {
      place += 2
      skipTag()
    }
    tag.wholeRange = open..<place
    // Browsers find tags in a drawing's styles.
    if isDrawn { place = start }
    return tag
  }

  private mutating func endTag() {
    let start = place
    skipTag()
    guard !drawings.isEmpty else { return }
    let name = bytes[start..<place].prefix { !isEnd($0) }
    drawings.end(String(utf8: name.map(\.asciiLowercased)))
  }

  /// Passes over a tag, of which only the end counts.
  private mutating func skipTag() {
    while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
    while attribute() != nil {}
    place = min(bytes.count, place + 1)
  }

  /// A tag from its name on.
  private mutating func tag(from open: Int) -> MarkupTag {
    let start = place
    while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
    let name = String(utf8: bytes[start..<place].map(\.asciiLowercased))
    var tag = MarkupTag(name: name, attributes: [], range: open..<place, wholeRange: open..<place)
    var last = place
    while let attribute = attribute() {
      last = place
      if tag[attribute.name] == nil { tag.attributes.append(attribute) }
    }
    tag.isClosed = place > last && bytes[place - 1] == UInt8(ascii: "/")
    place = min(bytes.count, place + 1)
    tag.range = open..<place
    tag.wholeRange = tag.range
    return tag
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte.isASCIIWhitespace || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  /// The next attribute of the tag; `nil` at its end.
  private mutating func attribute() -> MarkupTag.Attribute? {
    let first = place
    while place < bytes.count {
      if starts("{{", at: place) {
        skip(to: "}}")
      } else if bytes[place].isASCIIWhitespace || bytes[place] == UInt8(ascii: "/") {
        place += 1
      } else {
        break
      }
    }
    guard place < bytes.count, bytes[place] != UInt8(ascii: ">") else { return nil }
    let start = place
    place += 1
    while place < bytes.count, !isEnd(bytes[place]), bytes[place] != UInt8(ascii: "="),
      !starts("{{", at: place)
    {
      place += 1
    }
    let name = String(utf8: bytes[start..<place].map(\.asciiLowercased))
    let afterName = place
    while place < bytes.count, bytes[place].isASCIIWhitespace { place += 1 }
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else {
      place = afterName
      return MarkupTag.Attribute(
        name: name, value: [], range: first..<place, valueRange: place..<place)
    }
    place += 1
    while place < bytes.count, bytes[place].isASCIIWhitespace { place += 1 }
    let value = valueRange()
    return MarkupTag.Attribute(
      name: name, value: TagScanner.resolved(bytes[value]), range: first..<place,
      valueRange: value)
  }

  private mutating func valueRange() -> Range<Int> {
    guard place < bytes.count else { return place..<place }
    let quote = bytes[place]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = place
      while place < bytes.count, !bytes[place].isASCIIWhitespace, bytes[place] != UInt8(ascii: ">")
      {
        place += 1
      }
      return start..<place
    }
    let start = place + 1
    let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
    place = min(bytes.count, end + 1)
    return start..<end
  }

  private mutating func startOfEndTag(_ name: String) -> Int {
    if let known = endTags[name], known >= place { return known }
    var index = place
    var end = bytes.count
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = bytes[open...].dropFirst(2)
      if starts("</", at: open),
        rest.prefix(name.utf8.count).map(\.asciiLowercased).elementsEqual(name.utf8),
        rest.dropFirst(name.utf8.count).first.map(isEnd) ?? true
      {
        end = open
        break
      }
      index = open + 1
    }
    endTags[name] = end
    return end
  }

  /// A value with numeric references and those that could hide an address resolved.
  private static func resolved(_ value: ArraySlice<UInt8>) -> [UInt8] {
    guard value.contains(UInt8(ascii: "&")) else { return Array(value) }
    var text = String(utf8: value)
    for (name, character) in [
      ("&colon;", ":"), ("&sol;", "/"), ("&bsol;", "\\"), ("&period;", "."), ("&Tab;", "\t"),
      ("&NewLine;", "\n"), ("&lpar;", "("), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""),
      ("&apos;", "'"), ("&amp;", "&"),
    ] {
      text.replace(name, with: character)
    }
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<start]
      rest = rest[start...]
      let isNumber = rest.hasPrefix("&#")
      let isHex = isNumber && (rest.dropFirst(2).first ?? 0) | 0x20 == UInt8(ascii: "x")
      let digits = rest.dropFirst(isHex ? 3 : 2).prefix {
        isHex ? $0.isASCIIHexDigit : $0.isASCIIDigit
      }
      if isNumber, let number = UInt32(String(utf8: digits), radix: isHex ? 16 : 10),
        let scalar = Unicode.Scalar(number)
      {
        result += Array(String(Character(scalar)).utf8)
        rest = rest[digits.endIndex...]
        if rest.first == UInt8(ascii: ";") { rest = rest.dropFirst() }
      } else {
        result.append(UInt8(ascii: "&"))
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }
}
