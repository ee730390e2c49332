import Bytes
import CourseModel
import Diagnostics
import Files

extension PortalSite {
  /// How the text of a lesson is rendered.
  func prepare(_ setting: inout TextSetting, for lesson: Lesson, of course: Course) {
    let matter = lesson.frontMatter
    setting.isQuiz = matter.kind == .quiz
    setting.quiz = QuizSetting(
      passMark: matter.passingScore ?? course.frontMatter.passingScore, attempts: matter.attempts,
      restart: completion(of: lesson) == .quiz && packed == nil ? course.output : nil,
      isShuffled: matter.shufflesQuestions == true)
  }

  /// What completes a lesson: its quiz if it is one, else the learner's word, where nothing is said.
  func completion(of lesson: Lesson) -> Completion {
    lesson.frontMatter.completion ?? (lesson.frontMatter.kind == .quiz ? .quiz : .manual)
  }

  /// What a lesson says of quizzes although it has none.
  func quizMistakes(of lesson: Lesson, _ text: PageText) -> [Diagnostic] {
    guard text.quizCount == 0 else { return [] }
    let matter = lesson.frontMatter
    let path = lesson.file.path.text
    func position(of key: String) -> SourcePosition {
      let line = (try? lesson.file.content.read()).flatMap { bytes in
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
          .firstIndex { $0.starts(with: "\(key):".utf8) }
      }
      return SourcePosition(path: path, line: (line ?? 0) + 1, column: 1, length: key.utf8.count)
    }
    var mistakes: [Diagnostic] = []
    if matter.completion == .quiz {
      mistakes.append(
        Diagnostic(
          "lesson-completion", .error, "a quiz completes the lesson, but the lesson has none",
          at: position(of: "completion"), help: "write a quiz, or completion: manual"))
    }
    let unused = [
      ("attempts", matter.attempts != nil), ("shuffle", matter.shufflesQuestions != nil),
      ("passing_score", matter.passingScore != nil),
    ]
    for (key, isSet) in unused where isSet {
      mistakes.append(
        Diagnostic(
          "lesson-quiz", .warning, "\"\(key)\" is for a quiz, but the lesson has none",
          at: position(of: key), help: "write a quiz, or remove \(key)"))
    }
    return mistakes
  }

  /// Whether some lesson of a course waits for something to be done first.
  func isOrdered(_ course: Course) -> Bool {
    let lessons = Array(course.lessons)
    return (!course.allowsRandomAccess && lessons.count > 1) || !prerequisites(of: course).isEmpty
      || lessons.contains { !$0.frontMatter.requires.isEmpty || delay(of: $0) != nil }
  }

  /// The courses of the portal that come before another one, if they may be named on its pages.
  func prerequisites(of course: Course) -> [Course] {
    course.frontMatter.prerequisites.compactMap { self.course(named: $0.value) }.filter {
      $0.visibility.isListed || !course.visibility.isListed
    }
  }

  /// How many days after a learner's start a lesson opens.
  func delay(of lesson: Lesson) -> Int? {
    guard case .days(let days)? = lesson.frontMatter.available, days > 0 else { return nil }
    return days
  }

  /// How many days after a learner's start a lesson opens, in words.
  func openingNote(of lesson: Lesson, in language: LanguageTag) -> String? {
    delay(of: lesson).map { days in
      let strings = words(in: language)
      return strings.text("order_days", ["days": strings.plural("days", days)])
    }
  }

  /// What comes before a lesson, for its page in `folder`; `nil` where nothing does.
  func orderNotice(
    for lesson: Lesson, of course: Course, _ order: LearningOrder, from folder: RelativePath
  ) -> OrderNotice? {
    var notice = OrderNotice()
    notice.lessons = order.lessons(before: lesson).map { other in
      OrderNotice.Requirement(
        id: course.id(of: other), title: row(other, of: course, from: folder).title,
        url: other.output.reference(from: folder))
    }
    notice.courses = prerequisites(of: course).map { other in
      OrderNotice.Requirement(
        id: other.slug, title: other.title, url: other.output.reference(from: folder),
        language: other.language == course.language ? nil : other.language.text)
    }
    notice.days = delay(of: lesson)
    notice.daysText = openingNote(of: lesson, in: course.language)
    let isEmpty = notice.lessons.isEmpty && notice.courses.isEmpty && notice.days == nil
    return isEmpty ? nil : notice
  }

  /// The lessons of a course as the theme's scripts read them: `clevioCourse("knots", {…});`.
  func courseMap(of course: Course, _ order: LearningOrder) -> [UInt8] {
    let lessons = course.lessons.map { lesson -> JSONValue in
      [
        "id": .text(course.id(of: lesson)),
        "title": .text(row(lesson, of: course, from: course.outputFolder).title),
        "optional": lesson.frontMatter.isOptional == true ? true : nil,
        "closed": isOpen(lesson, of: course) ? nil : true,
        "after": JSONValue.texts(order.lessons(before: lesson).map { course.id(of: $0) }),
        "days": delay(of: lesson).map(JSONValue.number),
      ]
    }
    let prerequisites = prerequisites(of: course).map { other -> JSONValue in
      ["id": .text(other.slug), "title": .text(other.title)]
    }
    var script = [UInt8]("clevioCourse(")
    script.append(scriptString: course.slug.utf8)
    script.append(",")
    script.append(
      json: [
        "title": .text(course.title), "lessons": .list(lessons),
        "prerequisites": .list(prerequisites),
      ])
    script.append(");\n")
    return script
  }
}
