import CourseModel
import Diagnostics
import Files

/// Lessons and courses that could never be begun, because each waits for the other.
struct CircularRequirements {
  let portal: Portal

  /// All of them, each told once at the first requirement that leads into it.
  var all: [Diagnostic] { portal.courses.flatMap(lessons) + courses() }

  private func lessons(of course: Course) -> [Diagnostic] {
    guard course.lessons.contains(where: { !$0.frontMatter.requires.isEmpty }) else { return [] }
    let order = LearningOrder(of: course)
    let paths = Set(course.lessons.map(\.file.path))
    var told: Set<String> = []
    return course.lessons.compactMap { lesson -> Diagnostic? in
      guard !told.contains(lesson.file.path.text), let way = order.cycle(through: lesson) else {
        return nil
      }
      told.formUnion(way.map(\.file.path.text))
      // The order of the lessons has no place of its own in the files; what an author wrote has.
      let steps = zip(way, way.dropFirst() + way.prefix(1))
      for (from, to) in steps {
        for name in from.frontMatter.requires
        where course.path(ofLesson: name.value, requiredBy: from, among: paths) == to.file.path {
          return Diagnostic(
            "lesson-cycle", .error, message(way.map(\.title), "lesson"), at: name.position,
            help: "remove one of these requirements, or change the order of the lessons")
        }
      }
      return nil
    }
  }

  private func courses() -> [Diagnostic] {
    var bySlug: [String: Course] = [:]
    for course in portal.courses { bySlug[course.slug] = course }
    var told: Set<String> = []
    return portal.courses.compactMap { course -> Diagnostic? in
      guard !told.contains(course.slug), let way = way(from: course, back: course, bySlug),
        let next = way.dropFirst().first ?? way.first,
        let name = course.frontMatter.prerequisites.first(where: { $0.value == next.slug })
      else { return nil }
      told.formUnion(way.map(\.slug))
      return Diagnostic(
        "course-cycle", .error, message(way.map(\.title), "course"), at: name.position,
        help: "remove one of these prerequisites")
    }
  }

  /// The shortest way along prerequisites from a course back to it.
  private func way(from start: Course, back goal: Course, _ bySlug: [String: Course]) -> [Course]? {
    var ways = [[start]]
    var seen: Set<String> = []
    var index = 0
    while index < ways.count {
      let way = ways[index]
      index += 1
      for name in way[way.count - 1].frontMatter.prerequisites {
        guard let next = bySlug[name.value] else { continue }
        if next.slug == goal.slug { return way }
        if seen.insert(next.slug).inserted { ways.append(way + [next]) }
      }
    }
    return nil
  }

  private func message(_ titles: [String], _ what: String) -> String {
    guard titles.count > 1 else { return "the \(what) \"\(titles.first ?? "")\" requires itself" }
    let steps = (titles.dropFirst() + titles.prefix(1)).map { "\"\($0)\"" }
    return "the \(what) \"\(titles[0])\" requires " + steps.joined(separator: ", which requires ")
  }
}
