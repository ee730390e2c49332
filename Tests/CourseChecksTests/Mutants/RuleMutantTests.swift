import CourseChecks
import CourseLoading
import CourseModel
import Diagnostics
import Files
import PortalBuild
import TestSupport
import Testing

/// A portal without findings, and for each rule one like it that has just that one.
@Suite struct RuleMutantTests {
  @Test func findsNothingInAPortalThatIsAsItShouldBe() throws {
    #expect(try MutantReading.ofPortal(RuleFixture.portal).findings() == [])
  }

  @Test(arguments: RuleFixture.all)
  func findsOneThingAtItsPlaceAndNothingElse(fixture: RuleFixture) throws {
    let found = try MutantReading.findings(of: fixture)
    #expect(found.map(\.id.description) == [fixture.rule], "\(found)")
    let finding = try #require(found.first)
    #expect(finding.severity == fixture.severity)
    #expect(fixture.expects(finding.message), "\(finding.message)")
    if let position = fixture.position {
      #expect(finding.position == position)
    } else {
      // A name on disk, or a setting that is missing, has no place to be marked.
      #expect(finding.position.length == 0)
    }
    let rule = try #require(RuleCatalogue.rule(fixture.rule))
    #expect(rule.severities.contains(finding.severity))
  }

  @Test func hasAFixtureForEachRuleAndARuleForEachFixture() {
    // The values of keys have `ValueRuleTests`.
    let documented = RuleCatalogue.rules.map(\.id.description).filter { !$0.hasPrefix("value-") }
    let shown = Set(RuleFixture.all.map(\.rule))
    let missing = documented.filter { !shown.contains($0) && !RuleFixture.isShownElsewhere($0) }
    #expect(missing == [])
    #expect(shown.subtracting(documented).sorted() == [])
    #expect(RuleFixture.all.count == RuleFixture.fileCount, "a fixture cannot be read")
  }

  // MARK: Budgets and what is left alone

  private func findings(in texts: [String: String], besides settings: String = "") throws
    -> [Diagnostic.ID]
  {
    var files = RuleFixture.portal
    files[RelativePath("clevio.yml")]? += Array(settings.utf8)
    for (path, text) in texts { files[RelativePath(path)] = Array(text.utf8) }
    return try MutantReading.ofPortal(files).findings().map(\.id)
  }

  @Test func keepsToTheBudgetsOfThePortal() throws {
    let heavy = String(repeating: "x", count: 1_000_001)
    let picture = [
      "courses/knots/big.png": heavy, "courses/knots/03-hitches.md": "# Hitches\n\nSee big.png.\n",
    ]
    #expect(try findings(in: picture, besides: "  budgets: {image_kb: 1001}\n") == [])
    let film = ["courses/knots/loop.mp4": heavy]
    #expect(try findings(in: film, besides: "  budgets: {media_mb: 1}\n") == ["media-size"])
  }

  @Test(arguments: ["ogv", "m4v", "flac", "apng", "heic", "jfif"])
  func looksAtEveryFileThatPagesCouldShow(ending: String) throws {
    let heavy = String(repeating: "x", count: 1_000_001)
    let found = try findings(
      in: ["courses/knots/heavy.\(ending)": heavy], besides: "  budgets: {media_mb: 1}\n")
    #expect(Set(found) == ["media-size", "file-unused"])
  }

  @Test func leavesRoomToWhoNumbersByTens() throws {
    let names = ["10-a", "20-b", "30-c"].map { name in
      ("courses/bells/\(name).md", "# Bell \(name)\n\nText\n")
    }
    var files = Dictionary(uniqueKeysWithValues: names)
    files["courses/bells/index.md"] = "---\nlang: en\n---\n# Bells\n\nThose of the port.\n"
    #expect(try findings(in: files) == [])
  }

  @Test func keepsSilentAboutLessonsThatAreNotPublished() throws {
    let files = [
      "courses/knots/04-secret.md": "---\nvisibility: draft\n---\n# Secret\n",
      "courses/knots/05-splices.md": "# Splices\n\nText\n",
    ]
    #expect(try findings(in: files) == [])
  }

  @Test func countsTheLettersOfALessonNotItsBytes() throws {
    // 48,000 letters take 40 minutes, whether they take one byte or three.
    let devanagari = "# गाँठ\n\n" + String(repeating: "रस्सी ", count: 8_000)
    #expect(try findings(in: ["courses/knots/04-splices.md": devanagari]) == [])
  }
}
