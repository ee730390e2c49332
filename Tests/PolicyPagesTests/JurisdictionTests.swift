import Diagnostics
import Testing

/// What laws of some places ask for is not asked of portals elsewhere, and not promised by them.
@Suite struct JurisdictionTests {
  private static let shop = """
    operator: {name: Ada, email: ada@harbour.example}
    services: [{id: youtube}, {id: meta-pixel, params: {pixel_id: "123456789"}}]
    recipients: [{id: bank, name: Kontor Bank, role: processor, country: GB}]

    """

  private func portal(_ places: String, commerce: String = "enabled: true") throws -> PolicyPortal {
    try PolicyPortal(
      legal: Self.shop + "jurisdictions: [\(places)]\ncommerce: {\(commerce)}\n", checks: true)
  }

  private static let european = [
    "legal-gap: buyers in the EU must find a function to withdraw",
    "legal-gap: it is not said whether you take part in dispute resolution",
    "legal-gap: a shop needs an accessibility statement",
    "legal-gap: the words of the order button are not declared",
  ]
  private static let transfer =
    "gdpr-13-1f: data goes to \"bank\" in GB, outside the EEA, and no transfer says on what ground"

  @Test(arguments: [("eu", true), ("de", true), ("uk, us-ca", false), ("us-ca", false)])
  func asksShopsForWhatTheirLawAsks(places: String, isEuropean: Bool) throws {
    let messages = try portal(places).messages
    for message in Self.european + [Self.transfer] {
      #expect(messages.contains(message) == isEuropean, "\(message)")
    }
    #expect(messages.contains("legal-gap: the terms name no law"))
    let isUnderGDPR = places != "us-ca"
    #expect(messages.contains { $0.contains("article 28 of the GDPR") } == isUnderGDPR)
    #expect(messages.contains { $0.hasPrefix("gdpr-13-1f: data goes to \"meta") } == isUnderGDPR)
    #expect(messages.contains { $0.contains("data protection officer") } == isUnderGDPR)
  }

  @Test(arguments: [
    ("eu", "enabled: true", true), ("uk", "enabled: true", true), ("us-ca", "enabled: true", false),
    ("us-ca", "enabled: true, withdrawal: {function_url: \"https://harbour.example/w\"}", true),
  ])
  func promisesNoWithdrawalThatNobodyGrants(places: String, commerce: String, isGranted: Bool)
    throws
  {
    let portal = try portal(places, commerce: commerce)
    #expect(portal.has("withdrawal.html") == isGranted)
    #expect(portal.words("terms.html").contains("withdraw from an order within") == isGranted)
    #expect(
      portal.words("help.html").contains("Write to us, with your order number.") != isGranted)
    #expect(
      portal.messages.contains("legal-gap: it is not said when buyers get their money back")
        != isGranted)
  }

  @Test func promisesTheRefundsThatAShopElsewhereGrants() throws {
    let portal = try portal("us-ca", commerce: "enabled: true, refunds: {days: 30}")
    let page = portal.words("withdrawal.html")
    #expect(page.contains("give it back within 30 days after you ordered it. Write to us"))
    #expect(!page.contains("Your right to withdraw") && !page.contains("Model form"))
    #expect(portal.words("terms.html").contains("When you get your money back, and how, is said"))
    #expect(!portal.messages.contains { $0.contains("money back") })
  }

  @Test(arguments: [("DE", true), ("AT", true), ("FR", false), ("IT", false)])
  func saysOnlyWhereItIsSoThatNobodyMustArbitrate(country: String, isFree: Bool) throws {
    for (language, stays, free) in [
      ("en", "We do not take part in proceedings", "and are not obliged to."),
      ("de", "Verbraucherschlichtungsstelle nehmen wir nicht teil", "nicht verpflichtet."),
    ] {
      let portal = try PolicyPortal(
        legal: """
          operator: {name: Ada, address: {street: 1 Quay, city: Port, country: \(country)}}
          commerce: {enabled: true, adr: {participates: false}}

          """, settings: "title: Harbour\nlanguages: [\(language)]\n", checks: true)
      for page in ["terms.html", "imprint.html"] {
        #expect(portal.words(page).contains(stays), "\(page)")
        #expect(portal.words(page).contains(free) == isFree, "\(page)")
      }
      #expect(portal.messages.contains { $0.contains("a mediator") } == (country == "FR"))
    }
  }

  @Test(arguments: [
    ("US", "eu", "", true), ("GB", "fr", "", true), ("BR", "us-ca", "", false),
    ("GB", "uk", "", false), ("NO", "eu", "", false),
    ("US", "eu", ", eu_representative: Bob", false),
  ])
  func wantsARepresentativeOfOperatorsOutside(
    country: String, place: String, more: String, isWanted: Bool
  ) throws {
    let found = try PolicyPortal(
      legal: """
        jurisdictions: [\(place)]
        operator: {name: Ada, address: {street: 1 Quay, city: Port, country: \(country)}\(more)}

        """, checks: true
    ).found.filter { $0.message.contains("names no representative") }
    #expect(found.map(\.severity) == (isWanted ? [.warning] : []))
  }

  @Test(arguments: [
    ("en", "uk", "(Article 6(1)(f) UK GDPR)"), ("en", "uk, eu", "(Article 6(1)(f) GDPR)"),
    ("de", "uk", "(Artikel 6 Absatz 1 Buchstabe f UK-DSGVO)"),
    ("de", "eu", "(Artikel 6 Absatz 1 Buchstabe f DSGVO)"),
  ])
  func namesTheLawThatApplies(language: String, places: String, article: String) throws {
    let portal = try PolicyPortal(
      legal: """
        jurisdictions: [\(places)]
        operator: {name: Ada, enterprise_size: micro}
        purposes: [{id: run, title: Run, basis: legitimate_interest, interest: running it}]
        accessibility: {standard: WCAG 2.2 AA, status: full}

        """, settings: "title: Harbour\nlanguages: [\(language)]\n")
    let privacy = portal.words("privacy.html")
    // In the table of purposes, below it and among the grounds.
    #expect(privacy.parts(between: article).count == 4)
    let isBritish = places == "uk"
    #expect(portal.words("accessibility.html").contains("(EU) 2019/882") != isBritish)
    let other = article.replacing("UK ", with: "").replacing("UK-", with: "")
    #expect(!isBritish || !privacy.contains(other))
  }
}
