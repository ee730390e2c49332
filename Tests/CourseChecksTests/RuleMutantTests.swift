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
  /// What makes a rule speak: a file in place of one of the portal's, with the place marked.
  struct Mutant: CustomTestStringConvertible, Sendable {
    let rule: Diagnostic.ID
    let path: String
    let source: String
    var length = 0
    var severity = Diagnostic.Severity.warning
    let message: String

    var testDescription: String { "\(rule): \(message)" }
  }

  private static let portal = [
    "clevio.yml": "title: Knots\nstrict: true\n",
    "courses/knots/index.md": "---\nlang: en\n---\n# Knots\n\nWhat holds.\n",
    "courses/knots/01-bends.md": """
    # Bends

    ## Reef knot

    ### Use

    | Knot | Use |
    | --- | --- |
    | Reef | Sails |

    """,
    "courses/knots/02-loops.md":
      "---\nvideo: {src: a.mp4, captions: [{lang: en, src: a.vtt}]}\n---\n# Loops\n",
    "courses/knots/03-hitches.md": "# Hitches\n\n![A rope round a pole](big.png)\n",
    "courses/knots/big.png": "picture",
    "courses/knots/a.mp4": "film",
    "courses/knots/a.vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nA loop\n",
  ]

  private static let lesson = "courses/knots/01-bends.md"

  static let mutants = [
    Mutant(
      rule: "heading-jump", path: lesson, source: "# Bends\n\n## Reef\n\n1️⃣#### Use\n\nText\n",
      length: 4, message: "a heading of level 4 stands below one of level 2"),
    Mutant(
      rule: "table-header", path: lesson,
      source: "# Bends\n\n1️⃣| | |\n| --- | --- |\n| Reef | Sails |\n",
      message: "the table does not say what its columns hold"),
    Mutant(
      rule: "lesson-empty", path: lesson, source: "---\nminutes: 3\n---\n\n1️⃣# Bends\n",
      message: "the lesson has no text"),
    Mutant(
      rule: "lesson-empty", path: lesson, source: "1️⃣# Bends\n\n<!-- to be written -->\n",
      message: "the lesson has no text"),
    Mutant(
      rule: "lesson-length", path: lesson,
      source: "1️⃣# Bends\n\n" + String(repeating: "Reef knots hold. ", count: 5_000),
      message: "the lesson takes about 70 minutes to read, more than 60"),
    Mutant(
      rule: "video-captions", path: "courses/knots/02-loops.md",
      source: "---\nvideo: {src: 1️⃣a.mp4}\n---\n# Loops\n", length: 5,
      message: "the video has neither captions nor a transcript"),
    Mutant(
      rule: "lesson-order", path: "courses/knots/05-splices.md", source: "1️⃣# Splices\n\nText\n",
      severity: .note, message: "\"05-splices.md\" comes after \"03-hitches.md\""),
    Mutant(
      rule: "lesson-order", path: "courses/knots/03-splices.md", source: "1️⃣# Splices\n\nText\n",
      severity: .note, message: "\"03-splices.md\" has the number of \"03-hitches.md\""),
    Mutant(
      rule: "media-size", path: "courses/knots/big.png",
      source: "1️⃣" + String(repeating: "x", count: 1_000_001),
      message: "the picture has 1001 kB, more than 1000 kB"),
    Mutant(
      rule: "file-unused", path: "courses/knots/old.png", source: "1️⃣picture", severity: .note,
      message: "no text shows or offers \"old.png\""),
  ]

  private func findings(in files: [String: String]) throws -> [Diagnostic] {
    let today = try #require(CalendarDate(parsing: "2027-01-10"))
    var options = LoadingOptions(today: today, folderName: "academy")
    options.looksForGaps = true
    let build = PortalBuild(
      sources: FileTree(texts: files), loading: options, threads: 2, generator: "Clevio")
    return try build.check().diagnostics
  }

  @Test func findsNothingInAPortalThatIsAsItShouldBe() throws {
    #expect(try findings(in: Self.portal) == [])
  }

  @Test(arguments: mutants)
  func findsOneThingAtItsPlaceAndNothingElse(mutant: Mutant) throws {
    let marked = MarkedText(mutant.source)
    var files = Self.portal
    files[mutant.path] = marked.text
    let found = try findings(in: files)
    #expect(
      found.map(Finding.init) == [
        Finding(
          rule: mutant.rule, severity: mutant.severity, message: mutant.message,
          position: marked.position(1, in: mutant.path, length: mutant.length))
      ])
    #expect(found.allSatisfy { $0.help != nil })
  }

  @Test func keepsToTheBudgetsOfThePortal() throws {
    var files = Self.portal
    files["courses/knots/big.png"] = String(repeating: "x", count: 1_000_001)
    files["clevio.yml"] = "title: Knots\ncheck: {budgets: {image_kb: 1001}}\n"
    #expect(try findings(in: files) == [])
    files["clevio.yml"] = "title: Knots\ncheck: {budgets: {media_mb: 1}}\n"
    files["courses/knots/a.mp4"] = String(repeating: "x", count: 1_000_001)
    #expect(try findings(in: files).map(\.id) == ["media-size", "media-size"])
  }

  @Test func leavesRoomToWhoNumbersByTens() throws {
    let names = ["10-a", "20-b", "30-c"].map { ("courses/knots/\($0).md", "# A\n\nText\n") }
    var files = Dictionary(uniqueKeysWithValues: names)
    files["courses/knots/index.md"] = "---\nlang: en\n---\n# Knots\n"
    #expect(try findings(in: files) == [])
  }

  @Test func keepsSilentAboutLessonsThatAreNotPublished() throws {
    var files = Self.portal
    files["courses/knots/04-secret.md"] = "---\nvisibility: draft\n---\n# Secret\n"
    files["courses/knots/05-splices.md"] = "# Splices\n\nText\n"
    #expect(try findings(in: files) == [])
  }

  @Test func hasAMutantForEachRuleOfItsOwn() {
    let rules = EmittedRules.inChecks.filter { !$0.hasPrefix("check-") }
    let mutants = (Self.mutants.map(\.rule) + OutputMutantTests.mutants.map(\.rule))
      .map(\.description)
    let ofPolicies = OwnPolicyMutantTests.mutants.map(\.rule.description) + ["claim-cookies"]
    // The files of which feeds are made leave no room for a mistake: see OutputChecksTests.
    #expect(rules.subtracting(mutants + ofPolicies + ["feed-entry"]) == [])
  }

  private struct Finding: Equatable {
    var rule: Diagnostic.ID
    var severity: Diagnostic.Severity
    var message: String
    var position: SourcePosition

    init(_ found: Diagnostic) {
      (rule, severity, message, position) = (
        found.id, found.severity, found.message, found.position
      )
    }

    init(
      rule: Diagnostic.ID, severity: Diagnostic.Severity, message: String, position: SourcePosition
    ) {
      (self.rule, self.severity, self.message, self.position) = (rule, severity, message, position)
    }
  }
}
