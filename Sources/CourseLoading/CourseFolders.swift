import CourseModel
import Files

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
      if let owner = known?.owner, owner != .root || CourseFolders.mayHoldCourses(file) {
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
      return files.contains(where: CourseFolders.mayHoldCourses) ? [CourseFolder()] : []
    }
    return folders.map { path in
      var folder = CourseFolder()
      folder.path.value = path
      return folder
    }
  }
}
