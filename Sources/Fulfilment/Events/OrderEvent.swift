/// What a provider tells.
package enum OrderEvent: Hashable, Sendable {
  /// An order was paid.
  case paid(PaidOrder)
  /// An order was paid back, or is disputed: the number of the order, and which of the two.
  case withdrawn(order: String, cause: String)
  /// Something that has no consequence: what it was.
  case ignored(String)
}

/// An order that was paid.
package struct PaidOrder: Hashable, Sendable {
  /// Who took it.
  package var provider: Provider

  /// The order's number there, which refunds name too.
  package var number: String

  /// The number that the buyer knows.
  package var shownNumber: String

  /// The things that were bought, each with the names that it may have in the settings.
  package var items: [[String]]

  /// What was paid, in minor units.
  package var amount: Int

  /// The currency's code, in capital letters.
  package var currency: String

  /// When it was ordered, in seconds since 1970; the same each time that the order is told of.
  package var time: Int

  /// Where the buyer gets mail, if the provider tells it.
  package var address: String?
}

/// Why an event is not accepted.
package struct EventRefusal: Error, Hashable, Sendable {
  /// The kind.
  package let reason: Reason

  /// What is wrong: lower case, no period; nothing of it is secret or about the buyer.
  package let message: String

  init(_ reason: Reason, _ message: String) {
    self.reason = reason
    self.message = message
  }

  /// The kinds.
  package enum Reason: String, Hashable, Sendable, CaseIterable {
    /// It is not known to come from the provider.
    case signature
    /// It was signed too long ago.
    case late
    /// It is not what the provider is known to send.
    case malformed
    /// Nobody paid.
    case test
    /// The settings know no such product.
    case product
    /// It is not the price.
    case amount
    /// The price is in another currency.
    case currency
  }
}
