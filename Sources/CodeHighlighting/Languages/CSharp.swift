extension CodeLanguage {
  static let cSharp = CodeLanguage("C#", "csharp", "cs", "c#") { .cSharp }
}

extension Grammar {
  fileprivate static let cSharp = Grammar([
    .code("code", words, codeRules),
    .code(
      "hole", words,
      codeRules + .parentheses + .braces + [
        .scan(":", beginFormat, into: "format", as: .string)
      ]),
    Mode(name: "format", text: .string, rules: [.leave("}", .variable)] + Rule.leaveAtLineEnd),
    .comment(),
    .string("string", end: "\""),
    .string("character", end: "'"),
    .string("interpolated", end: "\"", [.escape()] + holes),
    verbatim("verbatim", []),
    verbatim("interpolatedVerbatim", holes),
    .quoted("raw", isMultiLine: true, extraQuotes: 0, []),
    .quoted(
      "interpolatedRaw", isMultiLine: true, extraQuotes: 0,
      [.scan("{", openRawHole, into: "hole", as: .string), .mark("}", .string)]),
  ])

  private static let words = Words(
    keywords: """
      abstract and as async await base break case catch checked const continue default delegate do \
      else event explicit extern finally fixed for foreach get goto if implicit in init internal is \
      let lock nameof namespace not operator or out override params private protected public \
      readonly ref required return sealed select set sizeof stackalloc static switch throw try \
      typeof unchecked unsafe using var virtual volatile when where while with yield
      """,
    softKeywords:
      "add ascending by descending equals file from global group into join on orderby partial remove scoped",
    constants: "true false null this value",
    typeKeywords: "class enum interface new struct",
    softTypeKeywords: "record",
    types: """
      bool byte char decimal double dynamic float int long nint nuint object sbyte short string \
      uint ulong ushort void
      """,
    capitalized: .any, callsMayBeCapitalized: true)

  private static let codeRules: [Rule] =
    .slashComments + [
      .scan("$", openRaw, into: "interpolatedRaw", as: .string),
      .scan("\"", openRaw, into: "raw", as: .string),
      .enter("$@\"", "interpolatedVerbatim", .string),
      .enter("@$\"", "interpolatedVerbatim", .string),
      .enter("$\"", "interpolated", .string),
      .enter("@\"", "verbatim", .string),
      .enter("\"", "string", .string),
      .enter("'", "character", .string),
      .scan("#", readDirective, as: .heading, when: .firstOnLine),
      .scan("[", readAttribute, as: .attribute, when: .firstOnLine),
      .pointNumber,
    ]

  private static let holes: [Rule] = [
    .mark("{{", .string), .mark("}}", .string), .enter("{", "hole", .variable),
  ]

  /// A string in which a quote is doubled and a backslash means nothing.
  private static func verbatim(_ name: ModeName, _ rules: [Rule]) -> Mode {
    .string(name, end: "\"", isMultiLine: true, [.mark("\"\"", .string)] + rules)
  }

  /// Any number of `$` and three or more quotes; `hashes` then counts the `$`.
  private static let openRaw: Rule.ScanFunction = { tokenizer, target in
    let dollar = UInt8(ascii: "$")
    guard tokenizer.byte(at: tokenizer.position - 1) != dollar else { return false }
    let start = tokenizer.endOfRun(of: dollar, from: tokenizer.position)
    let end = tokenizer.endOfRun(of: UInt8(ascii: "\""), from: start)
    guard end - start >= 3 else { return false }
    let dollars = start - tokenizer.position
    guard Scanner.open(&tokenizer, target, quotesAt: start, end - start) else { return false }
    tokenizer.frame.depth = dollars
    return true
  }

  /// As many braces as the string has `$`; more come before them as text.
  private static let openRawHole: Rule.ScanFunction = { tokenizer, target in
    let dollars = tokenizer.frame.depth
    let end = tokenizer.endOfRun(of: UInt8(ascii: "{"), from: tokenizer.position)
    guard dollars > 0, end - tokenizer.position >= dollars else {
      tokenizer.colour(upTo: end, as: .string)
      return true
    }
    tokenizer.colour(upTo: end - dollars, as: .string)
    tokenizer.colour(upTo: end, as: .variable)
    tokenizer.enter(target.mode, .variable)
    return true
  }

  /// The colon before a format, unless it is in brackets or doubled.
  private static let beginFormat: Rule.ScanFunction = { tokenizer, target in
    guard tokenizer.frame.depth == 0, tokenizer.byte(at: tokenizer.position + 1) != 0x3A,
      tokenizer.byte(at: tokenizer.position - 1) != 0x3A
    else { return false }
    tokenizer.colour(upTo: tokenizer.position + 1, as: target.tokenClass)
    tokenizer.frame.mode = target.mode
    return true
  }

  /// `#region` with its text, or another directive's name.
  private static let readDirective: Rule.ScanFunction = { tokenizer, target in
    let start = tokenizer.endOfBlanks(from: tokenizer.position + 1)
    let end = tokenizer.endOfWord(from: start)
    let hasText = tokenizer.code[start..<end].reversed().starts(with: "noiger".utf8)
    tokenizer.colour(upTo: hasText ? tokenizer.endOfLine(from: end) : end, as: target.tokenClass)
    return true
  }

  /// A bracket that begins a line and the names in it.
  private static let readAttribute: Rule.ScanFunction = { tokenizer, target in
    var end = tokenizer.position + 1
    while Tokenizer.isWordByte(tokenizer.byte(at: end)) || tokenizer.byte(at: end) == 0x2E
      || tokenizer.byte(at: end) == 0x3A
    {
      end += 1
    }
    guard CompiledWords.isLetter(tokenizer.byte(at: tokenizer.position + 1)) else { return false }
    tokenizer.colour(upTo: tokenizer.position + 1, as: .plain)
    tokenizer.colour(upTo: end, as: target.tokenClass)
    return true
  }
}
