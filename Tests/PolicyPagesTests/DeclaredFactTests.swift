import Diagnostics
import Testing

/// What a declaration says in few places stands where readers look for it.
@Suite struct DeclaredFactTests {
  private static let legal = """
    jurisdictions: [eu, us-ca]
    operator: {name: Ada, email: ada@harbour.example}
    contact: {privacy: {email: ada@harbour.example}}

    """

  private func portal(_ declared: String) throws -> PolicyPortal {
    let portal = try PolicyPortal(legal: DeclaredFactTests.legal + declared)
    #expect(portal.found.filter { $0.severity == .error } == [])
    return portal
  }

  @Test func namesTheLawOnConformity() throws {
    let own = try portal("commerce: {enabled: true, conformity: the Consumer Rights Act 2015}\n")
      .words("terms.html")
    #expect(own.contains("It follows from: the Consumer Rights Act 2015."))
    #expect(!own.contains("2019/770"))
    #expect(try portal("commerce: {enabled: true}\n").words("terms.html").contains("2019/770"))
  }

  @Test(arguments: [
    ("", ["12 EUR"], "total price in EUR, taxes included"),
    ("", ["12 EUR", "5 USD"], "total price in EUR and USD, taxes included"),
    ("", [], "total price, taxes included"),
    ("currency: USD\n", [], "total price in USD, taxes included"),
    ("currency: USD\n", ["12 EUR"], "total price in EUR, taxes included"),
  ])
  func namesTheCurrenciesOfPrices(settings: String, prices: [String], words: String) throws {
    var courses: [String: String] = [:]
    for (place, price) in prices.enumerated() {
      courses["courses/c\(place)/index.md"] = "---\nprice: \(price)\n---\n# Course\n"
      courses["courses/c\(place)/1.md"] = "---\npreview: true\n---\n# One\n"
    }
    let terms = try PolicyPortal(
      legal: DeclaredFactTests.legal + "commerce: {enabled: true}\n",
      settings: "title: Harbour\nid: harbour\ncheckout_url: https://shop.example/\n" + settings,
      others: courses
    ).words("terms.html")
    #expect(terms.contains(words))
  }

