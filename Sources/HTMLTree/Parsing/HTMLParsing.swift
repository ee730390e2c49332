/// The way from bytes to nodes: repair the text, nest the tags, let libxml2 read the result.
enum HTMLParsing {
  static func nodes(of bytes: [UInt8]) throws(HTMLError) -> [HTMLNode] {
    guard bytes.count <= HTMLLimit.byteCount else {
      throw .tooLarge(byteCount: bytes.count, limit: HTMLLimit.byteCount)
    }
    let source = SourceText.repaired(bytes)
    var tokenizer = HTMLTokenizer(of: source)
    var nesting = HTMLNesting(of: source)
    while let token = tokenizer.next(allowsCharacterData: nesting.allowsCharacterData) {
      switch token {
      case .text(let range): nesting.add(text: range)
      case .characterData(let range): nesting.add(text: range, isCharacterData: true)
      case .comment(let range): nesting.add(comment: range)
      case .doctype: break
      case .endTag(let tag): nesting.add(endTag: tag)
      case .startTag(let tag):
        guard tag.attributes.count <= HTMLLimit.attributes else {
          throw .tooManyAttributes(line: tag.line, limit: HTMLLimit.attributes)
        }
        nesting.add(startTag: tag)
        takeRawText(of: tag, from: &tokenizer, into: &nesting)
      }
    }
    nesting.pop(through: 0)
    return try MarkupReader.nodes(of: nesting.markup)
  }

  /// Takes what browsers do not read as markup after the start tag `tag`.
  private static func takeRawText(
    of tag: HTMLTag, from tokenizer: inout HTMLTokenizer, into nesting: inout HTMLNesting
  ) {
    guard let opened = nesting.open.last, opened.namespace == .html else { return }
    if tag.traits.contains(.eatsLineFeed) { tokenizer.skipLineFeed() }
    if tag.name == "plaintext" {
      nesting.add(rawText: tokenizer.takeRawText(of: tag.name), of: tag.name)
    } else if opened.name == tag.name,
      !tag.traits.isDisjoint(with: [.rawText, .escapableRawText])
    {
      nesting.add(rawText: tokenizer.takeRawText(of: tag.name), of: tag.name)
    }
  }
}
