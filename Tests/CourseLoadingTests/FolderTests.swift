import CourseLoading
import CourseModel
import Diagnostics
import Files
import Testing

@Suite struct FolderTests {
  @Test(arguments: ["index.md.txt", "index.mdx", "indx.md", "01-index.md", "00_Readme.md"])
  func looksForIntroductionsAboveSectionsToo(name: String) throws {
    let loading = try Loading([
      "courses/a/01-s/one.md": "# One\n", "courses/a/\(name)": "---\nvisibility: draft\n---\n",
    ])
    #expect(loading.ids == ["file-unread"])
    #expect(loading.found.first?.severity == .error)
    #expect(loading.found.first?.help == "call it courses/a/index.md")
  }

  @Test func takesTheIntroductionsOfHugo() throws {
    let loading = try Loading([
      "courses/a/_index.md": "---\ntitle: Alpha\n---\n", "courses/a/README.md": "# About\n",
      "courses/a/01-s/_index.md": "---\nvisibility: draft\n---\n",
      "courses/a/01-s/one.md": "# One\n",
      "courses/a/two.md": "# Two\n",
    ])
    #expect(loading.portal.courses.map(\.title) == ["Alpha"])
    #expect(loading.portal.courses.first?.lessons.map(\.title) == ["Two"])
    #expect(!loading.ids.contains("file-unread"))
  }

  @Test(arguments: [
    ("policies/term.md", "call it policies/terms.md"),
    ("policies/privacy-intro.md", "call it policies/privacy/intro.md"),
    ("policies/terms.de.md", "add de to languages:"), ("policies/house-rules.md", "legal.yml"),
    ("pages/legal/imprint.md", "move it to pages/imprint.md"),
    ("authors/team/ada.md", "move it to authors/ada.md"),
    ("courses/a/02-two.mdx", "call it courses/a/02-two.md"),
    ("courses/a/two.md.txt", "call it courses/a/two.md"),
  ])
  func tellsOfTextsThatNothingReads(path: String, help: String) throws {
    let loading = try Loading(["courses/a/one.md": "# One\n", path: "# Text\n"])
    #expect(loading.found.map(\.id) == ["file-unread"])
    #expect(loading.found.first?.position.path == path)
    #expect(loading.found.first?.help?.contains(help) == true, "\(loading.found)")
  }

