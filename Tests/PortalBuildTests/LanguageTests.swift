import Files
import Testing

@Suite struct LanguageTests {
  private let texts = [
    "clevio.yml": "title: Harbour\nurl: https://harbour.example/sea/\nlanguages: [en, de, ar]\n",
    "courses/knots/index.md": "---\nlang: en\n---\n# Knots\n",
    "courses/knots/reef.md": "# Reef\n",
    "courses/knoten/index.md": "---\nlang: de\ntranslation_of: knots\n---\n# Knoten\n",
    "courses/knoten/kreuz.md": "# Kreuzknoten\n",
    "courses/uqad/index.md": "---\nlang: ar\ntranslation_of: knots\n---\n# عقد\n",
    "courses/uqad/one.md": "# عقدة\n",
    "courses/musubi/index.md": "---\nlang: ja\n---\n# 結び\n",
    "courses/musubi/one.md": "# 本結び\n",
  ]

  @Test func speaksEachLanguageWithAllWords() throws {
    func words(_ language: String) throws -> Set<Substring> {
      let path = RelativePath("theme/strings/\(language).yml")
      let file = try #require(BuiltinFiles.tree[path]).read()
      let lines = String(decoding: file, as: UTF8.self).split(separator: "\n")
      return Set(lines.filter { $0.first?.isLetter == true }.map { $0.prefix { $0 != ":" } })
    }
    let english = try words("en")
    #expect(english.isSuperset(of: ["consent_reject", "consent_accept", "cookie_settings"]))
    for language in ["ar", "de", "es", "fr", "ru"] {
      #expect(try words(language) == english, "\(language)")
    }
  }

  @Test func tellsSearchEnginesOfTheTranslations() throws {
    let portal = try BuiltPortal(texts)
    for slug in ["knots", "knoten", "uqad"] {
      let page = portal.text("courses/\(slug)/index.html")
      for (language, other) in [("en", "knots"), ("de", "knoten"), ("ar", "uqad")] {
        let link =
          "<link rel=\"alternate\" hreflang=\"\(language)\" href=\"https://harbour.example/sea/courses/\(other)/\">"
        #expect(page.contains(link), "\(slug): \(language)")
      }
    }
    #expect(!portal.text("courses/musubi/index.html").contains("hreflang=\"ja\" href=\"https:"))
  }

