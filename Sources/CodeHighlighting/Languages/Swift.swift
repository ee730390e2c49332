import Bytes

extension CodeLanguage {
  static let swift = CodeLanguage("Swift", "swift") { .swift }
}

extension Grammar {
  fileprivate static let swift = Grammar([
    .code(
      "code", words,
      .slashComments + .parentheses + [
        .scan("\"", Scanner.openQuote(count: 3), into: "multiLineString", as: .string),
        .scan("\"", Scanner.openQuote(count: 1), into: "string", as: .string),
        .scan(
          "#", Scanner.openQuote(count: 3, hasHashes: true), into: "multiLineString", as: .string),
        .scan("#", Scanner.openQuote(count: 1, hasHashes: true), into: "string", as: .string),
        .enter("#/", "extendedRegex", .string),
        .line("#!", when: .lineStart),
        .sigil("#", .heading),
        .sigil("@", .attribute),
        .enter("`", "escapedName", .plain),
        .scan("/", openRegex, into: "regex", as: .string, when: .operand),
      ]),
    .comment(nestingAt: "/*"),
    .quoted("string", [.scan("\\", readEscape, into: "code", as: .string)]),
    .quoted(
      "multiLineString", isMultiLine: true, [.scan("\\", readEscape, into: "code", as: .string)]),
    .string("regex", end: "/"),
    .string("extendedRegex", end: "/#", isMultiLine: true),
    Mode(name: "escapedName", rules: [.leave("`", .plain)] + Rule.leaveAtLineEnd),
  ])

  private static let words = Words(
    keywords: """
      associatedtype borrowing break case catch consume consuming continue convenience copy \
      default defer deinit didSet do dynamic each else fallthrough fileprivate final for get guard \
      if import in indirect infix init inout internal is as isolated lazy let mutating nonisolated \
      nonmutating open operator optional override package postfix precedencegroup prefix private \
      public repeat required rethrows return sending set some any static subscript switch throw \
      throws try unowned var weak where while willSet yield async await discard macro
      """,
    constants: "true false nil self super Self",
    functionKeywords: "func",
    typeKeywords: "actor class enum extension protocol struct typealias",
    capitalized: .any)

  /// A backslash, the string's number of `#`, and a byte or an interpolation.
  private static let readEscape: Rule.ScanFunction = { tokenizer, target in
    let start = tokenizer.position + 1
    let hashes = tokenizer.frame.hashes
    let end = tokenizer.endOfRun(of: UInt8(ascii: "#"), from: start, atMost: hashes)
    if end - start < hashes {
      tokenizer.colour(upTo: end, as: .string)
    } else if tokenizer.byte(at: end) == UInt8(ascii: "(") {
      tokenizer.colour(upTo: end + 1, as: .variable)
      tokenizer.enter(target.mode, .variable)
    } else {
      tokenizer.colour(upTo: tokenizer.endOfCharacter(at: end), as: .string)
    }
    return true
  }

  /// A slash where no operator is meant: a regular expression does not begin with a blank.
  private static let openRegex: Rule.ScanFunction = { tokenizer, target in
    let next = tokenizer.byte(at: tokenizer.position + 1)
    guard next != 0, !next.isASCIIWhitespace, next != UInt8(ascii: ")"), next != UInt8(ascii: ",")
    else { return false }
    tokenizer.colour(upTo: tokenizer.position + 1, as: target.tokenClass)
    tokenizer.enter(target.mode, target.tokenClass)
    return true
  }
}
