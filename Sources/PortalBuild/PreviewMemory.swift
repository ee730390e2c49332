import CourseLoading
import CourseModel
import Diagnostics
package import Files
import PortalRendering

/// What a preview knows of the portal that it showed last, so that a change costs what changed.
package struct PreviewMemory: Sendable {
  var courses = LoadedCourses()
  var parts: [RelativePath: CoursePart] = [:]
  /// What was built last without mistakes.
  private(set) var last: Last?

  /// A portal that was built.
  struct Last: Sendable {
    var site: PortalSite
    var loading: LoadingOptions
  }

  /// Knows nothing yet.
  package init() {}

  /// Keeps what a build left.
  ///
  /// - Parameters:
  ///   - result: The build's.
  ///   - loading: How its sources were read.
  mutating func keep(_ result: PortalBuild.Result, loading: LoadingOptions) {
    last = nil
    // What is made beside mistakes may hold closed words, and is not taken again.
    guard !result.hasErrors, let site = result.site else { return }
    parts.merge(result.parts) { $1 }
    parts = parts.filter { result.keptFolders.contains($0.key) }
    last = Last(site: site, loading: loading)
  }

  /// Makes the pages of a course anew whose texts were written, if nothing else of the portal can have changed by
  /// that but lists, the search, and what machines read.
  ///
  /// - Parameters:
  ///   - changed: What was written, came or went.
  ///   - file: Gives what lies at a path now; `nil` for nothing.
  /// - Returns: The course's files; `nil` where the whole portal has to be built.
  /// - Throws: ``FileError`` if the machine refuses.
  package mutating func pages(
    after changed: Set<RelativePath>, file: (RelativePath) -> FileContent?
  ) throws(FileError) -> [RelativePath: FileContent]? {
    guard var last else { return nil }
    var sources = last.site.sources
    var written: [RelativePath] = []
    for path in changed {
      let content = file(path)
      // What an editor wrote beside the file and took away again.
      if content == nil, sources[path] == nil { continue }
      guard let content, sources[path] != nil, path.hasExtension("md", "markdown") else {
        return nil
      }
      sources[path] = content
      written.append(path)
    }
    guard let before = last.site.course(holding: written), !before.isSealed,
      !written.contains(where: { $0 == before.landingPage?.path }),
      let (course, diagnostics) = courses.reload(
        before.folder, of: sources, settings: last.site.settings, options: last.loading),
      course.hasSamePlaces(as: before), !diagnostics.contains(where: { $0.severity == .error })
    else { return nil }
    last.site = last.site.replacing(before, by: course, sources: sources)
    var files: [RelativePath: FileContent] = [:]
    let rendered = try last.site.batch(of: course).run { path, content in files[path] = content }
    guard !rendered.diagnostics.contains(where: { $0.severity == .error }) else { return nil }
    self.last = last
    return files
  }
}

extension PortalSite {
  /// The only course that all of some files belong to.
  fileprivate func course(holding files: [RelativePath]) -> Course? {
    let holders = courses.filter { course in files.contains { $0.isInside(course.folder) } }
    guard holders.count == 1, let course = holders.first,
      files.allSatisfy({ $0.isInside(course.folder) })
    else { return nil }
    return course
  }
}

extension Course {
  /// Whether the pages are made of the same files, and written to the same places.
  fileprivate func hasSamePlaces(as other: Course) -> Bool {
    places.elementsEqual(other.places) { $0 == $1 } && title == other.title
      && slug == other.slug && isSealed == other.isSealed
  }

  private var places: [[RelativePath]] {
    sections.map { section in
      [section.output] + section.lessons.flatMap { [$0.file.path, $0.output] }
    }
  }
}
