import Bytes
import CourseLoading
import CourseModel
import Diagnostics
import Files
import Testing

@Suite struct ScaffoldingTests {
  static let titles = [
    "Bread at home", "Rock 'n' roll", "The \"best\" bread", "C++: a primer", "Why? # not!",
    "Über Brötchen", "パンの作り方", "خبز البيت", "- dash", "49 EUR", "true", "No", "~", "null",
    "{braces}", "[brackets]", "*star", "&and", "!bang", "|", "> quote", "%percent", "@at", "`tick`",
    "a: b", "a #b", "trailing:", "back\\slash", "\\n", "'", "\"", "2027-01-31", "=", "?", ": ",
    "tab\tand\nline", "  spaced  ", "\u{2028}line", "👩🏽‍🍳 cooks", "e\u{301}", "\u{FEFF}mark",
    "nul\0\u{7}\u{85}\u{FFFF}", "<b>&amp;</b>", "$x$ {{y}}", "---", "1.10",
    String(repeating: "long ", count: 200),
  ]

  /// What a title should come out as: one line, nothing invisible that YAML refuses.
  private func shown(_ title: String) -> String {
    let hidden: Set<Unicode.Scalar> = ["\0", "\u{7}", "\u{FEFF}", "\u{FFFF}"]
    let scalars = title.unicodeScalars.filter { !hidden.contains($0) }
    return String(String.UnicodeScalarView(scalars)).split { $0.isWhitespace }
      .joined(separator: " ")
  }

  @Test(arguments: titles)
  func makesAPortalThatLoadsWithoutAWord(title: String) throws {
    let loading = try Loading(Scaffolding.portal(named: "academy", title: title))
    #expect(loading.found == [])
    #expect(loading.portal.settings.title == shown(title))
    #expect(loading.portal.settings.isStrict)
    #expect(loading.portal.settings.menu.map(\.value) == loading.portal.pages.map(\.slug))
    let course = try #require(loading.portal.courses.first)
    #expect(course.sections.map(\.lessons.count) == [2])
    #expect(course.frontMatter.authors.map(\.value) == loading.portal.authors.map(\.slug))
  }

  @Test(arguments: titles)
  func makesCoursesAndLessonsThatLoadWithoutAWord(title: String) throws {
    var tree = Scaffolding.portal(named: "academy")
    tree = tree.adding(
      try Scaffolding.course(
        named: "bread", title: title, today: "2027-01-10", in: tree))
    tree = tree.adding(
      try Scaffolding.lesson(at: "courses/bread/01-start", title: title, in: tree))
    let loading = try Loading(tree)
    let course = try loading.course("bread")
    #expect(loading.found == [])
    #expect(course.title == shown(title))
    #expect(course.visibility == .public && course.allowsRandomAccess)
    #expect(course.lessons.map(\.title) == [shown(title)])
  }

  /// The lesson for beginners shows the very file that the command writes.
  @Test func writesTheFrontMatterThatTheManualShows() throws {
    let course = try Scaffolding.course(
      named: "bread", today: "2027-01-10", in: FileTree())
    let file = try #require(course[RelativePath("courses/bread/index.md")]).read()
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let manual = try SourceFolder.read("/" + root + "/ExampleCourses/courses/manual").tree
    let lesson = RelativePath("01-getting-started/02-first-portal.md")
    let shown = String(utf8: try #require(manual[lesson]).read())
    let matter = String(utf8: FrontMatter.split(file).yaml)
    #expect(matter.contains("random_access: true"))
    #expect(shown.contains("```yaml\n---\n\(matter)---\n```"))
  }

  @Test func namesThingsAfterTheirFoldersWithoutATitle() throws {
    let tree = Scaffolding.portal(named: "rope-academy")
    #expect(try Loading(tree).portal.settings.title == "Rope academy")
    let course = try Scaffolding.course(
      named: "good-bread", today: "2027-01-10", in: tree)
    #expect(course.paths.map(\.text) == ["courses/good-bread/index.md"])
    #expect(try Loading(tree.adding(course)).course("good-bread").title == "Good bread")
    let blank = Scaffolding.portal(named: "x", title: " \n ")
    #expect(try Loading(blank).portal.settings.title == "X")
  }

  @Test func keepsTheOutputOutOfGit() throws {
    let content = try #require(Scaffolding.portal(named: "x")[RelativePath(".gitignore")])
    let lines = String(utf8: try content.read()).split(separator: "\n")
    #expect(lines.contains("/public/") && lines.contains("/.clevio/"))
    // A licence opens a course for whoever finds it.
    #expect(lines.contains("*.clevio") && lines.contains("entitlement.js"))
  }

  @Test func showsLinksAndPicturesThatAreThere() throws {
    let tree = Scaffolding.portal(named: "x")
    for path in tree.paths where path.fileExtension == "md" {
      let text = String(utf8: try #require(tree[path]).read())
      for link in text.matches(of: /\]\(([^)]+)\)/).map({ String($0.1) }) {
        let target = try #require(path.parent.resolving(link))
        #expect(tree[target] != nil, "\(path) links to \(link)")
      }
    }
  }

  private func next(_ files: [String], at path: String, title: String? = "My lesson") throws
    -> [String]
  {
    let tree = FileTree(
      texts: Dictionary(uniqueKeysWithValues: (files + ["courses/bread/index.md"]).map { ($0, "") })
    )
    return try Scaffolding.lesson(at: path, title: title, in: tree).paths.map(\.text)
  }

