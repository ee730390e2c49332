import CourseModel
import Diagnostics
import Files
import Testing

@Suite struct LearningOrderTests {
  @Test func waitsForNoLessonThatIsNotThereYet() throws {
    let day = try #require(CalendarDate(parsing: "2027-01-31"))
    let next = try #require(CalendarDate(parsing: "2027-02-01"))
    var middle = LessonFrontMatter()
    middle.available = .from(next)
    let lessons = [
      ("first", LessonFrontMatter()), ("middle", middle), ("last", LessonFrontMatter()),
    ]
    .map { name, matter in
      Lesson(
        title: name, frontMatter: matter,
        file: MarkdownFile(path: RelativePath("c/\(name).md"), content: .bytes([])),
        minutes: 1, output: RelativePath("c/\(name).html"))
    }
    var matter = CourseFrontMatter()
    matter.allowsRandomAccess = false
    let section = Section(
      slug: nil, title: "C", introduction: nil, lessons: lessons,
      output: RelativePath("c/index.html"))
    let course = Course(
      slug: "c", title: "C", frontMatter: matter, language: .english, visibility: .public,
      folder: RelativePath("c"), landingPage: nil, sections: [section],
      position: SourcePosition(path: "c"))
    func before(_ lesson: Lesson, on day: CalendarDate?) -> [String] {
      LearningOrder(of: course, on: day).lessons(before: lesson).map(\.title)
    }
    #expect(before(lessons[1], on: day) == ["first"])
    #expect(before(lessons[2], on: day) == ["first"])
    #expect(before(lessons[2], on: next) == ["middle"])
    #expect(before(lessons[2], on: nil) == ["middle"])
  }
}
