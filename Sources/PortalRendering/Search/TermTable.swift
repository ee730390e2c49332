import Bytes

/// Words with numbers, in the order in which they were first seen.
struct TermTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where the bytes of each term end; they begin where those of the one before end.
  private var ends: [UInt32] = []
  /// An open hash table of the terms.
  private var slots: [Slot] = []

  /// How many terms there are.
  var count: Int { ends.count }

  /// The number of a term, which is added if it is new.
  mutating func number(of term: UnsafeBufferPointer<UInt8>, hash: TermHash) -> Int {
    if count * 2 >= slots.count { grow() }
    var place = place(of: hash)
    while slots[place].isTaken {
      if slots[place].hash == hash, isTerm(slots[place].number, term) {
        return slots[place].number
      }
      place = (place + 1) & (slots.count - 1)
    }
    slots[place] = Slot(hash: hash, number: count)
    bytes.append(contentsOf: term)
    ends.append(UInt32(bytes.count))
    return count - 1
  }

  /// The numbers that the terms of `other` have here; those that are new are added.
  mutating func numbers(of other: TermTable) -> [UInt32] {
    other.bytes.withUnsafeBufferPointer { bytes in
      (0..<other.count).map { number in
        let term = UnsafeBufferPointer(rebasing: bytes[other.range(of: number)])
        return UInt32(self.number(of: term, hash: TermHash(of: term)))
      }
    }
  }

  /// The numbers, ordered by the UTF-16 code units of their terms, as scripts compare texts.
  func sorted() -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      (0..<count).sorted { left, right in
        bytes[range(of: left)].lexicographicallyPrecedes(bytes[range(of: right)]) {
          utf16Rank($0) < utf16Rank($1)
        }
      }
    }
  }

  /// The bytes of a term.
  subscript(_ number: Int) -> ArraySlice<UInt8> { bytes[range(of: number)] }

  /// Gives back what only more terms would need; it is made again when one comes.
  mutating func finish() {
    slots = []
    bytes = bytes.withUnsafeBufferPointer(Array.init)
    ends = ends.withUnsafeBufferPointer(Array.init)
  }

  @inline(__always)
  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  /// Where the search for a term begins.
  private func place(of hash: TermHash) -> Int {
    // The low bits of FNV-1a alone are not well mixed.
    let mixed = UInt64(hash.value) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (slots.count - 1)
  }

  @inline(__always)
  private func isTerm(_ number: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: number)
    guard range.count == term.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for offset in term.indices where bytes[range.lowerBound + offset] != term[offset] {
        return false
      }
      return true
    }
  }

  private mutating func grow() {
    let known = slots
    var size = max(1_024, known.count)
    while size < 4 * count { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    if known.isEmpty {
      bytes.withUnsafeBufferPointer { bytes in
        for number in 0..<count {
          let term = UnsafeBufferPointer(rebasing: bytes[range(of: number)])
          insert(Slot(hash: TermHash(of: term), number: number))
        }
      }
    } else {
      for slot in known where slot.isTaken { insert(slot) }
    }
  }

  private mutating func insert(_ slot: Slot) {
    var place = place(of: slot.hash)
    while slots[place].isTaken { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }
}

extension TermTable: Storable {
  func store(in stored: inout [UInt8]) {
    bytes.store(in: &stored)
    stored.store(numbers: ends)
  }

  init(from stored: inout StoredBytes) throws(StoredBytes.Malformed) {
    bytes = try [UInt8](from: &stored)
    ends = try stored.numbers()
    var last: UInt32 = 0
    for end in ends {
      guard end >= last else { throw StoredBytes.Malformed() }
      last = end
    }
    guard last == bytes.count else { throw StoredBytes.Malformed() }
  }
}

/// A place in the hash table.
private struct Slot: Sendable {
  var hash = TermHash()
  /// The number of the term, counted from 1; 0 for none.
  private var next: UInt32 = 0

  init() {}

  init(hash: TermHash, number: Int) {
    self.hash = hash
    next = UInt32(number + 1)
  }

  var isTaken: Bool { next != 0 }
  var number: Int { Int(next) - 1 }
}

/// The FNV-1a hash of a term.
struct TermHash: Equatable, Sendable {
  private(set) var value: UInt32 = 2_166_136_261

  /// That of no bytes.
  init() {}

  init(of term: UnsafeBufferPointer<UInt8>) {
    for byte in term { add(byte) }
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 16_777_619 }
}

/// The place of a byte where UTF-8 is compared as if it were UTF-16: surrogates come before U+E000.
private func utf16Rank(_ byte: UInt8) -> UInt8 {
  byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte
}
