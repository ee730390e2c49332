import Bytes

/// Paddle Billing's events of transactions and adjustments.
enum PaddleEvent {
  static func read(_ event: ForeignJSON) throws(EventRefusal) -> OrderEvent {
    guard let type = event["event_type"]?.string, let data = event["data"] else {
      throw EventRefusal(.malformed, "the event has no type or no data")
    }
    // Simulated events come with numbers of their own.
    for number in [event["event_id"]?.name, event["notification_id"]?.name] {
      if number?.hasPrefix("ntfsim") == true { throw EventRefusal(.test, "this is a simulation") }
    }
    switch type {
    case "transaction.completed": return .paid(try order(data))
    case "adjustment.created", "adjustment.updated": return try adjustment(data)
    default: return .ignored("an event of another type")
    }
  }

  private static func adjustment(_ data: ForeignJSON) throws(EventRefusal) -> OrderEvent {
    guard let order = data["transaction_id"]?.name else {
      throw EventRefusal(.malformed, "the adjustment names no transaction")
    }
    switch data["action"]?.string {
    case "chargeback": return .withdrawn(order: order, cause: "disputed")
    case "refund":
      guard data["status"]?.string == "approved" else {
        return .ignored("a refund that is not approved")
      }
      guard data["type"]?.string == "full" else { return .ignored("a refund of a part") }
      return .withdrawn(order: order, cause: "refunded")
    default: return .ignored("an adjustment of another kind")
    }
  }

  private static func order(_ data: ForeignJSON) throws(EventRefusal) -> PaidOrder {
    guard data["status"]?.string == "completed", let number = data["id"]?.name,
      let lines = data["items"]?.items, (1...100).contains(lines.count)
    else { throw EventRefusal(.malformed, "the transaction is not complete, or has no items") }
    guard data["subscription_id"] == nil, lines.allSatisfy({ $0["price", "billing_cycle"] == nil })
    else { throw EventRefusal(.product, "the transaction is no single payment") }
    var items: [[String]] = []
    for line in lines {
      guard line["quantity"]?.wholeNumber == 1 else {
        throw EventRefusal(.product, "something was bought more than once in one order")
      }
      items.append(
        [line["price", "id"]?.name, line["price", "product_id"]?.name].compactMap(\.self))
    }
    let totals = data["details", "totals"]
    return PaidOrder(
      provider: .paddle, number: number, shownNumber: data["invoice_number"]?.name ?? number,
      items: items, amount: try EventValue.amount(totals?["total"]),
      currency: try EventValue.currency(data["currency_code"]),
      time: try EventValue.time(data["billed_at"] ?? data["created_at"]),
      address: EventValue.address(data["custom_data", "email"]))
  }
}
