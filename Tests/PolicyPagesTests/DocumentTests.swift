import CourseModel
import Diagnostics
import Files
import Foundation
import HTMLTree
import PolicyPages
import Testing

@Suite struct DocumentTests {
  @Test func aBareFolderHasTruthfulPoliciesAndNoBanner() throws {
    let portal = try PolicyPortal(settings: "title: Harbour\noperator: Ada Harbour\n")
    #expect(portal.found == [])
    for page in ["privacy", "terms", "cookies", "help", "your-data"] {
      #expect(portal.has("\(page).html"))
    }
    for page in ["imprint", "withdrawal", "california", "children", "law-enforcement"] {
      #expect(!portal.has("\(page).html"))
    }
    #expect(portal.words("privacy.html").contains("Ada Harbour"))
    #expect(!portal.text("privacy.html").contains("clv-notice"))
    #expect(!portal.text("privacy.html").contains("<time"))
    #expect(portal.words("cookies.html").contains("clevio:scheme"))
  }

  @Test func everyPageLeadsToThePolicies() throws {
    let portal = try PolicyPortal(legal: SellingPortal.legal, settings: SellingPortal.settings)
    #expect(portal.found.filter { $0.severity == .error } == [])
    for page in portal.pages {
      let foot = portal.text(page).split(separator: "<footer").last ?? ""
      for document in ["privacy", "terms", "cookies", "imprint", "your-data"] {
        #expect(foot.contains("\(document).html\""), "\(page) lacks \(document)")
      }
    }
  }

  @Test func everyPageLeadsCaliforniansToTheWayOut() throws {
    let portal = try PolicyPortal(legal: SellingPortal.legal, settings: SellingPortal.settings)
    let titles = [
      "en": "Do Not Sell or Share My Personal Information",
      "de": "Meine personenbezogenen Informationen nicht verkaufen oder teilen",
    ]
    for page in portal.pages {
      let foot = portal.text(page).split(separator: "<footer").last ?? ""
      let title = try #require(titles[page.hasPrefix("en/") ? "en" : "de"])
      #expect(foot.contains("california.html#opt-out\">\(title)</a>"), "\(page)")
    }
    #expect(portal.text("california.html").contains("<h2 id=\"opt-out\""))
  }

  @Test(arguments: [
    (["jurisdictions: [eu, us-ca]", "services: [{id: youtube}]"], false),
    (["jurisdictions: [eu]", "sale: {share: true}"], false),
    (["jurisdictions: [us-ca]", "sale: {share: true}"], true),
    (["jurisdictions: [us-ca]", "sale: {sell: true}", "footer: [help]"], true),
  ])
  func thereIsAWayOutOnlyWhereThereIsASale(lines: [String], isThere: Bool) throws {
    let portal = try PolicyPortal(
      legal: "operator: {name: Ada}\n" + lines.map { $0 + "\n" }.joined())
    #expect(portal.text("index.html").contains("#opt-out\"") == isThere)
  }

  @Test(arguments: ["", "en/"])
  func aSellingPortalTellsEverythingThatItDeclares(folder: String) throws {
    let portal = try PolicyPortal(legal: SellingPortal.legal, settings: SellingPortal.settings)
    let privacy = portal.words(folder + "privacy.html")
    for words in [
      "Hafen & Söhne_GmbH", "Kai *1*", "privacy@harbour.example", "Kontor Bank", "EU-US DPF",
      "finding attacks", "Google Analytics 4", "Meta Pixel",
    ] {
      #expect(privacy.contains(words), "privacy lacks \(words)")
    }
    let cookies = portal.words(folder + "cookies.html")
    for words in ["_ga", "_fbp", "acme_*", "Survey", "Acme", "YouTube", "Spotify", "clv_consent"] {
      #expect(cookies.contains(words), "cookies lack \(words)")
    }
    let german = folder.isEmpty
    #expect(privacy.contains(german ? "10 Jahre" : "10 years"))
    #expect(privacy.contains(german ? "14 Tage" : "14 days"))
    #expect(cookies.contains(german ? "180 Tage" : "180 days"))
    for page in ["imprint", "withdrawal", "accessibility", "california", "law-enforcement"] {
      #expect(portal.has("\(folder)\(page).html"), "no \(page)")
    }
    let withdrawal = portal.words(folder + "withdrawal.html")
    for days in german ? ["14 Tagen", "30 Tagen"] : ["14 days", "30 days"] {
      #expect(withdrawal.contains("within \(days)") || withdrawal.contains("innerhalb von \(days)"))
    }
    #expect(portal.words(folder + "terms.html").contains("(EU) 2019/770"))
    #expect(portal.words(folder + "imprint.html").contains("DE123456789"))
    #expect(portal.words(folder + "accessibility.html").contains("captions of lesson 3"))
  }

