package import CourseModel
package import Diagnostics
package import Files

/// Courses as they were loaded, so that one whose files stay the same is not loaded again.
package struct LoadedCourses: Sendable {
  /// A course, with what it was made of.
  struct Entry: Sendable {
    var source: CourseSource
    var declared: CourseFolder?
    /// The files, in their order.
    var contents: [FileContent?]
    var course: Course?
    var diagnostics: [Diagnostic] = []
  }

  /// The file with the settings that the courses were loaded with.
  private var settings: FileContent?
  /// In the order of their folders.
  private(set) var all: [Entry] = []

  /// Knows no course.
  package init() {}

  /// Loads each course by itself, on several threads, unless it is known.
  mutating func load(
    among texts: [RelativePath], of tree: FileTree, settings: PortalSettings,
    options: LoadingOptions
  ) {
    let file = tree[RelativePath("clevio.yml")]
    let known = Dictionary(
      (file == self.settings ? all : []).map { ($0.source.folder, $0) }, uniquingKeysWith: { $1 })
    let folders = CourseFolders(settings: settings, files: texts).sources()
    self.settings = file
    all = concurrentMap(folders, threads: options.threads) { source, declared in
      let contents = source.files.map { tree[$0] }
      if let entry = known[source.folder], entry.source.files == source.files,
        entry.contents == contents
      {
        return entry
      }
      var entry = Entry(source: source, declared: declared, contents: contents)
      entry.load(from: tree, settings: settings, options: options)
      return entry
    }
  }

  /// Loads the course in a folder again, after files of it were written.
  ///
  /// - Parameters:
  ///   - folder: The course's folder.
  ///   - tree: All files.
  ///   - settings: Those that the portal was loaded with.
  ///   - options: Those that the portal was loaded with.
  /// - Returns: The course as it is to be published, and what is wrong with it; `nil` if there is none.
  package mutating func reload(
    _ folder: RelativePath, of tree: FileTree, settings: PortalSettings, options: LoadingOptions
  ) -> (course: Course, diagnostics: [Diagnostic])? {
    guard let place = all.firstIndex(where: { $0.source.folder == folder }) else { return nil }
    all[place].contents = all[place].source.files.map { tree[$0] }
    all[place].load(from: tree, settings: settings, options: options)
    return all[place].course.map { ($0.published(with: options), all[place].diagnostics) }
  }
}

extension LoadedCourses.Entry {
  fileprivate mutating func load(
    from tree: FileTree, settings: PortalSettings, options: LoadingOptions
  ) {
    if source.folders.isEmpty, let declared {
      diagnostics = [LoadedCourses.Entry.emptyCourse(declared)]
      return
    }
    var loader = CourseLoader(
      source, declared: declared, tree: tree, settings: settings, portalName: options.folderName)
    course = loader.load()
    diagnostics = loader.diagnostics
  }

  private static func emptyCourse(_ declared: CourseFolder) -> Diagnostic {
    Diagnostic(
      "course-folder", .error, "the folder \"\(declared.path.value)\" holds no Markdown files",
      at: declared.path.position, help: "name a folder with lessons, relative to clevio.yml")
  }
}
