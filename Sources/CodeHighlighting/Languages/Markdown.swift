import Bytes

extension CodeLanguage {
  static let markdown = CodeLanguage("Markdown", "markdown", "md", "mdx", "mkd") { .markdown }
}

extension Grammar {
  fileprivate static let markdown = Grammar([
    Mode(
      name: "text",
      rules: [
        .escape("\\", .plain),
        .scan("#", readHeading, as: .heading, when: .firstOnLine),
        .scan(anyOf: "`~", openFence, into: "fence", as: .string, when: .firstOnLine),
        .scan("`", readCodeSpan, as: .string),
        .scan(anyOf: "-*+", readListMark, as: .keyword, when: .firstOnLine),
        .scan(anyOf: "0123456789", readListNumber, as: .keyword, when: .firstOnLine),
        .mark(">", .keyword, when: .firstOnLine),
        .enter("<!--", "comment", .comment),
        .scan("<", readTag, as: .keyword),
        .scan("](", openAddress, as: .string),
      ]),
    .comment(end: "-->"),
    Mode(
      name: "fence", text: .string,
      rules: [.scan(anyOf: "`~", closeFence, as: .string, when: .firstOnLine)]),
  ])

  /// One to six `#` and a blank.
  private static let readHeading: Rule.ScanFunction = { tokenizer, target in
    let hash = UInt8(ascii: "#")
    let end = tokenizer.endOfRun(of: hash, from: tokenizer.position, atMost: 7)
    let next = tokenizer.byte(at: end)
    guard end - tokenizer.position < 7, next == 0 || next.isASCIIWhitespace else { return false }
    tokenizer.colour(upTo: tokenizer.endOfLine(from: end), as: target.tokenClass)
    return true
  }

  /// Three or more of one byte, and the line.
  private static let openFence: Rule.ScanFunction = { tokenizer, target in
    let byte = tokenizer.code[tokenizer.position]
    let end = tokenizer.endOfRun(of: byte, from: tokenizer.position)
    let line = tokenizer.endOfLine(from: end)
    guard end - tokenizer.position >= 3,
      byte != UInt8(ascii: "`") || !tokenizer.code[end..<line].contains(byte)
    else { return false }
    let count = end - tokenizer.position
    tokenizer.colour(upTo: line, as: target.tokenClass)
    if tokenizer.enter(target.mode, target.tokenClass) {
      tokenizer.frame.quote = byte
      tokenizer.frame.quotes = count
    }
    return true
  }

  private static let closeFence: Rule.ScanFunction = { tokenizer, target in
    let quote = tokenizer.frame.quote
    let end = tokenizer.endOfRun(of: quote, from: tokenizer.position)
    let blanks = tokenizer.endOfBlanks(from: end)
    let isWhole =
      end - tokenizer.position >= tokenizer.frame.quotes
      && blanks == tokenizer.endOfLine(from: blanks)
    guard end > tokenizer.position else { return false }
    tokenizer.colour(upTo: end, as: target.tokenClass)
    if isWhole { tokenizer.leave() }
    return true
  }

  /// Code between runs of backquotes of one length, on one line; a run without its like is text.
  private static let readCodeSpan: Rule.ScanFunction = { tokenizer, target in
    let quote = UInt8(ascii: "`")
    let start = tokenizer.endOfRun(of: quote, from: tokenizer.position)
    let count = start - tokenizer.position
    var end = start
    while end < tokenizer.limit, tokenizer.code[end] != 0x0A {
      guard tokenizer.code[end] == quote else {
        end += 1
        continue
      }
      let run = tokenizer.endOfRun(of: quote, from: end)
      if run - end == count {
        tokenizer.colour(upTo: run, as: target.tokenClass)
        return true
      }
      end = run
    }
    // What was searched in vain is taken, so that it is not searched again.
    tokenizer.colour(upTo: count > 2 ? end : start, as: .plain)
    return true
  }

  /// `-`, `*` or `+` and a blank, or a thematic break.
  private static let readListMark: Rule.ScanFunction = { tokenizer, target in
    let end = tokenizer.endOfRun(of: tokenizer.code[tokenizer.position], from: tokenizer.position)
    let next = tokenizer.byte(at: end)
    let isMark = end - tokenizer.position == 1 && (next == 0x20 || next == 0x09)
    guard isMark || end - tokenizer.position >= 3 && (next == 0 || next == 0x0A) else {
      return false
    }
    tokenizer.colour(upTo: end, as: target.tokenClass)
    return true
  }

  /// `1.` or `1)` and a blank.
  private static let readListNumber: Rule.ScanFunction = { tokenizer, target in
    var end = tokenizer.position
    while tokenizer.byte(at: end).isASCIIDigit, end < tokenizer.position + 10 { end += 1 }
    let mark = tokenizer.byte(at: end)
    guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
      tokenizer.byte(at: end + 1) == 0x20
    else { return false }
    tokenizer.colour(upTo: end + 1, as: target.tokenClass)
    return true
  }

  /// `<b>`, `</b>` or `<https://…>`.
  private static let readTag: Rule.ScanFunction = { tokenizer, target in
    var end = tokenizer.position + 1
    if tokenizer.byte(at: end) == UInt8(ascii: "/") { end += 1 }
    guard tokenizer.byte(at: end).isASCIILetter else { return false }
    while end < tokenizer.limit, tokenizer.code[end] != UInt8(ascii: ">") {
      if tokenizer.code[end] == UInt8(ascii: "<") || tokenizer.code[end] == 0x0A { return false }
      end += 1
    }
    tokenizer.colour(upTo: min(end + 1, tokenizer.limit), as: target.tokenClass)
    return true
  }

  /// The address of a link after its text.
  private static let openAddress: Rule.ScanFunction = { tokenizer, target in
    var end = tokenizer.position + 2
    while end < tokenizer.limit, tokenizer.code[end] != UInt8(ascii: ")"),
      tokenizer.code[end] != 0x0A, tokenizer.code[end] != UInt8(ascii: "]")
    { end += 1 }
    guard tokenizer.byte(at: end) == UInt8(ascii: ")") else { return false }
    tokenizer.colour(upTo: tokenizer.position + 2, as: .plain)
    tokenizer.colour(upTo: end, as: target.tokenClass)
    return true
  }
}
