import Diagnostics
import Testing

/// What is declared in one place is denied by no document.
@Suite struct DeniedFactTests {
  private static let head = "operator: {name: Ada, email: ada@harbour.example}\n"
  private static let player =
    "{id: player, title: Player, category: necessary, purpose: plays films, "
    + "provider: {name: Acme, country: NL}, hosts: [acme.example], "
    + "script: {src: \"https://acme.example/p.js\"}}"

  private func portal(_ declared: String, language: String = "en", checks: Bool = false) throws
    -> PolicyPortal
  {
    let portal = try PolicyPortal(
      legal: DeniedFactTests.head + declared,
      settings: "title: Harbour\nlanguages: [\(language)]\n", checks: checks)
    #expect(portal.found.filter { $0.severity == .error } == [])
    return portal
  }

  // MARK: Services

  @Test(arguments: [
    (
      "en", "Services of other companies are loaded only if you allow them.",
      "Optional services of other companies are loaded only if you allow them.",
      "load with every page, because it does not work without them "
        + "(our legitimate interest, Article 6(1)(f) GDPR)."
    ),
    (
      "de", "Dienste anderer Unternehmen werden nur geladen, wenn Sie es erlauben.",
      "Freiwillige Dienste anderer Unternehmen werden nur geladen, wenn Sie es erlauben.",
      "laden mit jeder Seite, weil sie sonst nicht funktioniert "
        + "(berechtigtes Interesse, Artikel 6 Absatz 1 Buchstabe f DSGVO)."
    ),
  ])
  func necessaryServicesAreNotSaidToWait(
    language: String, all: String, optional: String, necessary: String
  ) throws {
    let without = try portal("services: [{id: youtube}]\n", language: language)
      .words("privacy.html")
    #expect(without.contains(all) && !without.contains(optional) && !without.contains(necessary))
    let both = try portal(
      "services: [{id: youtube}, \(DeniedFactTests.player)]\n", language: language)
    for page in ["privacy.html", "cookies.html"] {
      #expect(both.words(page).contains(necessary), "\(page)")
    }
    #expect(both.words("privacy.html").parts(between: optional).count == 3)
    let cookies = both.words("cookies.html")
    #expect(!cookies.contains("They are off") && !cookies.contains("Sie sind aus"))
    let only = try portal("services: [\(DeniedFactTests.player)]\n", language: language)
      .words("privacy.html")
    #expect(only.contains(necessary) && !only.contains(optional))
  }

  // MARK: California

