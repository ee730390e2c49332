import Bytes
import CommonMark
import Diagnostics

/// Headings and lists that are none, because no space stands between the sign and the words.
extension TextRenderer {
  /// Tells of a paragraph whose lines begin as headings or items do, but for the space.
  mutating func reportMissingSpace(in paragraph: MarkdownNode, _ first: MarkdownNode) {
    guard let sign = first.withLiteral(\.first) else { return }
    if sign == UInt8(ascii: "#") {
      return reportMissingSpaceOfHeading(at: lines.start(of: paragraph))
    }
    // The lines are looked for only where they may matter.
    guard paragraph.endLine > paragraph.line, ItemMark.begins(with: sign),
      let start = lines.start(of: paragraph), let mark = ItemMark(at: start, in: source)
    else { return }
    let others = ((paragraph.line + 1)...paragraph.endLine).map { line in
      let words = source[lines.start(ofLine: line)...].drop { " \t>".utf8.contains($0) }
      return ItemMark(at: words.startIndex, in: source)
    }
    guard others.allSatisfy({ $0?.kind == mark.kind }) else { return }
    let place = lines.place(at: start)
    let shown = String(utf8: Array(source[start..<(start + mark.length)]))
    report(
      "list-space", .warning,
      mark.kind == .dot
        ? "\"\(shown)\" begins no item of a list"
        : "\"\(shown)\" needs a space behind it to begin a list",
      line: place.line, column: place.column, length: mark.length,
      help: mark.kind == .dot ? "write - and a space in its place" : nil)
  }

  /// Tells of a line of an item that begins as the next item does, but for the space.
  mutating func reportMissingSpaceOfItem(
    at literal: UnsafeBufferPointer<UInt8>, of node: MarkdownNode
  ) {
    guard let paragraph = node.parent, paragraph.kind == .paragraph,
      paragraph.firstChild?.isSame(as: node) == false,
      let item = paragraph.parent, let list = item.parent, list.kind == .list
    else { return }
    let words = Array(literal.prefix(40))
    guard let mark = ItemMark(at: 0, in: words), mark.kind != .dot,
      (mark.kind == .number) == (list.orderedListStart != nil),
      let place = find(words, near: node), lines.length(of: words, at: place) == words.count
    else { return }
    // In a list of other signs it is none.
    guard mark.kind == .number || lines.start(of: item).map({ source[$0] }) == words[0] else {
      return
    }
    // What follows code or a link within a line is the end of a word.
    let start = lines.start(ofLine: place.line)
    guard source[start..<(start + place.column - 1)].allSatisfy({ " \t>".utf8.contains($0) }) else {
      return
    }
    report(
      "list-space", .warning,
      "\"\(String(utf8: words.prefix(mark.length)))\" needs a space behind it to begin an item",
      line: place.line, column: place.column, length: mark.length)
  }

  /// One sign before a word is what others call a tag.
  private mutating func reportMissingSpaceOfHeading(at start: Int?) {
    guard let start else { return }
    let level = source[start...].prefix(7).prefix { $0 == UInt8(ascii: "#") }.count
    guard (2...6).contains(level), start + level < source.count,
      !source[start + level].isASCIIWhitespace
    else { return }
    let place = lines.place(at: start)
    let signs = String(repeating: "#", count: level)
    report(
      "heading-space", .warning, "\"\(signs)\" needs a space behind it to begin a heading",
      line: place.line, column: place.column, length: level)
  }
}

/// What a line begins with that is nearly an item of a list.
struct ItemMark {
  enum Kind {
    case dash
    case star
    case dot
    case number
  }

  let kind: Kind
  /// How many bytes it has.
  let length: Int

  /// Whether it may begin with a byte.
  static func begins(with byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte.isASCIIDigit || byte == 0xE2
  }

  init?(at start: Int, in text: [UInt8]) {
    let words = text[start...]
    let digits = words.prefix(4).prefix(while: \.isASCIIDigit).count
    if words.hasPrefix("\u{2022}") {
      (kind, length) = (.dot, 3)
      return
    } else if words.first == UInt8(ascii: "-") {
      (kind, length) = (.dash, 1)
    } else if words.first == UInt8(ascii: "*") {
      (kind, length) = (.star, 1)
    } else if (1...3).contains(digits), digits < words.count,
      words[start + digits] == UInt8(ascii: ".")
    {
      (kind, length) = (.number, digits + 1)
    } else {
      return nil
    }
    // A single letter is an option or a version, such as -v or 2.x.
    let word = text[(start + length)...].prefix(2)
    guard word.count == 2, word.allSatisfy({ $0.isASCIILetter || $0 >= 0xC3 || $0 & 0xC0 == 0x80 })
    else { return nil }
  }
}
