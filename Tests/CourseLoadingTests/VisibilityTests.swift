import CourseLoading
import CourseModel
import Diagnostics
import Testing

@Suite struct VisibilityTests {
  private func slugs(_ matter: String, drafts: Bool = false, today: String = "2027-01-10") throws
    -> [String]
  {
    try Loading(
      ["courses/knots/index.md": "---\n\(matter)\n---\n", "courses/knots/a.md": ""],
      drafts: drafts, today: today
    ).portal.courses.map(\.slug)
  }

  @Test(arguments: [
    ("visibility: public", true, true), ("visibility: unlisted", true, true),
    ("visibility: draft", false, true), ("visibility: private", false, false),
    ("title: x", true, true),
    // What cannot be understood is not published, not even as a draft.
    ("visibility: pubic", false, false), ("visibility:", false, false),
    ("visiblity: draft", false, false),
    ("draft: true", false, false), ("price: 49", false, false), ("title: [", false, false),
    ("visibility: draft\nvisibility: public", false, false),
  ])
  func publishesACourseOnlyWhenItMay(matter: String, isPublished: Bool, isBuiltAsDraft: Bool) throws
  {
    #expect(try slugs(matter).isEmpty == !isPublished)
    #expect(try slugs(matter, drafts: true).isEmpty == !isBuiltAsDraft)
  }

  @Test(arguments: [
    ("2027-01-09", false), ("2027-01-10", true), ("2027-01-19", true), ("2027-01-20", false),
  ])
  func publishesACourseFromItsFirstDayUntilBeforeItsLast(today: String, isPublished: Bool) throws {
    let matter = "available: 2027-01-10\nexpires: 2027-01-20"
    #expect(try slugs(matter, today: today).isEmpty == !isPublished)
  }

  @Test func buildsScheduledCoursesWithDraftsButNotExpiredOnes() throws {
    #expect(try slugs("available: 2028-01-01", drafts: true) == ["knots"])
    #expect(try slugs("expires: 2026-01-01", drafts: true) == [])
  }

  @Test(arguments: [
    ("visibility: draft", false), ("visibility: public", true), ("expires: 2027-01-10", false),
    ("expires: 2027-01-11", true), ("visibility: private", false), ("visibilty: draft", false),
    ("draft: true", false), ("preview: maybe", false), ("title: \"x", false),
    // A lesson that opens later is part of the course, closed.
    ("available: 2030-01-01", true),
  ])
  func publishesALessonOnlyWhenItMay(matter: String, isPublished: Bool) throws {
    let loading = try Loading([
      "courses/knots/a.md": "---\n\(matter)\n---\n", "courses/knots/b.md": "",
    ])
    #expect(loading.addresses.contains("courses/knots/a.html") == isPublished)
    #expect(loading.addresses.contains("courses/knots/b.html"))
  }

  @Test func hidesADraftSectionWithAllThatIsInIt() throws {
    let files = [
      "courses/knots/01-s/index.md": "---\nvisibility: draft\n---\n", "courses/knots/01-s/a.md": "",
      "courses/knots/01-s/deep/b.md": "", "courses/knots/02-t/c.md": "",
    ]
    #expect(try Loading(files).addresses == ["courses/knots/t/c.html"])
    #expect(try Loading(files).course("knots").sections.map(\.slug) == ["t"])
    #expect(try Loading(files, drafts: true).addresses.count == 3)
  }

  @Test func dropsASectionWhoseLessonsAreAllHidden() throws {
    let loading = try Loading([
      "courses/knots/01-s/a.md": "---\nvisibility: draft\n---\n", "courses/knots/b.md": "",
    ])
    #expect(try loading.course("knots").sections.count == 1)
  }

  @Test func hidesDraftPages() throws {
    let files = ["pages/about.md": "---\nvisibility: draft\n---\n"]
    #expect(try Loading(files).portal.pages.isEmpty)
    #expect(try Loading(files, drafts: true).portal.pages.count == 1)
    let menu = files.merging(["clevio.yml": "menu: [about]"]) { $1 }
    #expect(try Loading(menu).ids == ["menu-page"])
    #expect(try Loading(menu).found.map(\.message) == ["the page \"about\" is a draft"])
  }

  @Test func letsACourseOverrideTheDefaultForAll() throws {
    let loading = try Loading([
      "clevio.yml": "defaults: {visibility: draft}\n",
      "courses/a/index.md": "---\nvisibility: public\n---\n", "courses/b/index.md": "",
    ])
    #expect(loading.portal.courses.map(\.slug) == ["a"])
  }

  @Test func opensOnlyPreviewsOfAPaidCourse() throws {
    let loading = try Loading([
      "clevio.yml": "checkout_url: https://shop.example",
      "courses/knots/index.md": "---\nprice: 49 EUR\n---\n", "courses/knots/a.md": "",
      "courses/knots/b.md": "---\npreview: true\n---\n",
      "courses/knots/c.md": "---\npreview: false\n---\n",
    ])
    let course = try loading.course("knots")
    #expect(course.lessons.map(course.isOpen) == [false, true, false])
  }
}
