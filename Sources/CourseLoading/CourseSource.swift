import CourseModel
import Diagnostics
import Files

/// The files of one course's folder, grouped as sections and lessons.
struct CourseSource {
  /// The folder, relative to the portal's.
  let folder: RelativePath
  /// The folder's landing page: `index.md`, else `README.md`.
  private(set) var landingPage: RelativePath?
  /// The folders that hold lessons, the course's own first; each with its files.
  private(set) var folders: [RelativePath: Folder] = [:]

  /// What lies directly in a folder.
  struct Folder {
    var introduction: RelativePath?
    var lessons: [RelativePath] = []
    var folders: [RelativePath] = []
  }

  /// Groups the Markdown files of `folder`.
  init(_ folder: RelativePath, files: [RelativePath]) {
    self.folder = folder
    for path in files {
      register(path.parent)
      if CourseSource.isIntroduction(path) {
        let current = folders[path.parent]?.introduction
        if current == nil || path.stem.lowercased() == "index" {
          folders[path.parent]?.introduction = path
        }
      } else {
        folders[path.parent]?.lessons.append(path)
      }
    }
    landingPage = folders[folder]?.introduction
  }

  private mutating func register(_ path: RelativePath) {
    guard folders[path] == nil else { return }
    folders[path] = Folder()
    guard path != folder, path.text.utf8.count > folder.text.utf8.count else { return }
    register(path.parent)
    folders[path.parent]?.folders.append(path)
  }

  static func isMarkdown(_ path: RelativePath) -> Bool {
    path.fileExtension == "md" || path.fileExtension == "markdown"
  }

  static func isIntroduction(_ path: RelativePath) -> Bool {
    ["index", "readme"].contains(path.stem.lowercased())
  }
}

/// Decides which folders are courses.
struct CourseFolders {
  let settings: PortalSettings
  /// All Markdown files that may belong to courses.
  let files: [RelativePath]

  private static let reserved = ["authors", "pages", "policies", "theme", "public"]
    .map(RelativePath.init)

  init(tree: FileTree, settings: PortalSettings) {
    self.settings = settings
    files = tree.paths.filter { CourseSource.isMarkdown($0) && !settings.ignores($0) }
  }

  /// The courses' folders with what the settings say of them, ordered by path; a folder inside another
  /// course's folder is a course of its own.
  func sources() -> [(source: CourseSource, declared: CourseFolder?)] {
    let declared = declaredFolders
    let owners = Set(declared.map(\.path.value))
    var owned: [RelativePath: [RelativePath]] = [:]
    for file in files {
      if let owner = owner(of: file, among: owners), owner != .root || isFree(file) {
        owned[owner, default: []].append(file)
      }
    }
    return declared.sorted { $0.path.value < $1.path.value }.map { folder in
      (CourseSource(folder.path.value, files: owned[folder.path.value] ?? []), folder)
    }
  }

  /// The innermost course's folder that a file lies in.
  private func owner(of file: RelativePath, among owners: Set<RelativePath>) -> RelativePath? {
    var folder = file.parent
    while !owners.contains(folder) {
      guard folder != .root else { return nil }
      folder = folder.parent
    }
    return folder
  }

  private var declaredFolders: [CourseFolder] {
    if !settings.courses.isEmpty { return settings.courses }
    let courses = RelativePath("courses")
    let names = Set(
      files.compactMap { $0.relative(to: courses) }
        .filter { $0.parts.count > 1 }.compactMap(\.parts.first))
    if names.isEmpty {
      return files.contains(where: isFree) ? [CourseFolder()] : []
    }
    return names.map { name in
      var folder = CourseFolder()
      folder.path.value = courses.appending(String(name))
      return folder
    }
  }

  /// Whether a file of a portal that is itself one course belongs to the course.
  private func isFree(_ file: RelativePath) -> Bool {
    !CourseFolders.reserved.contains(where: file.isInside)
  }
}
