import Bytes

/// The terms of some documents in their order, each with its documents: an inverted index, as few bytes.
///
/// Of a term are stored how many bytes it has in common with the one before, above four bits of how many more it has, of
/// which 15 are followed by how many more than 15; then these bytes; how many documents it has; and of each the distance
/// from the one before, above four bits of weight. Numbers are LEB128.
struct TermPostings: Sendable {
  let bytes: [UInt8]
  /// Where the terms of each part end.
  private var ends = TermPart.allCases.map { _ in 0 }

  /// Turns the terms of documents into the documents of terms.
  ///
  /// - Parameters:
  ///   - terms: All terms.
  ///   - uses: The terms of all documents, one document after the other.
  ///   - ends: Where those of each document end.
  init(of terms: TermTable, uses: [TermUse], ends: [UInt32]) {
    // Where the documents of each term begin, and, once they are in place, where they end.
    var places = [Int](repeating: 0, count: terms.count)
    for use in uses { places[use.number] += 1 }
    var sum = 0
    for term in places.indices {
      sum += places[term]
      places[term] = sum - places[term]
    }
    var documents = [TermUse](repeating: TermUse(number: 0, weight: 0), count: uses.count)
    var start = 0
    for (document, end) in ends.enumerated() {
      for use in uses[start..<Int(end)] {
        documents[places[use.number]] = TermUse(number: UInt32(document), weight: use.weight)
        places[use.number] += 1
      }
      start = Int(end)
    }
    var bytes: [UInt8] = []
    var (term, last): ([UInt8], [UInt8]) = ([], [])
    for number in terms.sorted() {
      swap(&term, &last)
      terms.read(number, into: &term)
      let first = number == 0 ? 0 : places[number - 1]
      bytes.append(term, after: last, documents[first..<places[number]])
      self.ends[TermPart(of: term).rawValue] = bytes.count
    }
    self.bytes = bytes.withUnsafeBufferPointer(Array.init)
    fillEnds()
  }

  /// What was stored, if it is what terms and documents were stored as.
  init?(stored: [UInt8], documentCount: Int) {
    bytes = stored
    var cursor = Cursor(stored, 0..<stored.count)
    while cursor.next() {
      guard cursor.passDocuments(of: documentCount) else { return nil }
      ends[TermPart(of: cursor.term).rawValue] = cursor.index
    }
    guard cursor.isAtEnd else { return nil }
    fillEnds()
  }

  /// Lets a part without terms end where the one before does.
  private mutating func fillEnds() {
    for part in ends.indices.dropFirst() { ends[part] = max(ends[part], ends[part - 1]) }
  }

  /// Begins before the first term of a part.
  func cursor(of part: TermPart) -> Cursor {
    let number = part.rawValue
    return Cursor(bytes, (number == 0 ? 0 : ends[number - 1])..<ends[number])
  }

  /// Reads terms in their order.
  struct Cursor {
    private let bytes: [UInt8]
    private(set) var index: Int
    private let end: Int
    /// The term at hand.
    private(set) var term: [UInt8] = []
    /// The beginning of the term as a number; terms with different ones compare as these do.
    private(set) var rank: UInt64 = 0

    /// The bytes of the term's first scalar, at the head of its rank.
    var firstScalar: UInt64 {
      let length = UInt64(term[...].scalarLength(at: 0))
      return rank & ~(.max >> (8 * length))
    }

    /// Begins where a term does that has nothing in common with the one before.
    fileprivate init(_ bytes: [UInt8], _ range: Range<Int>) {
      self.bytes = bytes
      index = range.lowerBound
      end = range.upperBound
    }

    /// Whether all was read.
    var isAtEnd: Bool { index == end }

    /// Moves on to the next term, if there is one after the term at hand; its documents must be read before that.
    mutating func next() -> Bool {
      guard let lengths = number() else { return false }
      let shared = lengths >> 4
      var count = lengths & 15
      if count == 15 {
        guard let more = number() else { return false }
        count += more
      }
      guard shared <= term.count, 0 < count, count <= end - index,
        shared == term.count
          || UTF16Order.place(of: term[shared]) < UTF16Order.place(of: bytes[index])
      else { return false }
      term.removeLast(term.count - shared)
      term += bytes[index..<index + count]
      index += count
      if shared < UTF16Order.rankedBytes { rank = UTF16Order.rank(of: term[...]) }
      return true
    }

    /// Appends the documents of the term at hand, their numbers counted from `first`.
    ///
    /// - Returns: Whether the bytes are those of documents.
    mutating func readDocuments(into uses: inout [TermUse], from first: Int) -> Bool {
      guard let count = number(), count <= end - index else { return false }
      var document = first
      for _ in 0..<count {
        guard let use = number(), document + use >> 4 <= TermUse.greatestNumber else {
          return false
        }
        document += use >> 4
        uses.append(TermUse(number: UInt32(document), weight: UInt32(use & 15)))
        document += 1
      }
      return true
    }

    /// Passes over the documents of the term at hand.
    ///
    /// - Returns: Whether the bytes are those of some of so many documents.
    mutating func passDocuments(of documentCount: Int) -> Bool {
      guard let count = number(), count > 0, count <= documentCount else { return false }
      var next = 0
      for _ in 0..<count {
        guard let use = number(), TermUse.weights.contains(use & 15) else { return false }
        next += use >> 4 + 1
        guard next <= documentCount else { return false }
      }
      return true
    }

    @inline(__always)
    private mutating func number() -> Int? {
      var number = 0
      var shift = 0
      while index < end, shift < 56 {
        let byte = bytes[index]
        index += 1
        number |= Int(byte & 0x7F) << shift
        if byte < 0x80 { return number }
        shift += 7
      }
      return nil
    }
  }
}

extension [UInt8] {
  /// Appends a term with its documents, ascending ones.
  fileprivate mutating func append(
    _ term: [UInt8], after last: [UInt8], _ documents: ArraySlice<TermUse>
  ) {
    var shared = 0
    while shared < last.count, shared < term.count, last[shared] == term[shared] { shared += 1 }
    let more = term.count - shared - 15
    (shared << 4 | (Swift.min(more, 0) + 15)).store(in: &self)
    if more >= 0 { more.store(in: &self) }
    self += term[shared...]
    documents.count.store(in: &self)
    var next = 0
    for use in documents {
      ((use.number - next) << 4 | Int(use.weight)).store(in: &self)
      next = use.number + 1
    }
  }
}
