extension CodeLanguage {
  static let c = CodeLanguage("C", "c", "h") { .c }
  static let cPlusPlus = CodeLanguage(
    "C++", "cpp", "c++", "cc", "cxx", "hpp", "hh", "hxx", "h++"
  ) { .cPlusPlus }
}

extension Grammar {
  fileprivate static let c = Grammar(modes(cWords, extraRules: []))

  fileprivate static let cPlusPlus = Grammar(
    modes(
      cPlusPlusWords,
      extraRules: [
        .scan(anyOf: "RLuU", openRaw, into: "raw", as: .string),
        .enter("[[", "attribute", .attribute),
      ]) + [
        Mode(name: "raw", text: .string, rules: [.scan(")", closeRaw, as: .string)]),
        Mode(
          name: "attribute", text: .attribute,
          rules: [.enter("\"", "string", .string), .leave("]]", .attribute)]),
      ])

  private static func modes(_ words: Words, extraRules: [Rule]) -> [Mode] {
    [
      .code(
        "code", words, numberByte: UInt8(ascii: "'"),
        .slashComments + extraRules + [
          .enter("\"", "string", .string),
          .enter("'", "character", .string),
          .scan("#", readDirective, into: "include", as: .heading, when: .firstOnLine),
          .pointNumber,
        ]),
      .comment(),
      .string("string", end: "\""),
      .string("character", end: "'"),
      Mode(
        name: "include",
        rules: [.enter("<", "header", .string), .enter("\"", "string", .string)]
          + .slashComments + Rule.leaveAtLineEnd),
      .string("header", end: ">", []),
    ]
  }

  private static let cWords = Words(
    keywords: """
      alignas alignof asm auto break case const constexpr continue default do else extern for goto \
      if inline register restrict return sizeof static switch typedef typeof volatile while \
      _Alignas _Alignof _Atomic _Generic _Noreturn _Static_assert _Thread_local static_assert \
      thread_local
      """,
    constants: "true false NULL nullptr",
    typeKeywords: "enum struct union",
    types: cTypes)

  private static let cTypes: StaticString = """
    bool char double float int long short signed unsigned void _Bool _Complex size_t ssize_t \
    ptrdiff_t intptr_t uintptr_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t \
    wchar_t char8_t char16_t char32_t FILE va_list time_t string vector
    """

  private static let cPlusPlusWords = Words(
    keywords: """
      alignas alignof and and_eq asm auto bitand bitor break case catch co_await co_return co_yield \
      compl const const_cast consteval constexpr constinit continue decltype default delete do \
      dynamic_cast else explicit export extern final for friend goto if inline mutable namespace \
      new noexcept not not_eq operator or or_eq override private protected public register \
      reinterpret_cast requires return sizeof static static_assert static_cast switch template \
      thread_local throw try typedef typeid using virtual volatile while xor xor_eq
      """,
    softKeywords: "import module",
    constants: "true false nullptr NULL this",
    typeKeywords: "class concept enum struct typename union",
    types: cTypes,
    capitalized: .mixedCase)

  /// `#`, blanks and the directive's name; after `include` the name of a file.
  private static let readDirective: Rule.ScanFunction = { tokenizer, target in
    let start = tokenizer.endOfBlanks(from: tokenizer.position + 1)
    let end = tokenizer.endOfWord(from: start)
    let name = tokenizer.code[start..<end]
    let isInclude = name.elementsEqual("include".utf8) || name.elementsEqual("import".utf8)
    tokenizer.colour(upTo: end, as: target.tokenClass)
    if isInclude { tokenizer.enter(target.mode, .plain) }
    return true
  }

  /// `R"tag(`, after an encoding prefix.
  private static let openRaw: Rule.ScanFunction = { tokenizer, target in
    var start = tokenizer.endOfWord(from: tokenizer.position)
    guard start - tokenizer.position <= 3, tokenizer.code[start - 1] == UInt8(ascii: "R"),
      tokenizer.byte(at: start) == UInt8(ascii: "\"")
    else { return false }
    start += 1
    var end = start
    while end < start + 16, !isDelimiter(tokenizer.byte(at: end)) { end += 1 }
    guard tokenizer.byte(at: end) == UInt8(ascii: "(") else { return false }
    tokenizer.colour(upTo: end + 1, as: target.tokenClass)
    if tokenizer.enter(target.mode, target.tokenClass) { tokenizer.frame.tag = start..<end }
    return true
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
      || byte == UInt8(ascii: "\\")
  }

  /// `)tag"`.
  private static let closeRaw: Rule.ScanFunction = { tokenizer, target in
    let tag = tokenizer.frame.tag
    let end = tokenizer.position + 1 + tag.count
    guard tokenizer.hasBytes(of: tag, at: tokenizer.position + 1),
      tokenizer.byte(at: end) == UInt8(ascii: "\"")
    else { return false }
    tokenizer.colour(upTo: end + 1, as: target.tokenClass)
    tokenizer.leave()
    return true
  }
}
