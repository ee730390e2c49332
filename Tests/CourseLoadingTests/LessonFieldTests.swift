import CourseLoading
import CourseModel
import Diagnostics
import TestSupport
import Testing

@Suite struct LessonFieldTests {
  @Test func readsEveryKey() throws {
    let loading = try Loading([
      "courses/knots/a.md": "A",
      "courses/knots/b.md": """
      ---
      title: Bowline
      description: A loop
      lang: de
      order: -1
      slug: the-bowline
      minutes: 7
      type: quiz
      preview: true
      optional: false
      requires: [a]
      available: P7D
      expires: 2028-01-01
      video:
        src: film.mp4
        poster: film.jpg
        captions:
          - {src: film.vtt, lang: de}
        transcript: film.md
      downloads: [knots.pdf, {src: rope.csv, title: Ropes to buy}]
      completion: manual
      attempts: 3
      shuffle: true
      passing_score: 50
      lastmod: 2026-12-31
      visibility: public
      aliases: [old.html]
      ---
      """,
    ])
    #expect(loading.found == [])
    #expect(loading.addresses == ["courses/knots/the-bowline.html", "courses/knots/a.html"])
    let lesson = try #require(try loading.course("knots").lessons.first { $0.minutes == 7 })
    let matter = lesson.frontMatter
    #expect(lesson.title == "Bowline" && matter.description == "A loop" && matter.order == -1)
    #expect(matter.language?.text == "de" && matter.kind == .quiz && matter.isPreview == true)
    #expect(matter.isOptional == false && matter.requires.map(\.value) == ["a"])
    #expect(matter.available == .days(afterStart: 7) && matter.expires?.isoText == "2028-01-01")
    #expect(matter.video?.source?.value == "film.mp4" && matter.video?.poster?.value == "film.jpg")
    #expect(matter.video?.captions.first?.source?.value == "film.vtt")
    #expect(matter.video?.captions.first?.language?.text == "de")
    #expect(matter.video?.transcript?.value == "film.md")
    #expect(matter.downloads.map(\.source.value) == ["knots.pdf", "rope.csv"])
    #expect(matter.downloads.map(\.title) == [nil, "Ropes to buy"] && matter.completion == .manual)
    #expect(matter.attempts == 3 && matter.shufflesQuestions == true && matter.passingScore == 50)
    #expect(
      matter.lastModified?.isoText == "2026-12-31" && matter.aliases.map(\.value) == ["old.html"])
  }

  static let mistakes: [Mistake] = [
    Mistake(
      "minutes: 1️⃣5 min", length: 5, "value-minutes",
      "\"minutes\" is \"5 min\", but takes a whole number from 0 to 10000",
      help: "write digits only, such as minutes: 10"),
    Mistake(
      "attempts: 1️⃣0", length: 1, "value-attempts",
      "\"attempts\" is \"0\", but takes a whole number from 1 to 1000",
      help: "write digits only, such as attempts: 10"),
    Mistake(
      "type: 1️⃣test", length: 4, "value-type", "\"type\" is \"test\", but takes lesson or quiz",
      help: "write one of these words"),
    Mistake(
      "available: 1️⃣P1W", length: 3, "value-available",
      "\"available\" is \"P1W\", which is neither a day nor a delay",
      help: "write a date such as 2027-01-31, or P7D for 7 days after the start"),
    Mistake(
      "available: 1️⃣{in: P7D}", length: 0, "value-available",
      "\"available\" is a mapping, which is neither a day nor a delay",
      help: "write a date such as 2027-01-31, or P7D for 7 days after the start"),
    Mistake(
      "visibility: 1️⃣private", length: 7, "value-visibility",
      "\"visibility\" is \"private\", but takes public or draft", help: "write one of these words"),
    Mistake(
      "video: {src: a.mp4, 1️⃣caption: a.vtt}", length: 7, "front-matter-key",
      "\"video\" has no key \"caption\"", help: "did you mean \"captions\"?"),
    Mistake(
      "video: 1️⃣a.mp4", length: 5, "front-matter-value", "\"video\" takes keys with values",
      help: "write one \"key: value\" a line, such as src:, poster:, captions:, transcript:"),
    Mistake(
      "video: {captions: 1️⃣a.vtt}", length: 5, "value-captions", "\"captions\" takes a list",
      help: "begin each entry with \"- \""),
    Mistake(
      "downloads: [1️⃣{title: Ropes}]", length: 0, "value-downloads",
      "a mapping names no file to take along",
      help: "write a path relative to the lesson, or {src: notes.pdf, title: My notes}"),
    Mistake(
      "downloads: [{src: a.pdf, 1️⃣titel: A}]", length: 5, "front-matter-key",
      "\"downloads\" has no key \"titel\"", help: "did you mean \"title\"?"),
    Mistake(
      "requires: 1️⃣02-z", length: 4, "lesson-requires", "the course has no lesson \"02-z\"",
      help: "write a path relative to this file"),
    Mistake(
      "requires: 1️⃣02-b.ms", length: 7, "lesson-requires", "the course has no lesson \"02-b.ms\"",
      help: "did you mean \"02-b.md\"?"),
    Mistake(
      "slug: 1️⃣../up", length: 5, "value-slug", "\"../up\" cannot stand in an address",
      help: "write \"up\""),
    Mistake(
      "slug: 1️⃣/knots/Far Away", length: 15, "value-slug",
      "\"/knots/Far Away\" cannot stand in an address",
      help: "write \"far-away\", and the old address under aliases:"),
  ]

  @Test(arguments: mistakes)
  func tellsAMistakeAtItsPlace(mistake: Mistake) throws {
    let text = MarkedText("---\n" + mistake.source + "\n---\nText\n")
    let path = "courses/knots/01-a.md"
    let loading = try Loading([path: text.text, "courses/knots/02-b.md": "Text"])
    #expect(loading.found == [mistake.diagnostic(in: text, at: path)])
  }

  @Test(arguments: ["02-b", "02-b.md", "./02-b.md", "../knots/02-b.md", "/courses/knots/02-b"])
  func findsARequiredLesson(name: String) throws {
    let loading = try Loading([
      "courses/knots/01-a.md": "---\nrequires: [\(name)]\n---\n", "courses/knots/02-b.md": "",
    ])
    #expect(loading.found == [])
  }

  @Test func findsARequiredLessonOfAnotherSection() throws {
    let loading = try Loading([
      "courses/knots/01-x/a.md": "", "courses/knots/02-y/b.md": "---\nrequires: 01-x/a\n---\n",
      "courses/knots/02-y/c.md": "---\nrequires: ../01-x/a.md\n---\n",
    ])
    #expect(loading.found == [])
  }

  @Test(arguments: [("", 1), ("word", 1), (String(repeating: "a", count: 12_000), 10)])
  func estimatesMinutes(text: String, minutes: Int) throws {
    let loading = try Loading(["courses/knots/a.md": text])
    #expect(try loading.course("knots").lessons.map(\.minutes) == [minutes])
  }
}
