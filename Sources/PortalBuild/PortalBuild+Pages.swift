import CourseLoading
import CourseModel
import Diagnostics
import Files
import PortalRendering
import Synchronization

extension PortalBuild {
  /// What the pages of a portal left.
  struct Pages {
    var rendered = RenderedPages()
    /// What was made anew of courses, by their folders.
    var parts: [RelativePath: CoursePart] = [:]
    /// The folders of all courses of which parts can be kept.
    var folders: Set<RelativePath> = []
  }

  private enum PageTask {
    case course(Course)
    case batch(PageBatch)
  }

  /// Makes all pages on several threads, or takes those of courses from earlier builds, and joins what is left of
  /// them in their order.
  func renderPages(
    of site: PortalSite, _ intake: FileIntake, progress: @Sendable (Int, Int) -> Void
  ) throws(FileError) -> Pages {
    let earlier = loading.looksForGaps ? nil : earlier
    let origins = try earlier.map { earlier throws(FileError) in
      try PageOrigins(of: site, settings: earlier.settings, versions: earlier.versions)
    }
    let tasks = site.courses.map(PageTask.course) + site.batchesBesideCourses.map(PageTask.batch)
    let done = Mutex(0)
    let all = try concurrentMap(tasks, threads: threads) {
      task throws(FileError) -> (rendered: RenderedPages, part: CoursePart?) in
      defer {
        let number = done.withLock { count in
          count += 1
          return count
        }
        progress(number, tasks.count)
      }
      switch task {
      case .batch(let batch): return (try batch.run(intake.take), nil)
      case .course(let course):
        guard let earlier, let origins, !course.isSealed else {
          return (try site.batch(of: course).run(intake.take), nil)
        }
        if let part = try earlier.part(of: course, from: origins) {
          try intake.take(part, isGuarded: earlier.areGuarded)
          return (part.rendered, nil)
        }
        if earlier.mustHaveAll { return (EarlierParts.missing(course), nil) }
        let part = try CoursePart(
          of: course, in: site, from: origins, into: intake, keepsContents: earlier.keepContents)
        return (part.rendered, part)
      }
    }
    var pages = Pages(rendered: RenderedPages(joining: all.map(\.rendered)))
    for (course, (_, part)) in zip(site.courses, all) {
      pages.parts[course.folder] = part
      if !course.isSealed { pages.folders.insert(course.folder) }
    }
    return pages
  }
}

extension EarlierParts {
  /// What an earlier build left of a course, if it would be the same now.
  fileprivate func part(
    of course: Course, from origins: PageOrigins
  ) throws(FileError) -> CoursePart? {
    guard let part = try part(course.folder) else { return nil }
    let key = try origins.key(of: course, reachingOutside: part.rendered.reachOutside)
    return part.key == key ? part : nil
  }

  /// What is told of a course that is in no slice.
  fileprivate static func missing(_ course: Course) -> RenderedPages {
    var rendered = RenderedPages()
    rendered.diagnostics = [
      Diagnostic(
        "slice-missing", .error, "no slice holds the course \"\(course.slug)\" as it is now",
        at: course.position,
        help: "build all shards of the same folder with the same options and the same --now; also "
          + "other files that lie in it count")
    ]
    return rendered
  }
}

extension CoursePart {
  /// Makes a course's pages.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - site: Its portal.
  ///   - origins: What pages are made from.
  ///   - intake: Takes the files.
  ///   - keepsContents: Whether the part keeps what they hold.
  /// - Throws: ``FileError`` if the machine refuses.
  init(
    of course: Course, in site: PortalSite, from origins: PageOrigins, into intake: FileIntake,
    keepsContents: Bool
  ) throws(FileError) {
    var files: [File] = []
    let rendered = try site.batch(of: course).run { path, content throws(FileError) in
      let summary = try intake.summary(ofTaking: content, path)
      files.append(
        File(
          path: path, size: content.size, summary: summary,
          content: keepsContents ? content : nil))
    }
    self.init(
      key: try origins.key(of: course, reachingOutside: rendered.reachOutside), rendered: rendered,
      // As many as there are: a list that grew has room for twice as many.
      files: files.withUnsafeBufferPointer(Array.init))
    lastChange = origins.lastChange(of: course, reachingOutside: rendered.reachOutside)
  }
}
