import Bytes

/// Cuts a page into tags and words as browsers do (HTML Standard §13.2.5), in one pass.
///
/// It makes no tree and copies nothing: what it tells are places in the page.
struct MarkupScanner {
  /// What comes next in a page; comments are passed over.
  enum Token {
    case startTag
    case endTag
    /// Words between tags, or all that an element holds that has no tags in it.
    case text
  }

  /// An attribute of a start tag.
  struct Attribute {
    var name: MarkupName
    /// What the name stands for, if it is one that rules look at.
    var word: AttributeName?
    var nameRange: Range<Int>
    /// The value without quotes; empty where there is none.
    var value: Range<Int>
  }

  /// The place of the last token: a tag's with its angle brackets.
  private(set) var range = 0..<0
  /// The name of the last tag, and where it stands.
  private(set) var name = MarkupName([])
  private(set) var element: Element?
  private(set) var nameRange = 0..<0
  /// Those of the last start tag, in their order.
  private(set) var attributes: [Attribute] = []
  /// Whether the last start tag ends with `/>`.
  private(set) var isSelfClosing = false
  /// Whether the page ends within a tag or a comment.
  private(set) var isCutOff = false

  private let bytes: UnsafeBufferPointer<UInt8>
  private let isXML: Bool
  private var place = 0
  /// The name of the element whose words come next.
  private var textOf: Range<Int>?

  /// Begins a page, or a file in XML, where all elements have tags in them.
  init(_ bytes: UnsafeBufferPointer<UInt8>, isXML: Bool = false) {
    self.bytes = bytes
    self.isXML = isXML
  }

  /// The value of an attribute of the last start tag; empty for one without a value.
  subscript(word: AttributeName) -> Range<Int>? {
    for attribute in attributes where attribute.word == word { return attribute.value }
    return nil
  }

  /// Goes on; `nil` at the end.
  mutating func next() -> Token? {
    if let element = textOf {
      textOf = nil
      let end = endTag(named: element)
      range = place..<end
      place = end
      if !range.isEmpty { return .text }
    }
    while place < bytes.count {
      if readText() { return .text }
      switch bytes[place + 1] {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): skipComment()
      case UInt8(ascii: "/"):
        readTag(from: place + 2)
        return .endTag
      default:
        readTag(from: place + 1)
        if !isXML, element?.holdsOnlyText == true { textOf = nameRange }
        return .startTag
      }
    }
    return nil
  }

  /// Passes over words; `false` where none come before the next tag.
  private mutating func readText() -> Bool {
    let start = place
    while place < bytes.count, !isMarkup { place += 1 }
    range = start..<place
    return place > start
  }

  private var isMarkup: Bool {
    guard bytes[place] == UInt8(ascii: "<"), place + 1 < bytes.count else { return false }
    let next = bytes[place + 1]
    return next.isASCIILetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
      || next == UInt8(ascii: "?")
  }

  private mutating func skipComment() {
    let end =
      isNext("<!--")
      ? bytes.endOfHTMLComment(from: place + 4)
      : bytes[(place + 2)...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    isCutOff = isCutOff || end == nil
    place = end ?? bytes.count
  }

  private func isNext(_ text: StaticString) -> Bool {
    guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { text in
      for index in text.indices where bytes[place + index] != text[index] { return false }
      return true
    }
  }

  // MARK: Tags

  private mutating func readTag(from start: Int) {
    let first = place
    place = start
    while place < bytes.count, !isEnd(bytes[place]) { place += 1 }
    nameRange = start..<place
    name = MarkupName(bytes[nameRange])
    element = Element.vocabulary[name]
    attributes.removeAll(keepingCapacity: true)
    isSelfClosing = false
    while readAttribute() {}
    isCutOff = place >= bytes.count
    place = min(bytes.count, place + 1)
    range = first..<place
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte.isASCIIWhitespace
  }

  private mutating func readAttribute() -> Bool {
    while place < bytes.count, bytes[place].isASCIIWhitespace || bytes[place] == UInt8(ascii: "/") {
      isSelfClosing = bytes[place] == UInt8(ascii: "/")
      place += 1
    }
    guard place < bytes.count, bytes[place] != UInt8(ascii: ">") else { return false }
    isSelfClosing = false
    let start = place
    place += 1
    while place < bytes.count, !isEnd(bytes[place]), bytes[place] != UInt8(ascii: "=") {
      place += 1
    }
    let name = MarkupName(bytes[start..<place])
    var attribute = Attribute(
      name: name, word: AttributeName.vocabulary[name], nameRange: start..<place,
      value: place..<place)
    let afterName = place
    skipSpace()
    if place < bytes.count, bytes[place] == UInt8(ascii: "=") {
      place += 1
      skipSpace()
      attribute.value = readValue()
    } else {
      place = afterName
    }
    attributes.append(attribute)
    return true
  }

  private mutating func skipSpace() {
    while place < bytes.count, bytes[place].isASCIIWhitespace { place += 1 }
  }

  private mutating func readValue() -> Range<Int> {
    guard place < bytes.count else { return place..<place }
    let quote = bytes[place]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { place += 1 }
    let start = place
    while place < bytes.count {
      let byte = bytes[place]
      if isQuoted ? byte == quote : byte.isASCIIWhitespace || byte == UInt8(ascii: ">") { break }
      place += 1
    }
    let value = start..<place
    if isQuoted { place = min(bytes.count, place + 1) }
    return value
  }

  /// Where the end tag of an element begins whose words come next.
  private func endTag(named name: Range<Int>) -> Int {
    var index = place
    while index + 2 + name.count <= bytes.count {
      if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/"),
        isName(name, at: index + 2)
      {
        return index
      }
      index += 1
    }
    return bytes.count
  }

  private func isName(_ name: Range<Int>, at place: Int) -> Bool {
    for (offset, index) in name.enumerated()
    where bytes[place + offset].asciiLowercased != bytes[index].asciiLowercased { return false }
    let end = place + name.count
    return end == bytes.count || isEnd(bytes[end])
  }
}
