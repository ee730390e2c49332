import Files
import PortalBuild
import TestSupport
import Testing

@Suite struct FailedBuildTests {
  private let good = [
    "courses/knots/index.md": "# Knots\n", "courses/knots/reef.md": "# Reef\n\nTie it.\n",
  ]

  @Test(
    arguments: [
      ["courses/knots/reef.md": "---\nminutes: soon\n---\n# Reef\n\nNew words.\n"],
      ["courses/knots/index.md": "---\nprice: 10 EURO\n---\n# Knots\n"],
      ["courses/knots/index.md": "---\ntitle: [\n---\n# Knots\n"],
      ["courses/knots/reef.md": "---\ntitle: Reef\n"],
      [
        "clevio.yml": "strict: true\n",
        "courses/knots/reef.md": "<script src=\"https://a.example/x.js\">\n",
      ],
      ["theme/templates/footer.mustache": "{{#open}}"],
      ["clevio.yml": "titel: Knots\n"],
    ])
  func leavesTheLastGoodPortalByteForByte(spoilt: [String: String]) throws {
    let folder = try TemporaryFolder()
    let first = try build(good, in: folder)
    #expect(first.outcome != nil)
    let files = folder.files.filter { $0.hasPrefix("public/") }
    let before = files.map { folder.read($0) }

    let second = try build(good.merging(spoilt) { $1 }, in: folder)
    #expect(second.hasErrors)
    #expect(second.outcome == nil)
    #expect(folder.files.filter { $0.hasPrefix("public/") } == files)
    #expect(files.map { folder.read($0) } == before)
    #expect(try BuiltPortal(good.merging(spoilt) { $1 }).files.paths == [])
  }

  @Test func writesNothingWhereThereWasNothing() throws {
    let folder = try TemporaryFolder()
    let result = try build(["a.md": "---\nminutes: -1\n---\n"], in: folder)
    #expect(result.hasErrors)
    #expect(folder.files.filter { $0.hasPrefix("public/") } == [])
  }

  @Test func tellsTheMistakesOfValuesAndOfTextsInOneRun() throws {
    let portal = try BuiltPortal([
      "clevio.yml": "title: Knots\nstrict: true\ncolour: red\n",
      "authors/ada.md": "---\nlinks: 3\n---\n",
      "courses/knots/index.md": "---\nprice: 49\nlevel: hard\nauthors: [bob]\n---\n[a](gone.md)\n",
      "courses/knots/reef.md": "---\nminutes: soon\n---\n",
      "courses/sails/jib.md": "[x](javascript:alert)\n\n![y](gone.png)\n",
      "courses/rope/index.md": "---\nvisibility: pubic\n---\n",
      "pages/about.md": "---\nlang: 12\n---\n[z](nowhere.md)\n",
    ])
    #expect(
      portal.errors == [
        "authors/ada.md:2:8 value-links",
        "clevio.yml:3:1 front-matter-key",
        "courses/knots/index.md:2:8 value-price",
        "courses/knots/index.md:3:8 value-level",
        "courses/knots/index.md:4:11 course-author",
        "courses/knots/reef.md:2:10 value-minutes",
        "courses/rope/index.md:2:13 value-visibility",
        "courses/sails/jib.md:1:5 link-scheme",
        "pages/about.md:2:7 value-lang",
      ])
    #expect(
      portal.warnings == [
        "courses/knots/index.md:6:5 link-target", "courses/rope/index.md:1:1 course-empty",
        "courses/sails/jib.md:3:6 image-target",
        "pages/about.md:4:5 link-target",
      ])
    #expect(portal.files.paths == [])
  }

  private func build(_ texts: [String: String], in folder: TemporaryFolder) throws
    -> PortalBuild.Result
  {
    let output = try OutputFolder(folder.path + "/public", cache: folder.path + "/cache")
    return try PortalBuild.of(FileTree(texts: texts)).write(to: output)
  }
}