  @Test(arguments: [
    (
      "google-analytics, params: {measurement_id: G-ABCDEF}", "Google Analytics 4",
      "what you do on the page"
    ),
    ("youtube", "YouTube", "your IP address"),
  ])
  func californiansLearnWhatServicesGet(service: String, title: String, data: String) throws {
    let page = try portal("jurisdictions: [us-ca]\nservices: [{id: \(service)}]\n")
      .text("california.html")
    #expect(!page.contains("We collect no personal information"))
    let rows = page.split(separator: "</tr>").filter { $0.contains("<td") }
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { $0.contains("A. Identifiers") || $0.contains("F. Activity") })
    #expect(rows.prefix(2).allSatisfy { $0.contains(data) })
    #expect(rows.suffix(2).allSatisfy { $0.contains(title) && !$0.contains("yes") })
  }

  @Test(arguments: [
    ("[ip, path]", "", ["A. Identifiers", "F. Activity"]), ("[ip_truncated]", "", ["F. Activity"]),
    ("[ip_truncated]", ", ccpa: [G]", ["F. Activity", "G. Geolocation"]), ("[path]", "", []),
  ])
  func californiansLearnOfTheLog(fields: String, more: String, categories: [String]) throws {
    let page = try portal(
      """
      jurisdictions: [us-ca]
      purposes: [{id: run, title: Run the portal, basis: contract}]
      data: [{id: server_logs, fields: \(fields), source: automatic, purposes: [run], retention: P14D\(more)}]

      """
    ).text("california.html")
    let rows = page.split(separator: "</tr>").filter { $0.contains("Log of the web server") }
    #expect(rows.count == categories.count)
    for (row, category) in zip(rows, categories) { #expect(row.contains(category), "\(row)") }
    #expect(page.contains("We collect no personal information") == categories.isEmpty)
  }

  @Test(arguments: [
    ("en", "Do not sell or share"), ("de", "Nicht verkaufen oder teilen"),
  ])
  func aSaleWithoutServicesIsRefusedByARequest(language: String, words: String) throws {
    let sale = "jurisdictions: [us-ca]\nsale: {sell: true}\n"
    let without = try portal(sale, language: language)
    let with = try portal(sale + "services: [{id: youtube}]\n", language: language)
    for page in ["privacy.html", "california.html"] {
      #expect(without.text(page).contains("your-data.html#request\">\(words)</a>"), "\(page)")
      #expect(!without.text(page).contains("#your-choice"), "\(page)")
      #expect(with.text(page).contains("cookies.html#your-choice"), "\(page)")
      #expect(!with.text(page).contains("\(words)</a>"), "\(page)")
    }
  }

  // MARK: Age

  @Test(arguments: [
    ("en", "", nil, nil), ("en", "min_age: 0", nil, nil),
    ("en", "min_age: 16", "at least 16 years", "from 16 years on"),
    ("en", "age_gate: site", "at least 13 years", "from 13 years on"),
    ("de", "", nil, nil), ("de", "min_age: 16", "mindestens 16 Jahre", "ab 16 Jahren"),
  ])
  func saysFromWhichAgeOnlyWhereThatIsDeclared(
    language: String, declared: String, terms: String?, privacy: String?
  ) throws {
    let portal = try portal(
      "audience: {\(declared)}\nservices: [{id: youtube}]\n", language: language)
    let limits = ["at least", "years on", "mindestens", "Jahren."]
    for (page, words) in [("terms.html", terms), ("privacy.html", privacy)] {
      let text = portal.words(page)
      if let words { #expect(text.contains(words), "\(page)") }
      #expect(limits.contains { text.contains($0) } == (words != nil), "\(page)")
    }
    #expect(portal.text("terms.html").contains("id=\"age\"") == (terms != nil))
  }

  @Test(arguments: [
    ("en", "eu", "under the age that the Privacy Policy names a parent decides.", "named below"),
    ("en", "us-ca", "for those under 13 a parent decides.", "for those under 13 a parent decides."),
    ("de", "eu", "dem Alter, das die Datenschutzerklärung nennt, entscheiden", "unten genannten"),
    ("de", "uk", "für Kinder unter 13 entscheiden die Eltern.", "für Kinder unter 13 entscheiden"),
  ])
  func aPortalForChildrenIsNotClosedToThem(
    language: String, place: String, terms: String, privacy: String
  ) throws {
    let portal = try portal(
      "jurisdictions: [\(place)]\naudience: {directed_to_children: true}\n", language: language)
    #expect(portal.words("terms.html").contains(terms))
    #expect(portal.words("privacy.html").contains(privacy))
    for page in ["terms.html", "privacy.html"] {
      for limit in ["at least 13", "from 13 years", "mindestens 13", "ab 13 Jahren"] {
        #expect(!portal.words(page).contains(limit), "\(page)")
      }
    }
  }

  // MARK: Transfers

  private static let abroad = """
    recipients: [{id: host, name: Quay Hosting, role: controller, country: BR}]
    services: [{id: youtube}, {id: my-poll, title: Poll, category: embeds, purpose: asks, provider: {name: Acme, country: NL}, hosts: [acme.example]}]

    """

  @Test(arguments: [
    (
      "en", "reach other countries through: Quay Hosting (Brazil) and YouTube (United States).",
      "We send no personal data to other countries.", "each transfer rests"
    ),
    (
      "de",
      "in andere Länder gelangen durch: Quay Hosting (Brasilien) und YouTube (Vereinigte Staaten",
      "Wir senden keine personenbezogenen Daten in andere Länder.", "jede Übermittlung"
    ),
  ])
  func transfersWithoutAGroundAreTold(
    language: String, words: String, denial: String, each: String
  ) throws {
    func privacy(_ declared: String) throws -> String {
      try portal(declared, language: language).words("privacy.html")
    }
    let open = try privacy(DeniedFactTests.abroad)
    #expect(open.contains(words) && !open.contains(denial))
    let host = "transfers: [{recipient: host, country: BR, mechanism: scc}]\n"
    let half = try privacy(DeniedFactTests.abroad + host)
    #expect(half.contains("YouTube (") && !half.contains("Quay Hosting (") && !half.contains(each))
    #expect(half.contains("YouTube (") && half.contains("Quay Hosting Bra"))
    let all = try privacy(
      DeniedFactTests.abroad
        + host.replacing("}]", with: "}, {recipient: youtube, country: US, mechanism: adequacy}]"))
    #expect(!all.contains("YouTube (") && all.contains(each))
    #expect(try privacy("").contains(denial))
    #expect(try !privacy("jurisdictions: [us-ca]\n" + DeniedFactTests.abroad).contains("YouTube ("))
  }

  @Test func aCheckAsksForTheGround() throws {
    let found = try portal(DeniedFactTests.abroad, checks: true).found
      .filter { $0.id == "gdpr-13-1f" }
    #expect(
      found.map(\.message) == [
        "data goes to \"host\" in BR, outside the EEA, and no transfer says on what ground",
        "data goes to \"youtube\" in US, outside the EEA, and no transfer says on what ground",
      ])
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  // MARK: Purposes

  @Test(arguments: [
    (
      "en", "Public task (Article 6(1)(e) GDPR): a law entrusts us",
      "legitimate interests or of a task in the public interest.",
      "Vital interests (Article 6(1)(d) GDPR): to protect"
    ),
    (
      "de", "Öffentliche Aufgabe (Artikel 6 Absatz 1 Buchstabe e DSGVO): Ein Gesetz",
      "berechtigter Interessen oder für eine Aufgabe im öffentlichen Interesse verwenden.",
      "Lebenswichtige Interessen (Artikel 6 Absatz 1 Buchstabe d DSGVO): um das Leben"
    ),
  ])
  func everyGroundIsExplained(language: String, task: String, objection: String, vital: String)
    throws
  {
    func privacy(_ basis: String) throws -> String {
      try portal(
        "purposes: [{id: teach, title: Teach, basis: \(basis)}]\n", language: language
      ).words("privacy.html")
    }
    let ofTask = try privacy("public_task")
    #expect(ofTask.contains(task) && ofTask.contains(objection) && !ofTask.contains(vital))
    let ofLife = try privacy("vital_interest")
    #expect(ofLife.contains(vital) && !ofLife.contains(task) && !ofLife.contains(objection))
  }

  @Test(arguments: [
    (
      "en", "Show films YouTube as long as the provider",
      "The portal also delivers the pages that you ask for."
    ),
    (
      "de", "Show films YouTube so lange, wie es die Datenschutzerklärung des Anbieters sagt",
      "Das Portal liefert außerdem die Seiten, die Sie aufrufen."
    ),
  ])
  func aPurposeOfServicesHasNoEmptyCells(language: String, row: String, delivery: String) throws {
    let privacy = try portal(
      """
      purposes: [{id: films, title: Show films, basis: consent}]
      services: [{id: youtube, purposes: [films]}]

      """, language: language
    ).words("privacy.html")
    #expect(privacy.contains(row))
    #expect(privacy.contains(delivery))
  }

  // MARK: Authorities

  private static let held = """
    purposes: [{id: run, title: Run the portal, basis: contract}]
    data:
      - {id: server_logs, fields: [ip, path], source: automatic, purposes: [run], retention: P14D}
      - {id: newsletter, fields: [email], source: person, purposes: [run], retention: until_erased}
    law_enforcement: {grounds: [law, safety]}

    """

  @Test(arguments: [
    (
      "en", "Which pages were asked for stands in the log above.",
      ["no way to get one", "Without an order", "we know no address"]
    ),
    (
      "de", "Welche Seiten abgerufen wurden, steht im Protokoll oben.",
      ["keine Möglichkeit, eine zu bekommen", "Ohne Beschluss", "keine Adresse kennen"]
    ),
  ])
  func theGuideForAuthoritiesDoesNotDenyWhatIsHeld(
    language: String, log: String, denials: [String]
  ) throws {
    let portal = try portal(DeniedFactTests.held, language: language)
    let guide = portal.words("law-enforcement.html")
    #expect(guide.contains(log))
    for denial in denials { #expect(!guide.contains(denial), "\(denial)") }
    #expect(portal.text("help.html").contains("privacy.html#log-data"))
    let bare = try self.portal("", language: language)
    #expect(!bare.words("law-enforcement.html").contains(log))
    #expect(bare.words("law-enforcement.html").contains(denials[2]))
    #expect(!bare.text("help.html").contains("privacy.html#log-data"))
  }

  // MARK: Devices

  @Test(arguments: [
    ("en", "or to your name", "on a certificate or in a note."),
    ("de", "mit Ihrem Namen", "auf einem Zertifikat oder in einer Notiz."),
  ])
  func aNameOnACertificateIsNotDenied(language: String, denial: String, words: String) throws {
    let cookies = try portal("", language: language).words("cookies.html")
    #expect(cookies.contains(words) && !cookies.contains(denial))
  }

  @Test(arguments: ["en", "de"])
  func headingsOfCategoriesHaveTheSameIDsInAllLanguages(language: String) throws {
    let portal = try portal("services: [{id: youtube}]\n", language: language)
    for id in ["category-necessary", "category-embeds", "necessary"] {
      let cookies = portal.text("cookies.html")
      #expect(cookies.parts(between: " id=\"\(id)\"").count == 2, "\(id)")
    }
    #expect(portal.text("cookies.html").contains("<h2 id=\"necessary\""))
    #expect(portal.text("privacy.html").contains("<h3 id=\"category-embeds\""))
  }

  @Test(arguments: [
    ("en", "Erasure", "Delete my personal information"),
    ("de", "Löschung", "Meine personenbezogenen Informationen löschen"),
  ])
  func leadsToARequestThatIsOffered(language: String, european: String, californian: String)
    throws
  {
    for accounts in ["", "accounts: {enabled: true}\n"] {
      for (place, wanted) in [("eu, us-ca", european), ("us-ca", californian)] {
        let page = try portal(
          "jurisdictions: [\(place)]\n" + DeniedFactTests.held + accounts, language: language
        ).text("your-data.html")
        #expect(page.contains("<em>\(wanted)</em> <a href=\"#request\">"), "\(accounts)\(place)")
      }
    }
  }
}
