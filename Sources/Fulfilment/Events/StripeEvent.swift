import Bytes

/// Stripe's events of Checkout: payment links and sessions.
enum StripeEvent {
  static func read(_ event: ForeignJSON) throws(EventRefusal) -> OrderEvent {
    guard let type = event["type"]?.string, let object = event["data", "object"] else {
      throw EventRefusal(.malformed, "the event has no type or no object")
    }
    guard event["livemode"]?.flag == true else { throw EventRefusal(.test, "this is a test") }
    switch type {
    case "checkout.session.completed", "checkout.session.async_payment_succeeded":
      switch object["payment_status"]?.string {
      case "paid": return .paid(try order(object))
      case "no_payment_required":
        let name = object["id"]?.name ?? "without a name"
        return .ignored(
          "the session \(name) cost nothing, as with a coupon; if it is right, issue its entitlement by hand"
        )
      default: return .ignored("a session that is not paid yet")
      }
    case "charge.refunded":
      guard object["refunded"]?.flag == true else { return .ignored("a refund of a part") }
      return .withdrawn(order: try payment(of: object), cause: "refunded")
    case "charge.dispute.created":
      return .withdrawn(order: try payment(of: object), cause: "disputed")
    default: return .ignored("an event of another type")
    }
  }

  private static func payment(of object: ForeignJSON) throws(EventRefusal) -> String {
    guard let payment = object["payment_intent"]?.name else {
      throw EventRefusal(.malformed, "the event names no payment")
    }
    return payment
  }

  private static func order(_ session: ForeignJSON) throws(EventRefusal) -> PaidOrder {
    guard (session["mode"]?.string ?? "payment") == "payment" else {
      throw EventRefusal(.product, "the session is no single payment")
    }
    let names = [session["payment_link"]?.name, session["metadata", "clevio_product"]?.name]
      .compactMap(\.self)
    guard !names.isEmpty else {
      throw EventRefusal(
        .product, "the session has neither a payment link nor the metadata clevio_product")
    }
    let number = try payment(of: session)
    return PaidOrder(
      provider: .stripe, number: number, shownNumber: number, items: [names],
      amount: try EventValue.amount(session["amount_total"]),
      currency: try EventValue.currency(session["currency"]),
      time: try EventValue.time(session["created"]),
      address: EventValue.address(session["customer_details", "email"]))
  }
}
