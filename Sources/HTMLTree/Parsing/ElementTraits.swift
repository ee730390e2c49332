/// What the parsing rules of HTML know of an element by its name (WHATWG HTML §13.2.4.2 and §13.2.6).
struct ElementTraits: OptionSet {
  let rawValue: UInt16

  /// The element has no content and no end tag.
  static let void = ElementTraits(rawValue: 1 << 0)

  /// The end tag of a phrasing element does not reach across this element.
  static let special = ElementTraits(rawValue: 1 << 1)

  /// No tag inside closes an element outside, but for the parts of tables.
  static let scopeBoundary = ElementTraits(rawValue: 1 << 2)

  /// The start tag closes an open `p`.
  static let closesParagraph = ElementTraits(rawValue: 1 << 3)

  /// The element is one of `h1` to `h6`.
  static let heading = ElementTraits(rawValue: 1 << 4)

  /// The content is text up to the end tag, without references.
  static let rawText = ElementTraits(rawValue: 1 << 5)

  /// The content is text up to the end tag, with references.
  static let escapableRawText = ElementTraits(rawValue: 1 << 6)

  /// The end tag may be left out before the end of the parent.
  static let impliedEnd = ElementTraits(rawValue: 1 << 7)

  /// The start tag ends SVG and MathML around it.
  static let breaksOut = ElementTraits(rawValue: 1 << 8)

  /// A line feed right after the start tag is dropped.
  static let eatsLineFeed = ElementTraits(rawValue: 1 << 9)

  /// The element is a row, a cell or another part of a table.
  static let tablePart = ElementTraits(rawValue: 1 << 10)

  /// The traits of the HTML element `name`; empty for names that HTML does not know.
  init(of name: String) {
    self = Self.byName[name] ?? []
  }

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  private static let byName: [String: ElementTraits] = {
    var result: [String: ElementTraits] = [:]
    for (traits, names) in names {
      for name in names.split(separator: " ") { result[String(name), default: []].insert(traits) }
    }
    return result
  }()

  private static let names: [(ElementTraits, String)] = [
    (
      .void,
      """
      area base basefont bgsound br col embed frame hr img input keygen link meta param source track \
      wbr
      """
    ),
    (
      .special,
      """
      address applet area article aside base basefont bgsound blockquote body br button caption \
      center col colgroup dd details dialog dir div dl dt embed fieldset figcaption figure footer form \
      frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link \
      listing main marquee menu meta nav noembed noframes noscript object ol optgroup option p param \
      plaintext pre script search section select source style summary table tbody td template \
      textarea tfoot th thead title tr track ul wbr xmp
      """
    ),
    (.scopeBoundary, "applet body caption head html marquee object table td template th"),
    (
      .closesParagraph,
      """
      address article aside blockquote center details dialog dir div dl fieldset figcaption figure \
      footer form h1 h2 h3 h4 h5 h6 header hgroup hr li dd dt listing main menu nav ol p plaintext \
      pre search section summary table ul xmp
      """
    ),
    (.heading, "h1 h2 h3 h4 h5 h6"),
    (.rawText, "script style iframe noembed noframes xmp"),
    (.escapableRawText, "textarea title"),
    (.impliedEnd, "dd dt li optgroup option p rb rp rt rtc"),
    (
      .breaksOut,
      """
      b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li \
      listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var
      """
    ),
    (.eatsLineFeed, "listing pre textarea"),
    (.tablePart, "caption col colgroup tbody td tfoot th thead tr"),
  ]
}
