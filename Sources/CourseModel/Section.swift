package import Files

/// Lessons that belong together.
package struct Section: Sendable {
  /// The name in addresses, with `/` where folders lie in each other; `nil` for lessons that lie in the
  /// course's folder itself.
  package var slug: String?
  package var title: String
  /// For search engines.
  package var description: String?
  /// The language of the section's title and text, where it is not the course's.
  package var language: LanguageTag?
  /// When the section's own text was last changed.
  package var lastModified: CalendarDate?
  /// The section's own text, if there is a file for it.
  package var introduction: MarkdownFile?
  package var lessons: [Lesson]
  /// Where the section's page is written.
  package var output: RelativePath
  /// Whether the section, with all that is in it, is not ready.
  package var isDraft = false

  /// Joins the parts of a section.
  package init(
    slug: String?, title: String, introduction: MarkdownFile?, lessons: [Lesson],
    output: RelativePath
  ) {
    self.slug = slug
    self.title = title
    self.introduction = introduction
    self.lessons = lessons
    self.output = output
  }
}
