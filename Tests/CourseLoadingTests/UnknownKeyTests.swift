import CourseLoading
import CourseModel
import Diagnostics
import TestSupport
import Testing

@Suite struct UnknownKeyTests {
  private static let ignoring = "remove it, or name it under front_matter: ignore: in clevio.yml"

  private func find(_ key: String, settings: String = "") throws -> Diagnostic? {
    let loading = try Loading(course: "---\n\(key)\n---\n", settings: settings)
    #expect(loading.found.count <= 1)
    return loading.found.first
  }

  @Test(arguments: [
    ("pirce: 49 EUR", "price"), ("visiblity: draft", "visibility"),
    ("visibilty: draft", "visibility"),
    ("random-access: false", "random_access"), ("Title: Knots", "title"),
    ("author: ada", "authors"),
  ])
  func isAlwaysAnErrorCloseToAKnownOne(key: String, meant: String) throws {
    let found = try #require(try find(key))
    let name = key.prefix { $0 != ":" }
    #expect(found.id == "front-matter-key" && found.severity == .error)
    #expect(found.message == "a course has no key \"\(name)\"")
    #expect(found.help == "did you mean \"\(meant)\"?")
    #expect(found.position.length == name.utf8.count)
  }

  @Test func isAWarningFarFromAllButAnErrorInAStrictPortal() throws {
    #expect(try find("layout: post")?.severity == .warning)
    #expect(try find("layout: post")?.help == UnknownKeyTests.ignoring)
    #expect(try find("layout: post", settings: "strict: true")?.severity == .error)
    #expect(try find("layout: post", settings: "strict: false")?.severity == .warning)
  }

  @Test func isPassedOverOnlyWhereItClosesNothing() throws {
    let settings = "front_matter: {ignore: [draft, published, layout]}"
    for key in ["draft: false", "published: true", "layout: post"] {
      #expect(try find(key, settings: settings) == nil, "\(key)")
    }
    for key in ["draft: true", "published: false"] {
      #expect(try find(key, settings: settings)?.severity == .error, "\(key)")
    }
    let ignored = try Loading(
      course: "---\nvisibility: private\n---\n", settings: "front_matter: {ignore: [visibility]}")
    #expect(ignored.portal.courses.isEmpty)
  }

