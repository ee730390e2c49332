import Bytes

/// The name of an element or an attribute, in lower case, as a number that is quick to compare.
struct MarkupName: Hashable, Sendable {
  /// The bytes of short names side by side, and those of longer ones mixed.
  fileprivate let code: UInt64

  init(_ name: some Sequence<UInt8>) {
    var code: UInt64 = 0
    for byte in name {
      let isFull = code >> 56 != 0
      code = isFull ? (code ^ UInt64(byte.asciiLowercased)) &* 0x100_0000_01B3 : code << 8
      if !isFull { code |= UInt64(byte.asciiLowercased) }
    }
    self.code = code
  }
}

/// What names stand for, found in one step in most cases.
struct MarkupVocabulary<Word: CaseIterable & RawRepresentable & Sendable>: Sendable
where Word.RawValue == String {
  private var slots: [(name: MarkupName, word: Word)?]
  private let mask: Int

  /// Knows all words of a kind.
  init() {
    var size = 64
    while size < Word.allCases.count * 4 { size *= 2 }
    slots = Array(repeating: nil, count: size)
    mask = size - 1
    for word in Word.allCases {
      let name = MarkupName(word.rawValue.utf8)
      var index = place(of: name)
      while slots[index] != nil { index = (index + 1) & mask }
      slots[index] = (name, word)
    }
  }

  subscript(name: MarkupName) -> Word? {
    var index = place(of: name)
    while let slot = slots[index] {
      if slot.name == name { return slot.word }
      index = (index + 1) & mask
    }
    return nil
  }

  private func place(of name: MarkupName) -> Int {
    Int(truncatingIfNeeded: (name.code &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
  }
}
