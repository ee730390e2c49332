import Foundation
import TestSupport
import Testing

@Suite struct FixTests {
  private let folder: TemporaryFolder
  private static let files = [
    "clevio.yml": "title: Knots\nstrict: yes\n",
    "authors/ada.md": "---\nname: Ada\n---\n",
    "courses/charts/index.md":
      "---\r\nlang: pt_BR\r\nauthors: [adda]\r\nprice: eur 49,50\r\nvisibilty: draft\r\n"
      + "date: \"2026/1/5\"\r\n---\r\n# Charts\r\n",
    "courses/charts/01-tides.md": "# Tides\n",
    "courses/knots/index.md": "---\nlang: en\n---\n# Knots\n",
    "courses/knots/01-bends.md": """
    \u{FEFF}# Bends

    ![A knot](Images/Reef.PNG), [loops](02-loops.md#Bowlin), [home](htps://example.org/), [gone](x.md)
    """,
    "courses/knots/02-loops.md": "# Loops\n\n## Bowline\n\nText\n",
    "courses/knots/images/reef.png": "no picture",
  ]

  init() throws {
    folder = try TemporaryFolder()
    for (path, text) in Self.files { folder.write(text, to: "portal/" + path) }
  }

  private func check(_ arguments: String...) throws -> Program.Outcome {
    try folder.clevio(["check", "portal", "--now", "2026-11-01"] + arguments)
  }

  private var texts: [String: String] {
    Dictionary(uniqueKeysWithValues: folder.files.map { ($0, folder.read($0) ?? "") })
  }

  @Test func mendsWhatHasOneRightAnswerAndNothingElse() throws {
    let before = texts
    let outcome = try check("--fix")
    var expected = before
    expected["portal/clevio.yml"] = "title: Knots\nstrict: true\n"
    expected["portal/courses/charts/index.md"] =
      "---\r\nlang: pt-BR\r\nauthors: [ada]\r\nprice: 49.50 EUR\r\nvisibility: draft\r\n"
      + "date: \"2026-01-05\"\r\n---\r\n# Charts\r\n"
    expected["portal/courses/knots/01-bends.md"] = """
      \u{FEFF}# Bends

      ![A knot](images/reef.png), [loops](02-loops.md#bowline), [home](https://example.org/), [gone](x.md)
      """
    #expect(texts == expected)
    #expect(outcome.errors.contains("9 mistakes in 3 files are mended"), "\(outcome.errors)")
    #expect(outcome.errors.contains("[link-target]"))
    #expect(!outcome.errors.contains("[front-matter-key]"))
    #expect(outcome.status == 1)
  }

  @Test func findsNothingMoreTheSecondTime() throws {
    _ = try check("--fix")
    let once = texts
    let outcome = try check("--fix")
    #expect(texts == once)
    #expect(outcome.errors.contains("0 mistakes in 0 files are mended"))
  }

  @Test func printsAPatchThatGitTakesAndWritesNothing() throws {
    let before = texts
    let outcome = try check("--fix", "--dry-run")
    #expect(texts == before)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("would be mended"))
    #expect(outcome.output.contains("-visibilty: draft\r\n"))
    #expect(outcome.output.contains("+visibility: draft\r\n"))
    try Data(outcome.output.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/fix.patch"))
    let applied = try Program.shell(
      "cd portal && patch --binary -p1 < ../fix.patch", in: folder.path)
    #expect(applied.status == 0, "\(applied.output)")
    #expect(folder.read("portal/clevio.yml") == "title: Knots\nstrict: true\n")
  }

  @Test func keepsPermissionsAndLeavesNoDraft() throws {
    let path = "\(folder.path)/portal/clevio.yml"
    try #require(chmod(path, 0o640) == 0)
    let names = folder.files
    _ = try check("--fix")
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(folder.files == names)
  }

  @Test func mendsTheFileThatALinkLeadsToOnceAndNothingOutside() throws {
    folder.write("# Out\n\n[home](htps://example.org/)\n", to: "outside.md")
    folder.link("portal/courses/knots/03-out.md", to: "../../../outside.md")
    folder.link("portal/courses/knots/04-again.md", to: "01-bends.md")
    _ = try check("--fix")
    #expect(folder.read("outside.md") == "# Out\n\n[home](htps://example.org/)\n")
    #expect(folder.read("portal/courses/knots/01-bends.md")?.contains("https://") == true)
    var status = stat()
    let link = "\(folder.path)/portal/courses/knots/04-again.md"
    #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test func saysWhatCouldBeMendedAndTellsItToPrograms() throws {
    #expect(try check().errors.contains("can be mended with --fix"))
    let log = try check("--format", "sarif").output
    #expect(log.contains("\"insertedContent\""))
    #expect(try check("--json").output.contains("\"replacement\": \"https\""))
  }

  @Test func refusesOptionsThatDoNotGoTogether() throws {
    #expect(try check("--dry-run").status == 64)
    #expect(try check("--fix", "--dry-run", "--json").status == 64)
  }
}
