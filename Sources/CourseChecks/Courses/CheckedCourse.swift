import CourseModel
import Diagnostics
import Files

/// A course that rules look at.
struct CheckedCourse: Sendable {
  let course: Course
  /// The files of its folder, those of lessons that are not published among them, ordered.
  let files: [RelativePath]
  /// The files of all courses that pages show or offer.
  let used: Set<RelativePath>
  let portal: Portal

  /// The courses of a portal, each with its files, in time linear in both.
  static func all(of portal: Portal, using used: Set<RelativePath>) -> [CheckedCourse] {
    let folders = Set(portal.courses.map(\.folder))
    var files: [RelativePath: [RelativePath]] = [:]
    for path in portal.sources.paths {
      var folder = path.parent
      while folder != .root, !folders.contains(folder) { folder = folder.parent }
      if folders.contains(folder) { files[folder, default: []].append(path) }
    }
    return portal.courses.map {
      CheckedCourse(course: $0, files: files[$0.folder] ?? [], used: used, portal: portal)
    }
  }

  /// Its texts, each read when it is asked for.
  var texts: some Sequence<CheckedText> {
    let introductions = [course.landingPage] + course.sections.map(\.introduction)
    var files: [(MarkdownFile, Lesson?)] = introductions.compactMap(\.self).map { ($0, nil) }
    for lesson in course.lessons { files.append((lesson.file, lesson)) }
    let budgets = portal.check.budgets
    return files.lazy.compactMap { CheckedText($0, of: $1, budgets: budgets) }
  }
}

/// A rule that looks at one course.
protocol CourseRule {
  /// What is wrong with a course that is published.
  static func findings(in checked: CheckedCourse) -> [Diagnostic]
}
