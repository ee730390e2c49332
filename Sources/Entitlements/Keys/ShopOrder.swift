/// An order, as whoever took it names it.
package struct ShopOrder: Hashable, Sendable {
  /// Who took the order, such as `stripe`.
  package let provider: Identifier

  /// The order's number there, in bytes.
  package let number: [UInt8]

  /// The longest number in bytes.
  static let greatestLength = 200

  /// Names an order.
  package init(provider: Identifier, number: [UInt8]) {
    self.provider = provider
    self.number = number
  }
}

extension ShopOrder {
  /// What the order's entitlement may be called, by the course that it begins with; sorted.
  package func names(under roots: some Sequence<CourseRoot>) -> [Identifier] {
    roots.map { Identifier.order(provider: provider, order: number, root: $0) }.sorted()
  }
}
