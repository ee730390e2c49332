import Bytes
import CourseLoading
import CourseModel
import Diagnostics
import Files
import Foundation
import PortalBuild

/// A course that people wrote for other tools, built with the settings beside this file.
struct RealCourse {
  let sources: FileTree
  let portal: Portal
  let output: FileTree
  let diagnostics: [Diagnostic]

  /// The folder of the courses: where `CLEVIO_CONTENT` says, or beside the checkout.
  private static let library: String? = {
    if let folder = ProcessInfo.processInfo.environment["CLEVIO_CONTENT"] { return folder }
    guard let file = realpath(#filePath, nil) else { return nil }
    defer { free(file) }
    let checkout = URL(fileURLWithPath: String(cString: file)).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = checkout.deletingLastPathComponent().appendingPathComponent("shared/content").path
    return access(folder, R_OK) == 0 ? folder : nil
  }()

  /// Builds a course; `nil`, with a notice, where it is not at hand.
  ///
  /// - Parameters:
  ///   - name: The folder, and the name of the settings.
  ///   - languages: The folders of translations to keep, where not all are built.
  /// - Throws: What the machine refuses.
  init?(_ name: String, languages: [String]? = nil) throws {
    guard var sources = try RealCourse.sources(of: name) else { return nil }
    var settings = try RealCourse.settings(name)
    if let languages {
      settings = RealCourse.keeping(languages, of: settings)
      sources = RealCourse.keeping(languages, of: sources)
    }
    sources[RelativePath("clevio.yml")] = .bytes(Array(settings.utf8))
    self.sources = sources
    guard let today = CalendarDate(parsing: "2027-01-31") else { return nil }
    let options = LoadingOptions(today: today, folderName: name)
    portal = try loadPortal(from: sources, options: options).portal
    (output, diagnostics) = try PortalBuild(
      sources: sources, loading: options, threads: 2, generator: "Clevio"
    ).tree()
  }

  /// The files of a course as it is; `nil`, with a notice, where it is not at hand.
  ///
  /// - Throws: What the machine refuses, as where `CLEVIO_CONTENT` names a folder without the course.
  static func sources(of name: String) throws -> FileTree? {
    guard let library else {
      print("notice: \(name) is not looked at, as CLEVIO_CONTENT names no folder of real courses")
      return nil
    }
    return try SourceFolder.read("\(library)/\(name)").tree
  }

  private static func settings(_ name: String) throws -> String {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("\(name).yml")
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// The settings without the courses of other languages.
  private static func keeping(_ languages: [String], of settings: String) -> String {
    let entries = settings.components(separatedBy: "\n  - path: ")
    let kept = entries.enumerated().filter { index, entry in
      let path = entry.prefix { $0 != "\n" }
      return index == 0 || !path.contains("/") || languages.contains { path.hasSuffix("/" + $0) }
    }
    return kept.map(\.element).joined(separator: "\n  - path: ")
  }

  /// The files without the folders of other languages.
  private static func keeping(_ languages: [String], of tree: FileTree) -> FileTree {
    FileTree(
      tree.files.filter { path, _ in
        path.parts.count < 3 || languages.contains(String(path.parts[1]))
      })
  }

  /// A Markdown file and its page.
  struct Page {
    let source: RelativePath
    let output: RelativePath
  }

  /// All pages that are made of Markdown files of courses.
  var pages: [Page] {
    portal.courses.flatMap { course in
      [course.landingPage.map { Page(source: $0.path, output: course.output) }].compactMap(\.self)
        + course.sections.flatMap { section in
          [section.introduction.map { Page(source: $0.path, output: section.output) }]
            .compactMap(\.self)
            + section.lessons.map { Page(source: $0.file.path, output: $0.output) }
        }
    }
  }

  /// The Markdown files that lie in the courses' folders, but for what the settings leave out.
  var markdownFiles: [RelativePath] {
    sources.paths.filter { path in
      ["md", "markdown"].contains(path.fileExtension)
        && portal.courses.contains { path.isInside($0.folder) }
        && !portal.settings.ignored.contains { $0.value == path.name }
    }
  }

  /// The text of a file.
  func bytes(of path: RelativePath) throws -> [UInt8] { try sources[path]?.read() ?? [] }

  /// A page's heading and text, without what stands around them.
  func content(of page: Page) throws -> [UInt8] {
    guard case .bytes(let bytes)? = output[page.output] else { return [] }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let main = text.range(of: "<h1"),
      let end = text.range(of: "</main>", options: .backwards)
    else { return [] }
    guard let title = text[main.upperBound...].range(of: "</h1>"),
      let prose = text[title.upperBound...].range(of: " data-content>")
    else { return Array(text[main.lowerBound..<end.lowerBound].utf8) }
    return Array(text[main.lowerBound..<title.upperBound].utf8)
      + Array(text[prose.upperBound..<end.lowerBound].utf8)
  }
}
