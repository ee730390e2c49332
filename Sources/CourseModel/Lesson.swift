package import Files

/// A lesson.
package struct Lesson: Sendable {
  package var title: String
  /// The lesson's place in its course, from 1 up, if that is all that may be told of a closed lesson.
  package var number: Int?
  /// The title that only buyers see; `nil` where it is no secret.
  package var closedTitle: String?
  package var frontMatter: LessonFrontMatter
  package var file: MarkdownFile
  /// How long the lesson takes: as the author says, or by the length of the text.
  package var minutes: Int
  /// Where the page is written.
  package var output: RelativePath

  /// Joins the parts of a lesson.
  package init(
    title: String, frontMatter: LessonFrontMatter, file: MarkdownFile, minutes: Int,
    output: RelativePath
  ) {
    self.title = title
    self.frontMatter = frontMatter
    self.file = file
    self.minutes = minutes
    self.output = output
  }

  /// The day of the last change that the author tells of; to be opened is one.
  package var changed: CalendarDate? {
    guard case .from(let date)? = frontMatter.available else { return frontMatter.lastModified }
    return max(date, frontMatter.lastModified ?? date)
  }

  /// Whether the lesson opens on a day after another one.
  package func opens(after day: CalendarDate) -> Bool {
    guard case .from(let date)? = frontMatter.available else { return false }
    return date > day
  }
}
