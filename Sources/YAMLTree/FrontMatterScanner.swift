import Bytes

/// Reads the plain subset of YAML in which nearly all front matter is written, about six times as
/// fast as the full parser.
///
/// The subset: a mapping without indentation whose keys are words and whose values are plain or
/// quoted texts on one line, `[a, b]` on one line, or lines `- item` of such texts; blank lines and
/// comments. On anything else the scanner gives up and says nothing, so that what it does read is
/// exactly what the full parser reads.
package struct FrontMatterScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var lineStart = 0
  private var line: Int

  private struct OutsideSubset: Error {}

  private init(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    self.bytes = bytes
    line = firstLine
  }

  /// The mapping that `bytes` hold, or `nil` where they are outside the subset, malformed or empty.
  package static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int = 1
  ) -> YAMLNode? {
    var scanner = FrontMatterScanner(bytes, firstLine: firstLine)
    return try? scanner.mapping()
  }

  // MARK: Lines

  private mutating func mapping() throws(OutsideSubset) -> YAMLNode {
    var entries: [YAMLEntry] = []
    var keys = KeySet()
    try skipToContent()
    guard index < bytes.count else { throw OutsideSubset() }
    let start = (line, column)
    entries.reserveCapacity(12)
    while index < bytes.count {
      guard index == lineStart else { throw OutsideSubset() }
      let entry = try entry()
      guard keys.insert(entry.key, after: entries) else { throw OutsideSubset() }
      entries.append(entry)
      try skipToContent()
    }
    return YAMLNode(.mapping(entries), line: start.0, column: start.1)
  }

  private mutating func entry() throws(OutsideSubset) -> YAMLEntry {
    let key = try key()
    index += 1
    guard isBlankOrEnd(index) else { throw OutsideSubset() }
    let missing = YAMLNode(.scalar("", isQuoted: false), line: line, column: column)
    skipSpaces()
    switch byte(index) {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "#"):
      try endLine()
      try skipToContent()
      let isItem = byte(index) == UInt8(ascii: "-") && byte(index + 1) == UInt8(ascii: " ")
      return YAMLEntry(key: key, value: isItem ? try blockSequence() : missing)
    case UInt8(ascii: "["):
      let list = try flowSequence()
      try endLine()
      return YAMLEntry(key: key, value: list)
    default:
      let scalar = try scalar(inFlow: false)
      try endLine()
      return YAMLEntry(key: key, value: scalar)
    }
  }

  private mutating func blockSequence() throws(OutsideSubset) -> YAMLNode {
    let indentation = index - lineStart
    let start = (line, column)
    var items: [YAMLNode] = []
    repeat {
      index += 1
      skipSpaces()
      items.append(try scalar(inFlow: false))
      try endLine()
      try skipToContent()
    } while index - lineStart == indentation && byte(index) == UInt8(ascii: "-")
      && byte(index + 1) == UInt8(ascii: " ")
    return YAMLNode(.sequence(items), line: start.0, column: start.1)
  }

  private mutating func flowSequence() throws(OutsideSubset) -> YAMLNode {
    let start = (line, column)
    var items: [YAMLNode] = []
    index += 1
    skipSpaces()
    if byte(index) != UInt8(ascii: "]") {
      while true {
        skipSpaces()
        items.append(try scalar(inFlow: true))
        skipSpaces()
        if byte(index) == UInt8(ascii: "]") { break }
        guard byte(index) == UInt8(ascii: ",") else { throw OutsideSubset() }
        index += 1
      }
    }
    index += 1
    return YAMLNode(.sequence(items), line: start.0, column: start.1)
  }

  // MARK: Scalars

  /// A key of ASCII letters, digits and inner marks; stops before its colon.
  private mutating func key() throws(OutsideSubset) -> YAMLNode {
    let start = index
    guard byte(index).isASCIIAlphanumeric || byte(index) == UInt8(ascii: "_") else {
      throw OutsideSubset()
    }
    while byte(index).isASCIIAlphanumeric || byte(index) == UInt8(ascii: "_")
      || byte(index) == UInt8(ascii: "-") || byte(index) == UInt8(ascii: ".")
    {
      index += 1
    }
    // The full parser takes no key of more than 1,024 characters.
    guard byte(index) == UInt8(ascii: ":"), index - start <= 256 else { throw OutsideSubset() }
    return node(from: start, to: index, isQuoted: false)
  }

  private mutating func scalar(inFlow: Bool) throws(OutsideSubset) -> YAMLNode {
    switch byte(index) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): try quoted(by: byte(index))
    default: try plain(inFlow: inFlow)
    }
  }

  private mutating func quoted(by quote: UInt8) throws(OutsideSubset) -> YAMLNode {
    let start = index
    let position = (line, column)
    var doubled = false
    index += 1
    while true {
      let byte = byte(index)
      if byte == quote {
        guard quote == UInt8(ascii: "'"), self.byte(index + 1) == quote else { break }
        doubled = true
        index += 2
      } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        throw OutsideSubset()
      } else {
        try skipCharacter()
      }
    }
    index += 1
    guard doubled else {
      let text = text(from: start + 1, to: index - 1)
      return YAMLNode(
        .scalar(text, isQuoted: true), line: position.0, column: position.1, length: index - start)
    }
    let text = String(utf8: withoutDoubledApostrophes(from: start + 1, to: index - 1))
    return YAMLNode(
      .scalar(text, isQuoted: true), line: position.0, column: position.1, length: index - start)
  }

  private func withoutDoubledApostrophes(from start: Int, to end: Int) -> [UInt8] {
    var text: [UInt8] = []
    var next = start
    while next < end {
      text.append(bytes[next])
      next += bytes[next] == UInt8(ascii: "'") ? 2 : 1
    }
    return text
  }

  private mutating func plain(inFlow: Bool) throws(OutsideSubset) -> YAMLNode {
    let start = index
    try checkPlainStart()
    var end = index
    scanning: while true {
      switch byte(index) {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): break scanning
      case UInt8(ascii: " "):
        index += 1
        continue
      case UInt8(ascii: ":"):
        guard !inFlow, !isBlankOrEnd(index + 1) else { throw OutsideSubset() }
        index += 1
      case UInt8(ascii: "#"):
        if end < index { break scanning }
        index += 1
      case UInt8(ascii: ","), UInt8(ascii: "]"):
        if inFlow { break scanning }
        index += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "?"):
        guard !inFlow else { throw OutsideSubset() }
        index += 1
      default:
        try skipCharacter()
      }
      end = index
    }
    return node(from: start, to: end, isQuoted: false)
  }

  /// Gives up where a plain text would begin with a character that means something else in YAML.
  private func checkPlainStart() throws(OutsideSubset) {
    let first = byte(index)
    if first.isASCIIAlphanumeric || first >= 0x80 { return }
    switch first {
    case UInt8(ascii: "-"):
      guard byte(index + 1).isASCIIAlphanumeric else { throw OutsideSubset() }
    case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "("),
      UInt8(ascii: "+"), UInt8(ascii: "$"), UInt8(ascii: "<"), UInt8(ascii: "="),
      UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: ";"), UInt8(ascii: "\\"):
      return
    default: throw OutsideSubset()
    }
  }

  // MARK: Bytes

  private var column: Int { index - lineStart + 1 }

  /// The byte at `index`; past the end a line feed, which ends all that can be open there.
  private func byte(_ index: Int) -> UInt8 {
    index < bytes.count ? bytes[index] : UInt8(ascii: "\n")
  }

  private func isBlankOrEnd(_ index: Int) -> Bool {
    let byte = byte(index)
    return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      || byte == UInt8(ascii: "\t")
  }

  private func text(from start: Int, to end: Int) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
  }

  private func node(from start: Int, to end: Int, isQuoted: Bool) -> YAMLNode {
    YAMLNode(
      .scalar(text(from: start, to: end), isQuoted: isQuoted),
      line: line, column: start - lineStart + 1, length: end - start)
  }

  private mutating func skipSpaces() {
    while byte(index) == UInt8(ascii: " ") { index += 1 }
  }

  /// Skips blank lines, comments and the indentation of the first other line.
  private mutating func skipToContent() throws(OutsideSubset) {
    while index < bytes.count {
      skipSpaces()
      switch byte(index) {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "#"): try endLine()
      default: return
      }
    }
  }

  /// Skips spaces, a comment and the line's end.
  private mutating func endLine() throws(OutsideSubset) {
    skipSpaces()
    if byte(index) == UInt8(ascii: "#") {
      guard index == lineStart || bytes[index - 1] == UInt8(ascii: " ") else {
        throw OutsideSubset()
      }
      while byte(index) != UInt8(ascii: "\n"), byte(index) != UInt8(ascii: "\r") {
        try skipCharacter()
      }
    }
    if byte(index) == UInt8(ascii: "\r") { index += 1 }
    guard byte(index) == UInt8(ascii: "\n") else { throw OutsideSubset() }
    index = min(index + 1, bytes.count)
    lineStart = index
    line += 1
  }

  /// Skips a printable character; gives up on controls, tabs, line ends and ill-formed UTF-8.
  private mutating func skipCharacter() throws(OutsideSubset) {
    let first = byte(index)
    if first &- 0x20 < 0x5F {
      index += 1
      return
    }
    guard first >= 0xC2 else { throw OutsideSubset() }
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + width <= bytes.count, isPrintable(width: width) else { throw OutsideSubset() }
    index += width
  }

  /// Whether the `width` bytes here are one well-formed character that YAML allows and that ends no line.
  private func isPrintable(width: Int) -> Bool {
    var scalar = UInt32(bytes[index]) & (0x7F >> UInt32(width))
    for next in 1..<width {
      guard bytes[index + next] & 0xC0 == 0x80 else { return false }
      scalar = scalar << 6 | UInt32(bytes[index + next] & 0x3F)
    }
    switch width {
    case 2: return scalar >= 0xA0
    case 3:
      return scalar >= 0x800 && !(0xD800...0xDFFF).contains(scalar) && scalar != 0xFEFF
        && scalar < 0xFFFE && scalar != 0x2028 && scalar != 0x2029
    default: return (0x1_0000...0x10_FFFF).contains(scalar) && bytes[index] < 0xF5
    }
  }
}
