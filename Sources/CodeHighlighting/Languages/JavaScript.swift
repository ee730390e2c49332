import Bytes

extension CodeLanguage {
  static let javaScript = CodeLanguage(
    "JavaScript", "javascript", "js", "jsx", "mjs", "cjs", "node"
  ) { .javaScript }
}

extension Grammar {
  fileprivate static let javaScript = Grammar(.javaScript(JavaScript.words, hasMarkup: true))
}

extension [Mode] {
  /// The modes of JavaScript and its kin; `<` may begin a JSX element if `hasMarkup`.
  static func javaScript(_ words: Words, hasMarkup: Bool) -> [Mode] {
    let markup: [Rule] =
      hasMarkup
      ? [.scan("<", JavaScript.openElement, into: "tag", as: .keyword, when: .operandBeforeMarkup)]
      : []
    let code: [Rule] =
      .slashComments + .braces + markup + [
        .enter("\"", "doubleQuoted", .string),
        .enter("'", "singleQuoted", .string),
        .enter("`", "template", .string),
        .enter("/", "regex", .string, when: .operand),
        .line("#!", when: .lineStart),
        .sigil("@", .attribute),
        .pointNumber,
      ]
    return [
      .code("code", words, code),
      .comment(),
      .string("doubleQuoted", end: "\""),
      .string("singleQuoted", end: "'"),
      .string(
        "template", end: "`", isMultiLine: true, [.escape(), .enter("${", "code", .variable)]),
      .string(
        "regex", end: "/",
        [.escape(), .enter("[", "regexSet", .string), .scan("/", Scanner.closeRegex, as: .string)]),
      .string("regexSet", end: "]"),
    ] + (hasMarkup ? JavaScript.markupModes : [])
  }
}

/// What JavaScript and TypeScript share.
enum JavaScript {
  static let words = Words(
    keywords: keywords, softKeywords: softKeywords, constants: constants,
    functionKeywords: "function", typeKeywords: "class extends new instanceof",
    extraBytes: "$", capitalized: .mixedCase)

  static let keywords: StaticString = """
    async await break case catch const continue debugger default delete do else export finally for \
    if import in let return static switch throw try typeof var void while with yield
    """

  static let softKeywords: StaticString = "as from get of set"

  static let constants: StaticString =
    "true false null undefined this super NaN Infinity arguments"

  /// A JSX element or fragment: a tag, then its content up to the closing tag.
  fileprivate static let markupModes: [Mode] = [
    Mode(
      name: "tag", words: Words(extraBytes: "-:", call: .plain, otherwise: .attribute),
      rules: [
        .enter("\"", "attributeDouble", .string), .enter("'", "attributeSingle", .string),
        .enter("{", "code", .variable),
        .enter("/*", "comment", .comment), .line("//"),
        .leave("/>", .keyword), .become(">", "content", .keyword),
      ]),
    Mode(
      name: "content",
      rules: [
        .become("</", "closingTag", .keyword),
        .scan("<", openElement, into: "tag", as: .keyword),
        .enter("{", "code", .variable),
      ]),
    Mode(name: "closingTag", text: .keyword, rules: [.leave(">", .keyword)]),
    .string("attributeDouble", end: "\"", isMultiLine: true, []),
    .string("attributeSingle", end: "'", isMultiLine: true, []),
  ]

  /// `<` and the name of an element; `<` alone before `>`.
  fileprivate static let openElement: Rule.ScanFunction = { tokenizer, target in
    var end = tokenizer.position + 1
    while Tokenizer.isWordByte(tokenizer.byte(at: end)) || isNamePart(tokenizer.byte(at: end)) {
      end += 1
    }
    // A type parameter: `<T,>(x: T) => x` or `<T extends U>`.
    let next = tokenizer.byte(at: end)
    let word = tokenizer.endOfBlanks(from: end)
    let extendsType = tokenizer.code[min(word, tokenizer.limit)..<tokenizer.limit].hasPrefix(
      "extends ")
    if next == UInt8(ascii: ",") || extendsType { return false }
    tokenizer.colour(upTo: end, as: target.tokenClass)
    tokenizer.enter(target.mode, target.tokenClass)
    return true
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
  }
}
