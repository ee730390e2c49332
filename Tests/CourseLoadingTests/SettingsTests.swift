import CourseLoading
import CourseModel
import Diagnostics
import Files
import TestSupport
import Testing

@Suite struct SettingsTests {
  @Test func readsEveryKey() throws {
    let loading = try Loading([
      "clevio.yml": """
      title: Rope Academy
      tagline: Learn to tie
      description: All knots
      url: https://ropes.example/learn
      languages: [de, en]
      operator: Ropes Ltd
      license: CC-BY-4.0
      copyright: © Ropes
      currency: EUR
      checkout_url: https://shop.example
      menu: [about]
      strict: true
      math: false
      theme: {accent: "#0b655a", accent_dark: "#AABBCC", text_font: serif, logo: l.svg, icon: i.svg}
      """,
      "pages/about.md": "---\ntitle: About us\n---\n", "l.svg": "", "i.svg": "",
    ])
    let settings = loading.portal.settings
    #expect(loading.found == [])
    #expect(settings.title == "Rope Academy" && settings.tagline == "Learn to tie")
    #expect(settings.url == "https://ropes.example/learn/" && settings.language.text == "de")
    #expect(settings.languages.map(\.text) == ["de", "en"] && settings.currency?.code == "EUR")
    #expect(settings.operatorName == "Ropes Ltd" && settings.copyright == "© Ropes")
    #expect(settings.checkoutURL?.value == "https://shop.example" && settings.isStrict)
    #expect(!settings.readsMath && settings.theme.accent?.value == "#0b655a")
    #expect(settings.theme.accentDark?.value == "#AABBCC" && settings.theme.textFont == "serif")
    #expect(settings.theme.logo?.value == "l.svg" && settings.theme.icon?.value == "i.svg")
    #expect(settings.menu.map(\.value) == ["about"] && settings.license == "CC-BY-4.0")
  }

  @Test func tellsOfMorePagesThanAMenuHasRoomFor() throws {
    var files = ["clevio.yml": "menu: [a, b, c, d, e, f]\n", "courses/knots/a.md": "Text"]
    for name in ["a", "b", "c", "d", "e", "f"] { files["pages/\(name).md"] = "# \(name)\n" }
    let found = try Loading(files).found
    #expect(found.map(\.id) == ["menu-page"] && found.first?.severity == .warning)
    #expect(found.first?.position.column == 20)
    files["clevio.yml"] = "menu: [a, b, c, d]\n"
    #expect(try Loading(files).found == [])
  }

  static let mistakes: [Mistake] = [
    Mistake(
      "curency: EUR".replacing("curency", with: "1️⃣curency"), length: 7, "front-matter-key",
      "clevio.yml has no key \"curency\"", help: "did you mean \"currency\"?"),
    Mistake(
      "strict: 1️⃣yes", length: 3, "value-strict", "\"strict\" is \"yes\", but takes true or false",
      help: "write strict: true or strict: false"),
    Mistake(
      "currency: 1️⃣EURO", length: 4, "value-currency", "\"EURO\" is no currency of ISO 4217",
      help: "did you mean \"EUR\"?"),
    Mistake(
      "languages: [en, 1️⃣german]", length: 6, "value-languages", "\"german\" names no language",
      help: "write a BCP 47 tag such as en, de or pt-BR"),
    Mistake(
      "url: 1️⃣academy.example", length: 15, "value-url",
      "\"url\" is \"academy.example\", which is no web address",
      help: "write the whole address, such as https://example.org/page"),
    Mistake(
      "theme: {accent: 1️⃣teal}", length: 4, "value-accent",
      "\"accent\" is \"teal\", which is no colour",
      help: "write # and three or six hexadecimal digits in quotes, such as \"#0b655a\""),
    // Without quotes, YAML takes the colour for a comment.
    Mistake(
      "theme:\n  1️⃣accent_dark: #0b655a", length: 11, "value-accent-dark",
      "\"accent_dark\" has no value",
      help: "write a value after the colon, in quotes if it begins with #; or remove the line"),
    Mistake(
      "menu: [1️⃣abuot]", length: 5, "menu-page", "there is no page \"abuot\"",
      help: "did you mean \"about\"?"),
    Mistake(
      "menu: 1️⃣contact", length: 7, "menu-page", "there is no page \"contact\"",
      help: "write pages/contact.md"),
    Mistake(
      "menu: [about, 1️⃣privacy]", length: 7, "menu-page",
      "\"privacy\" is a policy, which stands at the foot of all pages",
      help: "name pages of the folder pages/ here"),
    Mistake(
      "menu: [1️⃣pages/about.md]", length: 14, "menu-page", "there is no page \"pages/about.md\"",
      help: "write about"),
    Mistake(
      "menu: [1️⃣https://a.example]", length: 17, "menu-page",
      "there is no page \"https://a.example\"",
      help: "write the name of a page in pages/, such as about for pages/about.md"),
    Mistake(
      "languages: [en, 1️⃣en]", length: 2, "value-languages", "\"en\" stands in the list already",
      help: "remove it"),
    Mistake(
      "languages: [en, 1️⃣jp]", length: 2, "value-languages", "\"jp\" is no language's tag",
      help: "did you mean \"ja\"?"),
    Mistake(
      "url: 1️⃣https://a.example/index.html", length: 28, "value-url",
      "\"url\" is \"https://a.example/index.html\", which is a page, not the folder that the portal stands in",
      help: "leave out the page's name"),
    Mistake(
      "url: 1️⃣https://a.example/?a=b", length: 22, "value-url",
      "\"url\" is \"https://a.example/?a=b\", which has a query or a fragment",
      help: "write the folder's address alone"),
    Mistake(
      "url: 1️⃣https://me:pw@a.example", length: 23, "value-url",
      "\"url\" is \"https://me:pw@a.example\", which would publish a name or password",
      help: "leave out what stands before the @"),
    Mistake(
      "1️⃣services: [{id: youtube}]", length: 8, "front-matter-key",
      "clevio.yml has no key \"services\"", help: "move it to legal.yml"),
    Mistake(
      "front_matter: {ignore: [1️⃣visibility]}", length: 10, "value-ignore",
      "\"visibility\" says who may read a file, and cannot be passed over", help: "remove it"),
    Mistake(
      "front_matter: {aliases: {1️⃣visibility: category}}", length: 10, "value-aliases",
      "\"visibility\" says who may read a file, and keeps its meaning", help: "remove the line"),
    Mistake(
      "courses: 1️⃣docs", length: 4, "value-courses", "\"courses\" takes a list",
      help: "begin each entry with \"- \""),
    Mistake(
      "courses: [1️⃣docs]", length: 4, "front-matter-value",
      "an entry of \"courses\" takes keys with values",
      help: "write one \"key: value\" a line, such as path:, title:, subtitle:, description:"),
    Mistake(
      "defaults: {1️⃣prise: 49 EUR}", length: 5, "front-matter-key",
      "\"defaults\" has no key \"prise\"", help: "did you mean \"price\"?"),
    Mistake(
      "1️⃣- title", length: 0, "front-matter-value", "clevio.yml takes keys with values",
      help: "write one \"key: value\" a line"),
  ]

