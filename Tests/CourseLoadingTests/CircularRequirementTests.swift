import Diagnostics
import Testing

@Suite struct CircularRequirementTests {
  private static func lesson(_ requires: String) -> String { "---\nrequires: [\(requires)]\n---\n" }

  @Test func tellsOfLessonsThatWaitForEachOther() throws {
    let loading = try Loading([
      "courses/k/01-a.md": Self.lesson("03-c"), "courses/k/02-b.md": Self.lesson("01-a"),
      "courses/k/03-c.md": Self.lesson("02-b"),
    ])
    let finding = try #require(loading.found.first)
    #expect(loading.found.count == 1)
    #expect(finding.id == "lesson-cycle")
    #expect(finding.severity == .error)
    #expect(finding.message.hasPrefix("the lesson \"A\" requires \"C\", which requires \"B\""))
    #expect(finding.position.path == "courses/k/01-a.md")
    #expect(finding.position.line == 2)
    #expect(finding.position.column == 12)
  }

  @Test func tellsOfEachCircleOfACourse() throws {
    let loading = try Loading([
      "courses/k/01-a.md": Self.lesson("02-b, 03-c"), "courses/k/02-b.md": Self.lesson("01-a"),
      "courses/k/03-c.md": Self.lesson("01-a"), "courses/k/04-d.md": Self.lesson("03-c"),
      "courses/k/05-e.md": Self.lesson("06-f, 04-d"), "courses/k/06-f.md": Self.lesson("05-e"),
    ])
    #expect(
      loading.found.map { "\($0.position.path):\($0.position.column) \($0.message)" } == [
        "courses/k/01-a.md:18 the lesson \"A\" requires \"C\", which requires \"A\"",
        "courses/k/02-b.md:12 the lesson \"B\" requires \"A\", which requires \"B\"",
        "courses/k/05-e.md:12 the lesson \"E\" requires \"F\", which requires \"E\"",
      ])
  }

  @Test func tellsOfALessonThatRequiresItself() throws {
    let loading = try Loading(["courses/k/01-a.md": Self.lesson("01-a")])
    #expect(loading.found.map(\.message) == ["the lesson \"A\" requires itself"])
  }

  /// A lesson that requires a later one can never be opened where lessons are taken in order.
  @Test func seesTheOrderOfTheCourse() throws {
    let files = [
      "courses/k/01-a.md": Self.lesson("02-b"), "courses/k/02-b.md": "Text",
      "courses/k/index.md": "---\nrandom_access: false\n---\n",
    ]
    #expect(try Loading(files).found.map(\.id.description) == ["lesson-cycle"])
    var free = files
    free["courses/k/index.md"] = "---\nrandom_access: true\n---\n"
    #expect(try Loading(free).found.isEmpty)
  }

  /// Optional lessons are left out, so nothing waits for them by its place.
  @Test func leavesOutOptionalLessons() throws {
    let loading = try Loading([
      "courses/k/01-a.md": "---\noptional: true\nrequires: [02-b]\n---\n",
      "courses/k/02-b.md": "Text",
      "courses/k/index.md": "---\nrandom_access: false\n---\n",
    ])
    #expect(loading.found.isEmpty)
  }

  @Test func tellsOfCoursesThatWaitForEachOther() throws {
    func course(_ other: String) -> String { "---\nprerequisites: [\(other)]\n---\n" }
    let loading = try Loading([
      "courses/a/index.md": course("c"), "courses/b/index.md": course("a"),
      "courses/c/index.md": course("b, patience"), "courses/d/index.md": course("a"),
      "courses/a/x.md": "", "courses/b/x.md": "", "courses/c/x.md": "", "courses/d/x.md": "",
    ])
    #expect(
      loading.found.map { "\($0.id) \($0.position.path):\($0.position.line)" } == [
        "course-cycle courses/a/index.md:2"
      ])
  }
}
