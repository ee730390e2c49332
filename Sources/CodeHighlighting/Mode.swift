/// The name of a ``Mode`` within its grammar.
struct ModeName: ExpressibleByStringLiteral, Hashable, Sendable {
  let text: String

  init(stringLiteral text: StaticString) { self.text = "\(text)" }

  init(_ text: String) { self.text = text }
}

/// One state of the tokenizer, such as code, the inside of a string, a comment or a tag.
struct Mode: Sendable {
  /// The name that rules enter the mode by.
  var name: ModeName

  /// The class of what no rule, word or number takes.
  var text = TokenClass.plain

  /// The words of the mode; without them letters are text.
  var words: Words?

  /// Whether numbers are coloured.
  var hasNumbers = false

  /// A byte that may stand in a number besides letters, digits, `_` and the point.
  var numberByte: UInt8 = 0

  /// What to do at which bytes; the first that fits wins.
  var rules: [Rule] = []
}

extension Mode {
  /// A mode with words and numbers.
  static func code(
    _ name: ModeName, _ words: Words, numberByte: UInt8 = 0, _ rules: [Rule]
  ) -> Mode {
    Mode(name: name, words: words, hasNumbers: true, numberByte: numberByte, rules: rules)
  }

  /// The inside of a string that ends at `end`, and at the end of the line unless it is multi-line.
  static func string(
    _ name: ModeName, end: StaticString, isMultiLine: Bool = false, _ rules: [Rule] = [.escape()]
  ) -> Mode {
    let ends = [Rule.leave(end, .string)] + (isMultiLine ? [] : Rule.leaveAtLineEnd)
    return Mode(name: name, text: .string, rules: rules + ends)
  }

  /// The inside of a string whose closing delimiter depends on its opening one.
  static func quoted(
    _ name: ModeName, quotes: StaticString = "\"", isMultiLine: Bool = false,
    extraQuotes: Int = 2, _ rules: [Rule] = [.escape()]
  ) -> Mode {
    let close = Rule.scan(anyOf: quotes, Scanner.closeQuote(extraQuotes: extraQuotes), as: .string)
    return Mode(
      name: name, text: .string, rules: rules + [close] + (isMultiLine ? [] : Rule.leaveAtLineEnd))
  }

  /// The inside of a comment that ends at `end`; comments nest if `start` is given.
  static func comment(
    _ name: ModeName = "comment", nestingAt start: StaticString? = nil, end: StaticString = "*/"
  ) -> Mode {
    let rules: [Rule] =
      if let start { [.open(start, .comment), .close(end, .comment)] } else {
        [.leave(end, .comment)]
      }
    return Mode(name: name, text: .comment, rules: rules)
  }

  /// The text of a heredoc, whose end is looked for after each end of a line.
  static func heredoc(_ name: ModeName, _ rules: [Rule] = []) -> Mode {
    Mode(name: name, text: .string, rules: rules + [.scan("\n", Scanner.endHeredoc, as: .string)])
  }
}

extension [Mode] {
  /// The modes under names that begin with `prefix`, for use inside another grammar.
  func prefixed(_ prefix: String) -> [Mode] {
    map { mode in
      var mode = mode
      mode.name = ModeName(prefix + mode.name.text)
      for index in mode.rules.indices {
        mode.rules[index].target = mode.rules[index].target.map { ModeName(prefix + $0.text) }
      }
      return mode
    }
  }

  /// The modes with `rules` tried before their own.
  func adding(_ rules: [Rule]) -> [Mode] {
    map { mode in
      var mode = mode
      mode.rules = rules + mode.rules
      return mode
    }
  }
}
