import Files

/// What has to be done before each lesson of a course.
package struct LearningOrder: Sendable {
  /// The files of the lessons to be done first, by the file of the lesson.
  private var required: [RelativePath: [RelativePath]] = [:]
  private var lessons: [RelativePath: Lesson] = [:]

  /// Reads the order of a course: that of its lessons, if they are to be taken in order, and what each of them
  /// requires.
  package init(of course: Course) {
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
      if lesson.frontMatter.isOptional != true { previous = path }
    }
  }

  /// The lessons to be done before another one, in no more than one step.
  package func lessons(before lesson: Lesson) -> [Lesson] {
    (required[lesson.file.path] ?? []).compactMap { lessons[$0] }
  }

  /// The way on which a lesson comes to require itself: the lesson first, its last requirement last;
  /// `nil` where there is none.
  package func cycle(through lesson: Lesson) -> [Lesson]? {
    let goal = lesson.file.path
    var cameFrom: [RelativePath: RelativePath] = [:]
    var waiting = [goal]
    while let path = waiting.popLast() {
      for next in required[path] ?? [] {
        if next == goal {
          var way = [path]
          while let step = way.last, step != goal, let before = cameFrom[step] {
            way.append(before)
          }
          return way.reversed().compactMap { lessons[$0] }
        }
        if cameFrom[next] == nil {
          cameFrom[next] = path
          waiting.append(next)
        }
      }
    }
    return nil
  }
}
