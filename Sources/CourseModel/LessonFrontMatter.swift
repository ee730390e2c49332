/// What an author says of a lesson at the top of its file.
package struct LessonFrontMatter: Sendable {
  package var title: Located<String>?
  package var description: String?
  package var language: LanguageTag?
  /// The place among its neighbours; before the number of the file's name.
  package var order: Int?
  @Rare package var slug: Located<String>? = nil
  /// How long the lesson takes.
  package var minutes: Int?
  package var kind: LessonKind?
  /// Whether the lesson of a paid course is free to read.
  package var isPreview: Bool?
  /// Whether the lesson's title is kept while the lesson is closed.
  package var closesTitle: Bool?
  /// Whether the course is complete without the lesson.
  package var isOptional: Bool?
  /// Lessons to take first, by path.
  package var requires: [Located<String>] = []
  package var available: Availability?
  /// The first day on which the lesson is no longer published.
  package var expires: CalendarDate?
  @Rare package var video: Video? = nil
  package var downloads: [LessonDownload] = []
  package var completion: Completion?
  /// How often a quiz may be tried.
  package var attempts: Int?
  package var shufflesQuestions: Bool?
  package var passingScore: Int?
  package var lastModified: CalendarDate?
  /// `public` or `draft`.
  package var visibility: Visibility?
  /// Former addresses, which lead here.
  package var aliases: [Located<String>] = []

  /// Front matter that says nothing.
  package init() {}
}

/// A file that a lesson offers to take along.
package struct LessonDownload: Sendable {
  /// The file, relative to the lesson's folder.
  package var source: Located<String>
  /// The words of the link; `nil` for the file's name.
  package var title: String?

  /// A file that is called by its name.
  package init(_ source: Located<String>) { self.source = source }
}

/// What a lesson is.
package enum LessonKind: String, Hashable, Sendable, CaseIterable {
  case lesson
  case quiz
}

/// What completes a lesson.
package enum Completion: String, Hashable, Sendable, CaseIterable {
  case view
  case manual
  case quiz
}
