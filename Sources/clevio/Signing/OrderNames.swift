import Entitlements

/// The names of the entitlements for orders.
struct OrderNames {
  let keys: UnlockedKeys

  /// Who took the orders, if there is more than one shop.
  let provider: Identifier?

  /// The name, always the same for the same order, provider and first course.
  func name(of order: [UInt8], _ courses: [Identifier]) throws(Failure) -> Identifier {
    guard let provider = provider ?? Identifier("orders"), let first = courses.min() else {
      preconditionFailure("an order is for a course")
    }
    return .order(provider: provider, order: order, root: try keys.root(of: first))
  }
}
