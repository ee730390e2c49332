import CourseLoading
import CourseModel
import Diagnostics
import Files
import TestSupport
import Testing

/// A portal loaded from texts, on 10 January 2027.
struct Loading {
  let portal: Portal
  /// What was told, without fixes, which `ValueRuleTests` and `FixTests` make.
  let found: [Diagnostic]

  init(_ files: [String: String], drafts: Bool = false, today: String = "2027-01-10") throws {
    try self.init(FileTree(texts: files), drafts: drafts, today: today)
  }

  init(_ tree: FileTree, drafts: Bool = false, today: String = "2027-01-10") throws {
    var options = LoadingOptions(
      today: try #require(CalendarDate(parsing: today)), folderName: "academy")
    options.includesDrafts = drafts
    let loaded = try loadPortal(from: tree, options: options)
    portal = loaded.portal
    found = loaded.diagnostics.map(\.withoutFix)
  }

  /// A portal that is one course called `knots`.
  init(course: String, settings: String = "", lesson: String = "Text\n") throws {
    try self.init([
      "clevio.yml": settings, "courses/knots/index.md": course, "courses/knots/01-a.md": lesson,
    ])
  }

  func course(_ slug: String) throws -> Course {
    try #require(portal.courses.first { $0.slug == slug })
  }

  /// The addresses of all lessons, in order.
  var addresses: [String] { portal.courses.flatMap { $0.lessons.map(\.output.text) } }

  /// The titles of all lessons, in order.
  var titles: [String] { portal.courses.flatMap { $0.lessons.map(\.title) } }

  var ids: [String] { found.map(\.id.description) }
}

/// A file with one error at its mark, and what is said about it.
struct Mistake: CustomTestStringConvertible, Sendable {
  var source: String
  var length: Int
  var id: Diagnostic.ID
  var message: String
  var help: String?

  init(
    _ source: String, length: Int, _ id: Diagnostic.ID, _ message: String, help: String?
  ) {
    self.source = source
    self.length = length
    self.id = id
    self.message = message
    self.help = help
  }

  var testDescription: String { source }

  /// The finding for the mark of a file at a path, where `text` is the whole file with its mark.
  func diagnostic(in text: MarkedText, at path: String) -> Diagnostic {
    Diagnostic(id, .error, message, at: text.position(1, in: path, length: length), help: help)
  }
}
