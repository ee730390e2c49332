import Bytes
import CourseModel
import Diagnostics
import Files

/// The files that an author wrote for the pages that were made.
struct PageSources {
  private let portal: Portal
  private let sources: [RelativePath: RelativePath]
  /// The author's own templates, by their names.
  private let templates: [RelativePath]
  /// The texts of policies that the author wrote.
  private let policies: [RelativePath]
  /// The templates in the order in which a kind of page is made of them.
  private var ordered: [String: [RelativePath]] = [:]
  /// What files hold that many pages are made of.
  private var contents: [RelativePath: [UInt8]] = [:]

  init(_ portal: Portal) {
    self.portal = portal
    var sources: [RelativePath: RelativePath] = [:]
    for page in portal.pages { sources[page.output] = page.file.path }
    for author in portal.authors { sources[author.output] = author.biography.path }
    for course in portal.courses {
      sources[course.output] = course.landingPage?.path ?? PageSources.folder(of: course)
      // Lessons without a section have the course's page for theirs.
      for section in course.sections where section.slug != nil {
        sources[section.output] = section.introduction?.path
      }
      for lesson in course.lessons { sources[lesson.output] = lesson.file.path }
    }
    self.sources = sources
    let paths = portal.sources.paths
    templates = paths.filter {
      $0.parent.text == "theme/templates" && $0.fileExtension == "mustache"
    }
    policies = paths.filter { $0.parts.first == "policies" && $0.fileExtension == "md" }
  }

  /// Where an author can act on a finding: at the words that brought it about, else at the file
  /// that the page was made of.
  ///
  /// - Parameters:
  ///   - finding: What is wrong.
  ///   - output: The page.
  ///   - kind: What the page is, by which its template is called.
  /// - Returns: The place of the words, the beginning of a file, or the portal's settings.
  mutating func position(
    of finding: PageFinding, on output: RelativePath, kind: String
  ) -> SourcePosition {
    let own = ordered[kind] ?? templates.sorted { rank($0, kind) < rank($1, kind) }
    ordered[kind] = own
    let texts = texts(of: output)
    let files = finding.isInText ? texts + own : own + texts
    for clue in finding.clues {
      for file in files {
        if let position = position(of: clue, in: file) { return position }
      }
    }
    let template = finding.isInText ? nil : own.first { rank($0, kind).0 < 2 }
    return (template ?? texts.first).map { SourcePosition(path: $0.text) }
      ?? portal.settings.position
  }

  /// The folder of a course without a page of its own, unless it is that of the portal.
  private static func folder(of course: Course) -> RelativePath? {
    course.folder == .root ? nil : course.folder
  }

  /// The page's own template first, then those that all pages share.
  private func rank(_ template: RelativePath, _ kind: String) -> (Int, String) {
    switch template.stem {
    case kind: (0, "")
    case "layout", "head", "header", "footer": (1, template.stem)
    default: (2, template.stem)
    }
  }

  /// The texts that a page was made of.
  private func texts(of output: RelativePath) -> [RelativePath] {
    if let source = sources[output] { return [source] }
    let isPolicy = PolicyDocument.allCases.contains { document in
      output.name == document.output.name || output.parts.contains { $0 == document.slug }
    }
    guard isPolicy, portal.sources[RelativePath("legal.yml")] != nil else { return [] }
    return [RelativePath("legal.yml")] + policies
  }

  private mutating func position(of clue: String, in file: RelativePath) -> SourcePosition? {
    guard !clue.isEmpty, let bytes = bytes(of: file),
      let start = bytes[...].firstRange(ofBytes: Array(clue.utf8))?.lowerBound
    else { return nil }
    let before = bytes[..<start]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let length = clue.utf8.prefix { $0 != UInt8(ascii: "\n") }.count
    return SourcePosition(
      path: file.text, line: line, column: start - lineStart + 1, length: length)
  }

  private mutating func bytes(of file: RelativePath) -> [UInt8]? {
    if let known = contents[file] { return known }
    guard let bytes = try? portal.sources[file]?.read() else { return nil }
    // The texts of single pages are many, and few findings lead to each.
    let folder = file.parts.first
    if folder == "theme" || folder == "policies" || file.parent == .root { contents[file] = bytes }
    return bytes
  }
}
