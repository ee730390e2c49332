import Bytes
import Testing

@testable import Fulfilment

@Suite struct OrderEventTests {
  private func json(_ text: String) throws -> ForeignJSON {
    try ForeignJSON(parsing: Array(text.utf8))
  }

  private func stripe(_ object: String, type: String = "checkout.session.completed") throws
    -> ForeignJSON
  {
    try json("{\"type\":\"\(type)\",\"livemode\":true,\"data\":{\"object\":{\(object)}}}")
  }

  @Test func readsStripesSession() throws {
    let event = try StripeEvent.read(
      stripe(
        """
        "mode":"payment","payment_status":"paid","payment_intent":"pi_1","payment_link":"plink_1",
        "metadata":{"clevio_product":"knots"},"amount_total":4900,"currency":"eur",
        "created":1800000000,"customer_details":{"email":"grace@buyer.example"}
        """))
    #expect(
      event
        == .paid(
          PaidOrder(
            provider: .stripe, number: "pi_1", shownNumber: "pi_1", items: [["plink_1", "knots"]],
            amount: 4_900, currency: "EUR", time: 1_800_000_000, address: "grace@buyer.example")))
  }

  @Test func namesAnOrderThatCostNothing() throws {
    let event = try StripeEvent.read(
      stripe("\"id\":\"cs_1\",\"payment_status\":\"no_payment_required\",\"payment_intent\":null"))
    guard case .ignored(let what) = event else {
      Issue.record("\(event)")
      return
    }
    #expect(what.hasPrefix("the session cs_1 cost nothing"))
  }

  @Test(arguments: [
    "\"subscription_id\":\"sub_1\",\"items\":[{\"quantity\":1,\"price\":{\"id\":\"pri_1\"}}]",
    "\"items\":[{\"quantity\":1,\"price\":{\"id\":\"pri_1\",\"billing_cycle\":{\"interval\":\"month\"}}}]",
  ])
  func refusesPaddlesSubscriptions(what: String) throws {
    let event = try json(
      """
      {"event_type":"transaction.completed","event_id":"evt_1","data":{"id":"txn_1",
      "status":"completed","currency_code":"USD","created_at":"2024-04-12T10:12:33.2014Z",
      \(what),"details":{"totals":{"total":"9800"}}}}
      """)
    do throws(EventRefusal) {
      _ = try PaddleEvent.read(event)
      Issue.record("it was taken")
    } catch { #expect(error.reason == .product) }
  }

  @Test func readsPaddlesTransactionOfTwoItems() throws {
    let event = try PaddleEvent.read(
      json(
        """
        {"event_type":"transaction.completed","event_id":"evt_1","data":{"id":"txn_1",
        "status":"completed","currency_code":"USD","created_at":"2024-04-12T10:12:33.2014Z",
        "invoice_number":null,"subscription_id":null,
        "items":[{"quantity":1,"price":{"id":"pri_1","product_id":"pro_1","billing_cycle":null}},
        {"quantity":1,"price":{"id":"pri_2","product_id":"pro_2"}}],
        "details":{"totals":{"total":"9800"}}}}
        """))
    #expect(
      event
        == .paid(
          PaidOrder(
            provider: .paddle, number: "txn_1", shownNumber: "txn_1",
            items: [["pri_1", "pro_1"], ["pri_2", "pro_2"]], amount: 9_800, currency: "USD",
            // date -u -d 2024-04-12T10:12:33Z +%s
            time: 1_712_916_753, address: nil)))
  }

  @Test(arguments: [
    ("\"refunded\":true,\"payment_intent\":\"pi_1\"", "charge.refunded", "refunded"),
    ("\"payment_intent\":\"pi_1\"", "charge.dispute.created", "disputed"),
  ])
  func readsWhatIsTakenBack(_ object: String, type: String, cause: String) throws {
    let event = try StripeEvent.read(stripe(object, type: type))
    #expect(event == .withdrawn(order: "pi_1", cause: cause))
  }

  @Test(arguments: [
    ("2024-04-12T10:12:33Z", 1_712_916_753), ("2024-04-12T10:12:33.999999Z", 1_712_916_753),
    ("1970-01-01T00:00:00Z", 0), ("2024-02-29T23:59:60Z", 1_709_251_200),
    ("2024-04-12T10:12:33", nil), ("2024-04-12T10:12:33+02:00", nil), ("2024-04-12", nil),
    ("2023-02-29T00:00:00Z", nil), ("2024-04-12T24:00:00Z", nil), ("2024-04-12 10:12:33Z", nil),
    ("soon", nil),
  ])
  func readsTimesOfUTCOnly(_ text: String, expected: Int?) {
    #expect((try? EventValue.time(.text(Array(text.utf8)))) == expected)
  }

  @Test func readsGumroadsExport() throws {
    let names = [
      "Purchase ID", "Purchase Email", "Purchase Date", "Sale Price ($)", "Fully Refunded?",
      "Disputed?", "Dispute Won?", "Recurring Charge?", "Free trial purchase?",
      "Pre-order authorization?", "Product ID", "Order Number", "Giftee Email", "Quantity",
    ]
    func rows(_ cells: String) throws -> [GumroadExport.Row] {
      try GumroadExport.read(
        Array("\u{FEFF}\(names.joined(separator: ","))\r\n\(cells)\r\nTotals,,,,,,,,,,,,,\r\n".utf8)
      )
    }
    func event(_ cells: String) throws -> Result<OrderEvent, EventRefusal>? {
      try rows(cells).first?.event
    }
    let paid = try event("x,g@b.example,2026-01-31,49.5,0,1,1,0,0,0,knots,7,h@b.example,1")
    #expect(
      try paid?.get()
        == .paid(
          PaidOrder(
            provider: .gumroad, number: "7", shownNumber: "7", items: [["knots"]], amount: 4_950,
            currency: "USD", time: 1_769_817_600, address: "h@b.example")))
    let disputed = try event("x,,2026-01-31,49.5,0,1,0,0,0,0,knots,7,,1")
    #expect(try disputed?.get() == .withdrawn(order: "7", cause: "disputed"))
    for (price, isRight) in [
      ("49", true), ("49.0", true), ("49.00", true), ("49.001", false), ("4e1", false), ("", false),
      ("-49", false), ("$49", false), ("4,9", false),
    ] {
      let row = try event("x,,2026-01-31,\"\(price)\",0,0,0,0,0,0,knots,7,,1")
      #expect(((try? row?.get()) != nil) == isRight, "\(price)")
    }
    #expect(throws: EventRefusal.self) { try rows("x,y") }
    #expect(throws: EventRefusal.self) { try rows("\"x") }
    #expect(throws: EventRefusal.self) { try GumroadExport.read(Array("a,b\n1,2\n".utf8)) }
  }
}
