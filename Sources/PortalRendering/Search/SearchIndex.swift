import Bytes
import CourseModel
import Files

/// The words of many pages in one language, made for the theme's search script.
struct SearchIndex: Sendable {
  let language: LanguageTag
  /// What can be found; the documents of a segment follow those of the one before.
  let segments: [IndexSegment]

  /// The index of a whole language.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - segments: Its parts, in order; none for an index of nothing.
  init(language: LanguageTag, joining segments: [IndexSegment]) {
    self.language = language
    self.segments = segments
  }

  /// How many documents there are.
  var documentCount: Int { segments.reduce(0) { $0 + $1.documentCount } }

  /// Where the index is written.
  var folder: RelativePath { RelativePath("search/\(language.text)") }

  /// The beginning of a script that calls a function of the theme's.
  func call(_ function: StaticString) -> [UInt8] {
    var script = [UInt8]("clevioSearch.")
    script.append(function)
    script.append("(\"")
    script.append(text: language.text)
    script.append("\",")
    return script
  }
}
