/// What a course costs on a day.
package struct Offer: Hashable, Sendable {
  /// What is to be paid.
  package var price: Price
  /// The price that a sale interrupts.
  package var regular: Price?
  /// The last day of the sale.
  package var until: CalendarDate?
}

extension Course {
  /// What the course costs on a day, with a sale if there is one.
  package func offer(on day: CalendarDate) -> Offer {
    guard let sale = frontMatter.sale, let lower = sale.price?.value,
      sale.until.map({ day <= $0.value }) ?? true
    else { return Offer(price: price) }
    return Offer(price: lower, regular: price, until: sale.until?.value)
  }
}
