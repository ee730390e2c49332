import Diagnostics
import Testing

/// What a shop's terms take for granted is not denied by its other documents.
@Suite struct OrderDataTests {
  private static let legal = """
    jurisdictions: [eu, us-ca]
    operator: {name: Ada, email: ada@harbour.example}
    services: [{id: youtube}]

    """
  private static let orders = """
    purposes: [{id: sales, title: Sell courses, basis: contract}]
    data: [{id: order, fields: [email], source: person, purposes: [sales], retention: P7Y, required: contractual, ccpa: [D]}]

    """

  private func gaps(_ declared: String) throws -> [String] {
    try PolicyPortal(legal: Self.legal + declared, checks: true).messages
      .filter { $0.contains("said what buyers give") }
  }

  @Test(arguments: [
    ("en", ["asks you for no personal data", "does not ask you for your name"]),
    ("de", ["fragt Sie nach keinen personenbezogenen Daten", "fragt Sie nicht nach Name"]),
  ])
  func aShopIsNotSaidToAskForNothing(language: String, denials: [String]) throws {
    let settings = "title: Harbour\nlanguages: [\(language)]\n"
    let silent = try PolicyPortal(legal: Self.legal, settings: settings).words("privacy.html")
    for denial in denials { #expect(silent.contains(denial), "\(denial)") }
    let shop = try PolicyPortal(
      legal: Self.legal + "commerce: {enabled: true}\n", settings: settings
    ).words("privacy.html")
    for denial in denials { #expect(!shop.contains(denial), "\(denial)") }
    for words in language == "en"
      ? [
        "Orders name, e-mail address, course and price from you Yes, for a contract",
        "Contract (Article 6(1)(b) GDPR)", "until nothing can be claimed from the contract",
        "the company through which you pay, and the one that delivers our e-mails",
        "no messages about courses, except for those that belong to an order.",
        "in answering those who write to us (Article 6(1)(f) GDPR)",
      ]
      : [
        "Bestellungen abwickeln", "Vertrag (Artikel 6 Absatz 1 Buchstabe b DSGVO)",
        "dem Unternehmen, über das Sie bezahlen, und dem, das unsere E-Mails zustellt",
        "keine Nachrichten zu Kursen, außer denen, die zu einer Bestellung gehören.",
      ]
    {
      #expect(shop.contains(words), "\(words)")
    }
  }

  @Test func otherDocumentsTellOfOrdersToo() throws {
    let portal = try PolicyPortal(legal: Self.legal + "commerce: {enabled: true}\n")
    #expect(portal.words("law-enforcement.html").contains("Orders name, e-mail address"))
    let california = portal.words("california.html")
    #expect(california.contains("D. Commercial information Orders from you Handle orders"))
    #expect(!portal.words("your-data.html").contains("collects no data about you"))
  }

  @Test func ordersThatAreDeclaredStandAlone() throws {
    let privacy = try PolicyPortal(
      legal: Self.legal + Self.orders + "commerce: {enabled: true}\n"
    ).words("privacy.html")
    #expect(privacy.contains("Orders e-mail address from you"))
    #expect(privacy.contains("Sell courses Orders 7 years"))
    #expect(!privacy.contains("Handle orders"))
    #expect(!privacy.contains("until nothing can be claimed"))
  }

  @Test func asksAShopForWhatBuyersGive() throws {
    #expect(
      try gaps("commerce: {enabled: true}\n") == [
        "legal-gap: it is not said what buyers give with an order"
      ])
    #expect(try gaps(Self.orders + "commerce: {enabled: true}\n") == [])
    #expect(try gaps("") == [])
  }
}
