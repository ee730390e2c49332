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
