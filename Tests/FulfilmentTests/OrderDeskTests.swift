import Bytes
import Entitlements
import TestSupport
import Testing

@testable import Fulfilment

/// Orders that are told of while what is sold changes.
@Suite struct OrderDeskTests {
  private let folder: TemporaryFolder
  private let keys: KeyFolder
  private let outbox: Outbox
  private let passphrase = Array("correct horse battery".utf8)

  private static let knots = "{name: Knots, courses: [knots], price: 49 EUR, stripe: a}"
  private static let both = "{name: Knots and art, courses: [art, knots], price: 49 EUR, stripe: a}"
  private static let art = "{name: Art, courses: [art], price: 49 EUR, stripe: b}"

  init() throws {
    folder = try TemporaryFolder()
    keys = try KeyFolder.create(
      folder.path + "/keys", author: try OrderDeskTests.name("ada"), passphrase: passphrase,
      rounds: 1, now: 1)
    for course in ["art", "knots"] {
      try keys.addCourse(
        try OrderDeskTests.name(course), passphrase: passphrase, rounds: 1, now: 1)
    }
    outbox = try Outbox(folder.path + "/outbox")
  }

  private static func name(_ text: String) throws -> Identifier {
    try #require(Identifier(text))
  }

  private func desk(selling product: String) throws -> OrderDesk {
    let text = """
      portal: harbour
      url: https://academy.example
      outbox: o
      providers: {stripe: {}}
      mail: {from: ada@academy.example}
      products: [\(product)]
      """
    let settings = try #require(
      FulfilmentSettings.read(Array(text.utf8), path: "fulfil.yml").settings)
    let courses = Set(settings.products.flatMap(\.courses)).sorted()
    return OrderDesk(
      settings: settings,
      keys: try keys.unlock(passphrase: passphrase, courses: courses, now: 1_000), secrets: [:],
      outbox: outbox, now: { 1_000 })
  }

  private func order(_ number: String = "pi_100") -> PaidOrder {
    PaidOrder(
      provider: .stripe, number: number, shownNumber: number, items: [["a"]], amount: 4_900,
      currency: "EUR", time: 900, address: "grace@buyer.example")
  }

  private func pay(_ product: String) async throws -> Receipt {
    try await desk(selling: product).take(.paid(order()), from: .stripe)
  }

  private func refund(_ product: String) async throws -> Receipt {
    try await desk(selling: product).take(
      .withdrawn(order: "pi_100", cause: "refunded"), from: .stripe)
  }

  /// The entitlements that the ledger says were issued, one for each line.
  private var issued: [Identifier] {
    get throws {
      try keys.ledger.events().compactMap { event in
        if case .issued(let id, _, _, _, _) = event.deed { id } else { nil }
      }
    }
  }

  private var files: [String] { folder.files.filter { $0.hasPrefix("outbox/") } }

  @Test func fulfilsAnOrderOnceAlsoWhenItsProductChanged() async throws {
    #expect(try await pay(OrderDeskTests.knots).verdict == .fulfilled)
    let before = files
    let again = try await pay(OrderDeskTests.both)
    #expect(again.verdict == .fulfilled)
    #expect(again.message.contains("was fulfilled before"))
    #expect(files == before)
    #expect(try issued.count == 1)
    // Also where the product is no longer sold.
    #expect(try await pay(OrderDeskTests.art).message.contains("was fulfilled before"))
    // Whoever tidied up gets no second entitlement either.
    for file in before { _ = folder.remove(file) }
    #expect(try await pay(OrderDeskTests.both).verdict == .fulfilled)
    #expect(try Set(issued).count == 1)
  }

  @Test(arguments: [OrderDeskTests.knots, OrderDeskTests.both, OrderDeskTests.art])
  func revokesWhatWasIssuedWhateverIsSoldToday(product: String) async throws {
    #expect(try await pay(OrderDeskTests.knots).verdict == .fulfilled)
    #expect(try await refund(product).verdict == .revoked)
    #expect(try keys.ledger.events().revoked == issued)
    #expect(try await refund(product).verdict == .revoked)
    #expect(try await pay(OrderDeskTests.knots).verdict == .ignored)
  }

  /// A ledger did not always say for which order something was issued.
  @Test func findsAnOrderOfAnOlderLedger() async throws {
    #expect(try await pay(OrderDeskTests.knots).verdict == .fulfilled)
    let text = (folder.read("keys/ledger.jsonl") ?? "")
      .replacing("\"order\":\"pi_100\",", with: "").replacing("\"shop\":\"stripe\",", with: "")
    #expect(!text.contains("\"order\"") && !text.contains("\"shop\""))
    folder.write(text, to: "keys/ledger.jsonl")
    #expect(try await pay(OrderDeskTests.both).message.contains("was fulfilled before"))
    #expect(try await refund(OrderDeskTests.both).verdict == .revoked)
  }

  @Test func sendsNoMailOfAnOrderThatWasWithdrawn() async throws {
    let desk = try desk(selling: OrderDeskTests.knots)
    #expect(await desk.take(.paid(order()), from: .stripe).verdict == .fulfilled)
    let id = try #require(try outbox.waitingMails().first)
    #expect(outbox.isWaiting(id))
    let refund = OrderEvent.withdrawn(order: "pi_100", cause: "refunded")
    #expect(await desk.take(refund, from: .stripe).verdict == .revoked)
    #expect(!outbox.isWaiting(id))
    #expect(!files.contains { $0.contains(id.description) })
  }
}
