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
