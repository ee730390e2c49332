/// The words of an order's mail.
typealias MailText = PlaceText<OrderPlace>

/// What the words of an order's mail can name.
enum OrderPlace: String, CaseIterable {
  /// The order's number.
  case order
  /// The names of what was bought.
  case name
  /// A link for each course.
  case links
  /// The name of the attached file.
  case file
  /// A sentence that says until when it can be used, or nothing.
  case until
}

extension PlaceText<OrderPlace> {
  /// The text of mails where the settings have none.
  static var standard: MailText {
    MailText(
      template: """
        Thank you for your order {order}: {name}.

        Open this link to unlock what you bought, and keep this mail, for the link is your key:

        {links}

        The attached file {file} does the same. Choose it on the course's page where the link \
        cannot be used, such as without a network.

        {until}
        """)
  }
}
