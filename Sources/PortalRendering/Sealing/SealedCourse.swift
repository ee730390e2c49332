import Bytes
import Files

/// What is left of a course's lessons once they are sealed.
struct SealedCourse: Sendable {
  /// The words of the lessons, in their order, for the reader's search.
  var lessons: [Entry] = []
  /// The files that the lessons show or offer.
  var media: Set<RelativePath> = []

  /// The files of closed lessons, which nobody else may get.
  var closedMedia: [RelativePath: MediaUse] = [:]
  /// The files of closed lessons that everybody may get, as the course says.
  var openMedia: Set<RelativePath> = []
  /// What of the closed lessons' texts may stand in no other file.
  var words = ClosedWords()
  /// How many lessons are closed.
  var closedLessons = 0

  /// Where a closed file is shown first, and what is published of it.
  struct MediaUse: Sendable {
    /// The lesson's file.
    var lesson: RelativePath
    /// Where the file is written, under a name that tells nothing; `nil` if it is sealed.
    var unlisted: RelativePath?
  }

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
    words.merge(other.words)
    closedLessons += other.closedLessons
    openMedia.formUnion(other.openMedia)
    closedMedia.merge(other.closedMedia) { first, _ in first }
  }
}

extension SealedCourse {
  /// How many bytes of words the search of one course holds, so that browsers can unpack it.
  private static let searchLimit = 16 << 20

  /// What the reader's search reads, as JSON.
  static func searchText(of lessons: [Entry]) -> [UInt8] {
    var json = [UInt8]("[")
    for (index, lesson) in lessons.enumerated() {
      if index > 0 { json.append(",") }
      json.append("{\"id\":")
      json.append(scriptString: lesson.id.utf8)
      json.append(",\"title\":")
      json.append(scriptString: lesson.title.utf8)
      json.append(",\"text\":")
      // A course as long as a library is found by its titles.
      let isFull = json.count + lesson.words.count > searchLimit
      json.append(scriptString: isFull ? [] : lesson.words)
      json.append("}")
    }
    json.append("]")
    return json
  }
}
