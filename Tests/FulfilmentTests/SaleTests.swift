import Entitlements
import Testing

@testable import Fulfilment

@Suite struct SaleTests {
  private let settings: FulfilmentSettings

  init() throws {
    let text = """
      portal: harbour
      url: https://academy.example
      outbox: o
      providers: {paddle: {}, stripe: {}}
      products:
        - {name: Knots, courses: [knots], price: [49 EUR, 54 USD], paddle: a, valid: P10D}
        - {name: Rope, courses: [rope, knots], price: 80 EUR, paddle: b, valid: P20D}
        - {name: Sail, courses: [sail], price: 10 EUR, or_more: true, paddle: c}
      """
    settings = try #require(FulfilmentSettings.read(Array(text.utf8), path: "fulfil.yml").settings)
  }

  private func order(_ items: [String], _ amount: Int, _ currency: String = "EUR") -> PaidOrder {
    PaidOrder(
      provider: .paddle, number: "1", shownNumber: "1", items: items.map { ["x", $0] },
      amount: amount, currency: currency, time: 1_000, address: nil)
  }

  @Test(
    arguments: [
      (["a"], 4_900, "EUR", ["knots"], 1_000 + 10 * 86_400),
      (["a"], 5_400, "USD", ["knots"], 1_000 + 10 * 86_400),
      (["a", "b"], 12_900, "EUR", ["knots", "rope"], 1_000 + 20 * 86_400),
      (["c"], 1_000, "EUR", ["sail"], nil),
      (["c"], 1_190, "EUR", ["sail"], nil),
      (["a", "c"], 5_900, "EUR", ["knots", "sail"], nil),
    ] as [([String], Int, String, [String], Int?)])
  func takesTheRightSum(
    _ items: [String], amount: Int, currency: String, courses: [String], expires: Int?
  ) throws {
    let sale = try Sale(order(items, amount, currency), in: settings)
    #expect(sale.courses.map(\.description) == courses)
    #expect(sale.expires == expires)
  }

  @Test(
    arguments: [
      (["a"], 4_899, "EUR", .amount), (["a"], 4_901, "EUR", .amount),
      (["a"], 4_900, "USD", .amount),
      (["a", "b"], 4_900, "EUR", .amount), (["c"], 999, "EUR", .amount),
      (["a", "c"], 6_000, "EUR", .amount), (["b"], 8_000, "USD", .currency),
      (["a"], 4_900, "GBP", .currency), (["z"], 4_900, "EUR", .product),
      (["a", "z"], 4_900, "EUR", .product), ([], 0, "EUR", .product),
    ] as [([String], Int, String, EventRefusal.Reason)])
  func refusesAnyOther(
    _ items: [String], amount: Int, currency: String, reason: EventRefusal.Reason
  ) {
    do throws(EventRefusal) {
      _ = try Sale(order(items, amount, currency), in: settings)
      Issue.record("it was taken")
    } catch { #expect(error.reason == reason) }
  }

  @Test func keepsTheProvidersApart() {
    var stripe = order(["a"], 4_900)
    stripe.provider = .stripe
    #expect(throws: EventRefusal.self) { try Sale(stripe, in: settings) }
  }
}
