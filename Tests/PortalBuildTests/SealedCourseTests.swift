import Bytes
import Diagnostics
import Entitlements
import Files
import PortalBuild
import TestSupport
import Testing

/// What of a paid course is published, and who can read it.
@Suite struct SealedCourseTests {
  private static let course = "---\nprice: 49 EUR\ncheckout_url: https://shop.example/k\n"

  private static let texts = [
    "courses/knots/index.md": course + "---\n# Knots\n",
    "courses/knots/01-basics/index.md": "# Basics\n",
    "courses/knots/01-basics/01-welcome.md": "---\npreview: true\n---\n# Welcome\n\nHello.\n",
    "courses/knots/01-basics/02-reef-knot.md": """
    # Reef knot

    Right over left, then [back](01-welcome.md). See [how](#how), [the end](../end.md#last).

    ![A knot](knot.png) ![Film](film.mp4) [Table](table.csv)

    ## How

    Left over right.
    """,
    "courses/knots/end.md": "# End\n\n## Last\n\nDone.\n",
    "courses/knots/01-basics/film.mp4": "film", "courses/knots/01-basics/table.csv": "a,b",
  ]

  private static let picture: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
    8, 0, 0, 0, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60,
    0x82,
  ]

  private func sources(_ changes: [String: String] = [:]) -> FileTree {
    let settings = ["clevio.yml": "title: Harbour\nid: harbour\n"]
    var tree = FileTree(
      texts: settings.merging(SealedCourseTests.texts) { $1 }.merging(changes) { $1 })
    tree[RelativePath("courses/knots/01-basics/knot.png")] = .bytes(SealedCourseTests.picture)
    return tree
  }

  private func refusal(_ body: () throws -> Void) -> Refusal.Reason? {
    do { try body() } catch let refusal as Refusal { return refusal.reason } catch {}
    return nil
  }

  @Test func opensForWhoBoughtTheCourse() throws {
    let licence = try Licence()
    let grant = try licence.issue("e-0001")
    let portal = try BuiltPortal(sources: sources(), sealing: licence.sealing)
    #expect(portal.diagnostics == [])
    let lesson = String(utf8: try portal.opened("basics/reef-knot", with: grant))
    #expect(lesson.contains("<h1>Reef knot</h1>"))
    #expect(lesson.contains("Right over left, then <a href=\"basics/welcome.html\">back</a>."))
    #expect(lesson.contains("<a href=\"#how\">how</a>, <a href=\"end.html#last\">the end</a>"))
    #expect(lesson.contains("<h2 id=\"how\">"))
    #expect(String(utf8: try portal.opened("end", with: grant)).contains("<p>Done.</p>"))
    #expect(String(utf8: try portal.opened("basics/welcome", with: grant)).contains("Hello."))
    let search = String(utf8: try portal.opened("search", with: grant))
    #expect(search.hasPrefix("[{\"id\":\"basics/welcome\",\"title\":\"Welcome\",\"text\":\"Hello."))
    #expect(search.contains("Left over right."))
  }

  /// What a placeholder says of its service also stands in the policies.
  @Test(arguments: [
    "<iframe src=\"https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ\" title=\"A film\"></iframe>",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
  ])
  func aClosedLessonShowsContentOfADeclaredService(embed: String) throws {
    let licence = try Licence()
    let grant = try licence.issue("e-0001")
    let portal = try BuiltPortal(
      sources: sources([
        "legal.yml": "operator: {name: Ropes Ltd}\nservices: [{id: youtube}]\n",
        "courses/knots/end.md": "# End\n\n\(embed)\n\nDone.\n",
      ]), sealing: licence.sealing)
    #expect(portal.errors == [])
    #expect(!portal.diagnostics.contains { $0.id == "service-unused" })
    let lesson = String(utf8: try portal.opened("end", with: grant))
    #expect(lesson.contains("data-clv-svc=\"youtube\"") && lesson.contains("<p>Done.</p>"))
  }

  @Test func namesTheLicenceOfTheCourseOnItsPages() throws {
    let free = "courses/free/a.md"
    let portal = try BuiltPortal([
      "clevio.yml": "title: Harbour\nlicense: CC BY 4.0\n", free: "# A\n",
      "courses/own/index.md": "---\nlicense: LicenseRef-All-Rights-Reserved\n---\n# Own\n",
      "courses/own/a.md": "# A\n",
    ])
    #expect(portal.text("courses/free/a.html").contains("rel=\"license\">CC BY 4.0</a>"))
    for page in ["courses/own/index.html", "courses/own/a.html"] {
      #expect(!portal.text(page).contains("rel=\"license\""))
      #expect(portal.text(page).contains("<span>All rights reserved</span>"))
    }
  }

  @Test func showsTheSameTextAsAnOpenLesson() throws {
    let licence = try Licence()
    let grant = try licence.issue("e-0001")
    let body =
      "# A\n\nText with *marks*.\n\n```swift\nlet a = 1\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |\n"
    let closed = try BuiltPortal(
      ["courses/knots/index.md": SealedCourseTests.course + "---\n", "courses/knots/a.md": body],
      sealing: licence.sealing)
    let open = try BuiltPortal(["courses/knots/a.md": body])
    let article = between("<article", "</article>", in: open.text("courses/knots/a.html"))
    let text = try #require(article?.split(separator: ">", maxSplits: 1).last)
    let lesson = String(utf8: try closed.opened("a", with: grant))
    // How the lesson is finished stands in the tag, where the reader looks for it.
    #expect(
      between("<article", "</article>", in: lesson)?.split(separator: ">", maxSplits: 1).last
        == text)
  }

  @Test func sealsTheFilesOfClosedLessons() throws {
    let licence = try Licence()
    let grant = try licence.issue("e-0001")
    let portal = try BuiltPortal(sources: sources(), sealing: licence.sealing)
    let lesson = String(utf8: try portal.opened("basics/reef-knot", with: grant))
    for file in ["knot.png", "film.mp4", "table.csv"] {
      #expect(!portal.has("courses/knots/basics/\(file)"))
    }
    let picture = try #require(between("<img data-sealed=\"", "\"", in: lesson))
    #expect(
      lesson.contains(
        "<img data-sealed=\"\(picture)\" data-type=\"image/png\" data-parts=\"1\" alt=\"A knot\" "
          + "width=\"8\" height=\"4\""))
    #expect(
      try portal.openedMedia(picture, parts: 1, with: grant) == SealedCourseTests.picture)
    let film = try #require(between("preload=\"metadata\" data-sealed=\"", "\"", in: lesson))
    #expect(try portal.openedMedia(film, parts: 1, with: grant) == [UInt8]("film"))
    let table = try #require(between("<a data-sealed=\"", "\"", in: lesson))
    #expect(lesson.contains("data-type=\"text/csv\" data-parts=\"1\" download=\"table.csv\">Table"))
    #expect(try portal.openedMedia(table, parts: 1, with: grant) == [UInt8]("a,b"))
  }

  @Test func sealsWhatStandsInForAPicture() throws {
    let licence = try Licence()
    let grant = try licence.issue("e-0001")
    let text = """
      # Night

      <picture>
        <source media="(prefers-color-scheme: dark)" srcset="dark.png 1x, knot.png 2x">
        <img src="knot.png" alt="A knot">
      </picture>
      """
    var tree = sources(["courses/knots/01-basics/03-night.md": text])
    tree[RelativePath("courses/knots/01-basics/dark.png")] = .bytes(SealedCourseTests.picture)
    let portal = try BuiltPortal(sources: tree, sealing: licence.sealing)
    let lesson = String(utf8: try portal.opened("basics/night", with: grant))
    let name = try #require(between("<picture><source data-sealed=\"", "\"", in: lesson))
    #expect(
      lesson.contains(
        "<source data-sealed=\"\(name)\" data-type=\"image/png\" data-parts=\"1\" "
          + "media=\"(prefers-color-scheme: dark)\"><img data-sealed=\""))
    #expect(try portal.openedMedia(name, parts: 1, with: grant) == SealedCourseTests.picture)
    #expect(!portal.has("courses/knots/basics/dark.png"))
  }

  @Test func cutsLargeFilesIntoParts() throws {
    let licence = try Licence()
    let grant = try licence.issue("e-0001")
    let film = Array(repeatElement([UInt8]("film"), count: 4 << 20).joined())
    var tree = sources()
    tree[RelativePath("courses/knots/01-basics/film.mp4")] = .bytes(film)
    let portal = try BuiltPortal(sources: tree, sealing: licence.sealing)
    let lesson = String(utf8: try portal.opened("basics/reef-knot", with: grant))
    let name = try #require(between("preload=\"metadata\" data-sealed=\"", "\"", in: lesson))
    #expect(lesson.contains("data-sealed=\"\(name)\" data-type=\"video/mp4\" data-parts=\"3\""))
    #expect(try portal.openedMedia(name, parts: 3, with: grant) == film)
    #expect(portal.files.paths.count { $0.text.contains(name) } == 3)
  }

  @Test func keepsFilesAsTheCourseSays() throws {
    let licence = try Licence()
    let grant = try licence.issue("e-0001")
    let index = "courses/knots/index.md"
    let unlisted = try BuiltPortal(
      sources: sources([index: SealedCourseTests.course + "media: unlisted\n---\n# Knots\n"]),
      sealing: licence.sealing)
    #expect(unlisted.errors == [])
    let hidden = String(utf8: try unlisted.opened("basics/reef-knot", with: grant))
    let url = try #require(between("<img src=\"", "\"", in: hidden))
    #expect(url.hasPrefix("sealed/media/") && url.hasSuffix(".png"))
    #expect(unlisted.has("courses/knots/\(url)"))
    #expect(!unlisted.has("courses/knots/basics/knot.png"))
    let open = try BuiltPortal(
      sources: sources([index: SealedCourseTests.course + "media: open\n---\n# Knots\n"]),
      sealing: licence.sealing)
    let lesson = String(utf8: try open.opened("basics/reef-knot", with: grant))
    #expect(lesson.contains("<img src=\"basics/knot.png\""))
    #expect(open.has("courses/knots/basics/knot.png"))
  }

  @Test func leadsFromTheGateToTheReader() throws {
    let portal = try BuiltPortal(sources: sources())
    let gate = portal.text("courses/knots/basics/reef-knot.html")
    #expect(gate.contains("href=\"../reader.html#/basics/reef-knot\""))
    let landing = portal.text("courses/knots/index.html")
    #expect(landing.contains("href=\"reader.html\" data-action=\"licence\""))
    let reader = portal.text("courses/knots/reader.html")
    #expect(reader.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(reader.contains("img-src 'self' data: blob:"))
    #expect(reader.contains("\"preview\":true"))
    #expect(
      reader.contains(
        "{\"id\":\"basics/reef-knot\",\"title\":\"Reef knot\",\"section\":\"Basics\","
          + "\"file\":\"sealed/basics/reef-knot.js\",\"page\":\"basics/reef-knot.html\","
          + "\"open\":false,\"quiz\":false,\"optional\":false,\"minutes\":1}"))
    #expect(!portal.text("sitemap.xml").contains("reader.html"))
  }

  @Test func leavesWhatOpensLaterOutOfTheReader() throws {
    let portal = try BuiltPortal(
      sources: sources([
        "courses/knots/end.md": "---\navailable: 2027-02-01\n---\n# End\n\nLater words.\n"
      ]))
    #expect(!portal.has("courses/knots/sealed/end.js"))
    #expect(!portal.text("courses/knots/reader.html").contains("\"id\":\"end\""))
  }

  // MARK: Keys

  @Test func isTheSameOnAnyNumberOfThreadsAndInEveryRun() throws {
    let licence = try Licence()
    let first = try BuiltPortal(sources: sources(), sealing: licence.sealing, threads: 1)
    for threads in [1, 4] {
      let again = try BuiltPortal(sources: sources(), sealing: licence.sealing, threads: threads)
      #expect(try again.files.contents() == first.files.contents())
    }
  }

  @Test func opensWithNoOtherKey() throws {
    let licence = try Licence(courses: ["knots", "rope"])
    _ = try licence.issue("e-0001")
    let portal = try BuiltPortal(sources: sources(), sealing: licence.sealing)
    let rope = try licence.issue("e-0002", course: "rope")
    #expect(refusal { _ = try portal.opened("end", with: rope) } == .wrongKey)
    let stranger = try Licence().issue("e-0001")
    #expect(refusal { _ = try portal.opened("end", with: stranger) } == .wrongKey)
    let preview = try BuiltPortal(sources: sources())
    let grant = try licence.issue("e-0003")
    #expect(refusal { _ = try preview.opened("end", with: grant) } == .wrongKey)
  }

  @Test func leavesRevokedBuyersOutAndKeepsLoyalOnes() throws {
    let licence = try Licence()
    let loyal = try licence.issue("e-0001")
    let revoked = try licence.issue("e-0002")
    let before = try BuiltPortal(sources: sources(), sealing: licence.sealing)
    #expect(!before.has("courses/knots/sealed/slots.js"))
    try licence.revoke("e-0002")
    let newcomer = try licence.issue("e-0003")
    let after = try BuiltPortal(sources: sources(), sealing: licence.sealing)
    #expect(after.errors == [])
    #expect(String(utf8: try after.opened("end", with: loyal)).contains("Done."))
    #expect(String(utf8: try after.opened("end", with: newcomer)).contains("Done."))
    #expect(refusal { _ = try after.opened("end", with: revoked) } == .revoked)
    #expect(refusal { _ = try before.opened("end", with: newcomer) } == .wrongKey)
    let reader = after.text("courses/knots/reader.html")
    #expect(reader.contains("\"epoch\":2"))
    #expect(reader.contains("\"revoked\":[\"e-0002\"]"))
    #expect(reader.contains("\"slots\":\"sealed/slots.js\""))
    // What was sealed before the re-key tells nothing of what is sealed after it.
    let old = before.text("courses/knots/sealed/end.js")
    #expect(old != after.text("courses/knots/sealed/end.js"))
  }

  @Test func publishesNothingWithoutKeys() throws {
    let portal = try BuiltPortal(sources: sources(), sealing: .nothing)
    #expect(portal.errors == ["courses/knots/index.md:2:8 price-without-keys"])
    #expect(portal.files.paths == [])
    let free = try BuiltPortal(["courses/knots/a.md": "# A\n"], sealing: .nothing)
    #expect(free.errors == [])
  }

  @Test func tellsOfACourseThatHasNoSecret() throws {
    let licence = try Licence(courses: ["rope"])
    let portal = try BuiltPortal(sources: sources(), sealing: licence.sealing)
    #expect(portal.errors == ["courses/knots/index.md:2:8 course-keys"])
    #expect(
      portal.diagnostics[0].help?.hasPrefix(
        "make it with: clevio key course knots. If the course had")
        == true)
    #expect(portal.files.paths == [])
  }

  @Test(arguments: [
    ("title: Harbour\n", "courses/knots/index.md:2:8 portal-id"),
    ("title: Harbour\nid: Harbour\n", "clevio.yml:2:5 value-id"),
    ("title: Harbour\nid:\n", "clevio.yml:2:1 value-id"),
    ("title: Harbour\nid: -a\n", "clevio.yml:2:5 value-id"),
  ])
  func wantsANameForThePortal(_ example: (settings: String, error: String)) throws {
    let portal = try BuiltPortal(sources: sources(["clevio.yml": example.settings]))
    #expect(portal.errors.contains(example.error))
    #expect(portal.files.paths == [])
  }

  @Test func wantsACourseNameThatLicencesCanHold() throws {
    let portal = try BuiltPortal([
      "courses/узлы/index.md": SealedCourseTests.course + "---\n# Узлы\n",
      "courses/узлы/a.md": "# A\n",
    ])
    #expect(portal.errors == ["courses/узлы/index.md:2:8 course-id"])
  }

  @Test func keepsTheReadersAddressFree() throws {
    let portal = try BuiltPortal(sources: sources(["courses/knots/reader.md": "# Reader\n"]))
    #expect(portal.errors == ["courses/knots/reader.md:1:1 address-duplicate"])
  }

  @Test(arguments: [
    ("media: encripted", "courses/knots/index.md:4:8 value-media"),
    ("media:", "courses/knots/index.md:4:1 value-media"),
    ("closed_titles: maybe", "courses/knots/index.md:4:16 value-closed-titles"),
    ("closed_titles:", "courses/knots/index.md:4:1 value-closed-titles"),
    ("close_titles: true", "courses/knots/index.md:4:1 front-matter-key"),
  ])
  func publishesNothingWhereAWordThatClosesIsNotUnderstood(
    _ example: (line: String, error: String)
  ) throws {
    let portal = try BuiltPortal(
      sources: sources([
        "courses/knots/index.md": SealedCourseTests.course + example.line + "\n---\n# Knots\n"
      ]))
    #expect(portal.errors == [example.error])
    #expect(portal.files.paths == [])
  }

  // MARK: Closed titles

  @Test func keepsTitlesThatAreClosed() throws {
    let licence = try Licence()
    let grant = try licence.issue("e-0001")
    let texts = [
      "clevio.yml":
        "title: Harbour\nid: harbour\nurl: https://harbour.example/\nlanguages: [en, de]\n",
      "courses/knots/index.md":
        SealedCourseTests.course + "closed_titles: true\ndate: 2027-01-01\n---\n# Knots\n",
      "courses/knots/01-basics/02-quorvex.md": "# Quorvex secrets\n\nBody.\n",
      "courses/knots/01-basics/03-shown.md":
        "---\nclosed_titles: false\n---\n# Shown title\n\nBody.\n",
      "courses/knots/01-basics/04-named.md": "---\nslug: last\n---\n# Wyvern words\n\nBody.\n",
    ]
    let portal = try BuiltPortal(sources: sources(texts), sealing: licence.sealing)
    #expect(portal.errors == [])
    #expect(try portal.mentions(of: "quorvex") == [])
    #expect(portal.has("courses/knots/basics/lesson-2.html"))
    #expect(try portal.mentions(of: "wyvern") == [])
    #expect(portal.text("courses/knots/basics/last.html").contains("<h1>Lesson 5</h1>"))
    #expect(portal.text("courses/knots/basics/lesson-2.html").contains("<h1>Lesson 2</h1>"))
    #expect(portal.text("courses/knots/basics/welcome.html").contains("Welcome"))
    #expect(portal.text("courses/knots/index.html").contains("Shown title"))
    #expect(portal.text("api/v1/courses/knots.json").contains("\"title\":\"Lesson 2\""))
    let lesson = String(utf8: try portal.opened("basics/lesson-2", with: grant))
    #expect(lesson.contains("<h1>Quorvex secrets</h1>"))
    let search = String(utf8: try portal.opened("search", with: grant))
    #expect(search.contains("\"id\":\"basics/lesson-2\",\"title\":\"Quorvex secrets\""))
  }
}
