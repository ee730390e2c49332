import Bytes

/// Reads code from its start to its end with a stack of modes and gives each byte a class.
///
/// Every step moves on or pops a mode, and looks back or ahead only over blanks next to it or over
/// what it then takes; so the time is linear whatever the code is.
struct Tokenizer {
  /// A mode that was entered.
  struct Frame {
    var mode: UInt16

    /// The class of the bracket that ends the mode.
    var tokenClass = TokenClass.plain

    /// Brackets that are open.
    var depth = 0

    /// The closing delimiter of a quoted string: `quotes` times `quote`, then `hashes` times `#`.
    var quote: UInt8 = 0
    var quotes = 0
    var hashes = 0

    /// The word that ends a heredoc, or the like.
    var tag = 0..<0
    var tagMayBeIndented = false

    /// Where the mode below goes on to at most, if this mode is the first of a region.
    var outerLimit: Int?
  }

  /// A heredoc whose text begins on the next line.
  struct Heredoc {
    let tag: Range<Int>
    let mayBeIndented: Bool
    let mode: UInt16
  }

  /// Deeper nesting is coloured as if it were not nested.
  static let maximumDepth = 256

  let code: UnsafeBufferPointer<UInt8>
  let tables: Grammar.Tables
  var position = 0

  /// Where the present region ends.
  var limit: Int

  /// Where the region last entered begins.
  var regionStart = 0

  /// The mode at work.
  var frame: Frame

  /// The modes below it.
  var stack: [Frame]
  var output: SpanWriter
  var heredocs: [Heredoc] = []

  /// What the last word was.
  var lastWord = CompiledWords.Value(.plain)
  var lastWordEnd = -1

  init(
    _ tables: Grammar.Tables, _ code: UnsafeBufferPointer<UInt8>, start: [UInt16],
    output: SpanWriter
  ) {
    self.tables = tables
    self.code = code
    self.output = output
    limit = code.count
    stack = start.dropLast().map { Frame(mode: $0) }
    frame = Frame(mode: start.last ?? 0)
  }

  /// Reads all of the code.
  mutating func run() {
    while position < limit || leaveFinishedRegion() {
      let trigger = skipText()
      switch trigger {
      case Grammar.Trigger.none: continue
      case Grammar.Trigger.word: readWord()
      case Grammar.Trigger.number: readNumber()
      default: apply(tables.groups[Int(trigger - Grammar.Trigger.firstGroup)])
      }
    }
    output.finish()
  }

  /// Moves to the next byte that means something in this mode.
  @inline(__always)
  private mutating func skipText() -> UInt16 {
    let first = Int(frame.mode) << 8
    var end = position
    var trigger = Grammar.Trigger.none
    while end < limit {
      trigger = tables.triggers[first + Int(code[end])]
      if trigger != Grammar.Trigger.none { break }
      end += 1
    }
    if end > position { colour(upTo: end, as: text) }
    return trigger
  }

  private mutating func apply(_ group: Grammar.Group) {
    let first = Int(group.firstRule)
    for index in first..<first + Int(group.ruleCount) {
      let rule = tables.rules[index]
      if matches(rule), perform(rule) { return }
    }
    switch group.fallback {
    case Grammar.Trigger.word: readWord()
    case Grammar.Trigger.number: readNumber()
    default: colour(upTo: position + 1, as: text)
    }
  }

  @inline(__always)
  private func matches(_ rule: Grammar.CompiledRule) -> Bool {
    let length = Int(rule.openerLength)
    guard position + length <= limit else { return false }
    var offset = 1
    while offset < length {
      guard code[position + offset] == tables.openers[Int(rule.openerOffset) + offset] else {
        return false
      }
      offset += 1
    }
    return rule.condition == .anywhere || holds(rule.condition, before: position + length)
  }

  private mutating func perform(_ rule: Grammar.CompiledRule) -> Bool {
    let end = position + Int(rule.openerLength)
    switch rule.action {
    case .stay: colour(upTo: end, as: rule.tokenClass)
    case .escape: colour(upTo: endOfCharacter(at: end), as: rule.tokenClass)
    case .line: colour(upTo: endOfLine(from: end), as: rule.tokenClass)
    case .enter:
      colour(upTo: end, as: rule.tokenClass)
      enter(rule.target, rule.tokenClass)
    case .become:
      colour(upTo: end, as: rule.tokenClass)
      frame.mode = rule.target
    case .leave:
      colour(upTo: end, as: rule.tokenClass)
      leave()
    case .leaveBefore: return leave()
    case .leaveRegion:
      colour(upTo: end, as: rule.tokenClass)
      leaveRegion()
    case .open:
      colour(upTo: end, as: rule.tokenClass)
      frame.depth += 1
    case .close: close(upTo: end, rule.tokenClass)
    case .word: colour(upTo: endOfWord(from: end), as: rule.tokenClass)
    case .number: readNumber()
    case .scan:
      let target = Rule.Target(mode: rule.target, tokenClass: rule.tokenClass)
      return tables.scans[Int(rule.scanIndex)](&self, target)
    }
    return true
  }

  private mutating func close(upTo end: Int, _ tokenClass: TokenClass) {
    guard frame.depth == 0 else {
      frame.depth -= 1
      return colour(upTo: end, as: tokenClass)
    }
    colour(upTo: end, as: frame.tokenClass == .plain ? tokenClass : frame.tokenClass)
    leave()
  }
}

extension Tokenizer {
  /// The class of what nothing else takes.
  var text: TokenClass { tables.modes[Int(frame.mode)].text }

  /// Takes the code up to `end`.
  @inline(__always)
  mutating func colour(upTo end: Int, as tokenClass: TokenClass) {
    output.colour(upTo: end, as: tokenClass)
    position = end
  }

  /// Pushes a mode, unless the stack is full.
  ///
  /// - Returns: Whether it was pushed.
  @discardableResult
  mutating func enter(_ mode: UInt16, _ tokenClass: TokenClass) -> Bool {
    guard stack.count < Self.maximumDepth else { return false }
    stack.append(frame)
    frame = Frame(mode: mode, tokenClass: tokenClass)
    return true
  }

  /// Pushes a mode that ends at `end` whatever is open there.
  @discardableResult
  mutating func enterRegion(_ mode: UInt16, upTo end: Int) -> Bool {
    let outerLimit = limit
    guard enter(mode, .plain) else { return false }
    frame.outerLimit = outerLimit
    limit = min(end, limit)
    regionStart = position
    return true
  }

  /// Pops a mode, unless it is the last.
  ///
  /// - Returns: Whether it was popped.
  @discardableResult
  mutating func leave() -> Bool {
    guard let below = stack.popLast() else { return false }
    if let outerLimit = frame.outerLimit { limit = outerLimit }
    frame = below
    return true
  }

  /// Pops the modes of the present region, or all but the last.
  mutating func leaveRegion() {
    while frame.outerLimit == nil, leave() {}
    leave()
  }

  /// Goes on behind a region whose end is reached.
  ///
  /// - Returns: Whether there is code behind it.
  private mutating func leaveFinishedRegion() -> Bool {
    heredocs.removeAll()
    while position >= limit {
      while frame.outerLimit == nil { if !leave() { return false } }
      leave()
    }
    return true
  }
}
