import Bytes

/// Words with numbers, in the order in which they were first seen.
struct TermTable: Sendable {
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// An open hash table of the numbers, counted from 1.
  private var slots: [UInt32] = []

  /// How many terms there are.
  var count: Int { entries.count }

  /// The number of a term, which is added if it is new.
  mutating func number(of term: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int {
    if count * 2 >= slots.count { grow() }
    var slot = slot(of: hash)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      if entries[number].hash == hash, isTerm(entries[number], term) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    entries.append(Entry(hash: hash, start: UInt32(bytes.count), length: UInt32(term.count)))
    bytes.append(contentsOf: term)
    slots[slot] = UInt32(count)
    return count - 1
  }

  /// The numbers that the terms of `other` have here; those that are new are added.
  mutating func numbers(of other: TermTable) -> [UInt32] {
    other.bytes.withUnsafeBufferPointer { bytes in
      other.entries.map { entry in
        let term = UnsafeBufferPointer(rebasing: bytes[entry.range])
        return UInt32(number(of: term, hash: entry.hash))
      }
    }
  }

  /// The numbers, ordered by the UTF-16 code units of their terms, as scripts compare texts.
  func sorted() -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      (0..<count).sorted { left, right in
        bytes[entries[left].range].lexicographicallyPrecedes(bytes[entries[right].range]) {
          utf16Rank($0) < utf16Rank($1)
        }
      }
    }
  }

  /// The bytes of a term.
  subscript(_ number: Int) -> ArraySlice<UInt8> { bytes[entries[number].range] }

  private func slot(of hash: UInt32) -> Int {
    // The low bits of FNV-1a alone are not well mixed.
    Int(truncatingIfNeeded: (UInt64(hash) &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
  }

  @inline(__always)
  private func isTerm(_ entry: Entry, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(entry.length) == term.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for offset in term.indices where bytes[Int(entry.start) + offset] != term[offset] {
        return false
      }
      return true
    }
  }

  /// Gives back what only more terms would need; it is made again when one comes.
  mutating func finish() { slots = [] }

  private mutating func grow() {
    var size = max(1_024, slots.count)
    while size < 4 * count { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    for number in 0..<count {
      var slot = slot(of: entries[number].hash)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
    }
  }
}

extension TermTable: Storable {
  func store(in stored: inout [UInt8]) {
    bytes.store(in: &stored)
    stored.store(numbers: entries.map(\.hash))
    stored.store(numbers: entries.map(\.length))
  }

  init(from stored: inout StoredBytes) throws(StoredBytes.Malformed) {
    bytes = try [UInt8](from: &stored)
    let hashes = try stored.numbers()
    let lengths = try stored.numbers()
    guard hashes.count == lengths.count else { throw StoredBytes.Malformed() }
    var start: UInt32 = 0
    for (hash, length) in zip(hashes, lengths) {
      guard length <= UInt32(bytes.count) - start else { throw StoredBytes.Malformed() }
      entries.append(Entry(hash: hash, start: start, length: length))
      start += length
    }
  }
}

/// Where a term lies among all terms' bytes.
private struct Entry: Sendable {
  var hash: UInt32
  var start: UInt32
  var length: UInt32

  var range: Range<Int> { Int(start)..<Int(start + length) }
}

/// The place of a byte where UTF-8 is compared as if it were UTF-16: surrogates come before U+E000.
private func utf16Rank(_ byte: UInt8) -> UInt8 {
  byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte
}
