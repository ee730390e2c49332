import Bytes

extension CodeLanguage {
  static let ruby = CodeLanguage("Ruby", "ruby", "rb", "rake", "gemfile", "irb") { .ruby }
}

extension Grammar {
  fileprivate static let ruby = Grammar([
    .code("code", words, codeRules + .braces),
    Mode(
      name: "block", text: .comment,
      rules: [.scan("=end", endBlock, as: .comment, when: .lineStart)]),
    .string("doubleQuoted", end: "\"", isMultiLine: true, [.escape()] + interpolations),
    .string("singleQuoted", end: "'", isMultiLine: true),
    .string("backquoted", end: "`", isMultiLine: true, [.escape()] + interpolations),
    .string(
      "regex", end: "/",
      [.escape(), .scan("/", Scanner.closeRegex, as: .string)] + interpolations),
    Mode(
      name: "bracketed", text: .string,
      rules: [.escape()] + interpolations + [.scan(anyOf: percentBytes, countBracket, as: .string)]),
    Mode(
      name: "literalBracketed", text: .string,
      rules: [.escape(), .scan(anyOf: percentBytes, countBracket, as: .string)]),
    .heredoc("heredoc", [.escape()] + interpolations),
    .heredoc("literalHeredoc"),
  ])

  private static let words = Words(
    keywords: """
      alias and begin break case do else elsif end ensure for if in next not or redo rescue retry \
      return then undef unless until when while yield private protected public
      """,
    constants: "true false nil self super __FILE__ __LINE__ __method__ defined? BEGIN END",
    functionKeywords: "def", typeKeywords: "class module",
    functions: """
      attr_accessor attr_reader attr_writer extend include lambda loop p print proc puts raise \
      require require_relative
      """,
    trailingBytes: "?!", capitalized: .any)

  private static let interpolations: [Rule] = [.enter("#{", "code", .variable)]
  private static let percentBytes: StaticString = "()[]{}<>|!/-^"

  private static let codeRules: [Rule] = [
    .line("#"),
    .enter("=begin", "block", .comment, when: .lineStart),
    .enter("\"", "doubleQuoted", .string),
    .enter("'", "singleQuoted", .string),
    .enter("`", "backquoted", .string),
    .scan("/", openRegex, into: "regex", as: .string),
    .mark("::", .plain),
    .enter(":\"", "doubleQuoted", .string),
    .sigil(":", .string),
    .sigil("@@", .variable),
    .sigil("@", .variable),
    .sigil("$", .variable),
    .scan("%", openPercent(letters: "qwis"), into: "literalBracketed", as: .string),
    .scan("%", openPercent(letters: "QWIrx"), into: "bracketed", as: .string),
    heredoc(isQuoted: true, "literalHeredoc"),
    heredoc(isQuoted: false, "heredoc"),
    .scan("\n", Scanner.startHeredoc, as: .plain),
  ]

  private static func heredoc(isQuoted: Bool, _ mode: ModeName) -> Rule {
    .scan(
      "<<", Scanner.openHeredoc("<<", isQuoted: isQuoted, indentMarks: "~-", needsCapital: true),
      into: mode, as: .string)
  }

  /// A slash where an operand may begin, or one that stands as in `puts /x/`.
  private static let openRegex: Rule.ScanFunction = { tokenizer, target in
    let start = tokenizer.position
    let isSpaced =
      start > 0 && start != tokenizer.lastWordEnd && tokenizer.code[start - 1] == 0x20
      && !tokenizer.byte(at: start + 1).isASCIIWhitespace
      && tokenizer.lastByte(before: start) == tokenizer.lastWordEnd - 1
      && tokenizer.lastWord.tokenClass != .number
    guard isSpaced || tokenizer.holds(.operand, before: start + 1) else { return false }
    tokenizer.colour(upTo: start + 1, as: target.tokenClass)
    tokenizer.enter(target.mode, target.tokenClass)
    return true
  }

  /// `%w[`, `%q(`, `%(` and their kin.
  private static func openPercent(letters: StaticString) -> Rule.ScanFunction {
    let letters = [UInt8](letters)
    return { tokenizer, target in
      var start = tokenizer.position + 1
      let letter = tokenizer.byte(at: start)
      if letters.contains(letter) {
        start += 1
      } else if letters.contains(UInt8(ascii: "q")) || letter.isASCIIAlphanumeric
        || !tokenizer.holds(.operand, before: start)
      {
        return false
      }
      let bracket = tokenizer.byte(at: start)
      guard [UInt8]("([{<|!/-^").contains(bracket) else { return false }
      tokenizer.colour(upTo: start + 1, as: target.tokenClass)
      if tokenizer.enter(target.mode, target.tokenClass) { tokenizer.frame.quote = bracket }
      return true
    }
  }

  /// A bracket in a percent literal: its own kind nests.
  private static let countBracket: Rule.ScanFunction = { tokenizer, target in
    let byte = tokenizer.code[tokenizer.position]
    let opener = tokenizer.frame.quote
    let closer: UInt8 =
      switch opener {
      case UInt8(ascii: "("): UInt8(ascii: ")")
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): opener + 2
      default: opener
      }
    guard byte == closer || byte == opener else { return false }
    tokenizer.colour(upTo: tokenizer.position + 1, as: target.tokenClass)
    if byte != closer {
      tokenizer.frame.depth += 1
    } else if tokenizer.frame.depth > 0 {
      tokenizer.frame.depth -= 1
    } else {
      tokenizer.leave()
    }
    return true
  }

  private static let endBlock: Rule.ScanFunction = { tokenizer, target in
    tokenizer.colour(upTo: tokenizer.endOfLine(from: tokenizer.position), as: target.tokenClass)
    tokenizer.leave()
    return true
  }
}
