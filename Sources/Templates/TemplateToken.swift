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

/// A template cut into tokens.
struct ParsedTemplate: Sendable {
  let source: TemplateSource
  let tokens: [TemplateToken]

  /// The mistakes; a template that has any is not compiled.
  let errors: [TemplateError]

  /// The bytes of a token's content.
  func content(of token: TemplateToken) -> ArraySlice<UInt8> {
    source.bytes[Int(token.content.lowerBound)..<Int(token.content.upperBound)]
  }

  /// The bytes that a token is indented by.
  func indentation(of token: TemplateToken) -> ArraySlice<UInt8> {
    source.bytes[Int(token.indentation.lowerBound)..<Int(token.indentation.upperBound)]
  }

  /// Where a tag is, from its first brace to its last.
  func range(of token: TemplateToken) -> Range<Int> { token.tag.widened }
}
