package import CourseModel
package import Entitlements

/// Something that is sold.
package struct Product: Hashable, Sendable {
  /// What buyers know it as.
  package var name: String

  /// The courses, sorted.
  package var courses: [Identifier]

  /// What it costs, at most once in each currency.
  package var prices: [Price]

  /// Whether more may be paid, such as taxes on top of the price.
  package var acceptsMore: Bool

  /// For how many days it can be used; `nil` means for ever.
  package var days: Int?

  /// What the providers call it.
  package var names: [Provider: [String]]
}
