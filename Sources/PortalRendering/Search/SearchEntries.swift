import Bytes

/// What the index says of each term, in the order of the terms, and of beginnings that many terms share.
///
/// Short lists stand beside their terms. Long ones go into files of their own, so that a file of terms stays
/// small whatever its terms are.
struct SearchEntries {
  /// A term, or the beginning of terms.
  struct Entry {
    /// The term, or the beginning and `*`, which sorts before all that words are made of.
    var key: [UInt8]
    var list: [UInt8]
    var documentCount: Int

    /// Whether the list goes into a file of its own.
    var isLong: Bool { list.count > SearchEntries.shortSize }
  }

  /// How many bytes a list has at most that stands beside its term.
  static let shortSize = 240

  /// About how many bytes a query may load for all terms with one beginning, before the beginning has a list of
  /// its own.
  static let beginningSize = 16_000

  private(set) var entries: [Entry] = []

  private let documentCount: Int
  private let terms: [ArraySlice<UInt8>]
  private let documents: [ArraySlice<TermUse>]
  /// What the terms before each one take, in bytes.
  private var sizes: [Int] = [0]
  /// The entries of beginnings, each with the number of the first term that it sorts before.
  private var beginnings: [(place: Int, entry: Entry)] = []

  /// Writes the lists.
  ///
  /// - Parameters:
  ///   - terms: All terms in their order.
  ///   - documents: For each of them its documents, ascending.
  ///   - documentCount: How many documents there are in all.
  init(terms: [ArraySlice<UInt8>], documents: [ArraySlice<TermUse>], documentCount: Int) {
    self.terms = terms
    self.documents = documents
    self.documentCount = documentCount
    var own: [Entry] = []
    own.reserveCapacity(terms.count)
    for (term, uses) in zip(terms, documents) {
      own.append(
        Entry(key: Array(term), list: PostingList(uses).bytes, documentCount: uses.count))
      sizes.append(sizes[sizes.count - 1] + term.count + own[own.count - 1].list.count)
    }
    addBeginnings(of: terms.indices, length: 0)
    join(own)
  }

  /// Adds what terms begin with that are equal up to `length`, and have more than that in common.
  private mutating func addBeginnings(of range: Range<Int>, length: Int) {
    var start = range.lowerBound
    while start < range.upperBound {
      let term = terms[start]
      guard term.count > length else {
        start += 1
        continue
      }
      let beginning = term.prefix(length + term.scalarLength(at: length))
      var end = start + 1
      while end < range.upperBound, terms[end].starts(with: beginning) { end += 1 }
      if end > start + 1, sizes[end] - sizes[start] > Self.beginningSize {
        add(beginning, of: start..<end)
        addBeginnings(of: start..<end, length: beginning.count)
      }
      start = end
    }
  }

  private mutating func add(_ beginning: ArraySlice<UInt8>, of range: Range<Int>) {
    var weights = [UInt32](repeating: 0, count: documentCount)
    for number in range {
      for use in documents[number] {
        weights[use.number] = max(weights[use.number], use.weight)
      }
    }
    let uses = weights.indices.filter { weights[$0] > 0 }.map {
      TermUse(number: UInt32($0), weight: weights[$0])
    }
    let entry = Entry(
      key: beginning + [UInt8(ascii: "*")], list: PostingList(uses[...]).bytes,
      documentCount: uses.count)
    let isTerm = terms[range.lowerBound].count == beginning.count
    beginnings.append((range.lowerBound + (isTerm ? 1 : 0), entry))
  }

  private mutating func join(_ own: [Entry]) {
    entries.reserveCapacity(own.count + beginnings.count)
    var next = beginnings.startIndex
    for (number, entry) in own.enumerated() {
      while next < beginnings.endIndex, beginnings[next].place == number {
        entries.append(beginnings[next].entry)
        next += 1
      }
      entries.append(entry)
    }
  }
}

extension ArraySlice<UInt8> {
  /// How many bytes the scalar takes whose first byte is at an offset.
  func scalarLength(at offset: Int) -> Int {
    let byte = self[startIndex + offset]
    return byte < 0x80 ? 1 : Swift.max(1, (~byte).leadingZeroBitCount)
  }
}
