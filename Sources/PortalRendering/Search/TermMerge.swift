/// The terms of many segments in one order, each with its documents in all of them.
///
/// Terms come in groups, so that the documents of all terms are never held at once.
struct TermMerge {
  private var cursors: [TermPostings.Cursor]
  /// The number of the first document of each segment.
  private let firsts: [Int]
  /// The segments that have terms left, as a heap: the one whose term is next comes first.
  private var queue: [Int] = []

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

  /// Begins before the first term of all segments.
  init(_ segments: [IndexSegment]) {
    var first = 0
    firsts = segments.map { segment in
      defer { first += segment.documentCount }
      return first
    }
    var cursors = segments.map { TermPostings.Cursor($0.postings) }
    queue = cursors.indices.filter { cursors[$0].next() }.sorted { cursors.precedes($0, $1) }
    self.cursors = cursors
  }

  /// The next terms, if there are any left.
  mutating func next() -> Group? {
    guard let first = queue.first else { return nil }
    var group = Group()
    let scalar = cursors[first].firstScalar
    while let segment = queue.first, cursors[segment].firstScalar == scalar {
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
    if !cursors[queue[0]].next() {
      let last = queue.removeLast()
      if queue.isEmpty { return }
      queue[0] = last
    }
    sink()
  }

  /// Moves the segment at the head to its place.
  private mutating func sink() {
    let segment = queue[0]
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < queue.count else { break }
      if child + 1 < queue.count, cursors.precedes(queue[child + 1], queue[child]) { child += 1 }
      guard cursors.precedes(queue[child], segment) else { break }
      queue[place] = queue[child]
      place = child
    }
    queue[place] = segment
  }
}

extension [TermPostings.Cursor] {
  /// Whether the term of a segment is before that of another one; of equal terms, that of the first segment.
  fileprivate func precedes(_ left: Int, _ right: Int) -> Bool {
    if self[left].rank != self[right].rank { return self[left].rank < self[right].rank }
    let count = Swift.min(self[left].term.count, self[right].term.count)
    var index = UTF16Order.rankedBytes
    while index < count {
      let places = (self[left].term[index], self[right].term[index])
      if places.0 != places.1 {
        return UTF16Order.place(of: places.0) < UTF16Order.place(of: places.1)
      }
      index += 1
    }
    if self[left].term.count != self[right].term.count {
      return self[left].term.count < self[right].term.count
    }
    return left < right
  }
}
