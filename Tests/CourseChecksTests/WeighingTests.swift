import CourseChecks
import CourseLoading
import CourseModel
import Diagnostics
import Files
import TestSupport
import Testing

@Suite struct WeighingTests {
  /// A portal's settings, with a mark at each mistake, and how findings are weighed by them.
  private struct Weighed {
    let weighing: Weighing
    let settings: MarkedText

    init(_ settings: String, legal: String? = nil) throws {
      self.settings = MarkedText(settings)
      var files = ["clevio.yml": self.settings.text, "courses/knots/01-a.md": "Text\n"]
      files["legal.yml"] = legal
      let today = try #require(CalendarDate(parsing: "2027-01-10"))
      let portal = try loadPortal(
        from: FileTree(texts: files), options: LoadingOptions(today: today, folderName: "academy")
      ).portal
      weighing = Weighing(portal.check, today: today)
    }

    func weight(
      _ id: Diagnostic.ID, _ severity: Diagnostic.Severity = .warning, in path: String = "a.md"
    ) -> Diagnostic.Severity? {
      let finding = Diagnostic(id, severity, "m", at: SourcePosition(path: path))
      return weighing.weigh([finding]).findings.first?.severity
    }
  }

  @Test func givesFindingsTheWeightThatTheAuthorWants() throws {
    let portal = try Weighed(
      "check: {rules: {link-target: note, image-alt: error, service-unused: off}}\n")
    #expect(portal.weight("link-target") == .note)
    #expect(portal.weight("image-alt") == .error)
    #expect(portal.weight("service-unused", .note) == nil)
    #expect(portal.weight("heading-id") == .warning)
    #expect(portal.weighing.mistakes == [])
  }

  @Test func weighsManyRulesByAPatternAndTheNearestNameHolds() throws {
    let portal = try Weighed(
      "check: {rules: {link-anchor: warning, \"link-*\": note, \"*\": off, \"link-t*\": error}}\n")
    #expect(portal.weight("link-anchor") == .warning)
    #expect(portal.weight("link-withheld") == .note)
    #expect(portal.weight("link-target") == .error)
    #expect(portal.weight("image-alt") == nil)
    #expect(portal.weighing.mistakes == [])
  }

  @Test func leavesErrorsAndWhatKeepsAPortalSafeAsTheyAre() throws {
    let portal = try Weighed("check: {rules: {\"*\": off}}\n")
    #expect(portal.weight("foreign-content") == .warning)
    #expect(portal.weight("closed-media") == .warning)
    #expect(portal.weight("front-matter-key", .error) == .error)
    #expect(portal.weight("front-matter-key", .warning) == nil)
  }

  @Test func raisesWhatKeepsAPortalSafe() throws {
    let portal = try Weighed("check: {rules: {foreign-content: error}}\n")
    #expect(portal.weight("foreign-content") == .error)
    #expect(portal.weighing.mistakes == [])
  }

  @Test(arguments: [
    (
      "check:\n  rules: {1️⃣image-atl: off}\n", 9, "there is no rule \"image-atl\"",
      "did you mean \"image-alt\"?"
    ),
    (
      "check:\n  rules: {1️⃣\"picture-of-*\": off}\n", 14,
      "no rule has a name of the form \"picture-of-*\"", "clevio explain lists all rules"
    ),
    (
      "check:\n  rules: {1️⃣closed-leak: off}\n", 11,
      "\"closed-leak\" keeps the portal safe, so it cannot be passed over",
      "remove the entry, and mend what is found"
    ),
    (
      "check:\n  rules: {1️⃣value-price: warning}\n", 11,
      "\"value-price\" is an error of itself, so it cannot be passed over",
      "remove the entry, and mend what is found"
    ),
    (
      "check:\n  suppress: [{rule: 1️⃣foreign-content, reason: old, expires: 2028-01-01}]\n", 15,
      "\"foreign-content\" keeps the portal safe, so it cannot be passed over",
      "remove the entry, and mend what is found"
    ),
  ])
  func refusesWhatWouldChangeNothingOrTooMuch(
    settings: String, length: Int, message: String, help: String
  ) throws {
    let portal = try Weighed(settings)
    let place = portal.settings.position(1, in: "clevio.yml", length: length)
    #expect(
      portal.weighing.mistakes.map(\.withoutFix) == [
        Diagnostic("check-rule", .error, message, at: place, help: help)
      ])
  }

  @Test func passesOverWhatIsAcceptedUntilItsDay() throws {
    let portal = try Weighed(
      """
      check:
        suppress:
          - {rule: image-alt, path: courses/old/*, reason: rewritten in spring, expires: 2027-01-11}

      """)
    #expect(portal.weighing.mistakes == [])
    #expect(portal.weight("image-alt", in: "courses/old/01-a/x.md") == nil)
    #expect(portal.weight("image-alt", in: "courses/new/x.md") == .warning)
    #expect(portal.weight("image-alt", .error, in: "courses/old/x.md") == .error)
    #expect(portal.weight("image-target", in: "courses/old/x.md") == .warning)
  }

  @Test func refusesAnExceptionThatIsOver() throws {
    let portal = try Weighed(
      "check:\n  suppress: [{rule: image-alt, reason: old, expires: 1️⃣2027-01-10}]\n")
    #expect(portal.weight("image-alt") == .warning)
    #expect(
      portal.weighing.mistakes == [
        Diagnostic(
          "check-suppress", .error, "the exception for \"image-alt\" ended on 2027-01-10",
          at: portal.settings.position(1, in: "clevio.yml", length: 10),
          help: "mend what it was for, or give it a new day")
      ])
  }

  @Test(arguments: ["{rule: image-alt, reason: old}", "{rule: image-alt, expires: 2028-01-01}"])
  func wantsAReasonAndAnEnd(entry: String) throws {
    let portal = try Weighed("check: {suppress: [\(entry)]}\n")
    #expect(portal.weighing.mistakes.map(\.id) == ["check-suppress"])
    #expect(portal.weight("image-alt") == .warning)
  }

  @Test func tellsOfAnExceptionForNothing() throws {
    let portal = try Weighed(
      "check:\n  suppress: [{rule: 1️⃣image-alt, reason: old, expires: 2028-01-01}]\n")
    let other = Diagnostic("link-target", .warning, "m", at: SourcePosition(path: "a.md"))
    #expect(
      portal.weighing.weigh([other]).unused == [
        Diagnostic(
          "check-unused", .warning, "the exception for \"image-alt\" passes over nothing",
          at: portal.settings.position(1, in: "clevio.yml", length: 9), help: "remove it")
      ])
    let meant = Diagnostic("image-alt", .warning, "m", at: SourcePosition(path: "a.md"))
    #expect(portal.weighing.weigh([meant]).unused == [])
  }

  @Test func letsTheSettingsOfThePortalHoldAgainstThoseOfItsPolicies() throws {
    let legal = """
      operator: {name: Ada, email: ada@example.org}
      check:
        fail_on: error
        rules: {link-target: error, image-alt: note}
        suppress: [{rule: heading-id, reason: old, expires: 2028-01-01}]

      """
    let portal = try Weighed("check: {rules: {link-target: note}}\n", legal: legal)
    #expect(portal.weight("link-target") == .note)
    #expect(portal.weight("image-alt") == .note)
    #expect(portal.weight("heading-id") == nil)
  }
}
