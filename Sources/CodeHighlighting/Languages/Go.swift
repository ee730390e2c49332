extension CodeLanguage {
  static let go = CodeLanguage("Go", "go", "golang") { .go }
}

extension Grammar {
  fileprivate static let go = Grammar([
    .code(
      "code", words,
      .slashComments + [
        .enter("\"", "string", .string),
        .enter("'", "rune", .string),
        .enter("`", "rawString", .string),
        .pointNumber,
      ]),
    .comment(),
    .string("string", end: "\""),
    .string("rune", end: "'"),
    .string("rawString", end: "`", isMultiLine: true, []),
  ])

  private static let words = Words(
    keywords: """
      break case chan const continue default defer else fallthrough for go goto if import interface \
      map package range return select struct switch var
      """,
    constants: "true false nil iota",
    functionKeywords: "func",
    typeKeywords: "type",
    types: """
      any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 \
      int64 rune string uint uint8 uint16 uint32 uint64 uintptr
      """)
}
