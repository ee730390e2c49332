import Entitlements

/// The names of the entitlements for orders.
struct OrderNames {
  let keys: UnlockedKeys

  /// Who took the orders, if there is more than one shop.
  let provider: Identifier?

  /// What was issued before.
  let issued: IssuedOrders

  /// An order by its number.
  func order(_ number: [UInt8]) -> ShopOrder {
    guard let provider = provider ?? Identifier("orders") else {
      preconditionFailure("orders is a name")
    }
    return ShopOrder(provider: provider, number: number)
  }

  /// The name of the order's entitlement: the one that it has, else always the same for the same order, provider and
  /// first course.
  func name(of order: ShopOrder, _ courses: [Identifier]) throws(Failure) -> Identifier {
    guard let course = courses.min() else { preconditionFailure("an order is for a course") }
    let first = [try keys.root(of: course)]
    // What was ordered under the same number and has no course in common is another purchase.
    let known = issued.entitlements(for: order, under: keys.roots.values)
      .filter { issued.covers($0, anyOf: courses) }
    let name = order.names(under: first)[0]
    return known.contains(name) ? name : known.first ?? name
  }
}