  @Test func tellsOfMailsAboutCoursesWhoeverSendsThem() throws {
    let declared = "email: {service_events: [course-completed, course.midpoint]}\n"
    let privacy = try portal(declared).words("privacy.html")
    #expect(privacy.contains("We send you messages that belong to a course"))
    #expect(!privacy.contains("We send you no messages about courses"))
    for word in ["complete", "middle"] { #expect(privacy.contains(word)) }
  }

  @Test(arguments: [
    ("en", "Consent (Article 6(1)(a) GDPR)", "Legitimate interests (Article 6(1)(f) GDPR)"),
    (
      "de", "Einwilligung (Artikel 6 Absatz 1 Buchstabe a DSGVO)",
      "Berechtigte Interessen (Artikel 6 Absatz 1 Buchstabe f DSGVO)"
    ),
  ])
  func tellsTheGroundOfServices(language: String, consent: String, interest: String) throws {
    let settings = "title: Harbour\nlanguages: [\(language)]\n"
    func privacy(_ more: String) throws -> String {
      try PolicyPortal(legal: DeclaredFactTests.legal + more, settings: settings)
        .words("privacy.html")
    }
    let purpose = "purposes: [{id: shop, title: Deliver, basis: contract}]\n"
    let services = "services: [{id: youtube}]\n"
    #expect(try privacy(services).contains(consent))
    #expect(try privacy(services).contains(interest))
    #expect(try privacy(services + purpose).contains(consent))
    // Pages are delivered and letters answered, whatever else there is.
    #expect(try privacy(services + purpose).contains(interest))
    #expect(try !privacy(purpose).contains(consent))
    #expect(try !privacy("").contains(consent))
  }

  @Test func tellsWhatAllIsForWhereOnlyServicesAreDeclared() throws {
    let privacy = try portal("services: [{id: youtube}]\n").text("privacy.html")
    #expect(privacy.contains("<h2 id=\"purposes\""))
    #expect(privacy.contains("<h2 id=\"legal-bases\""))
    #expect(!privacy.contains("There is no other purpose"))
  }

  @Test(arguments: [
    ("{id: youtube}", false), ("{id: meta-pixel, params: {pixel_id: \"123456789\"}}", true),
  ])
  func doesNotDenyAdvertisingOfServices(service: String, isAdvertising: Bool) throws {
    let privacy = try portal("services: [\(service)]\n").words("privacy.html")
    #expect(privacy.contains("We do not use your data for advertising.") != isAdvertising)
    #expect(privacy.contains("to the use of your data for advertising, profiles") == isAdvertising)
  }

  @Test(arguments: [
    (
      "en", "sends along with each request to the web server of this portal, and to nobody else",
      "is sent along to the web server of this portal, and to nobody else.", "it is sent to nobody."
    ),
    (
      "de", "bei jeder Anfrage an den Webserver dieses Portals mitsendet, sonst an niemanden",
      "an den Webserver dieses Portals mitgesendet wird, sonst an niemanden.",
      "wird niemandem gesendet"
    ),
  ])
  func tellsThatTheChoiceGoesToThePortalsServer(
    language: String, proof: String, necessary: String, denial: String
  ) throws {
    let settings = "title: Harbour\nlanguages: [\(language)]\n"
    let portal = try PolicyPortal(
      legal: DeclaredFactTests.legal + "services: [{id: youtube}]\n", settings: settings)
    let cookies = portal.words("cookies.html")
    #expect(cookies.contains(proof) && cookies.contains(necessary))
    #expect(!cookies.contains(denial))
    let choice = language == "en" ? "Your choice here is a cookie" : "Ihre Wahl hier ist ein Cookie"
    #expect(cookies.contains(choice))
    let bare = try PolicyPortal(legal: DeclaredFactTests.legal, settings: settings)
      .words("cookies.html")
    #expect(!bare.contains(necessary) && !bare.contains(choice))
  }

  @Test(arguments: [
    ("en", "your country, your age,", "year of birth before optional services are allowed"),
    ("de", "Land, Alter,", "in diesem Fall: bevor freiwillige Dienste erlaubt werden"),
  ])
  func doesNotDenyAskingForTheAge(language: String, denial: String, words: String) throws {
    let settings = "title: Harbour\nlanguages: [\(language)]\n"
    func privacy(_ more: String) throws -> String {
      try PolicyPortal(
        legal: DeclaredFactTests.legal + "services: [{id: youtube}]\n" + more, settings: settings
      ).words("privacy.html")
    }
    let gate = "audience: {age_gate: site}\n"
    let data =
      "purposes: [{id: support, title: Answer, basis: contract}]\n"
      + "data: [{id: contact_mail, fields: [email], source: person, purposes: [support], retention: P1Y}]\n"
    #expect(try privacy("").contains(denial))
    #expect(try !privacy(gate).contains(denial))
    // Once among the data, and once among what is said of children.
    for more in [gate, gate + data] {
      #expect(try privacy(more).parts(between: words).count == 3, "\(more)")
    }
    #expect(try !privacy(data).contains(words))
  }

  @Test func tellsCaliforniansWhatServicesGet() throws {
    let page = try portal("services: [{id: meta-pixel, params: {pixel_id: \"123456789\"}}]\n")
      .text("california.html")
    let rows = page.split(separator: "</tr>").filter { $0.contains("<td") }
    #expect(rows.count == 4)
    for row in rows { #expect(!row.contains("<td></td>"), "\(row)") }
    for words in [
      "what you do on the page", "arises by itself when you visit",
      "measuring and targeting our advertisements", "as long as the provider",
    ] {
      #expect(rows.prefix(2).allSatisfy { $0.contains(words) }, "\(words)")
    }
    #expect(rows.suffix(2).allSatisfy { $0.contains("Meta Pixel") })
  }

  @Test func tellsOfWhichDomainAndPathACookieIs() throws {
    let cookies = try portal(
      """
      storage:
        - {name: basket, type: cookie, max_age: P1D, purpose: your basket, domain: .harbour.example, path: /shop}
        - {name: colour, type: cookie, max_age: P1D, purpose: your colour}

      """
    ).text("cookies.html")
    let rows = cookies.split(separator: "</tr>").filter { $0.contains("<td") }
    let basket = try #require(rows.first { $0.contains(">basket<") })
    #expect(basket.contains(", for .harbour.example/shop<"))
    let colour = try #require(rows.first { $0.contains(">colour<") })
    #expect(!colour.contains(", for "))
  }

  @Test func tellsTheAgeOfConsentOfOtherCountries() throws {
    let ages = "audience: {age_of_consent: {default: 15, AT: 14}}\n"
    #expect(try portal(ages).words("privacy.html").contains("All other countries 15"))
    #expect(try !portal("").words("privacy.html").contains("All other countries"))
  }

  @Test func takesServicesOfASharingPurposeForSharing() throws {
    let declared = """
      purposes:
        - {id: ads, title: Advertise, basis: consent, category: marketing, ccpa: share}
        - {id: films, title: Show films, basis: consent, category: embeds}
      services:
        - {id: youtube, purposes: [ads]}
        - {id: vimeo, purposes: [films]}

      """
    let privacy = try portal(declared).words("privacy.html")
    #expect(privacy.contains("calls this sharing: YouTube."))
    let denied = try PolicyPortal(
      legal: DeclaredFactTests.legal + declared + "sale: {sell: false, share: false}\n")
    #expect(
      denied.messages.contains(
        "claim-share: \"share\" is false, but the purpose \"ads\" is sharing"))
  }

  @Test func tellsHowContributionsAreLookedAfter() throws {
    let privacy = try portal(
      "ugc: {comments: true, moderation: Teachers read what is reported.}\n"
    ).words("privacy.html")
    #expect(privacy.contains("How this is done: Teachers read what is reported. The rules"))
  }

  @Test func tellsOfAnExemptionThatChangesNothing() throws {
    let portal = try PolicyPortal(
      legal: DeclaredFactTests.legal + "services: [{id: vimeo, exempt: cnil-audience}]\n")
    #expect(
      portal.messages.contains("consent-model: the service waits for consent all the same"))
  }

