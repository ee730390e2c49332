import CourseModel
import Files

/// The files of one course's folder, grouped as sections and lessons.
struct CourseSource {
  /// The folder, relative to the portal's.
  let folder: RelativePath
  /// The folder's landing page: `index.md`, else `README.md`.
  private(set) var landingPage: RelativePath?
  /// All files, in their order.
  let files: [RelativePath]
  /// The folders that hold lessons, the course's own first; each with its files.
  private(set) var folders: [RelativePath: Folder] = [:]

  /// Introductions that are passed over, since another file of their folder comes first.
  private(set) var shadowed: [RelativePath] = []

  /// What lies directly in a folder.
  struct Folder {
    var introduction: RelativePath?
    var lessons: [RelativePath] = []
    var folders: [RelativePath] = []
  }

  /// Groups the Markdown files of `folder`.
  init(_ folder: RelativePath, files: [RelativePath]) {
    self.folder = folder
    self.files = files
    for path in files {
      let parent = path.parent
      register(parent)
      if CourseSource.isIntroduction(path) {
        let current = folders[parent]?.introduction
        if current == nil || path.stem.lowercased() == "index" {
          folders[parent]?.introduction = path
          shadowed += current.map { [$0] } ?? []
        } else {
          shadowed.append(path)
        }
      } else {
        folders[parent]?.lessons.append(path)
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
    path.hasExtension("md", "markdown")
  }

  static func isIntroduction(_ path: RelativePath) -> Bool {
    ["index", "readme"].contains(path.stem.lowercased())
  }
}

/// Decides which folders are courses.
struct CourseFolders {
  let settings: PortalSettings
  /// All Markdown files that may belong to courses, ordered.
  let files: [RelativePath]

  private static let reserved = ["authors", "pages", "policies", "theme", "public"]
    .map(RelativePath.init)

  /// Whether a file lies where courses may.
  static func mayHoldCourses(_ path: RelativePath) -> Bool {
    !reserved.contains(where: path.isInside)
  }

  /// The courses' folders with what the settings say of them, ordered by path; a folder inside another
  /// course's folder is a course of its own.
  func sources() -> [(source: CourseSource, declared: CourseFolder?)] {
    let declared = declaredFolders
    let owners = Set(declared.map(\.path.value))
    var owned: [RelativePath: [RelativePath]] = [:]
    // Files of one folder follow each other and have one owner.
    var known: (folder: RelativePath, owner: RelativePath?)?
    for file in files {
      if known.map({ file.isDirectly(in: $0.folder) }) != true {
        known = (file.parent, owner(of: file, among: owners))
      }
      if let owner = known?.owner, owner != .root || isFree(file) {
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
    var folders: [RelativePath] = []
    for file in files where file.isInside(courses) && !file.isDirectly(in: courses) {
      // The files of a folder follow each other.
      if let last = folders.last, file.isInside(last) { continue }
      if let name = file.relative(to: courses)?.parts.first {
        folders.append(courses.appending(String(name)))
      }
    }
    if folders.isEmpty {
      return files.contains(where: isFree) ? [CourseFolder()] : []
    }
    return folders.map { path in
      var folder = CourseFolder()
      folder.path.value = path
      return folder
    }
  }

  /// Whether a file of a portal that is itself one course belongs to the course.
  private func isFree(_ file: RelativePath) -> Bool {
    !CourseFolders.reserved.contains(where: file.isInside)
  }
}
