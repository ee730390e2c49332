import Files

/// What is left of a course's lessons once they are sealed.
struct SealedCourse: Sendable {
  /// The words of the lessons, in their order, for the reader's search.
  var lessons: [Entry] = []
  /// The files that the lessons show or offer.
  var media: Set<RelativePath> = []

  /// A lesson as the reader's search knows it.
  struct Entry: Sendable {
    var id: String
    var title: String
    var words: [UInt8]
  }

  /// Adds what another part of the course left.
  mutating func merge(_ other: SealedCourse) {
    lessons += other.lessons
    media.formUnion(other.media)
  }
}