  @Test func switchesLanguageFromACourseToItsTranslation() throws {
    let portal = try BuiltPortal(texts)
    let menu = try #require(
      between("<details class=\"menu\">", "</details>", in: portal.text("courses/knots/index.html"))
    )
    #expect(menu.contains("href=\"../knoten/index.html\" lang=\"de\""))
    #expect(menu.contains("href=\"../uqad/index.html\" lang=\"ar\""))
    #expect(
      menu.contains(
        "href=\"index.html\" lang=\"en\" hreflang=\"en\" data-language=\"en\" aria-current"))
  }

  /// Where the switch of languages leads from a page, in the order of the portal's languages.
  private func switches(on page: String, of portal: BuiltPortal) throws -> [String] {
    let menu = try #require(
      between("<details class=\"menu\">", "</details>", in: portal.text(page)))
    return menu.split(separator: "<a href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test func switchesLanguageFromALessonToTheSamePlaceInATranslation() throws {
    var texts = texts
    texts["courses/uqad/two.md"] = "# عقدتان\n"
    texts["courses/uqad/kreuz.md"] = "# عقدة\n"
    let portal = try BuiltPortal(texts)
    // The German course has as many lessons as the English one; the Arabic one has one of the same name.
    #expect(
      try switches(on: "courses/knoten/kreuz.html", of: portal) == [
        "../knots/reef.html", "kreuz.html", "../uqad/kreuz.html",
      ])
    // Where nothing is at that place, the course itself is nearest.
    #expect(
      try switches(on: "courses/uqad/two.html", of: portal) == [
        "../knots/index.html", "../knoten/index.html", "two.html",
      ])
  }

  @Test func switchesLanguageFromASectionAndACertificate() throws {
    let portal = try BuiltPortal([
      "clevio.yml": "title: Harbour\nlanguages: [en, de, ar]\n",
      "courses/knots/index.md": "---\ncertificate: true\n---\n# Knots\n",
      "courses/knots/ends/index.md": "# Ends\n", "courses/knots/ends/reef.md": "# Reef\n",
      "courses/knoten/index.md":
        "---\nlang: de\ntranslation_of: knots\ncertificate: true\n---\n# Knoten\n",
      "courses/knoten/enden/index.md": "# Enden\n",
      "courses/knoten/enden/kreuz.md": "# Kreuzknoten\n",
    ])
    #expect(portal.errors == [])
    #expect(
      try switches(on: "courses/knots/ends/index.html", of: portal) == [
        "index.html", "../../knoten/enden/index.html", "../../../ar/index.html",
      ])
    #expect(
      try switches(on: "courses/knoten/certificate.html", of: portal) == [
        "../knots/certificate.html", "certificate.html", "../../ar/index.html",
      ])
  }

  @Test func switchesLanguageToTheCataloguesWhereThereIsNoTranslation() throws {
    #expect(
      try switches(on: "courses/musubi/one.html", of: try BuiltPortal(texts)) == [
        "../../index.html", "../../de/index.html", "../../ar/index.html",
      ])
  }

  @Test func listsCoursesInTheLanguageOfTheListFirst() throws {
    var texts = texts
    texts["authors/ada.md"] = "---\nname: Ada\nlang: de\n---\n"
    for course in ["knots", "knoten"] {
      let path = "courses/\(course)/index.md"
      texts[path] = texts[path]?.replacing("lang:", with: "authors: [ada]\nlang:")
    }
    let portal = try BuiltPortal(texts)
    for (page, first) in [
      ("index.html", "knots"), ("de/index.html", "knoten"), ("ar/index.html", "uqad"),
      ("authors/ada.html", "knoten"),
    ] {
      let cards = try #require(between("<ul class=\"cards\"", "</ul>", in: portal.text(page)))
      let card = try #require(between("<h2><a href=\"", "index.html", in: cards))
      #expect(card.hasSuffix("courses/\(first)/"), "\(page)")
    }
  }

  @Test(
    arguments: [
      ("courses/knots/reef.html", "<html lang=\"en\" dir=\"ltr\"", "Skip to content"),
      ("courses/knoten/kreuz.html", "<html lang=\"de\" dir=\"ltr\"", "Zum Inhalt springen"),
      ("courses/uqad/one.html", "<html lang=\"ar\" dir=\"rtl\"", "انتقل إلى المحتوى"),
      ("de/index.html", "<html lang=\"de\" dir=\"ltr\"", "Zum Inhalt springen"),
      ("ar/index.html", "<html lang=\"ar\" dir=\"rtl\"", "انتقل إلى المحتوى"),
      ("ar/search.html", "<html lang=\"ar\" dir=\"rtl\"", "انتقل إلى المحتوى"),
      ("courses/musubi/one.html", "<html lang=\"ja\" dir=\"ltr\"", "Skip to content"),
    ])
  func speaksTheLanguageOfTheCourse(page: String, start: String, words: String) throws {
    let text = try BuiltPortal(texts).text(page)
    #expect(text.contains(start))
    #expect(text.contains(">\(words)</a>"))
  }

  /// Where neither the interface nor the policies speak a language, its pages have those of another.
  @Test func hasPoliciesForReadersOfEachLanguage() throws {
    var texts = texts
    texts["clevio.yml"] = "title: Harbour\nlanguages: [en, ja]\n"
    let portal = try BuiltPortal(texts)
    #expect(portal.errors == [])
    for document in ["privacy", "terms", "cookies", "help", "your-data"] {
      let page = portal.text("ja/\(document).html")
      #expect(page.contains("<html lang=\"ja\""), "\(document)")
      #expect(page.contains("<div class=\"policy-toc\" lang=\"en\""), "\(document)")
    }
  }

  @Test func leadsReadersOfAllLanguagesToAPlainPage() throws {
    var texts = texts
    texts["pages/privacy.md"] = "# Privacy\n\nOur own words.\n"
    texts["legal.yml"] = """
      schema: 1
      operator:
        name: Ada
        email: ada@harbour.example
        address: {street: "1 Quay", city: Dover, country: GB}
      contact: {privacy: {email: ada@harbour.example}}
      services: [{id: youtube}]

      """
    let portal = try BuiltPortal(texts)
    #expect(!portal.has("de/privacy.html"))
    let page = portal.text("courses/knoten/kreuz.html")
    #expect(page.contains("<section class=\"clv-notice"))
    #expect(page.contains("href=\"../../privacy.html\""))
    #expect(!page.contains("de/privacy.html"))
    #expect(page.contains("href=\"../../de/cookies.html\""))
  }

  /// A sign at the end of a title stays at its end, whichever way the words beside it run.
  @Test func keepsTheDirectionOfForeignWords() throws {
    var texts = texts
    texts["courses/uqad/index.md"] =
      "---\ntitle: عقد!\nsubtitle: حبل (A).\nlang: ar\ntranslation_of: knots\n---\n"
    let portal = try BuiltPortal(texts)
    let list = portal.text("index.html")
    #expect(list.contains(" lang=\"ar\" hreflang=\"ar\"><bdi>عقد!</bdi></a>"))
    #expect(list.contains("<p lang=\"ar\"><bdi>حبل (A).</bdi></p>"))
    let page = portal.text("courses/uqad/index.html")
    #expect(page.contains("<span dir=\"auto\">Harbour</span></a>"))
  }

  @Test func leadsEveryPageHomeToTheCatalogueOfItsLanguage() throws {
    let portal = try BuiltPortal(texts)
    #expect(
      portal.text("courses/knoten/kreuz.html").contains(
        "<a class=\"brand\" href=\"../../de/index.html\""))
    #expect(
      portal.text("courses/knots/reef.html").contains(
        "<a class=\"brand\" href=\"../../index.html\""))
  }

  /// The page stays in its course's language; what the lesson says itself is in its own.
  @Test func speaksALessonsOwnLanguage() throws {
    var texts = texts
    texts["courses/knots/splice.md"] =
      "---\nlang: ar\n---\n# عقدة\n\n> [!NOTE]\n> A\n\n## واحد\n\n## اثنان\n"
    let portal = try BuiltPortal(texts)
    let page = portal.text("courses/knots/splice.html")
    let mark = " lang=\"ar\" dir=\"rtl\""
    #expect(page.contains("<html lang=\"en\" dir=\"ltr\""))
    #expect(page.contains("<h1 id=\"عقدة\"\(mark)>عقدة</h1>"))
    #expect(page.contains("<ol\(mark)>\n<li><a href=\"#"))
    let text = try #require(between("<article class=\"prose\"\(mark)", "</article>", in: page))
    #expect(text.contains("<p class=\"alert-title\">"))
    #expect(!text.contains(">Note<"))
    #expect(portal.text("courses/knots/reef.html").contains("<span\(mark)>عقدة</span>"))
    #expect(portal.text("courses/knots/index.html").contains("\"splice.html\"\(mark)>عقدة</a>"))
    let plain = try #require(between("<h1", "</h1>", in: portal.text("courses/knots/reef.html")))
    #expect(!plain.contains("lang="))
  }

  @Test func saysOfASectionWhatItsFrontMatterSays() throws {
    var texts = texts
    texts["courses/knots/ends/index.md"] =
      "---\nlang: de\ndescription: Enden von Seilen\nlastmod: 2026-11-05\n---\n# Enden\n\nWorte.\n"
    texts["courses/knots/ends/whip.md"] = "# Whip\n"
    let portal = try BuiltPortal(texts)
    let page = portal.text("courses/knots/ends/index.html")
    let mark = " lang=\"de\" dir=\"ltr\""
    #expect(page.contains("<html lang=\"en\""))
    #expect(page.contains("<meta name=\"description\" content=\"Enden von Seilen\">"))
    #expect(page.contains("<h1 id=\"enden\"\(mark)>Enden</h1>"))
    #expect(page.contains("<div class=\"prose\"\(mark) data-content>"))
    #expect(portal.text("courses/knots/reef.html").contains("\"ends/index.html\"\(mark)>Enden</a>"))
    let sitemap = portal.text("sitemap.xml")
    let entry = try #require(between("/courses/knots/ends/</loc>", "</url>", in: sitemap))
    #expect(entry.contains("<lastmod>2026-11-05</lastmod>"))
  }

  @Test func speaksTheLanguageOfAnAuthor() throws {
    var texts = texts
    texts["authors/ada.md"] = "---\nname: Ada\nlang: de\n---\nKnotet gern.\n"
    texts["authors/ben.md"] = "# Ben\n"
    let portal = try BuiltPortal(texts)
    #expect(portal.text("authors/ada.html").contains("<html lang=\"de\" dir=\"ltr\""))
    #expect(portal.text("authors/ben.html").contains("<html lang=\"en\" dir=\"ltr\""))
  }

  @Test func offersNoSwitchWhereThereIsOneLanguage() throws {
    let portal = try BuiltPortal(["courses/a/one.md": "# One\n"])
    #expect(!portal.text("courses/a/one.html").contains("<details class=\"menu\">"))
    #expect(!portal.text("index.html").contains("hreflang"))
  }

  @Test func doesNotOfferATranslationThatIsNotPublished() throws {
    var texts = texts
    texts["courses/knoten/index.md"] =
      "---\nlang: de\ntranslation_of: knots\nvisibility: draft\n---\n"
    texts["courses/uqad/index.md"] =
      "---\nlang: ar\ntranslation_of: knots\nvisibility: unlisted\n---\n"
    let page = try BuiltPortal(texts).text("courses/knots/index.html")
    #expect(!page.contains("knoten"))
    #expect(!page.contains("uqad"))
  }
}
