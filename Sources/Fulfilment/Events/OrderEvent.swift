/// What a provider tells.
package enum OrderEvent: Hashable, Sendable {
  /// An order was paid.
  case paid(PaidOrder)
  /// An order was paid back, or is disputed: the number of the order, and which of the two.
  case withdrawn(order: String, cause: String)
  /// Something that has no consequence: what it was.
  case ignored(String)
}
