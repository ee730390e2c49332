import TestSupport
import Testing

/// `clevio check --policy`, which needs no portal.
@Suite struct CheckPolicyTests {
  private let folder: TemporaryFolder

  /// A cookie policy without an error, with one warning.
  private static let cookies = """
    # Cookie policy

    Effective 1 May 2026. We and others store the language that you choose. Click here.

    """

  init() throws {
    folder = try TemporaryFolder()
    folder.write(Self.cookies, to: "cookies.md")
    folder.write("# Privacy\n\nWe keep the data of you and the courses.\n", to: "privacy.md")
  }

  private func check(_ arguments: String...) throws -> Program.Outcome {
    try folder.clevio(["check"] + arguments)
  }

  @Test func passesWithWarningsUnlessItIsStrict() throws {
    let outcome = try check("--policy", "cookies.md")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("cookies.md:3:73: warning: \"Click here\" points to something"))
    #expect(outcome.errors.contains("  help: link the words that say what is there"))
    #expect(outcome.errors.contains("this is no legal advice"))
    #expect(try check("--policy", "cookies.md", "--strict").status == 1)
  }

  @Test func failsWhereSomethingIsMissing() throws {
    let outcome = try check("--policy", "privacy.md", "--quiet")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("privacy.md:1:3: error: it is not stated from when"))
    #expect(outcome.errors.contains("[gdpr-13-2d]"))
    #expect(!outcome.errors.contains("[ccpa-gpc]"))
  }

  @Test func knowsTheLawsThatItIsToldOf() throws {
    let both = try check("--policy", "privacy.md", "--jurisdiction", "de,us-ca")
    #expect(both.errors.contains("[gdpr-13-2d]") && both.errors.contains("[ccpa-gpc]"))
    let one = try check("--policy", "privacy.md", "--jurisdiction", "us-ca")
    #expect(!one.errors.contains("[gdpr-13-2d]") && one.errors.contains("[ccpa-gpc]"))
    let none = try check("--policy", "privacy.md", "--jurisdiction", "mars")
    #expect(none.status == 64)
    #expect(none.errors.contains("There are no rules for \"mars\""))
    #expect(try check("--jurisdiction", "eu").status == 64)
  }

  @Test(arguments: ["json", "sarif", "junit", "github", "gitlab", "markdown"])
  func reportsToPrograms(format: String) throws {
    let outcome = try check("--policy", "privacy.md", "--format", format)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "")
    #expect(outcome.output.contains("gdpr-13-2d") && outcome.output.contains("privacy.md"))
    #expect(try check("--policy", "privacy.md", "--format", format).output == outcome.output)
  }

  @Test func writesAReportBesideWhatItTells() throws {
    let outcome = try check("--policy", "privacy.md", "--format", "sarif", "--output", "a/b.sarif")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("[gdpr-13-2d]"))
    #expect(folder.read("a/b.sarif")?.contains("\"ruleId\": \"gdpr-13-2d\"") == true)
  }

  @Test func passesOverWhatWasKnown() throws {
    let known = try check("--policy", "cookies.md", "--baseline", "known.yml", "--write-baseline")
    #expect(known.status == 0)
    let strict = try check("--policy", "cookies.md", "--baseline", "known.yml", "--strict")
    #expect(strict.status == 0)
  }

  @Test func tellsTheMachinesRefusalFromAPolicyThatCannotBeRead() throws {
    #expect(try check("--policy", "none.md").status == 74)
    #expect(try check("--policy", ".").status == 74)
    folder.write("", to: "empty.md")
    let empty = try check("--policy", "empty.md")
    #expect(empty.status == 1)
    #expect(empty.errors.contains("empty.md:1:1: error: the file has no text [policy-page]"))
  }

  @Test func stopsReadingWhatHasNoEnd() throws {
    let outcome = try check("--policy", "/dev/zero")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("/dev/zero:1:1: error: the file has more than 2 MB"))
  }

  @Test func explainsItsRules() throws {
    let outcome = try Program.run("explain", "gdpr-13-2b")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Article 13(2)(b) of the GDPR"))
  }
}