  @Test(arguments: mistakes)
  func tellsAMistakeAtItsPlace(mistake: Mistake) throws {
    let text = MarkedText("# é\n" + mistake.source + "\n")
    let loading = try Loading(["clevio.yml": text.text, "pages/about.md": ""])
    #expect(loading.found == [mistake.diagnostic(in: text, at: "clevio.yml")])
  }

  @Test func takesTheLanguageThatAllCoursesShare() throws {
    func language(_ languages: [String], settings: String = "") throws -> String {
      var files = ["clevio.yml": settings, "pages/about.md": ""]
      for (index, language) in languages.enumerated() {
        files["courses/c\(index)/index.md"] = "---\n\(language)\n---\n"
      }
      let portal = try Loading(files).portal
      #expect(portal.pages.map(\.language) == [portal.settings.language])
      return portal.settings.language.text
    }
    #expect(try language(["lang: de", "lang: de"]) == "de")
    #expect(try language(["lang: de", "lang: fr"]) == "en")
    #expect(try language(["lang: de", ""]) == "en")
    #expect(try language([]) == "en")
    #expect(try language(["lang: de"], settings: "languages: [fr]") == "fr")
    #expect(try language(["", ""], settings: "defaults: {lang: de}") == "de")
    // A course that is not published has no say.
    #expect(try language(["lang: de", "lang: fr\nvisibility: draft"]) == "de")
  }

  @Test func readsAuthors() throws {
    let loading = try Loading([
      "authors/02-ada-lovelace.md": """
      ---
      name: Ada Lovelace
      role: Programmer
      photo: ada.jpg
      lang: en
      links:
        - {title: Notes, url: https://notes.example}
      ---
      She wrote.
      """,
      "authors/bob.md": "# Bob B.\n", "authors/carl_c.md": "", "authors/x/no.md": "",
      "authors/ada.jpg": "",
    ])
    let authors = loading.portal.authors
    #expect(loading.found.map(\.position.path) == ["authors/x/no.md"])
    #expect(loading.ids == ["file-unread"])
    #expect(authors.map(\.slug) == ["ada-lovelace", "bob", "carl_c"])
    #expect(authors.map(\.name) == ["Ada Lovelace", "Bob B.", "Carl c"])
    #expect(authors[0].role == "Programmer" && authors[0].photo?.value == "ada.jpg")
    #expect(authors[0].links.map(\.title) == ["Notes"])
    #expect(authors[0].links.map(\.url.value) == ["https://notes.example"])
    #expect(authors[0].output.text == "authors/ada-lovelace.html")
  }

  @Test func readsPages() throws {
    let loading = try Loading([
      "pages/about.md":
        "---\ntitle: Über uns\ndescription: Wer\nlang: de\naliases: [us.html]\n---\n",
      "pages/faq.md": "# Questions\n",
    ])
    let pages = loading.portal.pages
    #expect(loading.found == [])
    #expect(pages.map(\.title) == ["Über uns", "Questions"])
    #expect(pages.map(\.language.text) == ["de", "en"])
    #expect(pages.map(\.output.text) == ["about.html", "faq.html"])
    #expect(pages[0].description == "Wer" && pages[0].aliases.map(\.value) == ["us.html"])
  }

  @Test func putsTheAddressOfTheBuildInPlaceOfTheSettings() throws {
    var options = LoadingOptions(
      today: try #require(CalendarDate(parsing: "2027-01-10")), folderName: "x")
    options.url = "https://preview.example/"
    let loaded = try loadPortal(
      from: .init(texts: ["clevio.yml": "url: https://a.example"]), options: options)
    #expect(loaded.portal.settings.url == "https://preview.example/")
  }
}
