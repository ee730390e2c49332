import Bytes
import Entitlements
import Testing

@testable import Fulfilment

@Suite struct OrderMailTests {
  private func settings(_ mail: String = "") throws -> FulfilmentSettings {
    let text = """
      portal: harbour
      url: https://academy.example
      outbox: o
      providers: {stripe: {}}
      products:
        - {name: Knots & <more>, courses: [knots, rope], price: 49 EUR, valid: P1W, stripe: p}
      mail:
        from: Ådä <ada@academy.example>
      \(mail)
      """
    return try #require(FulfilmentSettings.read(Array(text.utf8), path: "fulfil.yml").settings)
  }

  private func sale(_ settings: FulfilmentSettings) throws -> Sale {
    try Sale(
      PaidOrder(
        provider: .stripe, number: "pi_1", shownNumber: "1001", items: [["p"]], amount: 4_900,
        currency: "EUR", time: 1_800_000_000, address: "grace@buyer.example"), in: settings)
  }

  private func mail(_ text: String = "") throws -> OrderMail {
    let settings = try settings(text)
    return OrderMail(settings, try sale(settings), token: Array("a.b-c_d.e".utf8))
  }

  @Test func writesTheStandardText() throws {
    let mail = try mail()
    #expect(mail.subject == "Knots & <more>: your order 1001")
    #expect(mail.fileName == "harbour-knots.clevio")
    #expect(
      mail.text == """
        Thank you for your order 1001: Knots & <more>.

        Open this link to unlock what you bought, and keep this mail, for the link is your key:

        https://academy.example/courses/knots/reader.html#unlock=a.b-c_d.e

        https://academy.example/courses/rope/reader.html#unlock=a.b-c_d.e

        The attached file harbour-knots.clevio does the same. Choose it on the course's page where \
        the link cannot be used, such as without a network.

        It can be used until 2027-01-22.

        """)
    let html = String(utf8: mail.html)
    #expect(html.contains("<p>Thank you for your order 1001: Knots &amp; &lt;more&gt;.</p>"))
    #expect(
      html.contains(
        "<a href=\"https://academy.example/courses/rope/reader.html#unlock=a.b-c_d.e\">"
          + "https://academy.example/courses/rope/reader.html</a>"))
  }

  @Test func takesTheAuthorsOwnText() throws {
    let mail = try mail(
      """
        language: de
        subject: "Dein Kurs {name} \u{1F422}"
        until: Gültig bis {day}.
        text: |
          Danke, {order} <b>!

          {links}
          {until}
      """)
    #expect(mail.subject == "Dein Kurs Knots & <more> \u{1F422}")
    #expect(mail.text.hasPrefix("Danke, 1001 <b>!\n\nhttps://"))
    #expect(mail.text.hasSuffix("Gültig bis 2027-01-22.\n"))
    #expect(String(utf8: mail.html).contains("<html lang=\"de\">"))
    #expect(String(utf8: mail.html).contains("<p>Danke, 1001 &lt;b&gt;!</p>"))
  }

  @Test func makesMessagesThatMailProgramsTake() throws {
    let settings = try settings("  subject: \"\(String(repeating: "Knöten ", count: 25))\"")
    let id = try #require(Identifier("e-1"))
    let from = try #require(settings.mail.from)
    let to = try #require(MailAddress("grace@buyer.example"))
    let mail = OrderMail(settings, try sale(settings), token: Array("a.b.c".utf8))
    let message = MailMessage(
      from: from, to: to, mail: mail, id: id, attachment: Array("a.b.c\n".utf8),
      time: 1_800_000_000)
    let text = String(utf8: message.bytes)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 < 0x80 } })
    #expect(
      text.hasPrefix("From: =?utf-8?B?w4Vkw6Q=?= <ada@academy.example>\nTo: grace@buyer.example\n"))
    // date -u -d @1800000000 -R
    #expect(text.contains("\nDate: Fri, 15 Jan 2027 08:00:00 +0000\n"))
    #expect(text.contains("\nMessage-ID: <e-1@academy.example>\n"))
    #expect(text.hasSuffix("\nYS5iLmMK\n\n--=_clevio_e-1--\n"))
    #expect(message.bytes == message.bytes)
  }

  @Test(arguments: [
    ("ada@example.org", "ada@example.org", ""),
    (" Ada Lovelace <ada+x@mail.example.org> ", "ada+x@mail.example.org", "Ada Lovelace"),
    ("Ådä <a@b>", "a@b", "Ådä"),
  ])
  func readsAddresses(_ text: String, address: String, name: String) {
    #expect(MailAddress(text)?.address == address)
    #expect(MailAddress(text)?.name == name)
  }

  @Test(arguments: [
    "", "ada", "@b", "a@", "a@b@c", "a b@c", "a@b c", "a@b,c@d", "a@b\nBcc: x@y", "a@-b", "a@b..c",
    ".a@b", "a.@b", "-a@b", "\"a b\"@c", "a@[127.0.0.1]", "Ada <a@b", "a@b>", "A <b@c> <d@e>",
    "a@bü.example", "a\u{0}@b",
  ])
  func refusesWhatIsNoAddress(_ text: String) {
    #expect(MailAddress(text) == nil)
  }
}
