import CourseChecks
import CourseLoading
import CourseModel
import Diagnostics
import Files
import PortalBuild
import TestSupport
import Testing

/// What follows from a declaration: a `legal.yml` without it, and lines that call for it.
@Suite struct LegalDutyMutantTests {
  struct Mutant: CustomTestStringConvertible, Sendable {
    let rule: Diagnostic.ID
    /// Lines of `legal.yml`, with the place marked; without a mark, the whole file is meant.
    let lines: String
    var length = 0
    /// The same lines with what is called for.
    let mended: String

    var testDescription: String { "\(rule)" }
  }

  static let mutants = [
    Mutant(
      rule: "service-privacy",
      lines: """
        services:
          - {id: 1️⃣survey, title: Survey, provider: {name: Acme}, category: analytics, purpose: votes, hosts: [acme.example]}

        """, length: 6,
      mended: """
        services:
          - {id: survey, title: Survey, provider: {name: Acme, privacy_url: "https://acme.example/privacy"}, category: analytics, purpose: votes, hosts: [acme.example]}

        """),
    Mutant(
      rule: "rights-delete", lines: "accounts: {enabled: true}\n",
      mended: "accounts: {enabled: true}\nrights: {delete_url: \"https://knots.example/delete\"}\n"),
    Mutant(
      rule: "dsa-contact", lines: "ugc: {comments: true}\n",
      mended: """
        ugc: {comments: true}
        contact: {dsa: {authorities: ada@knots.example, users: ada@knots.example}}

        """),
    Mutant(
      rule: "gdpr-14-source",
      lines: "data: [{id: 1️⃣profile, fields: [name], source: third_party}]\n", length: 7,
      mended: """
        data: [{id: profile, fields: [name], source: third_party}]
        linked_accounts: [{provider: Acme ID, data: [name]}]

        """),
    Mutant(
      rule: "age-ads",
      lines: """
        audience: {directed_to_children: true}
        services: [{id: 1️⃣meta-pixel, params: {pixel_id: "123456789"}}]

        """, length: 10,
      mended: """
        audience: {directed_to_children: false}
        services: [{id: meta-pixel, params: {pixel_id: "123456789"}}]

        """),
    Mutant(
      rule: "age-audience", lines: "audience: {directed_to_children: true, min_age: 1️⃣13}\n",
      length: 2, mended: "audience: {directed_to_children: true, min_age: 12}\n"),
    Mutant(
      rule: "cookie-wildcard",
      lines: """
        storage: [{name: 1️⃣"*", type: cookie, max_age: P180D, purpose: knows you again}]

        """, length: 3,
      mended: """
        storage: [{name: "knots_*", type: cookie, max_age: P180D, purpose: knows you again}]

        """),
    Mutant(
      rule: "shop-button", lines: "commerce: {enabled: true, order_button: 1️⃣Get the course}\n",
      length: 14, mended: "commerce: {enabled: true, order_button: Order with obligation to pay}\n"),
    Mutant(
      rule: "shop-withdrawal", lines: "commerce: {enabled: true, withdrawal: {days: 1️⃣7}}\n",
      length: 1, mended: "commerce: {enabled: true, withdrawal: {days: 30}}\n"),
    Mutant(
      rule: "shop-price", lines: "commerce: {enabled: true, prices_include_vat: 1️⃣false}\n",
      length: 5, mended: "commerce: {enabled: true, prices_include_vat: true}\n"),
  ]

  private func findings(_ lines: String, of rules: Set<Diagnostic.ID>) throws -> [Diagnostic] {
    let files = [
      "clevio.yml": "title: Knots\nurl: https://knots.example/\n",
      "legal.yml": "operator: {name: Ada Quay, email: ada@knots.example}\n" + lines,
      "courses/knots/01-bends.md": "# Bends\n\nText\n",
    ]
    let today = try #require(CalendarDate(parsing: "2027-01-10"))
    var options = LoadingOptions(today: today, folderName: "academy")
    options.looksForGaps = true
    let build = PortalBuild(
      sources: FileTree(texts: files), loading: options, threads: 1, generator: "Clevio")
    return try build.check().diagnostics.filter { $0.severity != .note && rules.contains($0.id) }
  }

  @Test func wantsParentsToReachTheOperator() throws {
    let directed = "audience: {directed_to_children: true}\n"
    let found = try findings(directed + "jurisdictions: [us-ca]\n", of: ["age-notice"])
    #expect(
      found.map(\.message) == [
        "the notice to parents lacks the operator's postal address and phone number"
      ])
    #expect(found.map(\.position) == [SourcePosition(path: "legal.yml", line: 1, column: 11)])
    #expect(try findings(directed + "jurisdictions: [eu]\n", of: ["age-notice"]) == [])
    #expect(try findings("jurisdictions: [us-ca]\n", of: ["age-notice"]) == [])
  }

  @Test(arguments: [
    ("Buy now", true), ("Pay now", true), ("Purchase this course", true), ("Order now", false),
    ("Enrol", false), ("Continue to payment", false), ("{de: Jetzt kaufen}", true),
    ("{en: Buy now, de: Bestellen}", false), ("{fr: Commander avec obligation de paiement}", true),
    ("{es: Comprar, ru: Купить, ar: شراء}", true), ("{ar: اشترِ الآن}", true),
    ("{fr: Valider}", false),
    // Words that are not known are not judged.
    ("{pl: Zamawiam}", true),
  ])
  func knowsWordsOfButtonsThatSayThatAnOrderCosts(words: String, says: Bool) throws {
    let shop = "commerce: {enabled: true, order_button: \(words)}\n"
    #expect(try findings(shop, of: ["shop-button"]).isEmpty == says)
    #expect(try findings("jurisdictions: [us-ca]\n" + shop, of: ["shop-button"]) == [])
  }

  @Test(arguments: [("uk", 1), ("us-ca", 0)])
  func holdsShopsElsewhereToTheirOwnLaw(place: String, count: Int) throws {
    let shop = "commerce: {enabled: true, withdrawal: {days: 7}}\n"
    let found = try findings("jurisdictions: [\(place)]\n" + shop, of: ["shop-withdrawal"])
    #expect(found.count == count)
  }

  @Test(arguments: mutants)
  func callsForWhatFollowsAndForNothingElse(mutant: Mutant) throws {
    let rules = Set(Self.mutants.map(\.rule))
    let marked = MarkedText("operator: {name: Ada Quay, email: ada@knots.example}\n" + mutant.lines)
    let found = try findings(
      String(
        marked.text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(
          separator: "\n")), of: rules)
    #expect(found.map(\.id) == [mutant.rule])
    let place = marked.position(1, in: "legal.yml", length: mutant.length)
    #expect(
      found.map(\.position) == [place.line > 0 ? place : SourcePosition(path: "legal.yml")])
    #expect(try findings(mutant.mended, of: rules) == [])
  }
}
