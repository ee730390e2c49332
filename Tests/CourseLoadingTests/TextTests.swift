import CourseLoading
import CourseModel
import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

@Suite struct TextTests {
  @Test(arguments: [
    ("# Reef knot\nText", "Reef knot"), ("\n\n# Reef knot #\n", "Reef knot"),
    ("#\tReef knot", "Reef knot"), ("   # Reef knot", "Reef knot"),
    ("Reef knot\n===\n", "Reef knot"),
    ("Reef knot\r\n=\r\nText", "Reef knot"), ("# Reef knot { #reef .wide }", "Reef knot"),
    ("# Reef knot\r\n", "Reef knot"),
    ("<!-- a -->\n<!-- b\n--> # Reef knot", "Reef knot"),
    ("# The *reef* `knot` &amp; [others](x.md) ![img](a.png)\n", "The reef knot & others img"),
    ("# \u{5E9}\u{5DC}\u{5D5}\u{5DD}\n", "\u{5E9}\u{5DC}\u{5D5}\u{5DD}"),
    // No heading of the first level stands first: the file's name is the title.
    ("## Reef knot", "My file"), ("Text\n# Reef knot", "My file"), ("    # Reef knot", "My file"),
    ("\t# Reef knot", "My file"), ("#Reef knot", "My file"), ("#hashtag", "My file"),
    ("<!-- open # Reef", "My file"), ("", "My file"), ("Text\n---\n", "My file"),
    ("```\n# Reef\n```", "My file"), ("===\n===", "==="),
  ])
  func takesTheTitleFromTheFirstHeading(body: String, title: String) throws {
    for matter in ["", "---\nminutes: 1\n---\n"] {
      let loading = try Loading(["courses/knots/01-my-file.md": matter + body])
      #expect(loading.titles == [title], "\(matter)")
    }
  }

  @Test func prefersTheTitleOfTheFrontMatter() throws {
    let loading = try Loading(["courses/knots/a.md": "---\ntitle: NO\n---\n# Yes\n"])
    #expect(loading.titles == ["NO"])
  }

  @Test(arguments: [
    "---\ntitle: T\n---\nBody", "---\r\ntitle: T\r\n---\r\nBody",
    "\u{FEFF}---\ntitle: T\n---\nBody",
    "---  \ntitle: T\n---\t\nBody", "---\ntitle: T\n---", "---\n\n# note\ntitle: T\n\n---\n",
    "---\n\"title\": 'T'\n---\n", "---\n{title: T}\n---\n",
    "---\ntitle: |\n  T\n---\n".replacing("|", with: "|-"),
    "---\ntitle: T\n---\n---\ntitle: body\n---\n",
  ])
  func readsFrontMatter(file: String) throws {
    let loading = try Loading(["courses/knots/my-file.md": file])
    #expect(loading.found == [])
    #expect(loading.titles == ["T"])
  }

  @Test(arguments: [
    "---\n---\n", "---\n\n---\n", "---\n# only a note\n---\n", "--- x\n", "----\n",
    "\n---\nNo keys here.\n---\n", "# T\n\n---\nkey: value\n---\n", "---", "",
  ])
  func takesAFileWithoutFrontMatter(file: String) throws {
    let loading = try Loading(["courses/knots/my-file.md": file])
    #expect(loading.found == [])
    #expect(loading.titles == [file.hasPrefix("# T") ? "T" : "My file"])
  }

