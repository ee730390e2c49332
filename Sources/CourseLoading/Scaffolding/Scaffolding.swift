import Bytes
import CourseModel
import Diagnostics
package import Files

/// The files that a new portal, course or lesson begins with.
///
/// Each function returns only new files, with paths relative to the portal's folder.
package enum Scaffolding {
  /// A portal with an example course, an author and a page, ready to build.
  ///
  /// - Parameters:
  ///   - name: The name of the portal's folder, which is any that the disk takes.
  ///   - title: The portal's title; made of the name where none is given.
  /// - Returns: The files, `.gitignore` among them.
  package static func portal(named name: String, title: String? = nil) -> FileTree {
    let title = heading(title, or: name)
    return FileTree(
      texts: ExampleText.files.merging([
        "clevio.yml": ExampleText.settings(title: title, id: id(named: name)),
        ".gitignore": ExampleText.ignoredFiles,
      ]) { $1 })
  }

  /// A course without lessons.
  ///
  /// - Parameters:
  ///   - name: The name of the course's folder in `courses/`, as it stands in addresses.
  ///   - title: The course's title; made of the name where none is given.
  ///   - today: The day on which it begins, as year-month-day.
  ///   - tree: The portal's files.
  /// - Returns: The landing page.
  /// - Throws: ``ScaffoldingError`` if the name is taken or cannot stand in an address.
  package static func course(
    named name: String, title: String? = nil, today: String, in tree: FileTree
  ) throws(ScaffoldingError) -> FileTree {
    try checkName(name)
    let folder = RelativePath("courses").appending(name)
    if tree.files.keys.contains(where: { $0.isInside(folder) }) {
      throw ScaffoldingError(
        "there is a course \"\(name)\" already",
        help: "choose another name, or add to it with clevio new lesson courses/\(name)")
    }
    return FileTree(texts: [
      folder.appending("index.md").text: ExampleText.course(
        title: heading(title, or: name), date: today)
    ])
  }

  /// A lesson, which comes after its neighbours.
  ///
  /// - Parameters:
  ///   - path: The folder of a course or of a section in it, which may be new, or a file in one whose
  ///     name ends in `.md`; relative to the portal's folder.
  ///   - title: The lesson's title.
  ///   - tree: The portal's files.
  /// - Returns: The lesson's file.
  /// - Throws: ``ScaffoldingError`` if the path leads to no course, is taken or cannot stand in an
  ///   address.
  package static func lesson(
    at path: String, title: String? = nil, in tree: FileTree
  ) throws(ScaffoldingError) -> FileTree {
    let place = try LessonPlace(path, in: tree)
    let words = heading(title, or: place.fileName.map { RelativePath($0).stem } ?? "new-lesson")
    let file = place.folder.appending(
      place.fileName ?? place.nextNumber(in: tree) + SourceName.slug(of: words.words) + ".md")
    guard tree[file] == nil else {
      throw ScaffoldingError("the file \"\(file)\" exists", help: "choose another name")
    }
    return FileTree(texts: [file.text: ExampleText.lesson(title: words)])
  }

  /// The portal's name in what is signed, made of its folder's.
  private static func id(named name: String) -> String {
    let allowed = SourceName.slug(of: name).utf8.filter {
      $0 == UInt8(ascii: "-") || $0.isASCIIAlphanumeric
    }
    let id = allowed.drop { $0 == UInt8(ascii: "-") }.prefix(64)
    return id.isEmpty ? "portal" : String(utf8: id)
  }

  /// Refuses a name that would not be the address.
  static func checkName(_ name: String) throws(ScaffoldingError) {
    guard !SourceName.isSlug(name) else { return }
    throw ScaffoldingError(
      "\"\(name)\" cannot stand in an address", help: "write \(SourceName.slug(of: name))")
  }

  private static func heading(_ title: String?, or name: String) -> YAMLText {
    let given = YAMLText(title ?? "")
    return given.words.isEmpty ? YAMLText(SourceName(name).title) : given
  }
}

/// Where a new lesson goes.
private struct LessonPlace {
  let folder: RelativePath
  /// The file's name, if the author gave it.
  let fileName: String?

