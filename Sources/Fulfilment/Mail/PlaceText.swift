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
