/// A piece of a parsed template: text, or a tag.
///
/// Tokens are flat; what has a beginning and an end refers to its other half by index, so that deep
/// nesting costs no recursion.
struct TemplateToken {
  /// What the piece is.
  var kind: Kind

  /// The bytes of the text, the white space, or the name.
  var content: Range<Int32>

  /// The whole tag with its braces, for messages.
  var tag: Range<Int32> = 0..<0

  /// The index of the other half of a section, block or parent.
  var match: Int32 = -1

  /// The white space that a partial, a parent or the content of a block is indented by.
  var indentation: Range<Int32> = 0..<0

  /// How much white space each line of a block loses when it moves into its parent.
  var dedent: Int32 = 0

  /// Whether the tag has a line for itself, which then disappears.
  var isStandalone = false

  enum Kind {
    /// Text of one line, with its end.
    case text
    /// The white space that begins a line which has something to show.
    case lineStart
    case escaped
    case unescaped
    case section
    case inverted
    case sectionEnd
    case partial
    case parent
    case parentEnd
    case block
    case blockEnd
  }
}