  init(_ text: String, in tree: FileTree) throws(ScaffoldingError) {
    let isAbsolute = text.utf8.first == UInt8(ascii: "/")
    guard !isAbsolute, let path = RelativePath.root.resolving(text) else {
      throw ScaffoldingError(
        "\"\(text)\" leads out of the portal", help: "write a path such as courses/bread/01-start")
    }
    let isFile = CourseSource.isMarkdown(path)
    folder = isFile ? path.parent : path
    fileName = isFile ? path.name : nil
    try checkCourse(in: tree)
    let known = Set(tree.files.keys.flatMap { LessonPlace.folders(above: $0) })
    for place in LessonPlace.folders(above: folder.appending("x")) where !known.contains(place) {
      try Scaffolding.checkName(place.name)
    }
    if isFile { try Scaffolding.checkName(path.stem) }
  }

  private func checkCourse(in tree: FileTree) throws(ScaffoldingError) {
    let parts = folder.parts
    let reserved = ["authors", "pages", "policies", "theme", "public"]
    if let first = parts.first, reserved.contains(String(first)) {
      throw ScaffoldingError(
        "\"\(first)\" holds no courses", help: "write a path such as courses/bread/01-start")
    }
    guard parts.first == "courses" else { return try checkFolders(of: tree) }
    let courses = RelativePath("courses")
    let names = Set(
      tree.files.keys.compactMap { $0.relative(to: courses) }.filter { $0.parts.count > 1 }
        .compactMap(\.parts.first).map(String.init))
    guard parts.count > 1 else {
      throw ScaffoldingError(
        "the path does not name a course", help: "write a path such as courses/bread/01-start")
    }
    guard !names.contains(String(parts[1])) else { return }
    let near = Suggestion.nearest(to: String(parts[1]), among: names.sorted())
    throw ScaffoldingError(
      "there is no course \"\(parts[1])\"",
      help: near.map { "did you mean courses/\($0)?" }
        ?? "make it with clevio new course \(parts[1])")
  }

  /// Refuses a folder that belongs to no course, where there are courses: nobody would read what lies there.
  private func checkFolders(of tree: FileTree) throws(ScaffoldingError) {
    guard let settings = LessonPlace.settings(of: tree) else { return }
    let texts = tree.paths.filter { CourseSource.isMarkdown($0) && !settings.ignores($0) }
    let courses = CourseFolders(settings: settings, files: texts.sorted()).sources().map {
      $0.source.folder
    }
    guard !courses.isEmpty,
      !courses.contains(where: { $0 == .root || $0 == folder || folder.isInside($0) })
    else { return }
    let name = folder.parts.first.map(String.init) ?? ""
    let near = Suggestion.nearest(to: name, among: courses.map(\.name))
    throw ScaffoldingError(
      "\"\(folder == .root ? "." : folder.text)\" lies in no course",
      help: near.flatMap { name in courses.first { $0.name == name } }.map { "did you mean \($0)?" }
        ?? "the courses are: \(courses.map(\.text).joined(separator: ", "))")
  }

  /// The portal's settings; `nil` where they cannot be read.
  private static func settings(of tree: FileTree) -> PortalSettings? {
    do throws(FileError) { return try PortalSettings.load(from: tree).0 } catch { return nil }
  }

  private static func folders(above path: RelativePath) -> [RelativePath] {
    var folders: [RelativePath] = []
    var folder = path.parent
    while folder != .root {
      folders.append(folder)
      folder = folder.parent
    }
    return folders
  }

  /// The number after the last of the folder, as wide as the others; none where its files go without.
  func nextNumber(in tree: FileTree) -> String {
    let names = Set(
      tree.files.keys.compactMap { $0.relative(to: folder) }
        .filter {
          $0.parts.count > 1 || CourseSource.isMarkdown($0) && !$0.isIntroduction
        }
        .compactMap(\.parts.first).map(String.init))
    let numbered = names.filter { SourceName($0).number != nil }
    if numbered.isEmpty, names.contains(where: { $0.hasSuffix(".md") }) { return "" }
    let next = (numbered.compactMap { SourceName($0).number }.max() ?? 0) + 1
    let width = numbered.map { $0.utf8.prefix(while: \.isASCIIDigit).count }.max() ?? 2
    let digits = String(next)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits + "-"
  }
}
