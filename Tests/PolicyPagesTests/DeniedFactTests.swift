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
}
