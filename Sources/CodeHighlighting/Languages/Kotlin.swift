extension CodeLanguage {
  static let kotlin = CodeLanguage("Kotlin", "kotlin", "kt", "kts") { .kotlin }
}

extension Grammar {
  fileprivate static let kotlin = Grammar([
    .code(
      "code", words,
      .slashComments + .braces + [
        .scan("\"", Scanner.openQuote(count: 3), into: "rawString", as: .string),
        .enter("\"", "string", .string),
        .enter("'", "character", .string),
        .sigil("@", .attribute),
        .enter("`", "escapedName", .plain),
        .line("#!", when: .lineStart),
        .pointNumber,
      ]),
    .comment(nestingAt: "/*"),
    .quoted("rawString", isMultiLine: true, interpolations),
    .string("string", end: "\"", [.escape()] + interpolations),
    .string("character", end: "'"),
    Mode(name: "escapedName", rules: [.leave("`", .plain)] + Rule.leaveAtLineEnd),
  ])

  private static let interpolations: [Rule] = [
    .enter("${", "code", .variable), .sigil("$", .variable),
  ]

  private static let words = Words(
    keywords: """
      abstract actual annotation as break by catch companion const constructor continue crossinline \
      data do else enum expect external final finally for get if import in infix init inline inner \
      internal is lateinit noinline open operator out override package private protected public \
      reified return sealed set suspend tailrec throw try val value var vararg when where while
      """,
    constants: "true false null this super it",
    functionKeywords: "fun",
    typeKeywords: "class interface object typealias",
    capitalized: .mixedCase)
}