  @Test func isAnErrorWhereTwoKeysAreOne() throws {
    let settings = "front_matter: {aliases: {status: visibility}}"
    let found = try #require(
      try find("status: private\nvisibility: public", settings: settings))
    #expect(found.severity == .error && found.position.line == 3)
    #expect(found.message == "\"visibility\" and \"status\" are one key, \"visibility\"")
    #expect(try find("status: unlisted", settings: settings) == nil)
  }

  @Test func isNotSaidOfKeysThatBeginWithX() throws {
    #expect(try find("x-price: 49", settings: "strict: true") == nil)
  }

  @Test(arguments: [
    ("draft: true", "draft"), ("draft: yes", "draft"), ("published: false", "draft"),
    ("hidden: true", "draft"), ("private:", "draft"), ("unlisted: true", "unlisted"),
    ("status: draft", "draft"), ("headless: true", "draft"), ("_build: {render: never}", "draft"),
  ])
  func isAnErrorWhereAnotherToolWouldHideThePage(key: String, word: String) throws {
    let found = try find(key)
    #expect(found?.severity == .error)
    #expect(found?.help == "write visibility: \(word)")
  }

  @Test func leadsToWhatALessonTakes() throws {
    let found = try Loading(["courses/knots/a.md": "---\nunlisted: true\n---\n# A\n"]).found
    #expect(found.map(\.help) == ["write visibility: draft"])
  }

  @Test func isNoMistakeIfItClosesNothing() throws {
    #expect(try find("status: published")?.severity != .error)
  }

  @Test(arguments: [
    ("courses/knots/01-s/index.md", "price: 49 EUR", "a section", "a course"),
    ("courses/knots/01-s/a.md", "price: 49 EUR", "a lesson", "a course"),
    ("courses/knots/01-s/a.md", "random_access: false", "a lesson", "a course"),
    ("pages/about.md", "expires: 2027-01-01", "a page", "a course or a lesson"),
    (
      "authors/ada.md", "visibility: private", "an author",
      "a course, a section, a lesson or a page"
    ),
    ("clevio.yml", "price: 49 EUR", "clevio.yml", "a course"),
  ])
  func isAnErrorWhereItWouldDecideWhoMayReadSomethingElse(
    path: String, key: String, subject: String, owner: String
  ) throws {
    var files = ["courses/knots/01-s/a.md": "# A\n"]
    files[path] = path.hasSuffix(".yml") ? key + "\n" : "---\n\(key)\n---\n"
    let found = try Loading(files).found
    #expect(found.map(\.message) == ["\(subject) has no key \"\(key.prefix { $0 != ":" })\""])
    #expect(found.map(\.severity) == [.error])
    #expect(found.map(\.help) == ["move it to the front matter of \(owner)"])
  }

  @Test func isSentIntoTheAddressOfTheOperator() throws {
    let found = try Loading([
      "courses/knots/a.md": "# A\n",
      "legal.yml": """
      operator:
        name: Ada
        street: 1 Quay
        zip: A1
        address: {town: Dover, country: GB}
      """,
    ]).found
    #expect(
      found.map { "\($0.position.line): \($0.message): \($0.help ?? "")" } == [
        "3: \"operator\" has no key \"street\": write it under address:",
        "4: \"operator\" has no key \"zip\": write it under address:",
        "5: \"address\" has no key \"town\": write city, which is what it is called here",
      ])
  }

  @Test func isAnErrorWhereAnotherToolWouldAskForMoney() throws {
    let found = try find("cost: 49 EUR")
    #expect(found?.severity == .error)
    #expect(found?.help == "write price, which is what it is called here")
    #expect(try find("cost: free")?.severity == .warning)
  }

  @Test(arguments: ["price: free", "random_access: true"])
  func isAWarningWhereItWouldCloseNothing(key: String) throws {
    let loading = try Loading(["courses/knots/a.md": "---\n\(key)\n---\n"])
    #expect(loading.found.map(\.severity) == [.warning])
  }

  @Test(arguments: ["draft: false", "published: true", "hidden: false"])
  func isAWarningWhereAnotherToolWouldShowThePage(key: String) throws {
    let found = try find(key)
    #expect(found?.severity == .warning)
    #expect(found?.help?.hasPrefix("remove it") == true)
  }

  @Test(arguments: [
    ("language: de", "lang"), ("image: a.png", "cover"), ("summary: x", "description"),
  ])
  func namesTheKeyThatIsMeantByAnotherWord(key: String, ours: String) throws {
    let found = try find(key)
    #expect(found?.severity == .warning)
    #expect(found?.help == "write \(ours), which is what it is called here")
  }

  @Test func isReadAsTheKeyThatTheSettingsName() throws {
    let settings =
      "strict: true\nfront_matter: {aliases: {teaching: minutes}, ignore: [exercises]}\n"
    let lesson = "---\nteaching: 25\nexercises: 10\n---\n"
    let loading = try Loading(course: "", settings: settings, lesson: lesson)
    #expect(loading.found == [])
    #expect(try loading.course("knots").lessons.map(\.minutes) == [25])
  }

  @Test func isToldAtTheForeignKeyWhenTheValueIsWrong() throws {
    let settings = "front_matter: {aliases: {teaching: minutes}}\n"
    let loading = try Loading(course: "", settings: settings, lesson: "---\nteaching: long\n---\n")
    #expect(loading.ids == ["value-minutes"])
  }

  @Test func isRefusedAsTheMeaningOfAForeignKey() throws {
    let text = MarkedText("front_matter: {aliases: {teaching: 1️⃣minuets}}\n")
    let found = try Loading(["clevio.yml": text.text]).found
    #expect(
      found == [
        Diagnostic(
          "value-aliases", .error, "no front matter has a key \"minuets\"",
          at: text.position(1, in: "clevio.yml", length: 7), help: "did you mean \"minutes\"?")
      ])
  }

  @Test func isToldOfSectionsAuthorsPagesAndSettings() throws {
    let loading = try Loading([
      "clevio.yml": "layout: x\ntheme: {color: red}\n",
      "courses/knots/01-s/index.md": "---\nminutes: 5\n---\n", "courses/knots/01-s/a.md": "",
      "authors/ada.md": "---\nlayout: x\n---\n", "pages/about.md": "---\nlayout: x\n---\n",
    ])
    #expect(
      loading.found.map(\.message) == [
        "an author has no key \"layout\"", "clevio.yml has no key \"layout\"",
        "\"theme\" has no key \"color\"", "a section has no key \"minutes\"",
        "a page has no key \"layout\"",
      ])
    #expect(loading.found[1].help == "remove it, or begin its name with x-")
  }
}
