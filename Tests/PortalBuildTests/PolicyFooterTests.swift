import Diagnostics
import Testing

/// What the foot of pages leads to by `footer:` in `legal.yml`.
@Suite struct PolicyFooterTests {
  private func portal(_ legal: String, _ texts: [String: String] = [:]) throws -> BuiltPortal {
    let files = ["courses/a/one.md": "# One\n\nWords.\n", "legal.yml": legal]
    return try BuiltPortal(files.merging(texts) { $1 })
  }

  @Test(arguments: [
    ("imprint", "write the operator's address:"), ("withdrawal", "write commerce: {enabled: true}"),
    ("accessibility", "write accessibility:"), ("california", "add us-ca to jurisdictions"),
    ("children", "write audience: {directed_to_children: true}"),
    ("law_enforcement", "write law_enforcement: {guide: true}"),
  ])
  func tellsOfADocumentThatThePortalDoesNotHave(name: String, help: String) throws {
    let legal =
      "operator: {name: Ropes}\nlaw_enforcement: {guide: false}\nfooter: [help, \(name)]\n"
    let portal = try portal(legal)
    let found = portal.diagnostics.filter { $0.id == "legal-reference" }
    #expect(found.map(\.position.line) == [3] && found.map(\.position.column) == [16])
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.help?.hasPrefix(help) == true)
    let page = portal.text("courses/a/one.html")
    #expect(page.contains("help.html") && !page.contains("\(name).html"))
  }

  @Test func ordersTheLinksAndTakesNoneAway() throws {
    let portal = try portal(
      "operator: {name: Ropes}\ncommerce: {enabled: true}\nfooter: [help, terms]\n")
    let page = portal.text("courses/a/one.html")
    let foot = page.split(separator: "<footer").last ?? ""
    let names = ["help", "terms", "privacy", "cookies", "imprint", "your-data", "withdrawal"]
    let places = names.compactMap { foot.firstRange(of: "\($0).html")?.lowerBound }
    #expect(places.count == names.count && places == places.sorted(), "\(foot)")
  }

  @Test func takesDocumentsThatThePortalHas() throws {
    let legal = "operator: {name: Ropes}\nfooter: [imprint, terms, consent-settings]\n"
    let plain = try portal(legal, ["pages/imprint.md": "# Imprint\n\nRopes.\n"])
    #expect(!plain.diagnostics.contains { $0.id == "legal-reference" })
    let address = "address: {street: A 1, postal_code: \"1\", city: B, country: DE}"
    let made = try portal(
      "operator: {name: Ropes, \(address)}\nfooter: [imprint, terms, consent-settings]\n")
    #expect(!made.diagnostics.contains { $0.id == "legal-reference" })
    #expect(made.text("courses/a/one.html").contains("imprint.html"))
  }
}
