import CourseChecks
import CourseLoading
import CourseModel
import Diagnostics
import Files
import PortalBuild
import TestSupport
import Testing

/// A portal whose privacy policy its operator wrote, and for each rule on such texts a mistake in it.
@Suite struct OwnPolicyMutantTests {
  struct Mutant: CustomTestStringConvertible, Sendable {
    let rule: Diagnostic.ID
    var severity = Diagnostic.Severity.warning
    /// What stands in `legal.yml`, too.
    var legal = ""
    /// The last paragraph of the policy, with the place marked.
    let text: String
    let length: Int
    let message: String

    var testDescription: String { "\(rule): \(message)" }
  }

  private static let legal = """
    operator:
      name: Ada Quay
      address: {street: 1 Quay Street, postal_code: "12345", city: Galway, country: IE}
      email: ada@knots.example
    contact: {dpo: {appointed: false}, security: ada@knots.example}

    """

  private static let policy = """
    # 2️⃣Privacy

    Ada Quay, 1 Quay Street, 12345 Galway, Ireland, is the controller. Write to ada@knots.example. No data protection
    officer had to be appointed. Our legal basis is your consent, which you may withdraw at any time. Addresses are
    deleted after 30 days. We give them to our host only. There is no profiling. You are not required to give any.

    You may ask for access, rectification, erasure, restriction and portability, and object. A supervisory authority
    hears complaints. Children ask their parents.


    """

  static let mutants = [
    Mutant(
      rule: "policy-undeclared", text: "We measure visits with 1️⃣Google Analytics.", length: 16,
      message: "the text names \"Google Analytics\", which is not among the services in legal.yml"),
    Mutant(
      rule: "policy-service", legal: "services: [{id: youtube}]\n", text: "That is all.", length: 7,
      message: "the portal uses \"YouTube\", which this text does not name"),
    Mutant(
      rule: "policy-contact", text: "Ask 1️⃣help@knots.example for more.", length: 18,
      message: "\"help@knots.example\" is none of the addresses in legal.yml"),
    Mutant(
      rule: "list-open", text: "Mails are sent by Acme 1️⃣and others.", length: 10,
      message: "\"and others\" leaves open who else gets data"),
    Mutant(
      rule: "doc-empty", severity: .error, text: "1️⃣TODO: the rest.", length: 4,
      message: "\"TODO\" was left over from a draft"),
  ]

  private func findings(with mutant: Mutant? = nil) throws -> ([Diagnostic], MarkedText) {
    let policy = MarkedText(Self.policy + (mutant?.text ?? "That is all.") + "\n")
    let files = [
      "clevio.yml": "title: Knots\nurl: https://knots.example/\n",
      "legal.yml": Self.legal + (mutant?.legal ?? ""),
      "courses/knots/01-bends.md": "# Bends\n\nText\n", "policies/privacy.md": policy.text,
    ]
    return (try findings(in: files), policy)
  }

  private func findings(in files: [String: String]) throws -> [Diagnostic] {
    let today = try #require(CalendarDate(parsing: "2027-01-10"))
    var options = LoadingOptions(today: today, folderName: "academy")
    options.looksForGaps = true
    let build = PortalBuild(
      sources: FileTree(texts: files), loading: options, threads: 1, generator: "Clevio")
    let found = try build.check().diagnostics
    return found.filter { $0.position.path.hasPrefix("policies/") }
  }

  @Test func findsNothingInAGoodPolicy() throws {
    #expect(try findings().0 == [])
  }

  @Test(arguments: mutants)
  func findsOneThingAtItsPlaceAndNothingElse(mutant: Mutant) throws {
    let (found, policy) = try findings(with: mutant)
    let mark = mutant.text.contains("1️⃣") ? 1 : 2
    #expect(found.map(\.id) == [mutant.rule])
    #expect(found.map(\.severity) == [mutant.severity])
    #expect(found.map(\.message) == [mutant.message])
    #expect(
      found.map(\.position) == [
        policy.position(mark, in: "policies/privacy.md", length: mutant.length)
      ])
  }

  @Test func tellsWhatTheTextOfAnOperatorContradicts() throws {
    let claim = Mutant(
      rule: "claim-cookies", legal: "services: [{id: hotjar, params: {site_id: \"12345\"}}]\n",
      text: "Hotjar counts visits. We 1️⃣use no cookies.", length: 14,
      message: "the text says that there are no cookies, but \"hotjar\" stores some")
    try findsOneThingAtItsPlaceAndNothingElse(mutant: claim)
  }

  @Test func wantsTheOperatorsNameAsItIsDeclared() throws {
    let files = [
      "clevio.yml": "title: Knots\n",
      "legal.yml": Self.legal.replacing("Ada Quay", with: "Quay School"),
      "courses/knots/01-bends.md": "# Bends\n\nText\n",
      "policies/privacy.md": Self.policy.replacing("2️⃣", with: ""),
      "policies/cookies.md": "# Cookies\n\nWe use none.\n",
    ]
    #expect(
      try findings(in: files).map { "\($0.position.path): \($0.id)" } == [
        "policies/privacy.md: policy-operator"
      ])
  }

  @Test func acceptsWhatATextSaysItDoesNotUse() throws {
    let text = Mutant(
      rule: "policy-undeclared", text: "We do not use Google Analytics, nor cookies of others.",
      length: 0, message: "")
    #expect(try findings(with: text).0 == [])
  }
}
