/// What was issued for orders: an order keeps its entitlement, whatever its product is of today.
package struct IssuedOrders: Sendable {
  private var entitlements: [ShopOrder: [Identifier]] = [:]
  private var issued: Set<Identifier> = []
  private var courses: [Identifier: Set<Identifier>] = [:]

  /// Reads what was issued.
  package init(_ events: [LedgerEvent]) {
    for event in events {
      guard case .issued(let id, _, _, let granted, _) = event.deed else { continue }
      issued.insert(id)
      courses[id, default: []].formUnion(granted)
      guard let order = event.order, entitlements[order]?.contains(id) != true else { continue }
      entitlements[order, default: []].append(id)
    }
  }

  /// Whether an entitlement was issued for one of some courses.
  package func covers(_ id: Identifier, anyOf some: [Identifier]) -> Bool {
    courses[id].map { !$0.isDisjoint(with: some) } ?? false
  }

  /// The entitlements for an order, the first one first.
  ///
  /// - Parameters:
  ///   - order: The order.
  ///   - roots: Secrets of courses that it may begin with: a ledger did not always name orders.
  /// - Returns: Their names; none where nothing was issued.
  package func entitlements(
    for order: ShopOrder, under roots: some Sequence<CourseRoot>
  ) -> [Identifier] {
    let named = entitlements[order] ?? []
    return named + order.names(under: roots).filter { issued.contains($0) && !named.contains($0) }
  }
}
