extension CodeLanguage {
  static let php = CodeLanguage("PHP", "php", "php3", "php4", "php5", "phtml") { .php }
}

extension Grammar {
  /// HTML with code in `<?php … ?>`; code alone if nothing opens it.
  fileprivate static let php = Grammar(
    [Mode].html.adding(openTags) + modes, without: ("<?", "php.code"))

  private static let openTags: [Rule] = [
    .scan("<?php", enterCode(5), into: "php.code", as: .heading),
    .scan("<?=", enterCode(3), into: "php.code", as: .heading),
  ]

  private static let modes: [Mode] = [
    .code("code", words, codeRules + .braces),
    .comment(),
    Mode(
      name: "lineComment", text: .comment,
      rules: [.leaveBefore("?>")] + Rule.leaveAtLineEnd),
    .string("singleQuoted", end: "'", isMultiLine: true),
    .string("doubleQuoted", end: "\"", isMultiLine: true, [.escape()] + interpolations),
    .heredoc("heredoc", [.escape()] + interpolations),
    .heredoc("literalHeredoc"),
    Mode(
      name: "attribute", text: .attribute,
      rules: [
        .enter("'", "singleQuoted", .string), .enter("\"", "doubleQuoted", .string),
        .open("[", .attribute), .close("]", .attribute),
      ]),
  ].prefixed("php.")

  private static let words = Words(
    keywords: """
      abstract and array as break callable case catch clone const continue declare default do echo \
      else elseif empty enddeclare endfor endforeach endif endswitch endwhile eval exit extends \
      final finally fn for foreach global goto if implements include include_once insteadof isset \
      list match or print private protected public readonly require require_once return static \
      switch throw try unset use var while xor yield from die
      """,
    constants: "true false null self parent",
    functionKeywords: "function",
    typeKeywords: "class interface trait enum namespace new instanceof",
    types: "bool float int iterable mixed never object string void",
    ignoresCase: true, capitalized: .mixedCase)

  private static let codeRules: [Rule] = [
    .leaveRegion("?>", .heading),
    .enter("#[", "attribute", .attribute),
    .enter("//", "lineComment", .comment),
    .enter("#", "lineComment", .comment),
    .enter("/*", "comment", .comment),
    .enter("'", "singleQuoted", .string),
    .enter("\"", "doubleQuoted", .string),
    .sigil("$", .variable),
    heredoc(isQuoted: true, "literalHeredoc"),
    heredoc(isQuoted: false, "heredoc"),
    .scan("\n", Scanner.startHeredoc, as: .plain),
    .pointNumber,
  ]

  private static let interpolations: [Rule] = [
    .scan("{", openInterpolation, into: "code", as: .variable),
    .sigil("$", .variable),
    .enter("${", "code", .variable),
  ]

  private static func heredoc(isQuoted: Bool, _ mode: ModeName) -> Rule {
    .scan(
      "<<<",
      Scanner.openHeredoc("<<<", isQuoted: isQuoted, indentMarks: "", mayAlwaysBeIndented: true),
      into: mode, as: .string)
  }

  /// The tag that opens code, which ends at `?>` however much is open there.
  private static func enterCode(_ length: Int) -> Rule.ScanFunction {
    { tokenizer, target in
      tokenizer.colour(upTo: tokenizer.position + length, as: target.tokenClass)
      tokenizer.enterRegion(target.mode, upTo: tokenizer.limit)
      return true
    }
  }

  /// `{` before `$`.
  private static let openInterpolation: Rule.ScanFunction = { tokenizer, target in
    guard tokenizer.byte(at: tokenizer.position + 1) == UInt8(ascii: "$") else { return false }
    tokenizer.colour(upTo: tokenizer.position + 1, as: target.tokenClass)
    tokenizer.enter(target.mode, target.tokenClass)
    return true
  }
}
