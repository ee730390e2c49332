/// The terms of a part of many segments in one order, each with its documents in all of them.
///
/// Terms come in groups, so that the documents of all terms are never held at once.
struct TermMerge {
  private var cursors: [TermPostings.Cursor]
  /// The number of the first document of each segment.
  private let firsts: [Int]
  /// The segments that have terms left, as a heap: the one whose term is next comes first.
  private var queue: [Place] = []

  /// A segment whose term is to come.
  private struct Place {
    var rank: UInt64
    var segment: Int
  }

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
    let begun = cursors.indices.filter { cursors[$0].next() }
    self.cursors = cursors
    queue = begun.map { Place(rank: cursors[$0].rank, segment: $0) }.sorted {
      precedes($0, $1)
    }
  }

  /// The next terms, if there are any left.
  mutating func next() -> Group? {
    guard let first = queue.first else { return nil }
    var group = Group()
    let scalar = cursors[first.segment].firstScalar
    while let segment = queue.first?.segment, cursors[segment].firstScalar == scalar {
      if group.terms.last != cursors[segment].term {
        group.terms.append(cursors[segment].term)
        group.ends.append(group.uses.count)
      }
      let isRead = cursors[segment].readDocuments(into: &group.uses, from: firsts[segment])
      precondition(isRead, "documents are checked before they are merged")
      group.ends[group.ends.count - 1] = group.uses.count
      advance()
    }
    return group
  }

  /// Moves on in the segment at the head of the queue.
  private mutating func advance() {
    var place = queue[0]
    if cursors[place.segment].next() {
      place.rank = cursors[place.segment].rank
    } else {
      place = queue.removeLast()
      if queue.isEmpty { return }
    }
    sink(place)
  }

  /// Puts a segment in place of the one at the head, and then where it belongs.
  private mutating func sink(_ new: Place) {
    var index = 0
    while true {
      var child = 2 * index + 1
      guard child < queue.count else { break }
      if child + 1 < queue.count, precedes(queue[child + 1], queue[child]) { child += 1 }
      guard precedes(queue[child], new) else { break }
      queue[index] = queue[child]
      index = child
    }
    queue[index] = new
  }

  /// Whether the term of a segment is before that of another one; of equal terms, that of the first segment.
  @inline(__always)
  private func precedes(_ left: Place, _ right: Place) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    // A short term is its rank.
    if left.rank & 0xFF == 0 { return left.segment < right.segment }
    return precedesAfterRank(left.segment, right.segment)
  }

  private func precedesAfterRank(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (cursors[left].term, cursors[right].term)
    var index = UTF16Order.rankedBytes
    while index < first.count, index < second.count {
      let places = (UTF16Order.place(of: first[index]), UTF16Order.place(of: second[index]))
      if places.0 != places.1 { return places.0 < places.1 }
      index += 1
    }
    return first.count == second.count ? left < right : first.count < second.count
  }
}
