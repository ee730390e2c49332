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

/// A text with places such as `{order}`, to be filled in.
struct PlaceText<Name: RawRepresentable<String> & CaseIterable>: Hashable, Sendable {
  /// The names of the places.
  typealias Place = Name

  /// The text with its places.
  let template: String

  /// The first place that is not known, or is not closed, as it was written; `nil` if all are.
  static func unknownPlace(in text: String) -> String? {
    let pieces = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
    for piece in pieces {
      let name = piece.prefix { $0 != "}" }
      if name.count == piece.count { return "{\(name)" }
      if Place(rawValue: String(name)) == nil { return "{\(name)}" }
    }
    return nil
  }

  /// The text with its places filled in; what is filled in is never searched for places.
  func filled(_ values: (Place) -> String) -> String {
    var text = ""
    for (index, piece) in template.split(separator: "{", omittingEmptySubsequences: false)
      .enumerated()
    {
      let name = piece.prefix { $0 != "}" }
      guard index > 0, let place = Place(rawValue: String(name)) else {
        text += (index > 0 ? "{" : "") + piece
        continue
      }
      text += values(place) + piece.dropFirst(name.count + 1)
    }
    return text
  }
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
