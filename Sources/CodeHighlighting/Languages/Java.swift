extension CodeLanguage {
  static let java = CodeLanguage("Java", "java") { .java }
}

extension Grammar {
  fileprivate static let java = Grammar([
    .code(
      "code", words,
      .slashComments + [
        .scan("\"", Scanner.openQuote(count: 3), into: "textBlock", as: .string),
        .enter("\"", "string", .string),
        .enter("'", "character", .string),
        .sigil("@", .attribute),
        .pointNumber,
      ]),
    .comment(),
    .quoted("textBlock", isMultiLine: true),
    .string("string", end: "\""),
    .string("character", end: "'"),
  ])

  private static let words = Words(
    keywords: """
      abstract assert break case catch const continue default do else final finally for goto if \
      import instanceof native new package private protected public return static strictfp switch \
      synchronized throw throws transient try volatile while
      """,
    softKeywords:
      "exports module non-sealed open permits provides requires sealed to uses var when with yield",
    constants: "true false null this super",
    typeKeywords: "class enum extends implements interface",
    softTypeKeywords: "record",
    types: "boolean byte char double float int long short void",
    extraBytes: "$", capitalized: .any)
}
