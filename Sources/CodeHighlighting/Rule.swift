import Bytes

/// What a mode does at some bytes.
struct Rule: Sendable {
  /// Where a rule applies.
  enum Condition: UInt8, Sendable {
    case anywhere

    /// At the first byte of a line.
    case lineStart

    /// After nothing but blanks on the line.
    case firstOnLine

    /// At the start of a word: after nothing, white space or one of `;&|()`.
    case wordStart

    /// Where an expression may begin rather than go on, so that `/` is not a division.
    case operand

    /// Before a letter, `_` or a byte beyond ASCII.
    case beforeLetter

    /// As ``operand``, and before a letter or `>`.
    case operandBeforeMarkup

    /// Before a decimal digit, and not after a word, number or bracket.
    case numberStart
  }

  /// What happens after the opener has got its class.
  enum Action: UInt8, Sendable {
    /// Nothing more.
    case stay

    /// The byte after the opener gets its class too.
    case escape

    /// The rest of the line gets the class too.
    case line

    /// The target mode is pushed.
    case enter

    /// The target mode replaces this one.
    case become

    /// The mode is popped.
    case leave

    /// The mode is popped, and the opener is left for the mode below.
    case leaveBefore

    /// The modes up to the next region are popped.
    case leaveRegion

    /// A bracket is counted.
    case open

    /// A bracket is counted, and the mode is popped if there is none to close.
    case close

    /// The opener and the word after it get the class.
    case word

    /// A number is read from the opener on.
    case number

    /// A function decides.
    case scan
  }

  /// Reads something from the tokenizer's position on.
  ///
  /// Returns whether it did: if so, it has moved the position or popped a mode.
  typealias ScanFunction = @Sendable (inout Tokenizer, Target) -> Bool

  /// What a rule asks of a scan function.
  struct Target: Sendable {
    /// The index of the mode to enter.
    let mode: UInt16
    let tokenClass: TokenClass
  }

  /// The bytes that start the rule, all of them or (`isSet`) any one.
  var opener: [UInt8]
  var isSet = false
  var condition = Condition.anywhere
  var tokenClass: TokenClass
  var action: Action
  var target: ModeName?
  var scan: ScanFunction?
}

extension Rule {
  /// `text` has a class.
  static func mark(
    _ text: StaticString, _ tokenClass: TokenClass, when condition: Condition = .anywhere
  ) -> Rule {
    Rule(opener: [UInt8](text), condition: condition, tokenClass: tokenClass, action: .stay)
  }

  /// A backslash, or another byte, takes the special meaning from the next byte.
  static func escape(
    _ opener: StaticString = "\\", _ tokenClass: TokenClass = .string
  ) -> Rule {
    Rule(opener: [UInt8](opener), tokenClass: tokenClass, action: .escape)
  }

  /// From `opener` on the line has a class.
  static func line(
    _ opener: StaticString, _ tokenClass: TokenClass = .comment,
    when condition: Condition = .anywhere
  ) -> Rule {
    Rule(opener: [UInt8](opener), condition: condition, tokenClass: tokenClass, action: .line)
  }

  /// `opener` begins a mode.
  static func enter(
    _ opener: StaticString, _ mode: ModeName, _ tokenClass: TokenClass,
    when condition: Condition = .anywhere
  ) -> Rule {
    Rule(
      opener: [UInt8](opener), condition: condition, tokenClass: tokenClass, action: .enter,
      target: mode)
  }

  /// `opener` changes the mode into another.
  static func become(
    _ opener: StaticString, _ mode: ModeName, _ tokenClass: TokenClass
  ) -> Rule {
    Rule(opener: [UInt8](opener), tokenClass: tokenClass, action: .become, target: mode)
  }

  /// `closer` ends the mode.
  static func leave(_ closer: StaticString, _ tokenClass: TokenClass) -> Rule {
    Rule(opener: [UInt8](closer), tokenClass: tokenClass, action: .leave)
  }

  /// The mode ends before `text`.
  static func leaveBefore(_ text: StaticString) -> Rule {
    Rule(opener: [UInt8](text), tokenClass: .plain, action: .leaveBefore)
  }

  /// `closer` ends the region.
  static func leaveRegion(_ closer: StaticString, _ tokenClass: TokenClass) -> Rule {
    Rule(opener: [UInt8](closer), tokenClass: tokenClass, action: .leaveRegion)
  }

  /// The mode ends before the end of the line.
  static let leaveAtLineEnd = [Rule.leaveBefore("\n"), .leaveBefore("\r")]

  /// An opening bracket.
  static func open(_ bracket: StaticString, _ tokenClass: TokenClass = .plain) -> Rule {
    Rule(opener: [UInt8](bracket), tokenClass: tokenClass, action: .open)
  }

  /// A closing bracket, which ends the mode if no bracket is open.
  static func close(_ bracket: StaticString, _ tokenClass: TokenClass = .plain) -> Rule {
    Rule(opener: [UInt8](bracket), tokenClass: tokenClass, action: .close)
  }

  /// A sigil and the word after it have a class.
  static func sigil(
    _ opener: StaticString, _ tokenClass: TokenClass, when condition: Condition = .beforeLetter
  ) -> Rule {
    Rule(opener: [UInt8](opener), condition: condition, tokenClass: tokenClass, action: .word)
  }

  /// A number may begin with a point.
  static let pointNumber = Rule(
    opener: [UInt8]("."), condition: .numberStart, tokenClass: .number, action: .number)

  /// At `opener` a function decides.
  static func scan(
    _ opener: StaticString, _ scan: @escaping ScanFunction, into mode: ModeName? = nil,
    as tokenClass: TokenClass, when condition: Condition = .anywhere
  ) -> Rule {
    Rule(
      opener: [UInt8](opener), condition: condition, tokenClass: tokenClass, action: .scan,
      target: mode, scan: scan)
  }

  /// At any of some bytes a function decides.
  static func scan(
    anyOf bytes: StaticString, _ scan: @escaping ScanFunction, into mode: ModeName? = nil,
    as tokenClass: TokenClass, when condition: Condition = .anywhere
  ) -> Rule {
    Rule(
      opener: [UInt8](bytes), isSet: true, condition: condition, tokenClass: tokenClass,
      action: .scan, target: mode, scan: scan)
  }
}

/// Rules that many languages share.
extension [Rule] {
  /// `//` to the end of the line, and `/*` into the mode "comment".
  static let slashComments: [Rule] = [.line("//"), .enter("/*", "comment", .comment)]

  /// `#` to the end of the line.
  static let hashComments: [Rule] = [.line("#")]

  /// Braces, which are counted so that the code in `${…}` ends at its own.
  static let braces: [Rule] = [.open("{"), .close("}")]

  /// Parentheses, which are counted so that the code in `\(…)` ends at its own.
  static let parentheses: [Rule] = [.open("("), .close(")")]
}
