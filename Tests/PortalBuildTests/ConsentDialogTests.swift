import CourseLoading
import CourseModel
import TestSupport
import Testing

/// What visitors read in the dialog of the banner and in placeholders.
@Suite struct ConsentDialogTests {
  private static let legal = """
    operator: {name: Ropes Ltd}
    purposes: [{id: learn, title: {en: Learning from answers}, basis: consent, category: analytics}]
    services:
      - {id: youtube}
      - {id: matomo, params: {url: "https://stats.harbour.example", site_id: "1"}}
      - {id: stripe}
      - {id: survey, title: Survey, category: analytics, purposes: [learn],
         provider: {name: Acme, country: NL, privacy_url: "https://acme.example/privacy"},
         hosts: [acme.example], load: {frame: [acme.example]},
         storage: [{name: acme, type: localStorage, purpose: {en: unsent answers}}]}

    """

  private func portal(_ languages: String, text: String = "Words.") throws -> BuiltPortal {
    let portal = try BuiltPortal([
      "clevio.yml": "title: Harbour\nlanguages: [\(languages)]\n",
      "courses/a/one.md": "# One\n\n\(text)\n", "legal.yml": ConsentDialogTests.legal,
    ])
    #expect(portal.errors == [])
    return portal
  }

  /// The HTML of the dialog, as its script holds it.
  private func dialog(_ portal: BuiltPortal, in language: String) -> String {
    portal.text("assets/clv-choices-\(language).js").replacing("\\\"", with: "\"")
      .replacing("\\u003c", with: "<").replacing("\\u003C", with: "<")
  }

  @Test(arguments: [
    ("en", "30 minutes, anew with each visit", "13 months"),
    ("de", "30 Minuten, mit jedem Besuch von Neuem", "13 Monate"),
  ])
  func saysOfDurationsWhatTheCookieTableSays(language: String, short: String, long: String)
    throws
  {
    let portal = try portal(language)
    let dialog = dialog(portal, in: language)
    for words in [short, long] {
      #expect(dialog.contains(words), "\(dialog)")
      #expect(portal.text("cookies.html").contains(words))
    }
    // What nothing is said of stays in local storage.
    let erased = language == "en" ? "until you erase it" : "bis Sie es löschen"
    #expect(dialog.contains("<code>acme</code> · \(erased)"))
    #expect(portal.text("cookies.html").contains(erased))
  }

  @Test(arguments: [
    ("ar", "30 دقيقة، من جديد مع كل زيارة", "أيرلندا", "تشغيل مقاطع الفيديو"),
    ("es", "30 minutos, de nuevo con cada visita", "Irlanda", "reproducción de vídeos"),
    ("fr", "30 minutes, de nouveau à chaque visite", "Irlande", "lecture de vidéos"),
    ("ru", "30 минут, заново с каждым посещением", "Ирландия", "воспроизведение видео"),
  ])
  func saysWhatTheCatalogueKnowsInTheReadersLanguage(
    language: String, duration: String, country: String, purpose: String
  ) throws {
    let portal = try portal(language, text: "https://www.youtube.com/watch?v=dQw4w9WgXcQ")
    let dialog = dialog(portal, in: language)
    for words in [duration, country, purpose] { #expect(dialog.contains(words), "\(dialog)") }
    #expect(!dialog.contains("your IP address") && !dialog.contains("statistics"))
    let page = portal.text("courses/a/one.html")
    #expect(page.contains(country) && !page.contains("your IP address"))
  }

  @Test func tellsOfAServiceOfOnesOwnWhatPoliciesTell() throws {
    let english = dialog(try portal("en"), in: "en")
    #expect(
      english.contains("Acme, Netherlands – <span>Learning from answers</span>"), "\(english)")
    let data = "your IP address, what your browser tells of itself, and the address of this site"
    #expect(english.contains("<p>When it loads, it receives: <span>\(data)</span>.</p>"))
  }

  @Test func marksWordsThatAreInAnotherLanguage() throws {
    let french = dialog(try portal("fr"), in: "fr")
    #expect(french.contains("<span lang=\"en\">Learning from answers</span>"), "\(french)")
    #expect(french.contains("<span lang=\"en\">unsent answers</span>"))
    #expect(!dialog(try portal("en"), in: "en").contains("<span lang"))
    let legal = """
      operator: {name: Ropes Ltd}
      services:
        - {id: films, title: Films, provider: {name: Acme}, category: embeds, hosts: [acme.example],
           purpose: {fr: lecture}, sends: {en: what you watch}}

      """
    let page = try BuiltPortal([
      "clevio.yml": "title: Harbour\nlanguages: [fr]\n", "legal.yml": legal,
      "courses/a/one.md": "# One\n\n<iframe src=\"https://acme.example/1\"></iframe>\n",
    ]).text("courses/a/one.html")
    #expect(
      page.contains("le service reçoit : <span lang=\"en\">what you watch</span>."), "\(page)")
  }

  @Test func hasEachServiceInAllLanguagesOfTheInterface() throws {
    for id in ServiceCatalogue.ids {
      let service = try #require(ServiceCatalogue.service(named: id))
      let texts =
        [service.purpose, service.sends, service.events?.sends] + service.storage.map(\.purpose)
      for text in texts.compactMap(\.self) {
        let languages = text.variants.compactMap { $0.language?.text }.sorted()
        #expect(languages == ["ar", "de", "en", "es", "fr", "ru"], "\(id): \(text)")
      }
    }
  }

  @Test func namesTheOperatorForWhatRunsOnTheirOwnServer() throws {
    let portal = try portal("en")
    #expect(dialog(portal, in: "en").contains("<p>Ropes Ltd – <span>statistics of visits"))
    for page in ["privacy.html", "cookies.html"] {
      let text = portal.text(page)
      #expect(text.contains("statistics of visits. Provider: Ropes Ltd."), "\(page)")
      #expect(!text.contains("matomo.org") && !text.contains("a server of their own"))
    }
    #expect(portal.warnings == [])
  }
}
