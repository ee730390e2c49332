import CourseModel
import Diagnostics
import Files
import Testing

/// Names, lists and addresses as they stand in the sentences of policies.
@Suite struct PolicyWordingTests {
  private static let legal = """
    operator: {name: Ada, email: ada@harbour.example}

    """

  private func portal(_ declared: String = "", settings: String, checks: Bool = false) throws
    -> PolicyPortal
  {
    let portal = try PolicyPortal(
      legal: PolicyWordingTests.legal + declared, settings: "title: Harbour\n" + settings,
      checks: checks)
    #expect(portal.found.filter { $0.severity == .error } == [])
    return portal
  }

  @Test func makesNoInsecureLinksOfHosts() throws {
    let cookies = try portal("services: [{id: youtube}]\n", settings: "languages: [en]\n")
      .text("cookies.html")
    #expect(cookies.contains("Hosts: www.youtube.com, youtube.com"))
    #expect(!cookies.contains("href=\"http://"))
  }

  @Test(arguments: ["en", "de"])
  func hasWordsForEachFieldOfThePublicInterface(language: String) throws {
    let wrong = "api: {fields: {course: [qqqqqqqq], author: [qqqqqqqq]}}\n"
    let lists = try PolicyPortal(legal: PolicyWordingTests.legal + wrong).found
      .compactMap(\.help).filter { $0.hasPrefix("write some of ") }
    #expect(lists.count == 2)
    let path = RelativePath("clauses/\(language)/words.yml")
    let words = String(decoding: try #require(BuiltinFiles.tree[path]).read(), as: UTF8.self)
    let group = words.split(separator: "\napi_field:\n").last?.split(separator: "\nlanguage:").first
    for list in lists {
      for field in list.dropFirst("write some of ".count).split(separator: ", ") {
        #expect(group?.contains("  \(field): ") == true, "\(field)")
      }
    }
  }

  @Test func tellsWhatIsPublicInTheReadersWords() throws {
    let german = try portal(settings: "languages: [de]\n").words("privacy.html")
    #expect(german.contains("Titel, Untertitel, Beschreibung, Sprache, Niveau, Kategorie, Schlag"))
    #expect(german.contains("Name, Rolle, Links und Kurse"))
  }

  @Test(arguments: [
    ("en", "You can write to us in: German and English.", "share them: by mail, Bluesky"),
    ("de", "in diesen Sprachen schreiben: Deutsch und Englisch.", "zu teilen: per E-Mail, Bluesky"),
  ])
  func namesLanguagesAndLinksAsWithinASentence(language: String, languages: String, links: String)
    throws
  {
    let legal = """
      contact: {dsa: {authorities: ada@harbour.example, users: ada@harbour.example, languages: [de, en]}}
      ugc: {comments: true}

      """
    let settings = "languages: [\(language)]\nurl: https://harbour.example/\n"
    let portal = try portal(legal, settings: settings)
    #expect(portal.words("terms.html").contains(languages))
    #expect(portal.words("privacy.html").contains(links), "\(portal.words("privacy.html"))")
  }

  @Test func asksForPoliciesInTheLanguagesOfReaders() throws {
    let gap = "legal-gap: readers of \"fr\" get the policies in \"en\""
    let portal = try portal(settings: "languages: [en, fr]\n", checks: true)
    #expect(portal.messages.contains(gap))
    #expect(
      portal.found.first { "\($0.id): \($0.message)" == gap }?.help
        == "write policies/privacy.fr.md, policies/terms.fr.md, policies/cookies.fr.md")
    let written = Dictionary(
      uniqueKeysWithValues: ["privacy", "terms", "cookies"].map {
        ("policies/\($0).fr.md", "# Titre\n\nTexte.\n")
      })
    let settings = "title: Harbour\nlanguages: [en, fr]\n"
    let french = try PolicyPortal(
      legal: PolicyWordingTests.legal, settings: settings, others: written, checks: true)
    #expect(!french.messages.contains(gap))
    #expect(!french.text("fr/privacy.html").contains("class=\"notice\""))
  }

  @Test(arguments: [
    ("", true), ("recipients: [{id: host, name: Host, role: processor, dpa: true}]\n", false),
    ("services: [{id: stripe}]\n", false),
  ])
  func asksWhoGetsWhatBuyersGive(declared: String, isAsked: Bool) throws {
    let legal = """
      commerce: {enabled: true}
      purposes: [{id: orders, title: Handle orders, basis: contract}]

      """
    let portal = try portal(legal + declared, settings: "languages: [en]\n", checks: true)
    let gap = "legal-gap: it is not said who gets what buyers give"
    #expect(portal.messages.contains(gap) == isAsked)
  }
}