  @Test func tellsOfAKeyThatIsGivenTwiceBesideOtherMistakes() throws {
    let twice = "title: A\ntitle: B\n"
    let loading = try Loading([
      "clevio.yml": twice + "strict: maybe\n", "legal.yml": "footer: [home]\nfooter: [terms]\n",
      "courses/knots/index.md": "---\n\(twice)level: hard\nprice: 9 EURO\nprice: 8 EURO\n---\n",
      "courses/knots/01-a.md": "---\n\(twice)minutes: many\n---\n",
    ])
    #expect(
      loading.found.filter { $0.severity == .error }
        .map { "\($0.position.path):\($0.position.line) \($0.id)" } == [
          "clevio.yml:2 yaml-syntax", "clevio.yml:3 value-strict",
          "courses/knots/01-a.md:3 yaml-syntax", "courses/knots/01-a.md:4 value-minutes",
          "courses/knots/index.md:3 yaml-syntax", "courses/knots/index.md:4 value-level",
          "courses/knots/index.md:5 value-price", "courses/knots/index.md:6 yaml-syntax",
          "courses/knots/index.md:6 value-price", "legal.yml:1 value-footer",
          "legal.yml:2 yaml-syntax",
        ])
    #expect(loading.portal.courses.isEmpty)
  }

  @Test(arguments: ["\n---\ntitle: T\n---\n", " ---\ntitle: T\n# a note\n---\nText\n"])
  func tellsOfFrontMatterThatIsNotAtTheTop(file: String) throws {
    let loading = try Loading(["courses/knots/my-file.md": file])
    #expect(loading.found.map(\.id) == ["front-matter-place"])
    #expect(loading.found.first?.position.line == (file.hasPrefix("\n") ? 2 : 1))
  }

  @Test(arguments: [
    ("<!-- a note -->\n---\nvisibility: private\n---\n", 2),
    ("<!-- a note --> and more\n---\nvisibility: private\n---\n", 2),
    ("<!-- a note\nof two lines -->\n\n---\ntitle: T\nprice: 9 EUR\n---\n", 4),
    ("# T\n\n---\ntitle: T\ndraft: true\n---\n", 3), ("+++\ntitle = 'T'\n+++\n", 1),
    ("\u{FEFF}+++\ntitle = 'T'\n+++\n", 1),
    ("title: T\nvisibility: private\n---\n\nText\n", 2), ("----\nprice: 9 EUR\n----\n", 1),
    ("\u{2014}\nvisibility: draft\n\u{2014}\n", 1), ("--\ndraft: true\n--\n", 1),
    ("\u{A0}---\nvisibility: private\n---\n", 1), ("\u{200B}---\ntitle: T\n---\n", 1),
    ("```yaml\n---\nvisibility: draft\n---\n```\n", 2), ("visibility: private\n\nText\n", 1),
    ("---\ntitle: T\n---\nvisibility: private\n---\n", 4),
    ("---\ntitle: T\n---\n\n---\nvisibility: draft\n---\n", 5),
    ("---\rtitle: T\rvisibility: draft\r---\rText\r", 1),
  ])
  func tellsOfFrontMatterThatWouldDecideWhoMayRead(file: String, line: Int) throws {
    let loading = try Loading(["courses/knots/my-file.md": file])
    #expect(loading.found.map(\.id) == ["front-matter-place"])
    #expect(loading.found.first?.severity == .error)
    #expect(loading.found.first?.position.line == line)
  }

  @Test(arguments: [
    "# T\n\n---\nNote: this\n---\n", "<!-- note\n---\nprice: 1\n", "+++\n",
    "a\n\n---\nprice: 1\n---\n", "---\ntitle: T\n---\nNote: this\n---\n",
    "Note: this\n---\n\nText\n", "---\ntitle: T\n---\n# T\n\n```yaml\nvisibility: draft\n```\n",
    "Word: its meaning\n\nprice: what it costs\n", "- visibility: draft\n",
  ])
  func takesLinesAcrossAText(file: String) throws {
    #expect(try Loading(["courses/knots/my-file.md": file]).found == [])
  }

  @Test(arguments: ["---\ntitle: T\n", "---\ntitle: T\n...\nBody\n", "---\n"])
  func tellsOfFrontMatterWithoutAnEnd(file: String) throws {
    let loading = try Loading(["courses/knots/a.md": file])
    #expect(
      loading.found == [
        Diagnostic(
          "front-matter-open", .error, "the front matter has no end",
          at: SourcePosition(path: "courses/knots/a.md", line: 1, column: 1, length: 3),
          help: "write a line of --- after the last key, or *** for a line across the page")
      ])
  }

  @Test(arguments: [
    ("just text", "a lesson takes keys with values"),
    ("- a\n- b", "a lesson takes keys with values"),
  ])
  func tellsOfFrontMatterThatHoldsNoKeys(matter: String, message: String) throws {
    let loading = try Loading(["courses/knots/a.md": "---\n\(matter)\n---\n"])
    #expect(loading.found.map(\.message) == [message])
  }

  @Test func countsLinesFromTheTopOfTheFile() throws {
    let text = MarkedText("\u{FEFF}---\r\ntitle: é\r\n\r\n# note\r\nminutes: 1️⃣ü\r\n---\r\n")
    let loading = try Loading(["courses/knots/a.md": text.text])
    #expect(
      loading.found.map(\.position) == [text.position(1, in: "courses/knots/a.md", length: 2)])
  }

  @Test func tellsWhereYAMLBreaks() throws {
    let loading = try Loading(["courses/knots/a.md": "---\ntitle: a: b\n---\n# Heading\n"])
    #expect(loading.ids == ["yaml-syntax"])
    #expect(loading.found.first?.position.line == 2)
    #expect(loading.found.first?.help != nil)
  }

  @Test(arguments: [
    [0x61, 0x0A, 0xFF], [0x0A, 0xC3], [0x0A, 0xED, 0xA0, 0x80],
  ])
  func warnsOfBytesThatAreNotUTF8(bytes: [UInt8]) throws {
    var tree = FileTree(texts: [:])
    tree[RelativePath("courses/knots/a.md")] = .bytes(bytes)
    let today = try #require(CalendarDate(parsing: "2027-01-10"))
    let (portal, found) = try loadPortal(
      from: tree, options: LoadingOptions(today: today, folderName: "x"))
    #expect(found.map(\.id) == ["file-encoding"])
    #expect(found.first?.position.line == 2)
    #expect(portal.courses.count == 1)
  }

  /// That of a text is told where it is left out.
  @Test func readsTextsWithNUL() throws {
    let text = "---\nvisibility: unlisted\n---\n# A\0\n"
    let (portal, found) = try loadPortal(
      from: FileTree(texts: ["courses/knots/a.md": "Text\n", "courses/knots/index.md": text]),
      options: LoadingOptions(
        today: try #require(CalendarDate(parsing: "2027-01-10")), folderName: "x"))
    #expect(found.isEmpty)
    #expect(portal.courses.map(\.visibility) == [.unlisted])
  }

  /// An editor that calls UTF-16 Unicode would publish what its front matter keeps private.
  @Test(arguments: [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian])
  func refusesUTF16(encoding: String.Encoding) throws {
    let text = try #require("---\nvisibility: private\n---\n".data(using: encoding))
    var tree = FileTree(texts: ["courses/knots/a.md": "# A\n"])
    tree[RelativePath("courses/knots/index.md")] = .bytes(Array(text))
    let today = try #require(CalendarDate(parsing: "2027-01-10"))
    let (portal, found) = try loadPortal(
      from: tree, options: LoadingOptions(today: today, folderName: "x"))
    #expect(found.map(\.id) == ["file-encoding"])
    #expect(found.first?.severity == .error)
    #expect(portal.courses.isEmpty)
  }

  @Test func tellsOfAFileThatWentAwayWhileLoading() throws {
    let folder = try TemporaryFolder()
    folder.write("Text", to: "courses/knots/a.md")
    folder.write("Text", to: "courses/knots/b.md")
    let tree = try SourceFolder.read(folder.path).tree
    try #require(folder.remove("courses/knots/a.md"))
    let today = try #require(CalendarDate(parsing: "2027-01-10"))
    let (portal, found) = try loadPortal(
      from: tree, options: LoadingOptions(today: today, folderName: "x"))
    #expect(found.map(\.id) == ["file-unreadable"])
    #expect(portal.courses.flatMap { $0.lessons.map(\.title) } == ["B"])
  }
}
