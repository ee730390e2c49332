/// The terms of a part of many segments in one order, each with its documents in all of them.
///
/// Terms come in groups, so that the documents of all terms are never held at once. Most segments have the same terms:
/// looking through a block of ranks for the least one costs less for each of them than keeping all segments in order.
struct TermMerge {
  private var cursors: [TermPostings.Cursor]
  /// The number of the first document of each segment.
  private let firsts: [Int]
  /// The rank of the term at hand of each segment; `noTerm` after its last one.
  private var ranks: [UInt64]
  /// The least of the ranks of each block of segments.
  private var leastRanks: [UInt64]

  private static let blockSize = 32
  /// No term has this rank: no text in UTF-8 begins with eight bytes of the last place.
  private static let noTerm = UInt64.max

  /// All terms that begin with the same scalar.
  struct Group {
    fileprivate(set) var terms: [[UInt8]] = []
    fileprivate var uses: [TermUse] = []
    /// Where the documents of each term end.
    fileprivate var ends: [Int] = []

    /// For each term its documents, ascending.
    var documents: [ArraySlice<TermUse>] {
      var start = 0
      return ends.map { end in
        defer { start = end }
        return uses[start..<end]
      }
    }
  }

  /// Begins before the first term of a part.
  init(_ segments: [IndexSegment], _ part: TermPart) {
    var first = 0
    firsts = segments.map { segment in
      defer { first += segment.documentCount }
      return first
    }
    var cursors = segments.map { $0.postings.cursor(of: part) }
    let ranks = cursors.indices.map { cursors[$0].next() ? cursors[$0].rank : Self.noTerm }
    let blocks = (ranks.count + Self.blockSize - 1) / Self.blockSize
    leastRanks = (0..<blocks).map { Self.leastRank(ofBlock: $0, ranks) }
    self.cursors = cursors
    self.ranks = ranks
  }

  /// The next terms, if there are any left.
  mutating func next() -> Group? {
    var group = Group()
    var scalar: UInt64?
    while let rank = leastRanks.min(), rank != Self.noTerm {
      let holders = segments(ofRank: rank)
      if let scalar, cursors[holders[0]].firstScalar != scalar { break }
      scalar = cursors[holders[0]].firstScalar
      take(from: holders, into: &group)
    }
    return scalar == nil ? nil : group
  }

  /// The segments whose terms at hand have a rank, ascending.
  private func segments(ofRank rank: UInt64) -> [Int] {
    var found: [Int] = []
    for block in leastRanks.indices where leastRanks[block] == rank {
      for segment in Self.segments(ofBlock: block, of: ranks.count) where ranks[segment] == rank {
        found.append(segment)
      }
    }
    return found
  }

  /// Takes the first term of segments whose terms have the same rank.
  private mutating func take(from segments: [Int], into group: inout Group) {
    let rank = ranks[segments[0]]
    let term = firstTerm(of: segments)
    for segment in segments where rank.isShortTerm || cursors[segment].term == term {
      let isRead = cursors[segment].readDocuments(into: &group.uses, from: firsts[segment])
      precondition(isRead, "documents are checked before they are merged")
      ranks[segment] = cursors[segment].next() ? cursors[segment].rank : Self.noTerm
    }
    group.terms.append(term)
    group.ends.append(group.uses.count)
    for block in leastRanks.indices where leastRanks[block] == rank {
      leastRanks[block] = Self.leastRank(ofBlock: block, ranks)
    }
  }

  /// The first of the terms at hand of segments of the same rank.
  private func firstTerm(of segments: [Int]) -> [UInt8] {
    var first = segments[0]
    if !ranks[first].isShortTerm {
      for segment in segments.dropFirst()
      where cursors[segment].term.precedesAsUTF16(cursors[first].term) {
        first = segment
      }
    }
    return cursors[first].term
  }

  private static func leastRank(ofBlock block: Int, _ ranks: [UInt64]) -> UInt64 {
    segments(ofBlock: block, of: ranks.count).reduce(noTerm) { min($0, ranks[$1]) }
  }

  private static func segments(ofBlock block: Int, of count: Int) -> Range<Int> {
    block * blockSize..<min((block + 1) * blockSize, count)
  }
}

extension UInt64 {
  /// Whether a term of this rank is known by it.
  fileprivate var isShortTerm: Bool { self & 0xFF == 0 }
}
