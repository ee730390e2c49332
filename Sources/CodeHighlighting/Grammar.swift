import Bytes

/// A language's modes, compiled to flat tables that the ``Tokenizer`` reads.
struct Grammar: Sendable {
  /// What a byte starts in a mode, as an index of ``groups`` plus `firstGroup`, or one of these.
  enum Trigger {
    static let none: UInt16 = 0
    static let word: UInt16 = 1
    static let number: UInt16 = 2
    static let firstGroup: UInt16 = 3
  }

  /// The rules for one byte in one mode.
  struct Group {
    let firstRule: Int32
    let ruleCount: Int32

    /// What the byte starts if no rule fits.
    let fallback: UInt16
  }

  struct CompiledRule {
    let openerOffset: Int32
    let openerLength: Int32
    let condition: Rule.Condition
    let tokenClass: TokenClass
    let action: Rule.Action
    let target: UInt16
    let scanIndex: Int32
  }

  struct ModeFacts {
    let text: TokenClass
    let numberByte: UInt8
    let wordsIndex: Int32
  }

  private(set) var triggers: [UInt16] = []
  private(set) var groups: [Group] = []
  private(set) var rules: [CompiledRule] = []
  private(set) var openers: [UInt8] = []
  private(set) var modes: [ModeFacts] = []
  private(set) var words: [CompiledWords] = []
  private(set) var slots: [WordTable.Slot] = []
  private(set) var tails: [UInt8] = []
  private(set) var goesOn: [Bool] = []
  private(set) var scans: [Rule.ScanFunction] = []

  /// The mode to begin in.
  let start: UInt16

  /// A text and the mode to begin in, within `start`, if the text is not in the code.
  let startWithout: (text: StaticString, mode: UInt16)?

  /// Compiles `modes`, of which the first is the one to begin in.
  init(_ modes: [Mode], without startWithout: (text: StaticString, mode: ModeName)? = nil) {
    precondition(!modes.isEmpty, "a grammar has a mode to begin in")
    var indexes: [ModeName: UInt16] = [:]
    for (index, mode) in modes.enumerated() { indexes[mode.name] = UInt16(index) }
    precondition(indexes.count == modes.count, "modes have different names")
    start = 0
    self.startWithout = startWithout.map { ($0.text, Self.index(of: $0.mode, in: indexes)) }
    for mode in modes { compile(mode, indexes) }
  }

  private static func index(of name: ModeName, in indexes: [ModeName: UInt16]) -> UInt16 {
    guard let index = indexes[name] else { preconditionFailure("no mode \(name.text)") }
    return index
  }

  private mutating func compile(_ mode: Mode, _ indexes: [ModeName: UInt16]) {
    let compiled = mode.rules.map { rule in
      (first: rule.isSet ? rule.opener : [rule.opener[0]], rule: compile(rule, indexes))
    }
    for byte in UInt8.min...UInt8.max {
      var fallback = Trigger.none
      if byte.isASCIIDigit, mode.hasNumbers {
        fallback = Trigger.number
      } else if let words = mode.words, words.starts(with: byte) {
        fallback = Trigger.word
      }
      let fitting = compiled.filter { $0.first.contains(byte) }.map(\.rule)
      triggers.append(fitting.isEmpty ? fallback : Trigger.firstGroup + UInt16(groups.count))
      if fitting.isEmpty { continue }
      groups.append(
        Group(
          firstRule: Int32(rules.count), ruleCount: Int32(fitting.count), fallback: fallback))
      rules += fitting
    }
    modes.append(
      ModeFacts(
        text: mode.text, numberByte: mode.numberByte,
        wordsIndex: mode.words == nil ? -1 : Int32(words.count)))
    if let words = mode.words { compile(words) }
  }

  private mutating func compile(_ words: Words) {
    let table = words.makeTable()
    self.words.append(
      CompiledWords(
        words, table, slotOffset: slots.count, tailOffset: tails.count,
        goesOnOffset: goesOn.count))
    slots += table.slots
    tails += table.tails
    goesOn += (UInt8.min...UInt8.max).map(words.goOn)
  }

  private mutating func compile(
    _ rule: Rule, _ indexes: [ModeName: UInt16]
  ) -> CompiledRule {
    let offset = openers.count
    let length = rule.isSet ? 1 : rule.opener.count
    openers += rule.opener
    if let scan = rule.scan { scans.append(scan) }
    return CompiledRule(
      openerOffset: Int32(offset), openerLength: Int32(length), condition: rule.condition,
      tokenClass: rule.tokenClass, action: rule.action,
      target: rule.target.map { Self.index(of: $0, in: indexes) } ?? 0,
      scanIndex: Int32(scans.count - 1))
  }
}

extension Grammar {
  /// Pointers to the tables, valid during ``withTables(_:)``.
  struct Tables {
    let triggers: UnsafeBufferPointer<UInt16>
    let groups: UnsafeBufferPointer<Group>
    let rules: UnsafeBufferPointer<CompiledRule>
    let openers: UnsafeBufferPointer<UInt8>
    let modes: UnsafeBufferPointer<ModeFacts>
    let words: UnsafeBufferPointer<CompiledWords>
    let slots: UnsafeBufferPointer<WordTable.Slot>
    let tails: UnsafeBufferPointer<UInt8>
    let goesOn: UnsafeBufferPointer<Bool>
    let scans: UnsafeBufferPointer<Rule.ScanFunction>
  }

  /// Calls `body` with pointers, because arrays inside a loop over bytes cost twice the time.
  func withTables(_ body: (Tables) -> Void) {
    triggers.withUnsafeBufferPointer { triggers in
      groups.withUnsafeBufferPointer { groups in
        rules.withUnsafeBufferPointer { rules in
          openers.withUnsafeBufferPointer { openers in
            withWordTables { modes, words, slots, tails, goesOn in
              scans.withUnsafeBufferPointer { scans in
                body(
                  Tables(
                    triggers: triggers, groups: groups, rules: rules, openers: openers,
                    modes: modes, words: words, slots: slots, tails: tails, goesOn: goesOn,
                    scans: scans))
              }
            }
          }
        }
      }
    }
  }

  private func withWordTables(
    _ body: (
      UnsafeBufferPointer<ModeFacts>, UnsafeBufferPointer<CompiledWords>,
      UnsafeBufferPointer<WordTable.Slot>, UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<Bool>
    ) -> Void
  ) {
    modes.withUnsafeBufferPointer { modes in
      words.withUnsafeBufferPointer { words in
        slots.withUnsafeBufferPointer { slots in
          tails.withUnsafeBufferPointer { tails in
            goesOn.withUnsafeBufferPointer { goesOn in body(modes, words, slots, tails, goesOn) }
          }
        }
      }
    }
  }
}