  @Test func pagesAreWellFormed() throws {
    let portal = try PolicyPortal(legal: SellingPortal.legal, settings: SellingPortal.settings)
    for document in PolicyDocument.allCases where portal.has("\(document.slug).html") {
      let page = portal.text("\(document.slug).html")
      #expect(page.parts(between: "<h1").count == 2, "\(document) has not one h1")
      #expect(!page.contains("{{") && !page.contains("}}"), "\(document) has an empty slot")
      let main = String(page.split(separator: "<main", maxSplits: 1).last ?? "")
      let anchors = main.attributes("href=\"#")
      let ids = Set(main.attributes("id=\""))
      for anchor in anchors {
        #expect(ids.contains(anchor.removingPercentEncoding ?? ""), "\(document): no #\(anchor)")
      }
      let headings = main.parts(between: "<h2 id=").count - 1
      #expect(headings >= 2, "\(document) has no sections")
      #expect(ids.count == main.attributes(" id=\"").count, "\(document) has an id twice")
    }
  }

  @Test func theTableOfContentsIsTheHeadings() throws {
    let portal = try PolicyPortal(legal: SellingPortal.legal, settings: SellingPortal.settings)
    let main = portal.text("privacy.html").split(separator: "<main", maxSplits: 1).last ?? ""
    let toc = String(
      main.split(separator: "<nav class=\"toc\"").last?.split(separator: "</nav>").first ?? "")
    let body = String(main.split(separator: "data-content>").last ?? "")
    let listed = toc.attributes("href=\"#")
    let headings = body.parts(between: "<h").dropFirst().filter {
      $0.hasPrefix("2") || $0.hasPrefix("3")
    }
    .compactMap { $0.attributes("id=\"").first }
    #expect(listed.map(\.removingPercentEncoding) == headings.filter { $0 != "versions" })
  }

  @Test func readersOfOtherLanguagesGetEnglishThatSaysSo() throws {
    let portal = try PolicyPortal(settings: "title: Port\nlanguages: [fr, de]\n")
    let french = portal.text("privacy.html")
    #expect(french.contains("<html lang=\"fr\""))
    #expect(french.contains("<div class=\"prose\" lang=\"en\" dir=\"ltr\""))
    let line = "<p class=\"notice\" role=\"note\">Ce texte n’existe pas encore en français.</p>"
    #expect(french.contains(line))
    #expect(!portal.text("de/privacy.html").contains("class=\"notice\""))
    #expect(!portal.text("de/privacy.html").contains("class=\"prose\" lang"))
  }

