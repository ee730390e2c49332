import Bytes
import CourseModel
import Files

/// A portal as it shows itself to machines: only what is listed.
final class PublicPortal: Sendable {
  let portal: Portal
  let setting: ExchangeSetting
  /// The listed courses, in the portal's order.
  let courses: [Course]
  /// The authors, without those who wrote only courses that are not listed.
  let authors: [Author]

  private let coursePlaces: [String: Int]
  private let authorPlaces: [String: Int]
  private let families: [String: [Int]]
  private let works: [String: [Int]]

  init(_ portal: Portal, setting: ExchangeSetting) {
    self.portal = portal
    self.setting = setting
    courses = portal.courses.filter(\.visibility.isListed)
    let listedWriters = Set(courses.flatMap(\.writers))
    let allWriters = Set(portal.courses.flatMap(\.writers))
    authors = portal.authors.filter {
      listedWriters.contains($0.slug) || !allWriters.contains($0.slug)
    }
    coursePlaces = Self.places(courses.map(\.slug))
    authorPlaces = Self.places(authors.map(\.slug))
    var families: [String: [Int]] = [:]
    var works: [String: [Int]] = [:]
    for (place, course) in courses.enumerated() {
      families[course.original, default: []].append(place)
      for writer in Set(course.writers) { works[writer, default: []].append(place) }
    }
    self.families = families
    self.works = works
  }

  private static func places(_ names: [String]) -> [String: Int] {
    Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// The listed course of a name.
  func course(named name: String) -> Course? { coursePlaces[name].map { courses[$0] } }

  /// Whether the portal has a course of this name that is not listed.
  func hides(courseNamed name: String) -> Bool {
    coursePlaces[name] == nil && portal.courses.contains { $0.slug == name }
  }

  /// The people who wrote a course.
  func authors(of course: Course) -> [Author] {
    course.writers.compactMap { authorPlaces[$0].map { authors[$0] } }
  }

  /// The listed courses that an author wrote.
  func courses(by author: Author) -> [Course] { (works[author.slug] ?? []).map { courses[$0] } }

  /// A course in all its listed languages, ordered by language; empty where it has only one.
  func translations(of course: Course) -> [Course] {
    let family = (families[course.original] ?? []).map { courses[$0] }
    return family.count > 1
      ? family.sorted { ($0.language.text, $0.slug) < ($1.language.text, $1.slug) } : []
  }

  /// The day on which a lesson opens, if it lies ahead.
  func opening(of lesson: Lesson) -> CalendarDate? {
    guard case .from(let date)? = lesson.frontMatter.available, date > portal.today else {
      return nil
    }
    return date
  }

  /// The address of a file from the portal's root, percent-encoded.
  func reference(_ output: RelativePath) -> String { String(utf8: output.reference(from: .root)) }

  /// The absolute address of a file, else the one from the portal's root.
  func address(_ output: RelativePath) -> String { setting.absolute(output) ?? reference(output) }
}

extension Course {
  /// The names of the people who wrote it.
  fileprivate var writers: [String] { frontMatter.authors.map(\.value) }

  /// The name of the course that this one translates, or its own.
  fileprivate var original: String { frontMatter.translationOf?.value ?? slug }

  /// How long all lessons take.
  var minutes: Int { lessons.reduce(0) { $0 + $1.minutes } }

  /// One or two sentences, if the author gives any.
  var summary: String? { frontMatter.description ?? frontMatter.subtitle }

  /// The day of the last change that the author tells of; to be published is one.
  var changed: CalendarDate? {
    [frontMatter.lastModified, frontMatter.date, frontMatter.available].compactMap { $0 }.max()
  }
}
