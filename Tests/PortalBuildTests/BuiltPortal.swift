import Bytes
import CourseLoading
import CourseModel
import Diagnostics
import Files
import Foundation
import PortalBuild
import TestSupport

/// A portal built in memory, as tests look at it.
struct BuiltPortal {
  let files: FileTree
  let diagnostics: [Diagnostic]

  /// Builds some files; `clevio.yml` says where the portal stands unless they hold one.
  init(
    _ texts: [String: String], today: String = "2027-01-31", drafts: Bool = false,
    sealing: Sealing = .preview, threads: Int = 2
  ) throws {
    let settings = ["clevio.yml": "title: Harbour\nid: harbour\nurl: https://harbour.example/\n"]
    let sources = FileTree(texts: settings.merging(texts) { $1 })
    try self.init(
      sources: sources, today: today, drafts: drafts, sealing: sealing, threads: threads)
  }

  /// Builds the files of a tree.
  init(
    sources: FileTree, today: String = "2027-01-31", drafts: Bool = false,
    sealing: Sealing = .preview, threads: Int = 2
  ) throws {
    (files, diagnostics) = try PortalBuild.of(
      sources, today: today, drafts: drafts, sealing: sealing, threads: threads
    ).tree()
  }

  /// The text of a file; empty where there is none.
  func text(_ path: String) -> String {
    guard case .bytes(let bytes)? = files[RelativePath(path)] else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether there is a file.
  func has(_ path: String) -> Bool { files[RelativePath(path)] != nil }

  /// The paths of all pages, ordered.
  var pages: [String] { files.paths.filter { $0.fileExtension == "html" }.map(\.text) }

  /// The files whose path or bytes hold a word, in any case of its letters.
  func mentions(of word: String) throws -> [String] {
    let needle = Array(word.utf8.map(\.asciiLowercased))
    return try files.paths.filter { path in
      if path.text.utf8.map(\.asciiLowercased).holds(needle) { return true }
      return try files[path]?.read().map(\.asciiLowercased).holds(needle) == true
    }.map(\.text)
  }

  /// The findings that keep the portal from being published, as `path:line:column id`.
  var errors: [String] {
    diagnostics.filter { $0.severity == .error }.map(\.place)
  }

  /// The findings that do not, in the same form.
  var warnings: [String] {
    diagnostics.filter { $0.severity == .warning }.map(\.place)
  }
}

extension Diagnostic {
  /// `path:line:column id`.
  var place: String { "\(position.path):\(position.line):\(position.column) \(id)" }
}

extension PortalBuild {
  /// A build of the files of a tree on a fixed day.
  static func of(
    _ sources: FileTree, today: String = "2027-01-31", drafts: Bool = false,
    sealing: Sealing = .preview, threads: Int = 2
  ) throws -> PortalBuild {
    guard let day = CalendarDate(parsing: today) else { throw NoSuchDay(text: today) }
    var loading = LoadingOptions(today: day, folderName: "harbour")
    loading.includesDrafts = drafts
    var build = PortalBuild(
      sources: sources, loading: loading, threads: threads, generator: "Clevio")
    build.sealing = sealing
    return build
  }

  /// The portal that comes with the program.
  static func exampleCourses() throws -> FileTree {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try SourceFolder.read("/\(root)/ExampleCourses").tree
  }
}

struct NoSuchDay: Error {
  let text: String
}

extension FileTree {
  /// The bytes of all files, by path.
  func contents() throws -> [RelativePath: [UInt8]] {
    try files.mapValues { try $0.read() }
  }
}

extension [UInt8] {
  /// Whether `needle` stands somewhere in these bytes.
  func holds(_ needle: [UInt8]) -> Bool {
    guard let first = needle.first else { return true }
    var rest = self[...]
    while let index = rest.firstIndex(of: first) {
      if self[index...].starts(with: needle) { return true }
      rest = self[(index + 1)...]
    }
    return false
  }
}

/// What stands between the first `start` and the next `end`; `nil` where they do not occur.
func between(_ start: String, _ end: String, in text: String) -> String? {
  guard let first = text.range(of: start), let last = text[first.upperBound...].range(of: end)
  else { return nil }
  return String(text[first.upperBound..<last.lowerBound])
}

extension TemporaryFolder {
  /// Writes a portal of courses with three short lessons each.
  func writePortal(_ settings: String, courses: [String]) {
    write(settings, to: "clevio.yml")
    for course in courses {
      write("---\ntitle: \(course)\n---\n", to: "courses/\(course)/index.md")
      for lesson in 1...3 {
        write(
          "# Lesson \(lesson)\n\nText.\n", to: "courses/\(course)/0\(lesson)-l\(lesson).md")
      }
    }
  }
}
