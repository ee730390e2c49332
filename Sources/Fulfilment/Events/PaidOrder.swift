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