  @Test func theOperatorsWordsComeInTheirPlaces() throws {
    let portal = try PolicyPortal(
      others: [
        "policies/privacy/intro.md": "Welcome *aboard*. See [cookies](../../cookies.html).",
        "policies/terms.md": "# Terms of Use\n\n## Our own terms\n\nBe kind.\n",
        "policies/terms.de.md": "## Unsere Bedingungen\n",
      ])
    #expect(portal.found.map(\.position.path) == ["policies/terms.de.md"])
    #expect(
      portal.text("privacy.html").contains("Welcome <em>aboard</em>. See <a href=\"cookies.html\">")
    )
    #expect(portal.words("terms.html").contains("Our own terms"))
    #expect(!portal.words("terms.html").contains("Unsere"))
    #expect(portal.text("terms.html").parts(between: "<h1").count == 2)
  }

  @Test func aPlainPageOfTheSameNameStands() throws {
    let portal = try PolicyPortal(others: ["pages/privacy.md": "# Mine\n\nOnly mine.\n"])
    #expect(portal.found.filter { $0.severity == .error } == [])
    #expect(portal.words("privacy.html").contains("Only mine."))
  }

  /// Own words need not have the headings that clauses lead to.
  @Test(arguments: ["pages/privacy.md", "policies/privacy.md"])
  func leadsToTheBeginningOfAPageInOwnWords(file: String) throws {
    let legal = "operator: {name: Ada, email: ada@harbour.example}\n"
    let made = try PolicyPortal(legal: legal).text("law-enforcement.html")
    #expect(made.contains("href=\"privacy.html#your-rights\""))
    let portal = try PolicyPortal(
      legal: legal, others: [file: "# Mine\n\n## Only mine\n\nWords.\n"])
    #expect(portal.found.filter { $0.severity == .error } == [])
    let page = portal.text("law-enforcement.html")
    #expect(page.contains("href=\"privacy.html\">"))
    #expect(!page.contains("privacy.html#"))
  }

  @Test func lessonsCanLeadToPolicies() throws {
    let portal = try PolicyPortal(
      others: ["courses/knots/01-a.md": "# A\n\n[Privacy](../../privacy.html#your-rights)\n"])
    #expect(portal.found == [])
    #expect(portal.text("courses/knots/a.html").contains("href=\"../../privacy.html#your-rights\""))
  }

  @Test func theModelFormAndRefreshedCookiesAreAsDeclared() throws {
    let legal = """
      operator: {name: Ada}
      commerce: {enabled: true, withdrawal: {model_form: false}}
      services:
        - id: my-survey
          title: Survey
          category: analytics
          purpose: asks
          sends: answers
          provider: {name: Acme, country: NL}
          hosts: [acme.example]
          storage: [{name: acme, max_age: P30D, refresh: true, purpose: knows you again}]
      """
    let portal = try PolicyPortal(legal: legal)
    #expect(!portal.words("withdrawal.html").contains("Model form"))
    #expect(portal.words("cookies.html").contains("30 days, anew with each visit"))
    let form = try PolicyPortal(legal: legal.replacing("false", with: "true"))
    #expect(form.words("withdrawal.html").contains("Model form"))
  }

  @Test func machinesAreTold() throws {
    let portal = try PolicyPortal(legal: SellingPortal.legal, settings: SellingPortal.settings)
    #expect(portal.text(".well-known/gpc.json") == "{\"gpc\":true,\"lastUpdate\":\"2027-01-02\"}\n")
    #expect(
      portal.text(".well-known/security.txt").contains("Contact: mailto:security@harbour.example"))
    #expect(portal.text(".well-known/security.txt").contains("Expires: 2028-01-01T00:00:00.000Z"))
    #expect(portal.text("api/v1/policies.json").contains("\"document\":\"privacy\""))
    #expect(portal.text("policies/feed.xml").contains("policies/privacy/2.html"))
  }

  @Test func checksTellWhatAShopLacks() throws {
    let portal = try PolicyPortal(
      legal:
        "operator: {name: Ada}\ncommerce: {enabled: true}\nservices: [{id: hotjar, params: {site_id: \"123456\"}}]\n",
      checks: true)
    let gaps = portal.messages.filter { $0.hasPrefix("legal-gap") }
    #expect(gaps.contains("legal-gap: the operator has no postal address"))
    #expect(gaps.contains("legal-gap: buyers in the EU must find a function to withdraw"))
    let abroad = try PolicyPortal(
      legal: """
        operator: {name: Ada}
        jurisdictions: [us-ca]
        targeting: {countries: [US, DE, GB], languages: [en, ja]}
        recipients: [{id: host, name: Hosting, role: processor, country: DE}]
        """, checks: true)
    for gap in [
      "the portal addresses DE, whose rules are not among jurisdictions",
      "the portal addresses GB, whose rules are not among jurisdictions",
      "the portal addresses readers of ja, but has no pages in that language",
    ] { #expect(abroad.messages.contains("legal-gap: \(gap)"), "\(abroad.messages)") }
    #expect(!abroad.messages.contains { $0.contains("addresses US") || $0.contains("GDPR") })
    let processor = try PolicyPortal(
      legal: """
        operator: {name: Ada}
        recipients: [{id: host, name: Hosting, role: processor, country: DE}]
        """, checks: true)
    #expect(
      processor.messages.contains(
        "legal-gap: it is not said whether \"host\" works under a contract by article 28 of the GDPR"
      ))
    let bare = try PolicyPortal(checks: true)
    #expect(bare.found == [])
  }
}

extension String {
  /// The parts between the occurrences of a text.
  func parts(between text: String) -> [String] {
    split(separator: text, omittingEmptySubsequences: false).map(String.init)
  }

  /// What follows each occurrence of a start, up to the next quotation mark.
  func attributes(_ start: String) -> [String] {
    parts(between: start).dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }
}
