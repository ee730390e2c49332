import Bytes

/// Markdown that stands in a block of HTML, where none is read (CommonMark §4.6).
struct MarkdownInHTML {
  /// What shows it: the middle of a link, the signs of a heading, or a fence of code.
  let mark: [UInt8]
  /// Where that is in the HTML.
  let offset: Int

  /// Elements whose words may be code.
  private static let verbatim: Set<String> = [
    "code", "kbd", "math", "pre", "samp", "script", "style", "svg", "textarea", "title",
  ]

  /// Finds the first; `nil` where there is none.
  init?(firstIn html: [UInt8]) {
    var index = 0
    var isAtLineStart = true
    var bracket: Int?
    while index < html.count {
      let byte = html[index]
      if byte == UInt8(ascii: "<") {
        index = MarkdownInHTML.end(ofTagAt: index, in: html)
        isAtLineStart = false
        continue
      }
      if isAtLineStart, let length = MarkdownInHTML.lengthOfBlockMark(at: index, in: html) {
        mark = Array(html[index..<(index + length)])
        offset = index
        return
      }
      switch byte {
      case UInt8(ascii: "["): bracket = MarkdownInHTML.beginsWord(at: index, in: html) ? index : nil
      case UInt8(ascii: "]") where bracket != nil && MarkdownInHTML.isLink(at: index, in: html):
        mark = [UInt8]("](")
        offset = index
        return
      case UInt8(ascii: "\n"): bracket = nil
      default: break
      }
      isAtLineStart = byte == UInt8(ascii: "\n") || isAtLineStart && byte.isASCIIWhitespace
      index += 1
    }
    return nil
  }

  /// How many bytes the signs of a heading or a fence have; `nil` for other words.
  private static func lengthOfBlockMark(at start: Int, in html: [UInt8]) -> Int? {
    let sign = html[start]
    guard "#`~".utf8.contains(sign) else { return nil }
    let length = html[start...].prefix { $0 == sign }.count
    guard sign == UInt8(ascii: "#") else { return length >= 3 ? length : nil }
    guard (1...6).contains(length), start + length < html.count else { return nil }
    return html[start + length] == UInt8(ascii: " ") ? length : nil
  }

  /// Whether a bracket is no index of something.
  private static func beginsWord(at bracket: Int, in html: [UInt8]) -> Bool {
    guard bracket > 0 else { return true }
    return !html[bracket - 1].isASCIIAlphanumeric && !"])}_".utf8.contains(html[bracket - 1])
  }

  /// Whether an address follows a bracket.
  private static func isLink(at bracket: Int, in html: [UInt8]) -> Bool {
    let rest = html[(bracket + 1)...].prefix(1_000).prefix { !$0.isASCIIWhitespace }
    return rest.first == UInt8(ascii: "(") && rest.count > 2 && rest.contains(UInt8(ascii: ")"))
  }

  /// Where a tag or a comment ends, with the code that a tag begins.
  private static func end(ofTagAt start: Int, in html: [UInt8]) -> Int {
    if html[start...].hasPrefix("<!--") {
      return html.endOfHTMLComment(from: start + 4) ?? html.count
    }
    var quote: UInt8?
    var index = start + 1
    guard index < html.count, html[index].isASCIILetter || "/!?".utf8.contains(html[index]) else {
      return index
    }
    while index < html.count {
      let byte = html[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      }
    }
    let name = html[(start + 1)...].prefix(16).prefix(while: \.isASCIIAlphanumeric)
    guard !name.isEmpty, html[index - 1] == UInt8(ascii: ">") else { return index }
    let lowered = String(utf8: name.map(\.asciiLowercased))
    guard verbatim.contains(lowered), html[index - 2] != UInt8(ascii: "/") else { return index }
    return endTag(of: lowered, from: index, in: html)
  }

  private static func endTag(of name: String, from start: Int, in html: [UInt8]) -> Int {
    var rest = html[start...]
    while let next = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = html[(next + 1)...]
      let found = rest.dropFirst().prefix(name.utf8.count).lazy.map(\.asciiLowercased)
      if rest.first == UInt8(ascii: "/"), found.elementsEqual(name.utf8) { return next }
    }
    return html.count
  }
}
