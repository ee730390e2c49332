import Bytes

/// Lemon Squeezy's events of orders.
enum LemonSqueezyEvent {
  static func read(_ event: ForeignJSON) throws(EventRefusal) -> OrderEvent {
    guard let type = event["meta", "event_name"]?.string, let data = event["data"],
      let attributes = data["attributes"]
    else { throw EventRefusal(.malformed, "the event has no name or no data") }
    let isTest = [
      event["meta", "test_mode"], attributes["test_mode"],
      attributes["first_order_item", "test_mode"],
    ].contains { $0?.flag == true }
    guard !isTest else { throw EventRefusal(.test, "this is a test") }
    switch type {
    case "order_created":
      guard attributes["status"]?.string == "paid" else {
        return .ignored("an order that is not paid")
      }
      return .paid(try order(data, attributes))
    case "order_refunded":
      guard attributes["status"]?.string == "refunded" else {
        return .ignored("a refund of a part")
      }
      return .withdrawn(order: try number(of: data), cause: "refunded")
    default: return .ignored("an event of another type")
    }
  }

  private static func number(of data: ForeignJSON) throws(EventRefusal) -> String {
    guard data["type"]?.string == "orders", let number = data["id"]?.name else {
      throw EventRefusal(.malformed, "the event names no order")
    }
    return number
  }

  private static func order(
    _ data: ForeignJSON, _ attributes: ForeignJSON
  ) throws(EventRefusal) -> PaidOrder {
    guard let item = attributes["first_order_item"] else {
      throw EventRefusal(.malformed, "the order has no item")
    }
    guard item["quantity"].map({ $0.wholeNumber == 1 }) ?? true else {
      throw EventRefusal(.product, "something was bought more than once in one order")
    }
    let number = try number(of: data)
    return PaidOrder(
      provider: .lemonSqueezy, number: number,
      shownNumber: attributes["order_number"]?.name ?? number,
      items: [[item["variant_id"]?.name, item["product_id"]?.name].compactMap(\.self)],
      amount: try EventValue.amount(attributes["total"]),
      currency: try EventValue.currency(attributes["currency"]),
      time: try EventValue.time(attributes["created_at"]),
      address: EventValue.address(attributes["user_email"]))
  }
}
