/// How buyers are told.
package struct OrderMailSettings: Sendable {
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
