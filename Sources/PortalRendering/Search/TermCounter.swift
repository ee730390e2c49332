/// Counts the words of one document after the other.
struct TermCounter: Sendable {
  private(set) var terms = TermTable()
  /// How often each term occurs in the document at hand; nothing between documents.
  private var tallies: [Tally] = []
  /// The terms of the document at hand, in the order in which they come.
  private var found: [UInt32] = []

  /// Counts a word, folded and as UTF-8.
  mutating func add(_ word: UnsafeBufferPointer<UInt8>, hash: UInt32, isTitle: Bool) {
    let number = terms.number(of: word, hash: hash)
    while number >= tallies.count { tallies.append(Tally()) }
    if tallies[number].isEmpty { found.append(UInt32(number)) }
    tallies[number].add(isTitle: isTitle)
  }

  /// Adds the terms of other documents.
  ///
  /// - Returns: The numbers that they have here.
  mutating func add(_ other: TermTable) -> [UInt32] { terms.numbers(of: other) }

  /// Ends the document at hand.
  mutating func moveUses(to uses: inout [TermUse]) {
    for number in found {
      uses.append(TermUse(number: number, weight: tallies[Int(number)].weight))
      tallies[Int(number)] = Tally()
    }
    found.removeAll(keepingCapacity: true)
  }
}

/// How a term occurs in one document.
private struct Tally: Sendable {
  /// How often it occurs in the text, up to 8.
  private var count: UInt8 = 0
  private var isInTitle = false

  var isEmpty: Bool { count == 0 && !isInTitle }

  /// 8 for the title, and up to 4 for the text: one more each time that the count doubles.
  var weight: UInt32 {
    UInt32((isInTitle ? 8 : 0) + (UInt8.bitWidth - count.leadingZeroBitCount))
  }

  mutating func add(isTitle: Bool) {
    if isTitle {
      isInTitle = true
    } else if count < 8 {
      count += 1
    }
  }
}

/// A term of a document, or a document of a term, in the room of one number.
struct TermUse: Sendable {
  private let bits: UInt32

  /// Joins both.
  ///
  /// - Parameters:
  ///   - number: That of the term or of the document, below 2^28.
  ///   - weight: How much the term says of the document, 1...15.
  init(number: UInt32, weight: UInt32) { bits = number << 4 | weight }

  var number: Int { Int(bits >> 4) }
  var weight: UInt32 { bits & 15 }
}
