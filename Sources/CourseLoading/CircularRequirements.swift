import CourseModel
import Diagnostics
import Files

/// Lessons and courses that could never be begun, because each waits for the other.
struct CircularRequirements {
  let portal: Portal

  /// All of them, each told once at the first requirement that leads into it.
  var all: [Diagnostic] { portal.courses.flatMap(lessons) + courses() }

  private func lessons(of course: Course) -> [Diagnostic] {
    let lessons = Array(course.lessons)
    guard lessons.contains(where: { !$0.frontMatter.requires.isEmpty }) else { return [] }
    let order = LearningOrder(of: course)
    var places: [RelativePath: Int] = [:]
    for (place, lesson) in lessons.enumerated() { places[lesson.file.path] = place }
    let graph = RequirementGraph(
      lessons.map { lesson in order.paths(before: lesson).compactMap { places[$0] } })
    let paths = Set(places.keys)
    return graph.circles(.byLastRequirement).compactMap { circle -> Diagnostic? in
      let way = circle.map { lessons[$0] }
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
    let courses = portal.courses
    var places: [String: Int] = [:]
    for (place, course) in courses.enumerated() { places[course.slug] = place }
    let graph = RequirementGraph(
      courses.map { $0.frontMatter.prerequisites.compactMap { places[$0.value] } })
    return graph.circles(.shortest).compactMap { circle -> Diagnostic? in
      let way = circle.map { courses[$0] }
      guard let course = way.first, let next = way.dropFirst().first ?? way.first,
        let name = course.frontMatter.prerequisites.first(where: { $0.value == next.slug })
      else { return nil }
      return Diagnostic(
        "course-cycle", .error, message(way.map(\.title), "course"), at: name.position,
        help: "remove one of these prerequisites")
    }
  }

  private func message(_ titles: [String], _ what: String) -> String {
    guard titles.count > 1 else { return "the \(what) \"\(titles.first ?? "")\" requires itself" }
    let steps = (titles.dropFirst() + titles.prefix(1)).map { "\"\($0)\"" }
    return "the \(what) \"\(titles[0])\" requires " + steps.joined(separator: ", which requires ")
  }
}
