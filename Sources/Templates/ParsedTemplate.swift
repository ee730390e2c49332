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

  /// The names in its partial and parent tags.
  var includedNames: [ArraySlice<UInt8>] {
    tokens.filter { $0.kind == .partial || $0.kind == .parent }.map(content)
  }
}
