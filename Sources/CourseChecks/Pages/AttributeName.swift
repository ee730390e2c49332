/// The attributes that rules look at.
enum AttributeName: String, CaseIterable, Sendable {
  case alt, content, data, href, hidden, id, lang, name, poster, property, rel, role, src, title
  case type, value
  case classes = "class"
  case describedBy = "aria-describedby"
  case htmlFor = "for"
  case httpEquivalent = "http-equiv"
  case isAriaHidden = "aria-hidden"
  case label = "aria-label"
  case labelledBy = "aria-labelledby"
  case marksText = "data-content"
  case pageKind = "data-page"

  static let vocabulary = MarkupVocabulary<AttributeName>()
}
