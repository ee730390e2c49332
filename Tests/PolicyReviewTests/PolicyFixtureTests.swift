import Diagnostics
import PolicyReview
import Testing

/// Whole policies: good ones pass, poor ones fail in known ways and in no others.
@Suite struct PolicyFixtureTests {
  @Test(arguments: [
    "academy.md", "studio.html", "reading-club.txt", "akademie.md", "werkstatt.html",
    "lesekreis.txt",
  ])
  func findsNothingInAGoodPolicy(name: String) throws {
    let text = try Review.text(of: "good/\(name)")
    #expect(try Review.summary(of: Review.findings(in: text, named: name)) == [])
  }

  @Test func findsNothingInAPolicyThatAlsoSaysWhatCaliforniaWants() throws {
    let text = try Review.text(of: "good/academy.md")
    let found = try Review.findings(in: text, named: "a.md", under: ["eu", "uk", "us-ca"])
    #expect(Review.summary(of: found) == [])
  }

  /// The policy of a course platform that has most of the faults that such policies have.
  @Test func findsTheFaultsOfAPlatformsPolicy() throws {
    let text = try Review.text(of: "poor/platform.txt")
    let found = try Review.findings(in: text, named: "platform.txt", under: ["eu", "us-ca"])
    #expect(
      Review.summary(of: found) == [
        "1 ccpa-gpc", "1 ccpa-rights", "1 ccpa-rights", "1 ccpa-rights", "1 ccpa-rights",
        "1 ccpa-table", "1 age-minimum", "1 ccpa-agents", "1 ccpa-methods", "1 gdpr-13-2e",
        "1 gdpr-13-2f",
        "4 policy-history", "8 doc-toc", "11 doc-title", "21 policy-pointer", "21 policy-link",
        "23 gdpr-13-1c", "23 doc-toc", "25 gdpr-13-1d", "25 gdpr-13-2c", "25 policy-link",
        "25 policy-link", "29 doc-punctuation", "29 list-open", "29 gdpr-transfer-consent",
        "29 gdpr-13-1f", "31 gdpr-13-2a", "33 gdpr-13-2b", "33 gdpr-13-2b", "33 gdpr-13-2b",
        "35 consent-tied", "35 policy-link", "37 ccpa-sell", "37 policy-reference",
        "41 policy-implied", "43 gdpr-13-1a", "43 gdpr-13-1a", "43 gdpr-13-2d", "43 gdpr-13-1b",
        "45 contact-domain", "47 policy-age",
      ])
  }

  @Test(arguments: [
    (
      "template.md",
      [
        "5 gdpr-13-1e", "5 gdpr-13-2a", "5 policy-effective", "5 age-minimum", "5 gdpr-13-2e",
        "5 gdpr-13-2f",
        "5 doc-empty", "7 doc-empty", "11 doc-empty", "11 doc-empty", "16 consent-implied",
        "18 gdpr-13-2b", "18 gdpr-13-2b", "18 gdpr-13-2b", "18 gdpr-13-2b", "18 gdpr-13-2b",
        "18 gdpr-13-2b", "18 gdpr-13-2d", "18 doc-empty", "22 policy-implied", "26 policy-odr",
        "26 policy-odr", "27 rights-days", "27 rights-days",
      ]
    ),
    (
      "shop.html",
      [
        "15 gdpr-13-2c", "17 gdpr-21-4", "19 gdpr-13-1f", "20 list-open", "22 gdpr-13-2a",
        "23 gdpr-13-2b", "23 gdpr-13-2b", "23 gdpr-13-2d", "25 policy-link", "26 rights-days",
      ]
    ),
    (
      "plattform.txt",
      [
        "1 policy-effective", "1 age-minimum", "1 gdpr-13-2e", "1 gdpr-13-2f", "5 doc-toc",
        "9 gdpr-13-1a", "9 gdpr-13-1a", "9 gdpr-13-1b", "15 gdpr-13-1d", "15 gdpr-13-2c",
        "15 policy-pointer", "15 policy-link", "19 list-open", "19 gdpr-13-1f", "23 gdpr-13-2b",
        "23 gdpr-13-2b", "23 gdpr-13-2b", "23 gdpr-13-2d", "23 rights-path", "25 rights-days",
        "25 consent-tied", "27 policy-implied",
      ]
    ),
    (
      "vorlage.md",
      [
        "1 gdpr-13-1e", "1 gdpr-13-2a", "1 policy-effective", "1 age-minimum", "1 gdpr-13-2e",
        "1 gdpr-13-2f", "3 gdpr-13-1b", "5 doc-empty", "5 doc-empty", "5 contact-domain",
        "13 consent-implied", "23 policy-odr", "23 policy-odr", "23 policy-reference",
      ]
    ),
    (
      "laden.html",
      [
        "4 gdpr-13-2b", "4 gdpr-13-2b", "4 gdpr-13-2b", "4 gdpr-13-2d", "9 gdpr-13-2c",
        "10 list-open", "10 gdpr-21-4", "13 doc-title",
      ]
    ),
  ])
  func findsTheFaultsOfAPoorPolicy(name: String, expected: [String]) throws {
    let text = try Review.text(of: "poor/\(name)")
    let found = try Review.findings(in: text, named: name)
    #expect(Review.summary(of: found) == expected)
    #expect(found.allSatisfy { $0.help != nil })
  }

  @Test func looksOnlyForWhatALawAsksFor() throws {
    let text = try Review.text(of: "poor/platform.txt")
    let found = try Review.findings(in: text, named: "platform.txt", under: ["us-ca"])
    let families = Set(found.map { $0.id.description.prefix { $0 != "-" } })
    #expect(!families.contains("gdpr"))
    #expect(families.contains("ccpa"))
  }

  @Test func expectsNothingOnDataOfTermsAndCookiePolicies() throws {
    let terms =
      "# Terms of use\n\nEffective 1 May 2026\n\nYou may read the courses and the texts.\n"
    #expect(try Review.findings(in: terms, named: "terms.md") == [])
    let cookies = terms.replacing("Terms of use", with: "Cookie policy")
    #expect(try Review.findings(in: cookies, named: "cookies.md") == [])
    #expect(
      try !Review.findings(in: terms.replacing("Terms of use", with: "Privacy"), named: "a.md")
        .isEmpty)
  }
}
