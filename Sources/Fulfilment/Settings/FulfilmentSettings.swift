package import Entitlements

/// What `fulfil.yml` says: what is sold for what, and how buyers are told.
package struct FulfilmentSettings: Sendable {
  /// The portal's name in entitlements.
  package var portal: Identifier

  /// The portal's address, which ends with a slash.
  package var url: String

  /// The folder for what was fulfilled, absolute or beside the settings.
  package var outbox: String

  /// The providers that orders are taken from, and the file of each one's secrets if it has one.
  package var providers: [Provider: String?]

  /// What is sold.
  package var products: [Product]

  /// Whether orders of other products are passed over rather than refused.
  package var ignoresOtherProducts: Bool

  /// What readers show of an order.
  var label: MailText

  /// The mails.
  package var mail: OrderMailSettings
}
