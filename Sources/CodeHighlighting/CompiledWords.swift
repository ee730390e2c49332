import Bytes

/// ``Words`` as places in the flat tables of a grammar.
struct CompiledWords: Sendable {
  /// What a word of the lists is.
  struct Value: Sendable {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(
      _ tokenClass: TokenClass, isValue: Bool = true, isSoft: Bool = false,
      declares: TokenClass = .plain
    ) {
      let declared: UInt16 = declares == .function ? 0x400 : declares == .type ? 0x800 : 0
      rawValue =
        UInt16(tokenClass.rawValue) | (isValue ? 0x100 : 0) | (isSoft ? 0x200 : 0) | declared
    }

    var tokenClass: TokenClass {
      TokenClass(rawValue: UInt8(truncatingIfNeeded: rawValue)) ?? .plain
    }

    /// Whether the word is an operand, so that `/` after it divides.
    var isValue: Bool { rawValue & 0x100 != 0 }
    var isSoft: Bool { rawValue & 0x200 != 0 }

    /// The class of the next word.
    var declares: TokenClass {
      rawValue & 0x400 != 0 ? .function : rawValue & 0x800 != 0 ? .type : .plain
    }
  }

  /// The slots and tails of the words' table, and which bytes go on with a word, among those of the
  /// whole grammar.
  let slots: Range<Int>
  let tails: Range<Int>
  let goesOnOffset: Int

  /// Longer words are in no list.
  let maximumLength: Int
  let ignoresCase: Bool
  let capitalized: Words.CapitalizedTypes
  let call: TokenClass
  let callsMayBeCapitalized: Bool
  let follower: UInt8
  let followedClass: TokenClass
  let followerMayBeSpaced: Bool
  let keepsKeywordsAfterPoint: Bool
  let otherwise: TokenClass

  init(_ words: Words, _ table: WordTable, slotOffset: Int, tailOffset: Int, goesOnOffset: Int) {
    slots = slotOffset..<slotOffset + table.slots.count
    tails = tailOffset..<tailOffset + table.tails.count
    self.goesOnOffset = goesOnOffset
    maximumLength = table.maximumLength
    ignoresCase = words.ignoresCase
    capitalized = words.capitalized
    call = words.call
    callsMayBeCapitalized = words.callsMayBeCapitalized
    follower = words.follower
    followedClass = words.followedClass
    followerMayBeSpaced = words.followerMayBeSpaced
    keepsKeywordsAfterPoint = words.keepsKeywordsAfterPoint
    otherwise = words.otherwise
  }

  /// Whether `byte` is an ASCII letter, `_` or a part of another character.
  static func isLetter(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}

extension Words {
  /// The words of all lists with what they are.
  func makeTable() -> WordTable {
    typealias Value = CompiledWords.Value
    let lists: [(StaticString, Value)] = [
      (functionKeywords, Value(.keyword, isValue: false, declares: .function)),
      (typeKeywords, Value(.keyword, isValue: false, declares: .type)),
      (softTypeKeywords, Value(.keyword, isValue: false, isSoft: true, declares: .type)),
      (keywords, Value(.keyword, isValue: false)),
      (softKeywords, Value(.keyword, isValue: false, isSoft: true)),
      (constants, Value(.keyword)), (types, Value(.type)),
      (functions, Value(.function)), (variables, Value(.variable)),
    ]
    return WordTable(
      lists.flatMap { list, value in
        [UInt8](list).split { $0.isASCIIWhitespace }.map { word in
          (word.map { ignoresCase ? $0.asciiLowercased : $0 }, value.rawValue)
        }
      })
  }

  /// Whether a word may begin with `byte`.
  func starts(with byte: UInt8) -> Bool {
    CompiledWords.isLetter(byte) || [UInt8](extraBytes).contains(byte)
  }

  /// Whether a word may go on with `byte`.
  func goOn(with byte: UInt8) -> Bool {
    byte.isASCIIDigit || starts(with: byte) || [UInt8](trailingBytes).contains(byte)
  }
}
