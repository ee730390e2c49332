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
    for slot in known where slot.isTaken { insert(slot) }
  }

  private mutating func insert(_ slot: Slot) {
    var place = place(of: slot.hash)
    while slots[place].isTaken { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
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
