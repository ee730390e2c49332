import Bytes
import CourseLoading
package import CourseModel
package import Files
import Synchronization

/// Tells what the pages of each course are made from: with the same key they come out the same.
///
/// Pages depend on the files in the folder of their course; on all files beside courses, such as settings,
/// policies, people and the theme; on what other courses say of themselves as wholes, such as their titles and
/// prices; and, if they show or name anything outside their folder, on where all pages are.
package struct PageOrigins: Sendable {
  private let site: PortalSite
  private let versions: FileVersions
  /// The files of each course by its folder, ordered.
  private var files: [RelativePath: [RelativePath]] = [:]
  /// What all pages depend on.
  private var shared: [UInt8] = []
  /// What pages depend on that reach outside; told when first asked for.
  private let outside: Outside
  /// When anything of that was last changed.
  private var lastSharedChange = 0

  /// Looks at what a portal is made from.
  ///
  /// - Parameters:
  ///   - site: The portal.
  ///   - settings: All that pages depend on beside the sources, the program's version among it.
  ///   - versions: How versions of files are told apart.
  /// - Throws: ``FileError`` if a file cannot be read.
  package init(of site: PortalSite, settings: [String], versions: FileVersions) throws(FileError) {
    self.site = site
    self.versions = versions
    outside = Outside(site, versions)
    let folders = Set(site.portal.courses.map(\.folder))
    var beside: [RelativePath] = []
    for path in site.portal.sources.files.keys {
      var isInCourse = false
      var folder = path
      while folder != .root {
        folder = folder.parent
        guard folders.contains(folder) else { continue }
        files[folder, default: []].append(path)
        isInCourse = true
      }
      if !isInCourse { beside.append(path) }
    }
    for folder in folders { files[folder]?.sort() }
    shared.store(all: settings)
    try append(beside.sorted())
    try append(site.sharedPictures)
    for course in site.portal.courses { try append(faceOf: course) }
    shared.store(all: site.languages.map(\.text))
    (site.feed?.text ?? "").store(in: &shared)
    shared = ContentDigest(of: shared).bytes
  }

  /// Tells what a course's pages are made from.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - reachingOutside: Whether its pages show or name anything outside its folder.
  /// - Returns: The key.
  /// - Throws: ``FileError`` if a file cannot be read.
  package func key(of course: Course, reachingOutside: Bool) throws(FileError) -> ContentDigest {
    var text = shared
    course.folder.store(in: &text)
    for path in files[course.folder] ?? [] {
      path.store(in: &text)
      if let content = site.portal.sources[path] { try versions.append(content, to: &text) }
    }
    if reachingOutside { text += try outside.digest() }
    return ContentDigest(of: text)
  }

  /// When anything was last changed that a course's pages are made from.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - reachingOutside: Whether its pages show or name anything outside its folder.
  /// - Returns: The time in nanoseconds since 1970; 0 where that does not matter.
  package func lastChange(of course: Course, reachingOutside: Bool) -> Int {
    if reachingOutside { return max(lastSharedChange, outside.lastChange) }
    let sources = site.portal.sources
    return (files[course.folder] ?? []).reduce(lastSharedChange) { latest, path in
      max(latest, sources[path].map(versions.lastChange) ?? 0)
    }
  }

  private mutating func append(_ paths: [RelativePath]) throws(FileError) {
    for path in paths {
      path.store(in: &shared)
      guard let content = site.portal.sources[path] else { continue }
      try versions.append(content, to: &shared)
      lastSharedChange = max(lastSharedChange, versions.lastChange(of: content))
    }
  }

  /// Appends what other pages may say of a course: what its front matter tells, and its title.
  private mutating func append(faceOf course: Course) throws(FileError) {
    for text in [course.folder.text, course.slug, course.title] { text.store(in: &shared) }
    if let file = course.landingPage {
      lastSharedChange = max(lastSharedChange, versions.lastChange(of: file.content))
      let bytes = try file.content.read()
      Array(bytes[..<FrontMatter(of: bytes).bodyOffset]).store(in: &shared)
    }
    // The words of closed lessons are looked for on all pages.
    if course.isSealed { try append(files[course.folder] ?? []) }
  }
}

/// What pages depend on that show or name files of other courses.
private final class Outside: Sendable {
  private let site: PortalSite
  private let versions: FileVersions
  private let known = Mutex<[UInt8]?>(nil)
  private let latest = Mutex<Int?>(nil)

  init(_ site: PortalSite, _ versions: FileVersions) {
    self.site = site
    self.versions = versions
  }

  func digest() throws(FileError) -> [UInt8] {
    try known.withLock { known throws(FileError) in
      if let known { return known }
      let digest = try read()
      known = digest
      return digest
    }
  }

  /// When any file was last changed.
  var lastChange: Int {
    latest.withLock { known in
      let change = known ?? site.portal.sources.files.values.map(versions.lastChange).max() ?? 0
      known = change
      return change
    }
  }

  /// Which files there are, what those hold that are no texts, and where all pages are.
  private func read() throws(FileError) -> [UInt8] {
    var text: [UInt8] = []
    for path in site.portal.sources.paths {
      path.store(in: &text)
      if !path.hasExtension("md", "markdown"), let content = site.portal.sources[path] {
        try versions.append(content, to: &text)
      }
    }
    for course in site.portal.courses {
      for section in course.sections {
        section.output.store(in: &text)
        for lesson in section.lessons {
          lesson.file.path.store(in: &text)
          lesson.output.store(in: &text)
        }
      }
    }
    return ContentDigest(of: text).bytes
  }
}

extension PortalSite {
  /// Pictures that pages of all courses may show: the portal's, and those of people.
  fileprivate var sharedPictures: [RelativePath] {
    ([logoAsset, iconAsset] + portal.authors.map(photoAsset)).compactMap { $0?.source }.sorted()
  }
}