  @Test(arguments: [
    ("{generated: false}", "the text of \"terms\" is made, because no source takes its place"),
    (
      "{generated: true, source: own.md}",
      "the text of \"terms\" is that of its source, and is not made"
    ),
    ("{generated: true}", nil), ("{generated: false, source: own.md}", nil),
  ])
  func tellsOfATextThatComesFromElsewhere(terms: String, message: String?) throws {
    let portal = try PolicyPortal(
      legal: DeclaredFactTests.legal + "documents: {terms: \(terms)}\n",
      others: ["own.md": "# Terms\n\nWords.\n"])
    let found = portal.messages.filter { $0.hasPrefix("value-generated") }
    #expect(found == (message.map { ["value-generated: \($0)"] } ?? []))
  }

  @Test func namesTheRecipientAsAServicesProvider() throws {
    let cookies = try portal(
      """
      recipients:
        - {id: acme, name: Acme Polls, role: processor, country: NL, dpa: true}
      services:
        - {id: polls, title: Polls, category: embeds, purpose: ask you, hosts: [acme.example], recipient: acme}

      """
    ).words("cookies.html")
    #expect(cookies.contains("Provider: Acme Polls, Netherlands."))
  }

  @Test func offersNoAdvancedModeAnywhere() throws {
    let legal = DeclaredFactTests.legal.replacing("[eu, us-ca]", with: "[us-ca]")
    let portal = try PolicyPortal(
      legal: legal
        + "services: [{id: google-analytics, params: {measurement_id: G-ABCDEF}, consent_mode: advanced}]\n"
    )
    #expect(portal.found.contains { $0.id == "consent-google" && $0.severity == .error })
  }

  @Test func tellsOfASaleThatAPurposeIs() throws {
    let sold = "purposes: [{id: lists, title: Sell lists, basis: consent, ccpa: sell}]\n"
    #expect(try portal(sold).words("privacy.html").contains("We sell personal data"))
    #expect(try !portal("").words("privacy.html").contains("We sell personal data"))
  }

