import CourseModel
import Files

/// The files of one course's folder, grouped as sections and lessons.
struct CourseSource {
  /// The folder, relative to the portal's.
  let folder: RelativePath
  /// The folder's landing page: `index.md`, else `_index.md` or `README.md`.
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
      if path.isIntroduction {
        let current = folders[parent]?.introduction
        if let current, !path.comesBefore(current) {
          shadowed.append(path)
        } else {
          folders[parent]?.introduction = path
          shadowed += current.map { [$0] } ?? []
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
}

extension RelativePath {
  /// Whether this introduces a folder in which another file would, too.
  fileprivate func comesBefore(_ other: RelativePath) -> Bool {
    let places = [self, other].map { Self.introductions.firstIndex(of: $0.stem.lowercased()) ?? 0 }
    return places[0] < places[1] || places[0] == places[1] && hasExtension("md")
  }
}
