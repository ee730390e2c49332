package import CourseModel
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
  package var mail: MailSettings
}

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

/// How buyers are told.
package struct MailSettings: Sendable {
  /// Who writes; `nil` sends nothing and leaves everything in the outbox.
  package var from: MailAddress?

  /// The absolute path of the program that sends mails from standard input, with msmtp's options.
  package var program = "/usr/bin/msmtp"

  /// The program's own settings; `nil` leaves it to find them.
  package var configuration: String?

  /// The language of the texts.
  package var language = "en"

  var subject = MailText(template: "{name}: your order {order}")
  var text = MailText.standard

  /// The sentence for `{until}`, with `{day}` in it.
  var untilSentence = "It can be used until {day}."

  func until(_ day: String) -> String {
    untilSentence.split(separator: "{day}", omittingEmptySubsequences: false).joined(separator: day)
  }
}
