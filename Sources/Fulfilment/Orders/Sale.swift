import CourseModel
import Entitlements

/// An order of products that the settings know, at their price.
struct Sale: Sendable {
  let order: PaidOrder
  let products: [Product]

  /// The courses, sorted.
  let courses: [Identifier]

  /// From when on the entitlement is refused; `nil` means never.
  let expires: Int?

  /// Finds what an order is of.
  ///
  /// - Throws: ``EventRefusal`` for a product that is not known, and a sum or currency that is not
  ///   that of the products.
  init(_ order: PaidOrder, in settings: FulfilmentSettings) throws(EventRefusal) {
    var products: [Product] = []
    for names in order.items {
      guard
        let product = settings.products.first(where: { product in
          product.names[order.provider]?.contains { names.contains($0) } ?? false
        })
      else {
        throw EventRefusal(
          .product, "no product is called \(names.first ?? "so") at \(order.provider.title)")
      }
      products.append(product)
    }
    guard !products.isEmpty else { throw EventRefusal(.product, "nothing was bought") }
    try Sale.check(order, products)
    self.order = order
    self.products = products
    courses = Set(products.flatMap(\.courses)).sorted()
    // Of several, the longest counts for all.
    let days = products.reduce(Optional(0)) { longest, product in
      guard let longest, let days = product.days else { return nil }
      return max(longest, days)
    }
    expires = days.map { order.time + $0 * 86_400 }
  }

  private static func check(_ order: PaidOrder, _ products: [Product]) throws(EventRefusal) {
    var sum = 0
    for product in products {
      guard let price = product.prices.first(where: { $0.currency?.code == order.currency }) else {
        throw EventRefusal(.currency, "\(order.currency) is not a currency of its price")
      }
      let (total, isTooLarge) = sum.addingReportingOverflow(price.minorUnits)
      guard !isTooLarge else { throw EventRefusal(.amount, "its prices add up to too much") }
      sum = total
    }
    let acceptsMore = products.allSatisfy(\.acceptsMore)
    guard order.amount == sum || acceptsMore && order.amount > sum else {
      throw EventRefusal(
        .amount,
        "\(order.amount) minor units of \(order.currency) were paid, but the price is \(sum)")
    }
  }
}