  @Test(arguments: [
    (
      "en", "answer within 1 day.", "back within 1 day after", "announced 1 day before",
      "30 days before"
    ),
    (
      "de", "innerhalb von 1 Tag.", "innerhalb von 1 Tag nach", "wir 1 Tag vorher",
      "wir 30 Tage vorher"
    ),
  ])
  func eachDocumentHasItsTimes(
    language: String, answer: String, refund: String, terms: String, privacy: String
  ) throws {
    func change(_ days: Int) -> String {
      "{version: 1, effective: 2027-01-01, changes: [{version: 1, date: 2027-01-01, level: minor, "
        + "summary: New., notice_days: \(days)}]}"
    }
    let portal = try PolicyPortal(
      legal: DeclaredFactTests.legal + """
        rights: {response_days: 1}
        commerce: {enabled: true, refunds: {days: 1}}
        documents: {privacy: \(change(30)), terms: \(change(1))}

        """, settings: "title: Harbour\nlanguages: [\(language)]\n")
    #expect(portal.words("privacy.html").contains(answer))
    #expect(portal.words("privacy.html").contains(privacy))
    #expect(portal.words("withdrawal.html").contains(refund))
    #expect(portal.words("terms.html").contains(terms))
  }

  @Test(arguments: [
    ("en", "a course can show when it was last changed."),
    ("de", "ein Kurs kann zeigen, wann er zuletzt geändert wurde."),
  ])
  func promisesNoDayOfChangeOnEveryCourse(language: String, words: String) throws {
    let portal = try PolicyPortal(settings: "title: Harbour\nlanguages: [\(language)]\n")
    #expect(portal.words("terms.html").contains(words))
  }

  @Test(arguments: [
    ("en", "until you have it erased", "until you erase it"),
    ("de", "bis Sie es löschen lassen", "bis Sie es löschen"),
  ])
  func dataOfTheOperatorIsErasedOnRequest(language: String, asked: String, own: String) throws {
    let privacy = try PolicyPortal(
      legal: DeclaredFactTests.legal + """
        purposes: [{id: news, title: Write news, basis: consent}]
        data:
          - {id: newsletter, fields: [email], source: person, purposes: [news], retention: until_erased}
          - {id: notes, where: device, fields: [notes], purposes: [news], retention: until_erased}

        """, settings: "title: Harbour\nlanguages: [\(language)]\n"
    ).text("privacy.html")
    let rows = privacy.split(separator: "</tr>")
      .filter { $0.contains("<td") && $0.contains(asked) }
    #expect(rows.count == 1)
    #expect(rows.allSatisfy { $0.replacing(asked, with: "").contains(own) })
    #expect(privacy.contains("</strong> \(asked)</li>"))
  }

  @Test func namesTheCountryOfOrdersInAnyCase() throws {
    let guide = try PolicyPortal(
      legal: """
        operator: {name: Ada, address: {street: 1 Quay, city: Dover, country: GB}}

        """
    ).words("law-enforcement.html")
    #expect(guide.contains("valid under the law of our country (United Kingdom). Authorities"))
  }

  @Test(arguments: ["true", "false"])
  func commentsArePublicWithAndWithoutAnAPI(isPublic: String) throws {
    let api = "api: {public: \(isPublic)}\n"
    let words = "Comments that you write are public."
    #expect(try portal(api + "ugc: {comments: true}\n").words("privacy.html").contains(words))
    #expect(try !portal(api).words("privacy.html").contains(words))
  }

  @Test func speaksOfMessagesAndEndingsInPlainGerman() throws {
    let portal = try PolicyPortal(settings: "title: Harbour\nlanguages: [de]\n")
    let (privacy, terms) = (portal.words("privacy.html"), portal.words("terms.html"))
    #expect(privacy.contains("verwenden wir Ihre Nachricht, um sie zu beantworten"))
    #expect(!privacy.contains("Brief"))
    #expect(terms.contains("Beendigung") && !terms.contains("Schluss machen"))
    #expect(terms.contains("Anwendbares Recht und Streitigkeiten"))
  }

  @Test func listsCountriesInTheOrderOfTheirLetters() throws {
    let privacy = try PolicyPortal(
      legal: DeclaredFactTests.legal, settings: "title: Harbour\nlanguages: [de]\n"
    ).text("privacy.html")
    func place(_ country: String) throws -> String.Index {
      try #require(privacy.firstRange(of: "<td>\(country)</td>")).lowerBound
    }
    #expect(try place("Dänemark") < place("Deutschland"))
    #expect(try place("Norwegen") < place("Österreich"))
    #expect(try place("Österreich") < place("Polen"))
    #expect(try place("Ungarn") < place("Zypern"))
  }
}
