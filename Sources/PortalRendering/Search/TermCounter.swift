import Bytes

/// Counts the words of one document after the other.
struct TermCounter: Sendable {
  private(set) var terms = TermTable()
  /// The terms of the document at hand: a table of few terms stays in the processor's nearest memory.
  private var found = TermTable()
  /// How often each of them occurs.
  private var tallies: [Tally] = []

  /// Counts a word, folded and as UTF-8.
  mutating func add(_ word: UnsafeBufferPointer<UInt8>, hash: TermHash, in part: DocumentPart) {
    let number = found.number(of: word, hash: hash)
    if number == tallies.count { tallies.append(Tally()) }
    tallies[number].add(part)
  }

  /// Ends the document at hand.
  mutating func moveUses(to uses: inout [TermUse]) {
    for (number, tally) in tallies.enumerated() {
      uses.append(
        TermUse(
          number: UInt32(terms.number(ofTerm: number, in: found)), weight: tally.weight))
    }
    found.removeAll()
    tallies.removeAll(keepingCapacity: true)
  }
}

/// How a term occurs in one document.
private struct Tally: Sendable {
  /// How often it occurs in the text, up to 4.
  private var count: UInt8 = 0
  private var isInTitle = false
  private var isInHeading = false

  /// 8 for the title, 4 for a heading, and up to 3 for the text: one more each time that the count doubles.
  var weight: UInt32 {
    UInt32(
      (isInTitle ? 8 : 0) + (isInHeading ? 4 : 0) + (UInt8.bitWidth - count.leadingZeroBitCount))
  }

  mutating func add(_ part: DocumentPart) {
    switch part {
    case .title: isInTitle = true
    case .heading: isInHeading = true
    case .text: count = min(count + 1, 4)
    }
  }
}