  @Test(arguments: [
    ("policies/terms.md", "", "policies/terms/intro.md", "policies/terms.md"),
    ("policies/terms.de.md", "", "policies/terms/more.de.md", "policies/terms.de.md"),
    ("policies/terms.de.md", "", "policies/terms/more.md", nil),
    (
      "own/terms.md", "documents: {terms: {source: own/terms.md}}", "policies/terms/intro.md",
      "own/terms.md"
    ),
  ])
  func tellsOfPartsOfAPolicyThatIsWholeElsewhere(
    whole: String, legal: String, part: String, named: String?
  ) throws {
    let found = try Loading([
      "clevio.yml": "languages: [en, de]\n", "courses/a/one.md": "# One\n", whole: "Terms\n",
      part: "Part\n", "legal.yml": "operator: {name: Ropes}\n\(legal)\n",
    ]).found
    // What legal.yml names is no text that was left beside the courses.
    let places = found.map { "\($0.position.path) \($0.id)" }
    #expect(places == (named == nil ? [] : ["\(part) file-unread"]))
    #expect(
      found.first?.help
        == named.map { "\($0) is the whole text: write it there, or remove that file" })
  }

  @Test(arguments: [
    ("index.md.txt", "---\nvisibility: private\n---\n", Diagnostic.Severity.error),
    ("indx.md", "---\nvisibility: draft\n---\n", .error),
    ("inedx.md", "# Knots\n", .warning), ("README.txt", "Read this.\n", .warning),
    ("01-s/idnex.md", "---\nvisibility: draft\n---\n", .error),
  ])
  func tellsOfWhatIsNearlyAnIntroduction(
    name: String, text: String, severity: Diagnostic.Severity
  ) throws {
    let loading = try Loading([
      "courses/a/one.md": "# One\n", "courses/a/01-s/two.md": "# Two\n", "courses/a/\(name)": text,
    ])
    #expect(loading.ids == ["file-unread"])
    #expect(loading.found.first?.severity == severity)
    #expect(loading.found.first?.position.path == "courses/a/\(name)")
    let introduced = try Loading([
      "courses/a/index.md": "# A\n", "courses/a/one.md": "# One\n", "courses/a/\(name)": text,
      "courses/a/01-s/index.md": "# S\n",
    ])
    #expect(!introduced.ids.contains("file-unread"))
  }

  @Test func saysNothingOfFilesBesideNoLessons() throws {
    let files = ["courses/a/one.md": "", "courses/a/code/two.mdx": "", "courses/a/notes.txt": ""]
    #expect(try Loading(files).ids == [])
    let ignored = ["clevio.yml": "ignore: [\"*.mdx\"]\n", "courses/a/three.mdx": ""]
    #expect(try Loading(files.merging(ignored) { $1 }).ids == [])
  }

  @Test func tellsOfAFolderThatIsNearlyTheOneOfCourses() throws {
    let files = ["course/a/one.md": "# One\n", "course/b/two.md": "# Two\n"]
    let loading = try Loading(files.merging(["clevio.yml": "title: T\n"]) { $1 })
    #expect(loading.found.map { "\($0.position.path) \($0.id)" } == ["course course-file"])
    #expect(try Loading(files).found == [])
  }

  @Test func tellsOfTranslationsThatCannotBe() throws {
    func ids(_ matters: [String: String]) throws -> [String] {
      var files = ["clevio.yml": "languages: [en, de]\n"]
      for (name, matter) in matters { files["courses/\(name)/index.md"] = "---\n\(matter)\n---\n" }
      return try Loading(files).found.map { "\($0.position.path):\($0.position.line) \($0.id)" }
    }
    let german = "lang: de\ntranslation_of: bread"
    #expect(try ids(["bread": "lang: en", "brot": german]) == [])
    #expect(
      try ids(["bread": "translation_of: bread"]) == ["courses/bread/index.md:2 course-translation"]
    )
    #expect(
      try ids(["bread": "lang: en", "brot": "translation_of: bread"])
        == ["courses/brot/index.md:2 course-translation"])
    #expect(
      try ids(["bread": "lang: en", "brot": german, "laib": german])
        == ["courses/laib/index.md:3 course-translation"])
    #expect(
      try ids(["bread": "lang: en", "brot": german, "pain": "lang: fr\ntranslation_of: brot"])
        == ["courses/pain/index.md:3 course-translation"])
  }

  @Test func knowsTheTextsOfPolicies() throws {
    let loading = try Loading([
      "clevio.yml": "languages: [en, de-AT]\n", "courses/a/one.md": "# One\n",
      "legal.yml": """
      documents: {terms: {source: legal/rules.md, sections: {more: policies/end.md}}}
      """,
      "legal/rules.md": "Rules\n", "policies/end.md": "End\n", "policies/end.de.md": "Ende\n",
      "policies/law-enforcement.md": "L\n", "policies/privacy/intro.de.md": "I\n",
      "policies/imprint.de-AT.md": "I\n",
    ])
    #expect(!loading.ids.contains("file-unread"), "\(loading.found)")
  }

  @Test func takesABareFolderForACourse() throws {
    let loading = try Loading([
      "01-first.md": "# First steps\n", "02-second.md": "", "images/a.png": "", "notes.txt": "",
    ])
    let course = try loading.course("academy")
    #expect(loading.found == [])
    #expect(loading.portal.settings.title == "Academy" && course.title == "Academy")
    #expect(course.language == .english && course.price.isFree && course.allowsRandomAccess)
    #expect(course.visibility == .public && course.landingPage == nil)
    #expect(loading.titles == ["First steps", "Second"])
    #expect(loading.addresses == ["courses/academy/first.html", "courses/academy/second.html"])
  }

  @Test func leavesThePortalsOwnFoldersOutOfABareCourse() throws {
    let loading = try Loading([
      "a.md": "", "authors/ada.md": "", "pages/about.md": "", "policies/privacy.md": "",
      "theme/readme.md": "", "public/a.md": "",
    ])
    #expect(loading.addresses == ["courses/academy/a.html"])
    #expect(loading.portal.authors.map(\.slug) == ["ada"])
    #expect(loading.portal.pages.map(\.slug) == ["about"])
  }

  @Test func isAnEmptyPortalWithoutFiles() throws {
    let loading = try Loading([:])
    #expect(loading.found == [] && loading.portal.courses.isEmpty)
  }

  @Test func makesACourseOfEachFolderInOrderOfItsName() throws {
    let loading = try Loading([
      "courses/02-b/a.md": "", "courses/01-z/a.md": "", "courses/Git_Basics/a.md": "",
      "README.md": "About this repository",
    ])
    #expect(loading.portal.courses.map(\.slug) == ["b", "git_basics", "z"])
    #expect(loading.portal.courses.map(\.title) == ["B", "Git Basics", "Z"])
  }

  @Test func ordersLessonsAsPeopleCount() throws {
    let names = [
      "zero", "10-ten", "2-two", "001-one", "part10", "part2", "1.5 half", "Apple", "3_three",
    ]
    var files: [String: String] = [:]
    for name in names { files["courses/knots/\(name).md"] = "" }
    #expect(
      try Loading(files).titles == [
        "One", "5 half", "Two", "Three", "Ten", "Apple", "Part2", "Part10", "Zero",
      ])
  }

  @Test func putsTheOrderOfTheFrontMatterBeforeTheNumber() throws {
    let loading = try Loading([
      "courses/knots/01-a.md": "---\norder: 30\n---\n", "courses/knots/20-b.md": "",
      "courses/knots/c.md": "---\norder: 1\n---\n",
    ])
    #expect(loading.titles == ["C", "B", "A"])
  }

  @Test func takesTheLessonsThatTheCourseNamesFirst() throws {
    let loading = try Loading([
      "courses/knots/index.md": "---\nlessons: [02-s/b.md, 02-s/a.md, c.md]\n---\n",
      "courses/knots/01-r/a.md": "", "courses/knots/02-s/a.md": "", "courses/knots/02-s/b.md": "",
      "courses/knots/c.md": "", "courses/knots/02-s/d.md": "",
    ])
    #expect(loading.found.map(\.message) == ["not named here, and so last: 01-r/a.md, 02-s/d.md"])
    #expect(
      loading.addresses.map { $0.dropFirst("courses/knots/".count) } == [
        "s/b.html", "s/a.html", "s/d.html", "c.html", "r/a.html",
      ])
  }

  @Test func makesSectionsOfFoldersInFolders() throws {
    let loading = try Loading([
      "courses/knots/00-intro.md": "", "courses/knots/03-outro.md": "",
      "courses/knots/01-bends/README.md": "# All bends\n", "courses/knots/01-bends/01-reef.md": "",
      "courses/knots/01-bends/02-hard/index.md": "---\ntitle: Hard ones\n---\n",
      "courses/knots/01-bends/02-hard/a.md": "", "courses/knots/02-hitches/a.md": "",
    ])
    let sections = try loading.course("knots").sections
    #expect(sections.map(\.slug) == [nil, "bends", "bends/hard", "hitches", nil])
    #expect(sections.map(\.title).dropFirst().prefix(3) == ["All bends", "Hard ones", "Hitches"])
    #expect(
      loading.addresses.map { $0.dropFirst("courses/knots/".count) } == [
        "intro.html", "bends/reef.html", "bends/hard/a.html", "hitches/a.html", "outro.html",
      ])
    #expect(sections[2].output.text == "courses/knots/bends/hard/index.html")
    #expect(sections[1].introduction?.path.text == "courses/knots/01-bends/README.md")
    #expect(loading.found == [])
  }

  @Test func prefersIndexToReadme() throws {
    let loading = try Loading([
      "courses/knots/README.md": "# For GitHub\n", "courses/knots/index.md": "# For learners\n",
      "courses/ropes/readme.markdown": "# Ropes!\n", "courses/ropes/a.md": "",
    ])
    #expect(try loading.course("knots").title == "For learners")
    #expect(try loading.course("ropes").title == "Ropes!")
  }

  @Test func takesCoursesFromWhereTheSettingsSay() throws {
    let loading = try Loading([
      "clevio.yml": """
      courses:
        - {path: docs/git, slug: git, title: "Git: all of it", level: advanced}
        - path: docs/git/extra
      defaults: {lang: de, tags: [tools]}
      """,
      "docs/git/a.md": "", "docs/git/b/c.md": "", "docs/git/extra/x.md": "", "docs/other/a.md": "",
      "courses/other/a.md": "",
    ])
    #expect(
      loading.found.map(\.message) == ["\"courses/other\" is no course: clevio.yml lists others"])
    #expect(loading.found.first?.severity == .warning)
    #expect(loading.portal.courses.map(\.slug) == ["extra", "git"])
    let git = try loading.course("git")
    #expect(git.title == "Git: all of it" && git.frontMatter.level == .advanced)
    #expect(git.language.text == "de" && git.frontMatter.tags == ["tools"])
    #expect(git.lessons.map(\.title) == ["A", "C"])
    #expect(try loading.course("extra").lessons.map(\.title) == ["X"])
  }

  @Test func tellsOfACourseFolderWithoutFiles() throws {
    let loading = try Loading(["clevio.yml": "courses:\n  - path: docs/gti\n", "docs/git/a.md": ""])
    #expect(loading.ids == ["course-folder"])
    #expect(loading.found.first?.position.line == 2)
    #expect(loading.found.first?.position.column == 11)
  }

  /// They were lessons until the first course got a folder of its own.
  @Test func warnsOfTextsThatAFolderOfCoursesLeavesOut() throws {
    let before = [
      "README.md": "", "one.md": "", "intro/a.md": "", "intro/b.md": "", "CHANGELOG.md": "",
    ]
    #expect(try Loading(before).found == [])
    let files = before.merging(["courses/bread/a.md": "", "authors/ada.md": ""]) { $1 }
    let loading = try Loading(files)
    #expect(
      loading.found.map { "\($0.position.path) \($0.id)" } == [
        "intro course-file", "one.md course-file",
      ])
    let settings = ["clevio.yml": "ignore: [intro, one.md]\n"]
    #expect(try Loading(files.merging(settings) { $1 }).found == [])
  }

  @Test func warnsOfALessonBesideTheCourses() throws {
    let loading = try Loading([
      "courses/knots/a.md": "", "courses/My bread.md": "", "courses/README.md": "",
    ])
    #expect(loading.ids == ["course-file"])
    #expect(loading.found.first?.severity == .warning)
    #expect(
      loading.found.first?.help
        == "a course is a folder: move the file to courses/my-bread/index.md")
  }

  @Test func leavesOutWhatTheSettingsIgnore() throws {
    let loading = try Loading([
      "clevio.yml": "ignore: [courses/knots/drafts, \"*-old.md\", LICENSE.md, later]\n",
      "courses/knots/a.md": "", "courses/knots/drafts/b.md": "", "courses/knots/c-old.md": "",
      "courses/knots/LICENSE.md": "", "courses/knots/01-s/later/d.md": "",
    ])
    #expect(loading.titles == ["A"])
  }

  @Test(arguments: ["README.md", "readme.md", "index.markdown"])
  func refusesFrontMatterOfAFileThatIsPassedOver(name: String) throws {
    let files = [
      "courses/knots/01-s/index.md": "# S\n", "courses/knots/01-s/a.md": "",
      "courses/knots/01-s/\(name)": "---\nvisibility: draft\n---\n",
    ]
    let found = try Loading(files).found
    #expect(found.map(\.id) == ["front-matter-twice"])
    #expect(found.first?.severity == .error)
    var plain = files
    plain["courses/knots/01-s/\(name)"] = "# For readers on GitHub\n"
    #expect(try Loading(plain).found == [])
  }

  @Test(arguments: ["", "visibility: draft\n", "available: 2099-01-01\n"])
  func makesNoLessonOfATranscript(matter: String) throws {
    let loading = try Loading([
      "courses/knots/01-a.md": "# A\n",
      "courses/knots/02-b.md":
        "---\n\(matter)video: {src: media/v.mp4, transcript: media/said.md}\n---\n# B\n",
      "courses/knots/media/said.md": "Words.\n", "courses/knots/media/v.mp4": "",
    ])
    #expect(loading.found == [])
    #expect(try !loading.course("knots").lessons.contains { $0.title == "Said" })
    #expect(try loading.course("knots").sections.count == 1)
  }

  @Test(arguments: [
    ("clevio.yaml", "clevio.yml"), ("Clevio.yml", "clevio.yml"), ("legal.YAML", "legal.yml"),
  ])
  func tellsOfSettingsWithAnotherName(file: String, name: String) throws {
    let loading = try Loading([file: "title: T\n", "courses/knots/a.md": ""])
    #expect(loading.found.map(\.message) == ["\"\(file)\" is not read"])
    #expect(loading.found.first?.help == "call it \(name)")
    #expect(loading.found.first?.severity == .error)
    let both = try Loading([file: "x", name: "", "courses/knots/a.md": ""]).found
    #expect(both.filter { $0.id == "settings-file" }.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    ("01-Ça va?.md", "ça-va"), ("日本語 入門.md", "日本語-入門"), ("C++ & C#.md", "c-c"),
    ("02-.md", "02"), ("---.md", "untitled"), ("index-1.md", "index-1"), ("a.b.md", "a-b"),
    ("Straße.md", "straße"), ("2027.md", "2027"), ("\"<b>.md", "b"),
  ])
  func namesAnAddressAfterTheFile(file: String, slug: String) throws {
    let loading = try Loading(["courses/knots/" + file: ""])
    #expect(loading.found == [])
    #expect(loading.addresses == ["courses/knots/\(slug).html"])
  }

  @Test func keepsASectionsOwnAddressFree() throws {
    let loading = try Loading(["courses/knots/s/a.md": "---\nslug: index\n---\n"])
    #expect(loading.addresses == ["courses/knots/s/index-1.html"])
  }

  @Test(arguments: [
    (["courses/knots/01-a.md", "courses/knots/02-a.md"], "courses/knots/a.html"),
    (
      ["courses/knots/Reef.md", "courses/knots/reef knot.md", "courses/knots/reef-knot.md"],
      "courses/knots/reef-knot.html"
    ),
    (["courses/knots/\u{E9}.md", "courses/knots/e\u{301}.md"], "courses/knots/\u{E9}.html"),
    (["courses/knots/A.md", "courses/knots/a.md"], "courses/knots/a.html"),
    (["courses/01-knots/a.md", "courses/knots/b.md"], "courses/knots/index.html"),
    (["courses/knots/01-s/a.md", "courses/knots/02-s/b.md"], "courses/knots/s/index.html"),
    (["pages/search.md"], "search.html"),
    (["pages/about.md", "pages/About.md"], "about.html"),
    (["authors/ada.md", "authors/ADA.md"], "authors/ada.html"),
  ])
  func refusesTwoPagesAtOneAddress(files: [String], address: String) throws {
    var tree = FileTree()
    // A dictionary of strings would take the two forms of é for one.
    for file in files { tree[RelativePath(file)] = .bytes([]) }
    let loading = try Loading(tree)
    #expect(loading.ids == ["address-duplicate"])
    #expect(loading.found.first?.severity == .error)
    #expect(
      loading.found.first?.message.hasPrefix("the address \"\(address)\" is taken by ") == true)
  }

  @Test func findsTheOwnersOfManyFilesAtOnce() throws {
    var files: [String: String] = [:]
    for course in 0..<3_000 { files["courses/c\(course)/a.md"] = "" }
    #expect(try Loading(files).portal.courses.count == 3_000)
  }

  @Test func goesAsDeepAsAPathCan() throws {
    let deep = Array(repeating: "d", count: 300).joined(separator: "/")
    let loading = try Loading(["courses/knots/\(deep)/a.md": ""])
    #expect(loading.addresses == ["courses/knots/\(deep)/a.html"])
  }
}
