extension CodeLanguage {
  static let python = CodeLanguage("Python", "python", "py", "python3", "py3", "pyi", "pycon") {
    .python
  }
}

extension Grammar {
  fileprivate static let python = Grammar([
    .code("code", words, codeRules),
    .code(
      "replacement", words,
      codeRules + [
        .open("("), .open("["), .open("{"), .close(")"), .close("]"), .close("}"),
        .scan(":", beginFormat, into: "format", as: .string),
      ]),
    Mode(
      name: "format", text: .string,
      rules: [.enter("{", "replacement", .variable), .leave("}", .variable)] + Rule.leaveAtLineEnd),
    .quoted("string", quotes: "\"'"),
    .quoted("longString", quotes: "\"'", isMultiLine: true, extraQuotes: 0),
    .quoted("fString", quotes: "\"'", [.escape()] + replacements),
    .quoted(
      "longFString", quotes: "\"'", isMultiLine: true, extraQuotes: 0, [.escape()] + replacements),
  ])

  private static let words = Words(
    keywords: """
      and as assert async await break continue del elif else except finally for from global if \
      import in is lambda nonlocal not or pass raise return try while with yield
      """,
    softKeywords: "match case",
    constants: "True False None",
    functionKeywords: "def",
    typeKeywords: "class",
    softTypeKeywords: "type",
    types: "bool bytes bytearray complex dict float frozenset int list object set str tuple",
    variables: "self cls",
    capitalized: .mixedCase)

  private static let codeRules =
    .hashComments
    + string(prefixes: "fFrRtT", letters: "frt", required: "f", "longFString", "fString")
    + string(prefixes: "tTrR", letters: "tr", required: "t", "longFString", "fString")
    + string(prefixes: "rRbBuU\"'", letters: "rbu", required: "", "longString", "string")
    + [.scan("@", readDecorator, as: .attribute, when: .firstOnLine), .pointNumber]

  /// Strings with a prefix; a backslash keeps the next quote from closing in raw ones too.
  private static func string(
    prefixes: StaticString, letters: StaticString, required: StaticString,
    _ long: ModeName, _ short: ModeName
  ) -> [Rule] {
    [
      .scan(
        anyOf: prefixes, Scanner.openPrefixed(letters: letters, required: required, count: 3),
        into: long, as: .string),
      .scan(
        anyOf: prefixes, Scanner.openPrefixed(letters: letters, required: required, count: 1),
        into: short, as: .string),
    ]
  }

  private static let replacements: [Rule] = [
    .mark("{{", .string), .mark("}}", .string), .enter("{", "replacement", .variable),
  ]

  /// The colon before a format specification, unless it is in brackets.
  private static let beginFormat: Rule.ScanFunction = { tokenizer, target in
    guard tokenizer.frame.depth == 0 else { return false }
    tokenizer.colour(upTo: tokenizer.position + 1, as: target.tokenClass)
    tokenizer.frame.mode = target.mode
    return true
  }

  /// `@` and a dotted name.
  private static let readDecorator: Rule.ScanFunction = { tokenizer, target in
    var end = tokenizer.position + 1
    while Tokenizer.isWordByte(tokenizer.byte(at: end)) || tokenizer.byte(at: end) == 0x2E {
      end += 1
    }
    tokenizer.colour(upTo: end, as: target.tokenClass)
    return true
  }
}
