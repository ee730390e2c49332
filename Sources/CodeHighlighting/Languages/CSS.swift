import Bytes

extension CodeLanguage {
  static let css = CodeLanguage("CSS", "css", "scss", "less") { .css }
}

extension Grammar {
  fileprivate static let css = Grammar(.css)
}

extension [Mode] {
  /// The modes of style sheets, with nested rules.
  static let css: [Mode] = [
    .code(
      "code", Words(extraBytes: "-", call: .attribute, otherwise: .keyword),
      numberByte: UInt8(ascii: "%"),
      [
        .scan(anyOf: nameStarts, readProperty, into: "value", as: .property),
        .scan(anyOf: ".#", readSelector, as: .type),
        .scan(":", readSelector, as: .attribute),
        .scan("@", readAtRule, into: "prelude", as: .keyword),
        .enter("[", "attribute", .plain),
      ] + common),
    .code(
      "value", valueWords, numberByte: UInt8(ascii: "%"),
      common + values + [
        .mark("!important", .keyword),
        .scan("#", readColour, as: .number),
        .leave(";", .plain), .leaveBefore("}"), .leaveBefore("{"),
      ]),
    .code(
      "prelude", preludeWords, numberByte: UInt8(ascii: "%"),
      common + values + [.leave(";", .plain), .leaveBefore("{"), .leaveBefore("}")]),
    Mode(
      name: "attribute", words: Words(extraBytes: "-", otherwise: .attribute),
      rules: common + [.leave("]", .plain), .leaveBefore("{"), .leaveBefore("}")]),
    .comment(),
    .string("doubleQuoted", end: "\""),
    .string("singleQuoted", end: "'"),
    Mode(name: "address", text: .string, rules: [.leaveBefore(")")] + Rule.leaveAtLineEnd),
  ]

  private static let common: [Rule] = [
    .enter("/*", "comment", .comment),
    .line("//", when: .wordStart),
    .enter("\"", "doubleQuoted", .string),
    .enter("'", "singleQuoted", .string),
    .sigil("$", .variable),
  ]

  private static let values: [Rule] = [
    .pointNumber,
    .scan(anyOf: "uU", openAddress, into: "address", as: .string),
    .scan("--", readVariable, as: .variable),
    .scan(anyOf: "+-", readSignedNumber, as: .number),
  ]

  private static let valueWords = Words(extraBytes: "-")

  private static let preludeWords = Words(
    keywords: "and or not only from to layer supports", extraBytes: "-",
    follower: UInt8(ascii: ":"), followedClass: .property)

  private static let nameStarts: StaticString =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_$"

  /// A name that begins a declaration: no block opens before the declaration ends.
  private static let readProperty: Rule.ScanFunction = { tokenizer, target in
    let last = tokenizer.lastByte(before: tokenizer.position)
    let isStart =
      last < tokenizer.regionStart || [UInt8]("{};").contains(tokenizer.code[last])
      || tokenizer.code[last] == UInt8(ascii: "/")
        && tokenizer.byte(at: last - 1) == UInt8(ascii: "*")
    guard isStart else { return false }
    let end = endOfName(tokenizer, from: tokenizer.position + 1)
    let colon = tokenizer.endOfBlanks(from: end)
    guard tokenizer.byte(at: colon) == UInt8(ascii: ":"), isDeclaration(tokenizer, from: colon)
    else {
      return false
    }
    let isVariable =
      tokenizer.code[tokenizer.position] == UInt8(ascii: "$")
      || tokenizer.code[tokenizer.position..<end].hasPrefix("--")
    tokenizer.colour(upTo: end, as: isVariable ? .variable : target.tokenClass)
    tokenizer.colour(upTo: colon + 1, as: .plain)
    tokenizer.enter(target.mode, .plain)
    return true
  }

  /// Whether a semicolon or the end of the block comes before the start of a block.
  ///
  /// A comment ends the search, so that each byte is searched once.
  private static func isDeclaration(_ tokenizer: Tokenizer, from start: Int) -> Bool {
    var index = start + 1
    while index < tokenizer.limit {
      switch tokenizer.code[index] {
      case UInt8(ascii: "{"): return false
      case UInt8(ascii: ";"), UInt8(ascii: "}"): return true
      case UInt8(ascii: "*") where tokenizer.code[index - 1] == UInt8(ascii: "/"): return true
      case UInt8(ascii: "/") where tokenizer.code[index - 1] == UInt8(ascii: "*"): return true
      default: index += 1
      }
    }
    return true
  }

  /// `.class`, `#id`, `:hover` or `::before`.
  private static let readSelector: Rule.ScanFunction = { tokenizer, target in
    let sign = tokenizer.code[tokenizer.position]
    let start = tokenizer.endOfRun(of: sign, from: tokenizer.position, atMost: 2)
    let end = endOfName(tokenizer, from: start)
    tokenizer.colour(upTo: end, as: end > start ? target.tokenClass : .plain)
    return true
  }

  /// Where letters, digits, `_` and `-` end.
  private static func endOfName(_ tokenizer: Tokenizer, from start: Int) -> Int {
    var end = start
    while Tokenizer.isWordByte(tokenizer.byte(at: end)) || tokenizer.byte(at: end) == 0x2D {
      end += 1
    }
    return end
  }

  /// `@media` and what follows it up to its block.
  private static let readAtRule: Rule.ScanFunction = { tokenizer, target in
    let end = endOfName(tokenizer, from: tokenizer.position + 1)
    tokenizer.colour(upTo: end, as: target.tokenClass)
    tokenizer.enter(target.mode, .plain)
    return true
  }

  /// `#` and hexadecimal digits.
  private static let readColour: Rule.ScanFunction = { tokenizer, target in
    let end = tokenizer.endOfWord(from: tokenizer.position + 1)
    tokenizer.colour(upTo: end, as: target.tokenClass)
    return true
  }

  /// `url(` before an address without quotes.
  private static let openAddress: Rule.ScanFunction = { tokenizer, target in
    let end = tokenizer.position + 4
    guard end < tokenizer.limit,
      tokenizer.code[tokenizer.position..<end].lazy.map(\.asciiLowercased).elementsEqual(
        "url(".utf8),
      ![0x22, 0x27].contains(tokenizer.code[end])
    else { return false }
    tokenizer.colour(upTo: end - 1, as: .function)
    tokenizer.colour(upTo: end, as: .plain)
    tokenizer.enter(target.mode, target.tokenClass)
    return true
  }

  /// `--name`.
  private static let readVariable: Rule.ScanFunction = { tokenizer, target in
    let end = endOfName(tokenizer, from: tokenizer.position + 2)
    tokenizer.colour(upTo: end, as: target.tokenClass)
    return true
  }

  /// `-1px`, `+.5em`.
  private static let readSignedNumber: Rule.ScanFunction = { tokenizer, _ in
    let next = tokenizer.byte(at: tokenizer.position + 1)
    let isNumber =
      next.isASCIIDigit
      || next == UInt8(ascii: ".") && tokenizer.byte(at: tokenizer.position + 2).isASCIIDigit
    if isNumber { tokenizer.readNumber() }
    return isNumber
  }
}
