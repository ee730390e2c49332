import Bytes

/// The words and links of a Markdown text, found without a parser.
///
/// It knows fences, code spans, links, references, footnotes, tags and comments, each in its plain form. What it
/// does not know it takes as words, so that it finds too many rather than too few.
struct MarkdownScan {
  /// The text without markup.
  private(set) var text: [UInt8] = []
  /// The destinations of links and pictures, with their lines.
  private(set) var links: [(destination: String, line: Int)] = []

  private var inline: [UInt8] = []
  private var index = 0
  private var line: Int

  /// Scans a text that begins on a line of its file.
  init(_ markdown: ArraySlice<UInt8>, firstLine: Int) {
    line = firstLine
    separateCode(markdown)
    while index < inline.count { step() }
  }

  // MARK: Blocks

  /// Moves what stands in fences to the text as it is, and leaves empty lines in its place.
  private mutating func separateCode(_ markdown: ArraySlice<UInt8>) {
    var fence: (byte: UInt8, count: Int)?
    for row in markdown.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let start = row.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      let byte = start.first ?? 0
      let count =
        byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~")
        ? start.prefix { $0 == byte }.count : 0
      if let open = fence {
        let isEnd =
          byte == open.byte && count >= open.count
          && start.dropFirst(count).allSatisfy(\.isASCIIWhitespace)
        if isEnd { fence = nil } else { text += row + [0x0A] }
      } else if count >= 3, byte != UInt8(ascii: "`") || !start.dropFirst(count).contains(byte) {
        fence = (byte, count)
      } else {
        inline += MarkdownScan.withoutNumber(MarkdownScan.withoutAttributes(row))
      }
      inline.append(0x0A)
    }
  }

  /// A heading without `{#id .class}` at its end.
  private static func withoutAttributes(_ row: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let trimmed = row.trimmingASCIIWhitespace
    guard trimmed.first == UInt8(ascii: "#"), trimmed.last == UInt8(ascii: "}"),
      let brace = trimmed.lastIndex(of: UInt8(ascii: "{")),
      let sign = trimmed[brace...].dropFirst().first(where: { $0 != 0x20 }),
      "#.:".utf8.contains(sign)
    else { return row }
    return trimmed[..<brace]
  }

  /// A line without the number of its item.
  private static func withoutNumber(_ row: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = row.drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
    let rest = start.drop(while: \.isASCIIDigit)
    guard rest.startIndex > start.startIndex, let mark = rest.first, ".)".utf8.contains(mark),
      rest.dropFirst().first ?? 0x20 == 0x20
    else { return row }
    return rest.dropFirst()
  }

  // MARK: Inlines

  private mutating func step() {
    let byte = inline[index]
    switch byte {
    case UInt8(ascii: "\\"): skip(to: index + 1)
    case UInt8(ascii: "`"): code()
    case UInt8(ascii: "<"): tag()
    case UInt8(ascii: "["): bracket()
    case UInt8(ascii: "]"): bracketEnd()
    case UInt8(ascii: "&"): reference()
    default:
      text.append(byte)
      if byte == 0x0A { line += 1 }
      index += 1
    }
  }

  /// Passes over markup, which parts words.
  private mutating func skip(to end: Int) {
    line += inline[index..<min(end, inline.count)].count { $0 == 0x0A }
    text.append(0x20)
    index = end
  }

  /// Numbers of characters become these, as in `n&#178;`; names stand for signs that are no letters.
  private mutating func reference() {
    guard let end = inline[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
      return skip(to: index + 1)
    }
    let name = String(decoding: inline[(index + 1)..<end], as: UTF8.self)
    guard name.hasPrefix("#"), let number = UInt32(name.dropFirst()),
      let scalar = UnicodeScalar(number)
    else { return skip(to: end + 1) }
    text += String(scalar).utf8
    index = end + 1
  }

  /// Where the paragraph ends.
  private var end: Int {
    var end = index
    while end + 1 < inline.count, !(inline[end] == 0x0A && inline[end + 1] == 0x0A) { end += 1 }
    return end
  }

  private mutating func code() {
    let count = inline[index...].prefix { $0 == UInt8(ascii: "`") }.count
    var close = index + count
    let limit = end
    while close < limit {
      let run = inline[close..<limit].prefix { $0 == UInt8(ascii: "`") }.count
      if run == count {
        text += [0x20] + inline[(index + count)..<close]
        return skip(to: close + count)
      }
      close += max(run, 1)
    }
    skip(to: index + count)
  }

  private mutating func tag() {
    if inline[index...].starts(with: Array("<!--".utf8)) {
      return skip(to: after("-->", from: index))
    }
    let next = inline[index...].dropFirst().first ?? 0
    guard next.isASCIILetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!"),
      let close = inline[index..<end].firstIndex(of: UInt8(ascii: ">"))
    else { return skip(to: index + 1) }
    let content = inline[(index + 1)..<close]
    let name = String(decoding: content.prefix(while: \.isASCIIAlphanumeric), as: UTF8.self)
    if content.contains(UInt8(ascii: ":")), !content.contains(0x20),
      !content.contains(UInt8(ascii: "="))
    {
      // `<https://example.org>` is shown.
      text += content
      return skip(to: close + 1)
    }
    for name in ["href", "src"] { note(attribute: name, in: content) }
    skip(
      to: ["script", "style"].contains(name.lowercased())
        ? after("</\(name)>", from: close) : close + 1)
  }

  private mutating func note(attribute: String, in tag: ArraySlice<UInt8>) {
    let parts = tag.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
    for index in stride(from: 1, to: parts.count, by: 2)
    where parts[index - 1].suffix(attribute.utf8.count + 2).elementsEqual(" \(attribute)=".utf8) {
      links.append((String(decoding: parts[index], as: UTF8.self), line))
    }
  }

  private func after(_ words: String, from start: Int) -> Int {
    var index = start
    while index < inline.count {
      if inline[index...].starts(with: words.utf8) { return index + words.utf8.count }
      index += 1
    }
    return inline.count
  }

  private mutating func bracket() {
    guard let close = inline[index..<end].firstIndex(of: UInt8(ascii: "]")) else {
      return skip(to: index + 1)
    }
    let isNote = inline[index + 1] == UInt8(ascii: "^")
    let isDefinition =
      close + 1 < inline.count && inline[close + 1] == UInt8(ascii: ":") && isFirstOfLine
    if isNote { return skip(to: isDefinition ? close + 2 : close + 1) }
    guard isDefinition else { return skip(to: index + 1) }
    let endOfLine = inline[close...].firstIndex(of: 0x0A) ?? inline.count
    let words = inline[(close + 2)..<endOfLine].split(whereSeparator: \.isASCIIWhitespace)
    if let destination = words.first {
      links.append((String(decoding: destination, as: UTF8.self), line))
    }
    skip(to: endOfLine)
  }

  private var isFirstOfLine: Bool {
    let start = inline[..<index].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return inline[start..<index].allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: ">") }
  }

  private mutating func bracketEnd() {
    let next = index + 1 < inline.count ? inline[index + 1] : 0
    if next == UInt8(ascii: "["),
      let close = inline[index..<end].dropFirst().firstIndex(of: UInt8(ascii: "]"))
    {
      return skip(to: close + 1)
    }
    guard next == UInt8(ascii: "("), let close = endOfDestination(from: index + 2) else {
      return skip(to: index + 1)
    }
    let words = inline[(index + 2)..<close].trimmingASCIIWhitespace
    let isPointed = words.first == UInt8(ascii: "<")
    let destination =
      isPointed
      ? words.dropFirst().prefix { $0 != UInt8(ascii: ">") }
      : words.prefix { !$0.isASCIIWhitespace }
    links.append((String(decoding: destination, as: UTF8.self), line))
    skip(to: close + 1)
  }

  /// The parenthesis that closes the one before `start`.
  private func endOfDestination(from start: Int) -> Int? {
    var depth = 0
    for index in start..<max(start, end) {
      switch inline[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return index }
        depth -= 1
      default: continue
      }
    }
    return nil
  }
}
