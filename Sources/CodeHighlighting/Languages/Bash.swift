import Bytes

extension CodeLanguage {
  static let bash = CodeLanguage("Bash", "bash", "sh", "shell", "zsh", "ksh", "shellscript") {
    .bash
  }
}

extension Grammar {
  fileprivate static let bash = Grammar(.bash)
}

extension [Mode] {
  /// The modes of shells.
  static let bash: [Mode] = [
    .code("code", words, codeRules + .parentheses),
    .code("backquoted", words, [.leave("`", .variable)] + codeRules),
    .string("doubleQuoted", end: "\"", isMultiLine: true, [.escape()] + expansions),
    .string("singleQuoted", end: "'", isMultiLine: true, []),
    .string("escapedQuoted", end: "'", isMultiLine: true),
    Mode(
      name: "parameter", text: .variable,
      rules: [
        .escape("\\", .variable), .leave("}", .variable), .enter("'", "singleQuoted", .string),
        .enter("\"", "doubleQuoted", .string),
      ] + expansions),
    .heredoc("heredoc", [.escape()] + expansions),
    .heredoc("literalHeredoc"),
  ]

  private static let words = Words(
    keywords: """
      case coproc do done elif else esac fi for if in select then until while time
      """,
    constants: "true false",
    functionKeywords: "function",
    functions: """
      alias bg bind break builtin cd command continue declare dirs disown echo enable eval exec exit \
      export fg getopts hash help history jobs kill let local logout popd printf pushd pwd read \
      readonly return set shift shopt source test times trap type typeset ulimit umask unalias \
      unset wait sudo
      """,
    extraBytes: "-./", trailingBytes: "@%:~", follower: UInt8(ascii: "="),
    followedClass: .variable)

  private static let codeRules: [Rule] =
    [
      .line("#", when: .wordStart),
      .escape("\\", .plain),
      .enter("$'", "escapedQuoted", .string),
      .enter("$\"", "doubleQuoted", .string),
      .enter("\"", "doubleQuoted", .string),
      .enter("'", "singleQuoted", .string),
      .mark("<<<", .plain),
      .scan(
        "<<", Scanner.openHeredoc("<<", isQuoted: true, indentMarks: "-"), into: "literalHeredoc",
        as: .string),
      .scan(
        "<<", Scanner.openHeredoc("<<", isQuoted: false, indentMarks: "-"), into: "heredoc",
        as: .string),
      .scan("\n", Scanner.startHeredoc, as: .plain),
    ] + expansions

  private static let expansions: [Rule] = [
    .enter("${", "parameter", .variable),
    .enter("$(", "code", .variable),
    .enter("`", "backquoted", .variable),
    .sigil("$", .variable),
    .scan("$", readSpecialParameter, as: .variable),
  ]

  /// `$1`, `$@`, `$?` and the like.
  private static let readSpecialParameter: Rule.ScanFunction = { tokenizer, target in
    let next = tokenizer.byte(at: tokenizer.position + 1)
    guard next.isASCIIDigit || [UInt8]("@*#?$!-").contains(next) else { return false }
    tokenizer.colour(upTo: tokenizer.position + 2, as: target.tokenClass)
    return true
  }
}
