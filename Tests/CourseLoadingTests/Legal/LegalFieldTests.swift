import CourseLoading
import CourseModel
import Diagnostics
import Files
import TestSupport
import Testing

@Suite struct LegalFieldTests {
  private static let head = "operator: {name: Ropes Ltd}\n"

  static let mistakes: [Mistake] = [
    Mistake(
      "1️⃣jurisdiction: [eu]", length: 12, "front-matter-key",
      "legal.yml has no key \"jurisdiction\"", help: "did you mean \"jurisdictions\"?"),
    // Keys of clevio.yml, one of them in an entry that takes no such key.
    Mistake(
      "1️⃣ignore: [drafts]", length: 6, "front-matter-key", "legal.yml has no key \"ignore\"",
      help: "move it to clevio.yml"),
    Mistake(
      "check: {1️⃣ignore: []}", length: 6, "front-matter-key", "\"check\" has no key \"ignore\"",
      help: "remove it, or begin its name with x-"),
    Mistake(
      "jurisdictions: [1️⃣ue]", length: 2, "legal-jurisdiction", "there are no rules for \"ue\"",
      help: "did you mean \"eu\"?"),
    Mistake(
      "services: [{id: 1️⃣youtub}]", length: 6, "service-unknown",
      "there is no service \"youtub\"", help: "did you mean \"youtube\"?"),
    Mistake(
      "services: [{id: youtube, category: 1️⃣embed}]", length: 5, "value-category",
      "\"category\" is \"embed\", but takes necessary, preferences, analytics, marketing or embeds",
      help: "write category: embeds"),
    Mistake(
      "services: [{id: 1️⃣hotjar, category: necessary, params: {site_id: \"123456\"}}]", length: 6,
      "service-necessary", "\"hotjar\" cannot be necessary: it is for analytics",
      help: "write category: analytics"),
    Mistake(
      "services: [{id: 1️⃣mine, title: M, provider: {name: P}, category: necessary, purpose: p, "
        + "hosts: [a.example], script: {src: \"https://www.googletagmanager.com/x.js\"}}]",
      length: 4, "service-necessary",
      "\"mine\" cannot be necessary: \"www.googletagmanager.com\" is of \"google-ads\", "
        + "which is for marketing",
      help: "write category: marketing, or id: google-ads"),
    Mistake(
      "services: [{id: acme, title: A, provider: {name: P}, category: embeds, purpose: p, "
        + "hosts: [1️⃣\"https://acme.example/\"]}]",
      length: 23, "value-hosts", "\"https://acme.example/\" is no host",
      help: "write \"acme.example\""),
    Mistake(
      "services: [{id: acme, title: A, provider: {name: P}, category: embeds, purpose: p, "
        + "hosts: [1️⃣\".acme.example\"]}]",
      length: 15, "value-hosts", "\".acme.example\" is no host", help: "write \"*.acme.example\""),
    Mistake(
      "services: [{id: acme, title: A, provider: {name: P}, category: embeds, purpose: p, "
        + "hosts: [1️⃣\"'self'\"]}]",
      length: 8, "value-hosts", "\"'self'\" is no host",
      help: "write a name such as www.example.org, or *.example.org for all below it"),
    Mistake(
      "services: [{id: 1️⃣acme, title: A, provider: {name: P}, category: analytics, purpose: p, "
        + "hosts: [a.example], script: {src: \"https://a.example/w.js\", integrity: \"sha384-…\"}}]",
      length: 4, "value-integrity",
      "\"sha384-…\" is no digest of a file, and browsers would not run the script",
      help: "write sha384- and the 64 characters that the provider gives, or leave it out"),
    Mistake(
      "api: {fields: {author: [name, 1️⃣mail]}}", length: 4, "legal-reference",
      "the public interface tells no \"mail\" of authors",
      help: "write some of id, slug, name, role, links, courses"),
    Mistake(
      "data: [{id: 1️⃣server-logs, fields: [ip], retention: P14D, purposes: [run]}]\n"
        + "purposes: [{id: run, title: Run, basis: contract}]",
      length: 11, "legal-id", "the web server's log is called \"server_logs\" here",
      help: "write id: server_logs"),
    Mistake(
      "jurisdictions: [1️⃣us]", length: 2, "legal-jurisdiction", "there are no rules for \"us\"",
      help: "did you mean \"us-ca\", for California?"),
    Mistake(
      "jurisdictions: [1️⃣br]", length: 2, "legal-jurisdiction", "there are no rules for \"br\"",
      help: "write eu instead, whose rules ask for most"),
    Mistake(
      "jurisdictions: [1️⃣world]", length: 5, "legal-jurisdiction",
      "there are no rules for \"world\"",
      help: "write eu, uk, us-ca, or a country of the EEA: at, be, bg, cy, cz, de, dk, ee, es, fi, "
        + "fr, gr, hr, hu, ie, is, it, li, lt, lu, lv, mt, nl, no, pl, pt, ro, se, si, sk"),
    Mistake(
      "jurisdictions: [1️⃣gb]", length: 2, "legal-jurisdiction", "there are no rules for \"gb\"",
      help: "did you mean \"uk\"?"),
    Mistake(
      "jurisdictions: [1️⃣FR]", length: 2, "legal-jurisdiction", "there are no rules for \"FR\"",
      help: "did you mean \"fr\"?"),
    Mistake(
      "services: [{id: hotjar, params: {site_id: \"123456\"}, events: 1️⃣true}]", length: 4,
      "service-events", "\"hotjar\" cannot be told of what learners do",
      help: "remove events, or use google-analytics, google-tag-manager, matomo-cloud, matomo, "
        + "meta-pixel, plausible, xapi"),
    Mistake(
      "services: [{id: plausible, params: {domain: a.example}, events: 1️⃣yes}]", length: 3,
      "value-events", "\"events\" is \"yes\", but takes true or false",
      help: "write events: true or events: false"),
    Mistake(
      "services: [{id: xapi, params: {authorization: none, endpoint: 1️⃣lrs.example/xapi}}]",
      length: 16, "service-params",
      "\"endpoint\" is \"lrs.example/xapi\", which has not the form "
        + "(https://[A-Za-z0-9.-]+|http://(localhost|127\\.0\\.0\\.1))(:[0-9]+)?/([A-Za-z0-9._~/-]*/)?",
      help: "copy it from the service's own settings"),
    Mistake(
      "consent: {lifetime: {accept: 1️⃣180 days}}", length: 8, "value-accept",
      "\"accept\" is \"180 days\", which is no duration", help: "write accept: P180D"),
    Mistake(
      "consent: {lifetime: {accept: P365D, reject: 1️⃣P180D}}", length: 5, "consent-lifetime",
      "a yes is kept P365D, but a no P180D", help: "keep both as long: reject: P365D"),
    Mistake(
      "consent: {lifetime: {accept: 1️⃣P365D}}", length: 5, "consent-lifetime",
      "a yes is kept P365D, but a no P180D", help: "keep both as long: reject: P365D"),
    Mistake(
      "consent: {reask_after_reject: 1️⃣P365D}", length: 5, "consent-lifetime",
      "who said no is asked again after P365D, but a no is kept P180D",
      help: "write lifetime: {accept: P365D, reject: P365D}"),
    Mistake(
      "consent: {layout: {buttons: 1️⃣[accept, settings]}}", length: 0, "consent-buttons",
      "the banner has the buttons reject, accept and settings, and no others",
      help: "write [reject, accept, settings], or remove the line"),
    Mistake(
      "audience: {age_gate: 1️⃣registration}", length: 12, "legal-claim",
      "nobody is asked for their age on registration: there are no accounts",
      help: "write accounts: {enabled: true}, or another age_gate, such as site"),
    Mistake(
      "storage: [{name: 1️⃣visits, purpose: counts, category: analytics}]", length: 6,
      "legal-storage", "\"visits\" is for analytics, but nobody is asked about it",
      help: "declare what keeps it as a service with storage:, or write category: necessary"),
    Mistake(
      "email: {service_events: [course-started, 1️⃣course-bought]}", length: 13,
      "value-service-events", "\"service_events\" has \"course-bought\", which it does not take",
      help: "write some of course.started, course.purchased, course.midpoint, course.completed"),
    Mistake(
      "check: {rules: {image-alt: 1️⃣fatal}}", length: 5, "value-rules",
      "the weight of \"image-alt\" is \"fatal\", but takes off, note, warning or error",
      help: "write one of these words"),
    Mistake(
      "rights: {response_days: 1️⃣60}", length: 2, "rights-days",
      "requests are answered within 60 days, but the GDPR allows one month",
      help: "write response_days: 30"),
    Mistake(
      "purposes: [1️⃣{id: ads, title: Ads}]", length: 0, "gdpr-13-1c",
      "the purpose \"ads\" has no legal basis",
      help: "write basis: contract, consent, legal_obligation or legitimate_interest"),
    Mistake(
      "purposes: [1️⃣{id: ads, title: Ads, basis: legitimate_interest}]", length: 0, "gdpr-13-1d",
      "the purpose \"ads\" does not say whose interest and which",
      help: "write interest: in a few words"),
    Mistake(
      "contact: {privacy: {email: 1️⃣privacy}}", length: 7, "value-email",
      "\"email\" is \"privacy\", which is no mail address",
      help: "write one address, such as privacy@example.org"),
    Mistake(
      "recipients: [{id: a, name: A, country: 1️⃣Germany}]", length: 7, "value-country",
      "\"country\" is \"Germany\", which is no country's code",
      help: "write two capital letters of ISO 3166, such as DE"),
    Mistake(
      "documents: {privacy: {version: 1️⃣2, effective: 2027-01-02}}", length: 1, "policy-summary",
      "version 2 of \"privacy\" has no summary",
      help:
        "add to changes: {version: 2, date: 2027-01-10, level: minor, summary: …}"),
    Mistake(
      "documents: {privacy: {version: 1️⃣1}}", length: 1, "policy-dates",
      "version 1 of \"privacy\" does not say from when it holds",
      help: "write effective: with a day such as 2027-01-10"),
    Mistake(
      "documents: {privacy: {version: 1, effective: 1️⃣2026-12-01, updated: 2026-12-24}}",
      length: 10, "policy-dates",
      "\"privacy\" holds from 2026-12-01, before its text was changed on 2026-12-24",
      help: "write effective: 2026-12-24 or a later day"),
    Mistake(
      "documents: {privacy: {version: 1, effective: 2027-03-01, updated: 1️⃣2027-02-01}}",
      length: 10, "legal-dates", "\"updated\" is 2027-02-01, which is yet to come",
      help: "write a day up to 2027-01-10"),
    Mistake(
      "accessibility: {status: full, reviewed: 1️⃣2027-02-01}", length: 10, "legal-dates",
      "\"reviewed\" is 2027-02-01, which is yet to come", help: "write a day up to 2027-01-10"),
    Mistake(
      "audience: {age_of_consent: {AT: 14, as_of: 1️⃣2027-02-01}}", length: 10, "legal-dates",
      "\"as_of\" is 2027-02-01, which is yet to come", help: "write a day up to 2027-01-10"),
    Mistake(
      "jurisdictions: [eu]\nservices: [{id: youtube}]\nconsent: {model: 1️⃣opt-out}", length: 7,
      "consent-model", "the rules of the EU allow \"opt-out\" for no optional service",
      help: "write model: opt-in, or remove eu from jurisdictions"),
    Mistake(
      "documents: {terms: {source: 1️⃣policies/terns.md}}", length: 17, "legal-file",
      "there is no file \"policies/terns.md\"", help: "did you mean \"policies/terms.md\"?"),
    Mistake(
      "sale: {share: 1️⃣false}\nservices: [{id: meta-pixel, params: {pixel_id: \"123456789\"}}]",
      length: 5, "claim-share",
      "\"share\" is false, but \"meta-pixel\" shares data for advertising",
      help: "write share: true, or remove the service"),
  ]

