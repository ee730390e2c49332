extension CodeLanguage {
  static let rust = CodeLanguage("Rust", "rust", "rs") { .rust }
}

extension Grammar {
  fileprivate static let rust = Grammar([
    .code(
      "code", words,
      .slashComments + [
        .scan(anyOf: "rbc", openRaw, into: "rawString", as: .string),
        .sigil("r#", .plain),
        .enter("b\"", "string", .string),
        .enter("c\"", "string", .string),
        .enter("\"", "string", .string),
        .scan("'", Scanner.character, as: .string),
        .sigil("'", .attribute),
        .enter("#[", "attribute", .attribute),
        .enter("#![", "attribute", .attribute),
      ]),
    .comment(nestingAt: "/*"),
    .quoted("rawString", isMultiLine: true, []),
    .string("string", end: "\"", isMultiLine: true),
    Mode(
      name: "attribute", text: .attribute,
      rules: [
        .enter("\"", "string", .string), .open("[", .attribute), .close("]", .attribute),
      ]),
  ])

  private static let words = Words(
    keywords: """
      as async await break const continue crate dyn else extern for if impl in let loop match mod \
      move mut pub ref return static unsafe use where while yield
      """,
    softKeywords: "union raw",
    constants: "true false self Self super",
    functionKeywords: "fn",
    typeKeywords: "enum struct trait type",
    types: """
      bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize
      """,
    capitalized: .mixedCase, follower: UInt8(ascii: "!"), followedClass: .function,
    keepsKeywordsAfterPoint: true)

  /// `r`, `br` or `cr`, any number of `#` and a quote.
  private static let openRaw: Rule.ScanFunction = { tokenizer, target in
    var start = tokenizer.position
    if tokenizer.code[start] != UInt8(ascii: "r") { start += 1 }
    guard tokenizer.byte(at: start) == UInt8(ascii: "r") else { return false }
    let end = tokenizer.endOfRun(of: UInt8(ascii: "#"), from: start + 1)
    return Scanner.open(&tokenizer, target, quotesAt: end, 1, hashes: end - start - 1)
  }
}
