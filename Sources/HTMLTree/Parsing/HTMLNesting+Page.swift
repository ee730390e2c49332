import Bytes

/// The frame of a page: `html`, `head` and `body`, made up where their tags are left out
/// (WHATWG HTML §13.2.6.4.1 to §13.2.6.4.7).
extension HTMLNesting {
  /// Closes everything, after completing the frame of a page.
  mutating func finish() {
    if isPage { openBody(of: nil) }
    pop(through: 0)
  }

  /// Opens what has to be open before the element of `tag`; false if `tag` was part of the frame.
  mutating func preparePage(for tag: HTMLTag) -> Bool {
    if progress == .inBody { return true }
    switch tag.name {
    case "html":
      if open.isEmpty { push("html", of: tag, in: .html) }
      return false
    case "head":
      if progress == .beforeHead { openHead(of: tag) }
      return false
    case "body":
      openBody(of: tag)
      return false
    default: break
    }
    // Inside `noscript` or `template` in the head, any element stays there.
    if progress == .inHead, open.last?.name != "head" { return true }
    if !tag.traits.contains(.headContent) {
      if !(progress == .afterHead && open.count > 1) { openBody(of: nil) }
    } else if progress == .beforeHead {
      openHead(of: nil)
    }
    return true
  }

  /// Closes the head at its end tag; false if the end tag is part of the frame.
  mutating func preparePage(forEndTag name: String) -> Bool {
    guard ["html", "head", "body"].contains(name) else { return true }
    if name == "head", progress == .inHead { closeHead() }
    return false
  }

  /// Opens what has to be open before text; the rest of the text that is to be kept.
  mutating func prepareForText(_ range: Range<Int>) -> Range<Int> {
    if progress == .inBody || progress == .inHead && open.last?.name != "head" { return range }
    if progress == .afterHead, open.count > 1 { return range }
    let space = source[range].prefix(while: \.isASCIIWhitespace)
    if progress != .beforeHead { markup.appendVerbatim(space) }
    let rest = space.endIndex..<range.upperBound
    if !rest.isEmpty { openBody(of: nil) }
    return rest
  }

  private mutating func openHead(of tag: HTMLTag?) {
    if open.isEmpty { push("html", of: nil, in: .html) }
    push("head", of: tag, in: .html)
    progress = .inHead
  }

  private mutating func closeHead() {
    pop(through: 1)
    progress = .afterHead
  }

  private mutating func openBody(of tag: HTMLTag?) {
    if progress == .inBody { return }
    if progress == .beforeHead { openHead(of: nil) }
    pop(through: 1)
    push("body", of: tag, in: .html)
    progress = .inBody
  }
}