  @Test(arguments: mistakes)
  func tellsWhatIsWrong(mistake: Mistake) throws {
    let marked = MarkedText(Self.head + mistake.source)
    let loading = try Loading([
      "courses/knots/01-a.md": "", "legal.yml": marked.text, "policies/terms.md": "",
    ])
    #expect(
      loading.found.filter { $0.severity == .error } == [
        mistake.diagnostic(in: marked, at: "legal.yml")
      ])
  }

  @Test func saysWhatChangesNothing() throws {
    let found = try LegalDeclaration.load(
      from: FileTree(texts: [
        "legal.yml": """
        \(LegalFieldTests.head)jurisdictions: [us-ca]
        consent:
          model: opt-out
          regions: [{match: [US-CA], model: opt-out}]
          withdraw: {reload: false}
        """
      ])
    ).diagnostics
    #expect(
      found.map { "\($0.position.line):\($0.position.column) \($0.id)" } == [
        "4:10 consent-model", "5:12 consent-model",
        "6:22 consent-reload",
      ])
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test func wantsAnOperator() throws {
    let loading = try Loading(["courses/knots/01-a.md": "", "legal.yml": "jurisdictions: [eu]\n"])
    #expect(loading.ids == ["legal-operator"])
    let empty = try Loading([
      "courses/knots/01-a.md": "", "legal.yml": "operator:\n  email: a@b.example\n",
    ])
    #expect(empty.ids == ["legal-operator"] && empty.found.first?.position.line == 2)
  }

  @Test func saysHowNoLinksArePassedOn() throws {
    let loading = try Loading([
      "courses/knots/01-a.md": "", "legal.yml": Self.head + "social: {share: false}\n",
    ])
    #expect(loading.found.map(\.help) == ["write share: [] for none"])
  }

  @Test func takesPricesForWhatTheyAre() throws {
    func found(_ legal: String, _ visibility: String = "public") throws -> [String] {
      try Loading([
        "clevio.yml": "checkout_url: https://shop.example/\n",
        "courses/a/index.md": "---\nprice: 12 EUR\nvisibility: \(visibility)\n---\n# A\n",
        "courses/a/1.md": "# One\n", "legal.yml": Self.head + legal + "\n",
      ]).found.map { "\($0.position.path):\($0.position.line) \($0.message)" }
    }
    let usd = "commerce: {currency: USD}"
    #expect(
      try found(usd) == [
        "courses/a/index.md:2 the price is in EUR, but legal.yml says that prices are in USD"
      ])
    #expect(
      try found("commerce: {enabled: false}") == [
        "courses/a/index.md:2 the course has a price, but legal.yml says that nothing is sold"
      ])
    // What nobody reads is no claim, and its price is not told.
    #expect(try found(usd, "draft") == [])
    #expect(try found("commerce: {currency: EUR}") == [])
  }

  @Test func tellsWhereATextHasNoEnd() throws {
    let loading = try Loading([
      "courses/knots/01-a.md": "", "legal.yml": "operator:\n  name: \"Ropes\n",
    ])
    #expect(loading.found.contains { $0.severity == .error && $0.position.path == "legal.yml" })
    #expect(loading.ids.allSatisfy { $0.hasPrefix("yaml-") })
  }

  @Test func refusesReferencesThatLeadNowhere() throws {
    let loading = try Loading([
      "courses/knots/01-a.md": "",
      "legal.yml": Self.head + """
        purposes: [{id: orders, title: Orders, basis: contract}]
        data: [{id: order, fields: [name], purposes: [order], retention: P1Y, recipients: [bank]}]
        transfers: [{recipient: gogle, country: US, mechanism: scc}]

        """,
    ])
    #expect(
      loading.found.map { "\($0.position.line) \($0.message)" } == [
        "3 there is no purpose \"order\"", "3 there is no recipient \"bank\"",
        "4 there is no recipient or service \"gogle\"",
      ])
  }

  @Test func takesTextsForAllLanguagesOrForEach() throws {
    let loading = try Loading([
      "courses/knots/01-a.md": "",
      "legal.yml": Self.head + """
        purposes:
          - {id: a, title: One, basis: contract}
          - {id: b, title: {en: Two, de: Zwei}, basis: contract}

        """,
    ])
    let titles = (loading.portal.legal?.purposes ?? []).compactMap(\.title)
    #expect(loading.found == [])
    let german = try #require(LanguageTag("de-AT"))
    let french = try #require(LanguageTag("fr"))
    #expect(titles.map { $0.text(in: german) } == ["One", "Zwei"])
    #expect(titles.map { $0.text(in: french) } == ["One", "Two"])
  }

  @Test func entriesTakeTheCataloguesFactsAndOverrideThem() throws {
    let loading = try Loading([
      "courses/knots/01-a.md": "",
      "legal.yml": Self.head + """
        services:
          - {id: youtube, purpose: Films of knots}

        """,
    ])
    let service = try #require(loading.portal.legal?.services.first)
    #expect(service.category == .embeds && service.provider.country == "IE")
    #expect(service.purpose?.text(in: .english) == "Films of knots")
    #expect(service.hosts.contains { $0.value == "youtu.be" })
  }

  @Test(arguments: ServiceCatalogue.ids)
  func everyServiceOfTheCatalogueIsUnderstood(id: String) throws {
    let path = RelativePath("services/\(id).yml")
    guard case .bytes(let bytes)? = BuiltinFiles.tree[path] else {
      Issue.record("no file")
      return
    }
    let (service, diagnostics) = ServiceCatalogue.read(bytes, path: path.text)
    #expect(diagnostics == [])
    #expect(service.id.value == id && service.category != nil && service.kind != nil)
    #expect(service.provider.name != nil || service.provider.isOperator)
    #expect(service.title != nil && service.purpose != nil)
    #expect(service.verified == nil || service.factSource != nil)
  }
}

@Suite struct CalendarPeriodTests {
  @Test(arguments: [
    ("P180D", 180), ("P1Y", 365), ("P13M", 395), ("P2W", 14), ("PT30M", 1), ("P1Y6M", 547),
    ("P1DT1H", 2),
  ])
  func readsPeriods(text: String, days: Int) throws {
    let period = try #require(CalendarPeriod(parsing: text))
    #expect(period.inDays == days && period.isoText == text)
  }

  @Test(arguments: [
    "", "P", "PT", "180D", "P180", "P-1D", "P1D1Y", "P1.5D", "p1d", "P1S", "PT1D", "P0D", "P1D ",
    "P999999D", "P١D",
  ])
  func refusesWhatIsNone(text: String) {
    #expect(CalendarPeriod(parsing: text) == nil)
  }
}
