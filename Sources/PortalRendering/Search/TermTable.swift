import Bytes

/// Words with numbers, in the order in which they were first seen.
struct TermTable: Sendable {
  private var hashes: [TermHash] = []
  /// The bytes of all terms that are not whole in their hashes.
  private var longTerms: [UInt8] = []
  /// Where in these the bytes of each term end; they begin where those of the one before end.
  private var ends: [UInt32] = []
  /// An open hash table of the terms: the number of each, counted from 1, and 0 for none.
  private var slots: [UInt32] = []

  /// How many terms there are.
  var count: Int { hashes.count }

  /// The number of a term of another table, which is added if it is new.
  mutating func number(ofTerm number: Int, in other: TermTable) -> Int {
    other.longTerms.withUnsafeBufferPointer { terms in
      self.number(
        of: UnsafeBufferPointer(rebasing: terms[other.range(of: number)]),
        hash: other.hashes[number])
    }
  }

  /// The number of a term, which is added if it is new.
  ///
  /// - Parameters:
  ///   - term: Its bytes; they are not read if its hash is whole.
  ///   - hash: The term in one number.
  /// - Returns: The number.
  @inline(__always)
  mutating func number(of term: UnsafeBufferPointer<UInt8>, hash: TermHash) -> Int {
    if count * 2 >= slots.count { grow() }
    var place = place(of: hash)
    while slots[place] != 0 {
      let number = Int(slots[place]) - 1
      if hashes[number] == hash, hash.isWhole || isLongTerm(number, term) { return number }
      place = (place + 1) & (slots.count - 1)
    }
    hashes.append(hash)
    if !hash.isWhole { longTerms.append(contentsOf: term) }
    ends.append(UInt32(longTerms.count))
    slots[place] = UInt32(count)
    return count - 1
  }

  /// Forgets all terms, and keeps the memory for others.
  mutating func removeAll() {
    hashes.removeAll(keepingCapacity: true)
    longTerms.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for place in slots.indices { slots[place] = 0 }
  }

  /// The numbers, ordered by the UTF-16 code units of their terms, as scripts compare texts.
  func sorted() -> [Int] {
    let ranked = (0..<count).map { (rank: rank(of: $0), number: $0) }
    return ranked.sorted { left, right in
      left.rank == right.rank
        ? longTerm(left.number).precedesAsUTF16(longTerm(right.number)) : left.rank < right.rank
    }.map(\.number)
  }

  /// Puts the bytes of a term in place of others.
  func read(_ number: Int, into term: inout [UInt8]) {
    term.removeAll(keepingCapacity: true)
    if hashes[number].isWhole {
      hashes[number].appendTerm(to: &term)
    } else {
      term += longTerm(number)
    }
  }

  private func rank(of number: Int) -> UInt64 {
    hashes[number].isWhole ? hashes[number].rank : UTF16Order.rank(of: longTerm(number))
  }

  /// The bytes of a term that is not whole in its hash; of one that is, none, and so it comes before all that begin
  /// like it.
  private func longTerm(_ number: Int) -> ArraySlice<UInt8> { longTerms[range(of: number)] }

  @inline(__always)
  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  /// Where the search for a term begins.
  @inline(__always)
  private func place(of hash: TermHash) -> Int {
    // All bits of a factor have a part in the highest ones of a product.
    let mixed = hash.value &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed &>> UInt64(64 - slots.count.trailingZeroBitCount))
  }

  private func isLongTerm(_ number: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: number)
    guard range.count == term.count else { return false }
    for offset in term.indices where longTerms[range.lowerBound + offset] != term[offset] {
      return false
    }
    return true
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

/// A term in one number: one of up to eight bytes as it is, and of a longer one a hash.
struct TermHash: Equatable, Sendable {
  let value: UInt64

  /// Takes in a term, which is not empty and has no byte 0.
  ///
  /// - Parameters:
  ///   - term: All its bytes.
  ///   - last: The last eight of them, or all where there are fewer, the last one in the lowest bits.
  @inline(__always)
  init(of term: UnsafeBufferPointer<UInt8>, last: UInt64) {
    guard term.count > 8 else {
      value = last
      return
    }
    let mixed = term.reduce(0) { hash, byte in
      (hash ^ hash &>> 32 ^ UInt64(byte)) &* 0xD1B5_4A32_D192_ED03
    }
    // A short term does not end with a byte 0.
    value = mixed &<< 8
  }

  /// Whether the term is known by this alone.
  var isWhole: Bool { value & 0xFF != 0 }

  /// Appends the bytes of a term that is whole.
  func appendTerm(to bytes: inout [UInt8]) {
    var rest = leftmost
    while rest != 0 {
      bytes.append(UInt8(truncatingIfNeeded: rest &>> 56))
      rest &<<= 8
    }
  }

  /// Where a term that is whole comes among others.
  var rank: UInt64 { UTF16Order.rank(of: leftmost) }

  /// The bytes of a term that is whole, the first one in the highest bits.
  private var leftmost: UInt64 { value &<< UInt64(value.leadingZeroBitCount & ~7) }
}
