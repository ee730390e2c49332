import Bytes
import CommonMark

extension TextRenderer {
  /// Keeps headings from taking the ids of a footnote and of the places that refer to it.
  mutating func reserveIDs(of definition: MarkdownNode) {
    var id = [UInt8]("fn-")
    id.append(percentEncoding: definition.literal)
    _ = slugs.claim(id)
    for use in 1...max(1, definition.footnoteUses) {
      _ = slugs.claim(referenceID(definition.literal, use: use))
    }
  }

  mutating func writeFootnoteReference(_ node: MarkdownNode) {
    guard let definition = node.footnoteDefinition else { return }
    let label = definition.literal
    text.html.append("<sup class=\"footnote-ref\"><a")
    text.html.append(contentsOf: trustMark)
    text.html.append(" href=\"#fn-")
    text.html.append(percentEncoding: label)
    if !isRepeating {
      text.html.append("\" id=\"")
      text.html.append(contentsOf: referenceID(label, use: node.footnoteUse))
    }
    text.html.append("\" aria-label=\"")
    text.html.append(
      escaping: setting.strings.text("footnote", ["n": String(utf8: node.literal)]))
    text.html.append("\">")
    text.html.append(contentsOf: node.literal)
    text.html.append("</a></sup>")
  }

  private func referenceID(_ label: [UInt8], use: Int) -> [UInt8] {
    var id = [UInt8]("fnref-")
    id.append(percentEncoding: label)
    if use > 1 {
      id.append(UInt8(ascii: "-"))
      id.append(decimal: use)
    }
    return id
  }

  mutating func openFootnote(_ node: MarkdownNode) {
    closeOpenTabs()
    beginLine()
    if !footnotesAreOpen {
      footnotesAreOpen = true
      text.html.append("<section class=\"footnotes\" aria-label=\"")
      text.html.append(escaping: setting.strings.text("footnotes"))
      text.html.append("\"><ol>\n")
    }
    text.html.append("<li")
    text.html.append(contentsOf: trustMark)
    text.html.append(" id=\"fn-")
    text.html.append(percentEncoding: node.literal)
    text.html.append("\">\n")
  }

  mutating func closeFootnote(_ node: MarkdownNode) {
    var last: MarkdownNode?
    for child in node.children { last = child }
    if last?.kind != .paragraph { writeWayBack(of: node) }
    text.html.append("</li>\n")
  }

  /// Links from a footnote to the places that refer to it.
  mutating func writeWayBack(of node: MarkdownNode) {
    for use in 1...max(1, node.footnoteUses) {
      if use > 1 { text.html.append(UInt8(ascii: " ")) }
      text.html.append("<a")
      text.html.append(contentsOf: trustMark)
      text.html.append(" class=\"footnote-backref\" href=\"#")
      text.html.append(contentsOf: referenceID(node.literal, use: use))
      text.html.append("\" aria-label=\"")
      text.html.append(escaping: setting.strings.text("back_to_text"))
      text.html.append("\">\u{21A9}\u{FE0E}</a>")
    }
  }

  mutating func closeFootnotes() {
    guard footnotesAreOpen else { return }
    footnotesAreOpen = false
    text.html.append("</ol></section>\n")
  }
}