  @Test func picksTheNextNumber() throws {
    let folder = "courses/bread/01-start"
    #expect(try next([], at: folder) == [folder + "/01-my-lesson.md"])
    #expect(try next([], at: folder + "/") == [folder + "/01-my-lesson.md"])
    #expect(
      try next([folder + "/01-a.md", folder + "/09-b.md"], at: folder)
        == [folder + "/10-my-lesson.md"])
    #expect(try next([folder + "/001-a.md"], at: folder) == [folder + "/002-my-lesson.md"])
    #expect(try next([folder + "/99-a.md"], at: folder) == [folder + "/100-my-lesson.md"])
    #expect(
      try next([folder + "/index.md", folder + "/a.png"], at: folder)
        == [folder + "/01-my-lesson.md"])
    // Folders have numbers too.
    #expect(
      try next([folder + "/01-a.md", folder + "/02-more/a.md"], at: folder)
        == [folder + "/03-my-lesson.md"])
    // Lessons without numbers come after those with one, so a number would move it to the front.
    #expect(try next([folder + "/apple.md"], at: folder) == [folder + "/my-lesson.md"])
    #expect(try next([], at: folder, title: nil) == [folder + "/01-new-lesson.md"])
    #expect(try next([], at: folder, title: "Ä & \"B\": c/d") == [folder + "/01-ä-b-c-d.md"])
    #expect(try next([], at: "courses/bread") == ["courses/bread/01-my-lesson.md"])
  }

  @Test func takesAFileThatIsNamed() throws {
    #expect(
      try next([], at: "courses/bread/01-start/07-flour.md") == [
        "courses/bread/01-start/07-flour.md"
      ])
  }

  @Test func takesFoldersOfAnyNameThatAreThere() throws {
    #expect(
      try next(["courses/bread/Teil 1/01-a.md"], at: "courses/bread/Teil 1")
        == ["courses/bread/Teil 1/02-my-lesson.md"])
  }

  @Test func addsToACourseThatIsTheFolderItself() throws {
    let tree = FileTree(texts: ["01-a.md": ""])
    let lesson = try Scaffolding.lesson(at: ".", title: "B", in: tree)
    #expect(lesson.paths.map(\.text) == ["02-b.md"])
  }

  @Test func addsToACourseThatTheSettingsName() throws {
    let tree = FileTree(texts: [
      "clevio.yml": "courses: [{path: lessons}]\n", "lessons/01-a.md": "",
    ])
    let lesson = try Scaffolding.lesson(at: "lessons/more", title: "B", in: tree)
    #expect(lesson.paths.map(\.text) == ["lessons/more/01-b.md"])
    let error = #expect(throws: ScaffoldingError.self) {
      try Scaffolding.lesson(at: "lesson", in: tree)
    }
    #expect(error?.help == "did you mean lessons?")
  }

  @Test(arguments: [
    ("bread/01-start", "\"bread/01-start\" lies in no course", "did you mean courses/bread?"),
    ("nope/x.md", "\"nope\" lies in no course", "the courses are: courses/bread"),
    ("courses/bred/01-start", "there is no course \"bred\"", "did you mean courses/bread?"),
    ("courses/cake", "there is no course \"cake\"", "make it with clevio new course cake"),
    ("courses", "the path does not name a course", "write a path such as courses/bread/01-start"),
    (
      "../courses/bread", "\"../courses/bread\" leads out of the portal",
      "write a path such as courses/bread/01-start"
    ),
    (
      "/courses/bread", "\"/courses/bread\" leads out of the portal",
      "write a path such as courses/bread/01-start"
    ),
    ("authors", "\"authors\" holds no courses", "write a path such as courses/bread/01-start"),
    ("courses/bread/Part One", "\"Part One\" cannot stand in an address", "write part-one"),
    ("courses/bread/a b.md", "\"a b\" cannot stand in an address", "write a-b"),
    ("courses/bread/index.md", "the file \"courses/bread/index.md\" exists", "choose another name"),
  ])
  func refusesAPathForALesson(path: String, message: String, help: String) throws {
    let error = #expect(throws: ScaffoldingError.self) { try next([], at: path) }
    #expect(error?.message == message)
    #expect(error?.help == help)
  }

  @Test(arguments: [
    ("Bread & Butter", "bread-butter"), ("", "untitled"), ("..", "untitled"), ("a/b", "a-b"),
    (".git", "git"), ("a ", "a"),
  ])
  func refusesANameThatCannotStandInAnAddress(name: String, slug: String) {
    let error = #expect(throws: ScaffoldingError.self) {
      try Scaffolding.course(named: name, today: "2027-01-10", in: FileTree())
    }
    #expect(error?.message == "\"\(name)\" cannot stand in an address")
    #expect(error?.help == "write \(slug)")
  }

  @Test func refusesANameThatIsTaken() {
    let error = #expect(throws: ScaffoldingError.self) {
      try Scaffolding.course(
        named: "bread", today: "2027-01-10", in: FileTree(texts: ["courses/bread/a.md": ""]))
    }
    #expect(error?.message == "there is a course \"bread\" already")
  }
}

extension FileTree {
  /// This folder after a command has added its files.
  fileprivate func adding(_ other: FileTree) -> FileTree {
    FileTree(files.merging(other.files) { $1 })
  }
}
