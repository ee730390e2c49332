import Bytes

/// A hash table from words to small values, laid out for lookup without allocation.
struct WordTable: Sendable {
  /// One slot: the first eight bytes, the length, and where the other bytes are.
  struct Slot: Sendable {
    var head: UInt64 = 0
    var length: Int32 = 0
    var tailOffset: Int32 = 0
    var value: UInt16 = 0
  }

  /// A power of two of slots, some of them empty (length 0).
  let slots: [Slot]

  /// The bytes of long words after their eighth.
  let tails: [UInt8]
  let maximumLength: Int

  /// - Parameter entries: Words that are not empty; of equal words the first counts.
  init(_ entries: [(word: [UInt8], value: UInt16)]) {
    var capacity = 4
    while capacity < entries.count * 3 { capacity *= 2 }
    var slots = [Slot](repeating: Slot(), count: capacity)
    var tails: [UInt8] = []
    for (word, value) in entries {
      let head = Self.head(of: word)
      var index = Self.firstSlot(head, word.count, capacity)
      var isKnown = false
      while slots[index].length > 0, !isKnown {
        isKnown =
          slots[index].head == head && Int(slots[index].length) == word.count
          && tails[Int(slots[index].tailOffset)...].starts(with: word.dropFirst(8))
        if !isKnown { index = (index + 1) & (capacity - 1) }
      }
      if isKnown { continue }
      slots[index] = Slot(
        head: head, length: Int32(word.count), tailOffset: Int32(tails.count), value: value)
      tails.append(contentsOf: word.dropFirst(8))
    }
    self.slots = slots
    self.tails = tails
    maximumLength = entries.map(\.word.count).max() ?? 0
  }

  @inline(__always)
  static func firstSlot(_ head: UInt64, _ length: Int, _ capacity: Int) -> Int {
    let mixed = (head ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (capacity - 1)
  }

  @inline(__always)
  private static func head(of word: [UInt8]) -> UInt64 {
    word.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The value of `word`, whose ASCII letters are taken as small if `ignoringCase`.
  func value(of word: UnsafeBufferPointer<UInt8>, ignoringCase: Bool) -> UInt16? {
    slots.withUnsafeBufferPointer { slots in
      tails.withUnsafeBufferPointer { tails in
        Self.value(of: word[...], ignoringCase, slots, tails)
      }
    }
  }

  /// As above, in a table given by its parts.
  @inline(__always)
  static func value(
    of word: Slice<UnsafeBufferPointer<UInt8>>, _ ignoresCase: Bool,
    _ slots: UnsafeBufferPointer<Slot>, _ tails: UnsafeBufferPointer<UInt8>
  ) -> UInt16? {
    let base = word.base
    let start = word.startIndex
    let length = word.endIndex - start
    var head: UInt64 = 0
    for offset in 0..<min(8, length) {
      let byte = base[start + offset]
      head = head << 8 | UInt64(ignoresCase ? byte.asciiLowercased : byte)
    }
    var index = firstSlot(head, length, slots.count)
    while slots[index].length > 0 {
      let slot = slots[index]
      if slot.head == head, Int(slot.length) == length {
        var offset = 8
        while offset < length {
          let byte = base[start + offset]
          let tail = tails[Int(slot.tailOffset) + offset - 8]
          if (ignoresCase ? byte.asciiLowercased : byte) != tail { break }
          offset += 1
        }
        if offset >= length { return slot.value }
      }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }
}
