import Bytes

extension CodeLanguage {
  static let toml = CodeLanguage("TOML", "toml") { .toml }
}

extension Grammar {
  fileprivate static let toml = Grammar([
    .code(
      "code", words, numberByte: UInt8(ascii: "-"),
      .hashComments + [
        .enter("[", "table", .heading, when: .firstOnLine),
        .scan("\"", Scanner.openQuote(count: 3), into: "multiLineString", as: .string),
        .scan("'", Scanner.openQuote(count: 3), into: "literalMultiLineString", as: .string),
        .scan("\"", Scanner.keyOrString(before: UInt8(ascii: "=")), as: .string),
        .scan("'", Scanner.keyOrString(before: UInt8(ascii: "="), hasEscapes: false), as: .string),
        .scan(anyOf: digits, readDateOrKey, as: .number),
        .scan(anyOf: "+-", readSigned, as: .number),
      ]),
    .quoted("multiLineString", isMultiLine: true),
    .quoted("literalMultiLineString", quotes: "'", isMultiLine: true, []),
    Mode(
      name: "table", text: .heading,
      rules: [.open("[", .heading), .close("]", .heading), .enter("\"", "name", .heading)]
        + Rule.leaveAtLineEnd),
    Mode(
      name: "name", text: .heading,
      rules: [.escape("\\", .heading), .leave("\"", .heading)] + Rule.leaveAtLineEnd),
  ])

  private static let digits: StaticString = "0123456789"

  private static let words = Words(
    constants: "true false inf nan", extraBytes: "-", trailingBytes: ".", call: .plain,
    follower: UInt8(ascii: "="), followedClass: .property, followerMayBeSpaced: true)

  /// A number, a date with a time, or a key of digits.
  private static let readDateOrKey: Rule.ScanFunction = { tokenizer, target in
    var end = tokenizer.position
    while Tokenizer.isWordByte(tokenizer.byte(at: end))
      || [0x2D, 0x2B, 0x2E, 0x3A].contains(tokenizer.byte(at: end))
      || tokenizer.byte(at: end) == 0x20 && end == tokenizer.position + 10
        && tokenizer.code[end - 3] == 0x2D && tokenizer.byte(at: end + 1).isASCIIDigit
    { end += 1 }
    let isKey = tokenizer.byte(at: tokenizer.endOfBlanks(from: end)) == UInt8(ascii: "=")
    tokenizer.colour(upTo: end, as: isKey ? .property : target.tokenClass)
    return true
  }

  /// A sign before a number, `inf` or `nan`.
  private static let readSigned: Rule.ScanFunction = { tokenizer, target in
    let next = tokenizer.position + 1
    guard
      tokenizer.byte(at: next).isASCIIDigit || tokenizer.code[next...].hasPrefix("inf")
        || tokenizer.code[next...].hasPrefix("nan")
    else { return false }
    tokenizer.readNumber()
    return true
  }
}
