import CourseModel
import Diagnostics
import Entitlements
import TestSupport
import Testing

@testable import Fulfilment

@Suite struct FulfilmentSettingsTests {
  private static let whole = """
    portal: harbour
    url: https://academy.example/school
    outbox: /var/lib/clevio/outbox
    label: Bestellung {order}
    other_products: ignore
    providers:
      stripe: {secret_file: stripe.secret}
      gumroad: {}
    products:
      - name: Knots
        courses: [rope, knots]
        price: [49 EUR, 7500 JPY]
        or_more: true
        valid: P8W
        stripe: [plink_1, plink_2]
        gumroad: knots
    mail:
      from: Ada Lovelace <ada@academy.example>
      language: de
      subject: "{name}"
      text: "Danke: {links}"
      until: Bis {day}.
    """

  private func read(_ text: String) -> FulfilmentSettings.Reading {
    FulfilmentSettings.read(Array(text.utf8), path: "fulfil.yml")
  }

  @Test func readsEveryKey() throws {
    let settings = try #require(read(Self.whole).settings)
    #expect(settings.portal.description == "harbour")
    #expect(settings.url == "https://academy.example/school/")
    #expect(settings.outbox == "/var/lib/clevio/outbox")
    #expect(settings.ignoresOtherProducts)
    #expect(settings.providers == [.stripe: "stripe.secret", .gumroad: nil])
    #expect(settings.mail.from?.address == "ada@academy.example")
    #expect(settings.mail.language == "de")
    #expect(settings.mail.program == "/usr/bin/msmtp")
    #expect(settings.mail.until("2027-01-31") == "Bis 2027-01-31.")
    let product = try #require(settings.products.first)
    #expect(product.courses.map(\.description) == ["knots", "rope"])
    #expect(product.prices.map(\.minorUnits) == [4_900, 7_500])
    #expect(product.acceptsMore)
    #expect(product.days == 56)
    #expect(product.names == [.stripe: ["plink_1", "plink_2"], .gumroad: ["knots"]])
  }

  /// A line of the file, what takes its place with a mark where the mistake is, and what is said.
  static let mistakes: [(line: String, marked: String, message: String, help: String?)] = [
    (
      "portal: harbour", "1️⃣portl: harbour", "the file has no key \"portl\"",
      "did you mean \"portal\"?"
    ),
    ("portal: harbour", "portal: 1️⃣Harbour", "\"Harbour\" is no name of a…z, 0…9 and -", nil),
    ("portal: harbour", "1️⃣portal:", "\"portal\" has no value", nil),
    (
      "url: https://academy.example/school", "url: 1️⃣http://academy.example",
      "\"http://academy.example\" is no address that begins with https://", nil
    ),
    (
      "label: Bestellung {order}", "label: 1️⃣\"{number}\"", "\"label\" has no place \"{number}\"",
      nil
    ),
    (
      "other_products: ignore", "other_products: 1️⃣yes", "\"other_products\" takes refuse or ignore",
      nil
    ),
    (
      "  gumroad: {}", "  gumroad: {secret_file: 1️⃣x}",
      "Gumroad signs nothing, so there is no secret", nil
    ),
    (
      "  gumroad: {}", "  1️⃣gumrod: {}", "\"providers\" has no key \"gumrod\"",
      "did you mean \"gumroad\"?"
    ),
    (
      "    price: [49 EUR, 7500 JPY]", "    price: 1️⃣49", "\"49\" names no currency",
      "write the amount and the currency: 49.00 EUR"
    ),
    (
      "    price: [49 EUR, 7500 JPY]", "    price: 1️⃣49 EURO", "\"EURO\" is no currency of ISO 4217",
      nil
    ),
    (
      "    price: [49 EUR, 7500 JPY]", "    price: 1️⃣49.005 EUR",
      "\"49.005 EUR\" has more than 2 decimals", nil
    ),
    ("    price: [49 EUR, 7500 JPY]", "    price: 1️⃣4,9 EUR", "\"4,9\" is no amount", nil),
    ("    price: [49 EUR, 7500 JPY]", "    price: 1️⃣-1 EUR", "\"-1\" is no amount", nil),
    ("    price: [49 EUR, 7500 JPY]", "    price: 1️⃣free", "what is sold costs something", nil),
    (
      "    price: [49 EUR, 7500 JPY]", "    price: [49 EUR, 1️⃣50 EUR]",
      "there is another price in this currency", nil
    ),
    ("    or_more: true", "    or_more: 1️⃣maybe", "\"or_more\" takes true or false", nil),
    ("    valid: P8W", "    valid: 1️⃣8 weeks", "\"8 weeks\" is no number of days or weeks", nil),
    ("    valid: P8W", "    valid: 1️⃣P0D", "\"P0D\" is no number of days or weeks", nil),
    ("    gumroad: knots", "    gumroad: 1️⃣a b", "\"a b\" is no name of Gumroad", nil),
    ("    gumroad: knots", "    paddle: 1️⃣pri_1", "Paddle is not among the providers", nil),
    (
      "    stripe: [plink_1, plink_2]", "    stripe: [plink_1, 1️⃣plink_1]",
      "\"plink_1\" already names another product", nil
    ),
    (
      "  from: Ada Lovelace <ada@academy.example>", "  from: 1️⃣Ada",
      "\"Ada\" is no address", nil
    ),
    (
      "  language: de", "  program: 1️⃣msmtp", "the program's path must begin with /", nil
    ),
    ("  text: \"Danke: {links}\"", "  text: 1️⃣\"{link}\"", "\"text\" has no place \"{link}\"", nil),
    ("  text: \"Danke: {links}\"", "  text: 1️⃣\"{links\"", "\"text\" has no place \"{links\"", nil),
  ]

  @Test(arguments: mistakes.indices)
  func tellsEveryMistakeWithItsPlace(_ index: Int) throws {
    let mistake = Self.mistakes[index]
    try #require(Self.whole.contains(mistake.line))
    let marked = MarkedText(
      Self.whole.replacing(mistake.line, with: mistake.marked, maxReplacements: 1))
    let reading = read(marked.text)
    #expect(reading.settings == nil)
    let found = try #require(reading.diagnostics.first { $0.message.hasPrefix(mistake.message) })
    let place = marked.position(1, in: "fulfil.yml", length: found.position.length)
    #expect(found.position == place)
    #expect(found.severity == .error)
    if let help = mistake.help { #expect(found.help == help) }
  }

  @Test func tellsAllMistakesAtOnce() {
    let reading = read("portal: Ä\nurl: x\nproducts:\n  - courses: []\n")
    #expect(reading.diagnostics.count >= 6)
    #expect(
      reading.diagnostics.map(\.position.line) == reading.diagnostics.map(\.position.line).sorted())
    #expect(reading.diagnostics.contains { $0.message == "the file needs \"outbox\"" })
    #expect(reading.diagnostics.contains { $0.message == "a product needs \"price\"" })
  }

  @Test(arguments: ["", "# nothing\n", "- a\n", "portal: [", "portal: a\nportal: b\n"])
  func refusesWhatIsNoSettings(_ text: String) {
    let reading = read(text)
    #expect(reading.settings == nil)
    #expect(!reading.diagnostics.isEmpty)
  }
}
