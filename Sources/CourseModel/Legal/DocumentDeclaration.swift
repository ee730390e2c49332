package import Diagnostics

/// What an author says of one document: its version, its dates, and words of their own.
package struct DocumentDeclaration: Sendable {
  /// The version, from 1 up.
  package var version: Located<Int>?
  /// The day from which the version holds.
  package var effective: Located<CalendarDate>?
  /// The day on which the text was last changed.
  package var updated: Located<CalendarDate>?
  /// A Markdown file of the portal's folder that replaces the text.
  package var source: Located<String>?
  /// Whether the text is made; `nil` where ``source`` alone decides.
  package var isGenerated: Located<Bool>?
  /// Markdown files of the portal's folder for the free slots `intro` and `more`.
  package var intro: Located<String>?
  package var more: Located<String>?
  /// What changed, the newest first.
  package var changes: [PolicyChange] = []
  package var position: SourcePosition

  /// A document of which nothing is said yet.
  package init(at position: SourcePosition) { self.position = position }

  /// What is said of a version.
  package func change(to version: Int) -> PolicyChange? {
    changes.first { $0.version?.value == version }
  }
}

/// What a version of a document changed.
package struct PolicyChange: Sendable {
  package var version: Located<Int>?
  package var date: Located<CalendarDate>?
  package var level = ChangeLevel.minor
  package var summary: LocalizedText?
  /// How many days before it holds a version is announced.
  package var noticeDays: Int?
  package var position: SourcePosition

  /// A change of which nothing is said yet.
  package init(at position: SourcePosition) { self.position = position }
}

/// How much a change of a document matters to learners.
package enum ChangeLevel: String, Hashable, Sendable, CaseIterable {
  /// Words, not meaning.
  case editorial
  /// Meaning, but nothing that was agreed to.
  case minor
  /// What was agreed to: consent is asked again.
  case material
}
