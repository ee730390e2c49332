package import Files

/// What has to be done before each lesson of a course.
package struct LearningOrder: Sendable {
  /// The files of the lessons to be done first, by the file of the lesson.
  private var required: [RelativePath: [RelativePath]] = [:]
  private var lessons: [RelativePath: Lesson] = [:]

  /// Reads the order of a course: that of its lessons, if they are to be taken in order, and what each of them
  /// requires.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - day: Nothing waits in the order of the lessons for one that opens after this day; `nil` if all are open.
  package init(of course: Course, on day: CalendarDate? = nil) {
    let paths = Set(course.lessons.map(\.file.path))
    var previous: RelativePath?
    for lesson in course.lessons {
      let path = lesson.file.path
      lessons[path] = lesson
      var before: [RelativePath] = []
      if !course.allowsRandomAccess, let previous { before.append(previous) }
      for name in lesson.frontMatter.requires {
        if let other = course.path(ofLesson: name.value, requiredBy: lesson, among: paths),
          !before.contains(other)
        {
          before.append(other)
        }
      }
      required[path] = before
      // Who leaves out an optional lesson goes on.
      if lesson.frontMatter.isOptional != true, day.map(lesson.opens(after:)) != true {
        previous = path
      }
    }
  }

  /// The lessons to be done before another one, in no more than one step.
  package func lessons(before lesson: Lesson) -> [Lesson] {
    paths(before: lesson).compactMap { lessons[$0] }
  }

  /// Their files.
  package func paths(before lesson: Lesson) -> [RelativePath] { required[lesson.file.path] ?? [] }
}
