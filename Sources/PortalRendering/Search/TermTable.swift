import Bytes

/// Words with numbers, in the order in which they were first seen.
struct TermTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where the bytes of each term end; they begin where those of the one before end.
  private var ends: [UInt32] = []
  private var hashes: [TermHash] = []
  /// An open hash table of the terms: the number of each, counted from 1, and 0 for none.
  private var slots: [UInt32] = []

  /// How many terms there are.
  var count: Int { ends.count }

  /// The number of a term, which is added if it is new.
  mutating func number(of term: UnsafeBufferPointer<UInt8>, hash: TermHash) -> Int {
    if count * 2 >= slots.count { grow() }
    var place = place(of: hash)
    while slots[place] != 0 {
      let number = Int(slots[place]) - 1
      if hashes[number] == hash, isTerm(number, term) { return number }
      place = (place + 1) & (slots.count - 1)
    }
    bytes.append(contentsOf: term)
    ends.append(UInt32(bytes.count))
    hashes.append(hash)
    slots[place] = UInt32(count)
    return count - 1
  }

  /// The number of a term of another table, which is added if it is new.
  mutating func number(ofTerm number: Int, in other: TermTable) -> Int {
    other.bytes.withUnsafeBufferPointer { bytes in
      self.number(
        of: UnsafeBufferPointer(rebasing: bytes[other.range(of: number)]),
        hash: other.hashes[number])
    }
  }

  /// Forgets all terms, and keeps the memory for others.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    hashes.removeAll(keepingCapacity: true)
    for place in slots.indices { slots[place] = 0 }
  }

  /// The numbers, ordered by the UTF-16 code units of their terms, as scripts compare texts.
  func sorted() -> [Int] {
    let ranked = (0..<count).map { (rank: UTF16Order.rank(of: self[$0]), number: $0) }
    return ranked.sorted { left, right in
      left.rank == right.rank
        ? self[left.number].precedesAsUTF16(self[right.number]) : left.rank < right.rank
    }.map(\.number)
  }

  /// The bytes of a term.
  subscript(_ number: Int) -> ArraySlice<UInt8> { bytes[range(of: number)] }

  @inline(__always)
  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  /// Where the search for a term begins.
  private func place(of hash: TermHash) -> Int {
    // All bits of a factor have a part in the highest ones of a product.
    let mixed = hash.value &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> UInt64(64 - slots.count.trailingZeroBitCount))
  }

  /// Whether a term is one of the same hash.
  @inline(__always)
  private func isTerm(_ number: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: number)
    guard range.count == term.count else { return false }
    if term.count <= TermHash.wholeBytes { return true }
    return bytes.withUnsafeBufferPointer { bytes in
      for offset in term.indices where bytes[range.lowerBound + offset] != term[offset] {
        return false
      }
      return true
    }
  }

  private mutating func grow() {
    var size = max(1_024, slots.count)
    while size < 4 * count { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    for number in hashes.indices {
      var place = place(of: hashes[number])
      while slots[place] != 0 { place = (place + 1) & (size - 1) }
      slots[place] = UInt32(number + 1)
    }
  }
}

/// The bytes of a term in one number: a short term as it is, and of a longer one a hash.
struct TermHash: Equatable, Sendable {
  /// How many bytes a term may have that is its hash: terms hold no byte 0.
  static let wholeBytes = 8

  private(set) var value: UInt64 = 0

  /// Adds a byte, the one at `index` of the term.
  @inline(__always)
  mutating func add(_ byte: UInt8, at index: Int) {
    if index < TermHash.wholeBytes {
      value = value << 8 | UInt64(byte)
    } else {
      value = (value ^ value &>> 32 ^ UInt64(byte)) &* 0xD1B5_4A32_D192_ED03
    }
  }
}
