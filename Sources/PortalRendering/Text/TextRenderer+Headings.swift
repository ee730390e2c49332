import Bytes
import CommonMark
import Diagnostics

/// The heading that is being written.
struct HeadingState {
  var level = 2
  var id: [UInt8] = []
  /// Where its words begin in the HTML.
  var start = 0
  /// Where they begin in the page's words.
  var wordStart = 0
  /// How many bytes at the end of its words are the id that the author gave it.
  var suffix = 0
}

extension TextRenderer {
  mutating func openHeading(_ node: MarkdownNode) -> Bool {
    let chosen = HeadingID(endOf: node)
    var words = math.restored(node.plainText)
    if let chosen { words.removeLast(min(chosen.suffix, words.count)) }
    reportEmptyHeading(node, words)
    reportConflict(in: node)
    if openTab(node, words: words) { return false }
    heading.level = min(6, max(2, node.headingLevel + headingShift))
    heading.id = id(of: node, chosen: chosen, words: words)
    heading.suffix = chosen?.suffix ?? 0
    text.ids.append(heading.id)
    beginLine()
    text.html.append("<h")
    text.html.append(decimal: heading.level)
    text.html.append(contentsOf: trustMark)
    text.html.append(" id=\"")
    text.html.append(escaping: heading.id)
    text.html.append("\">")
    heading.start = text.html.count
    heading.wordStart = text.words.count
    return true
  }

  /// Gives the page's title the id that its heading has on GitHub.
  mutating func nameTitle(by heading: MarkdownNode) {
    let chosen = HeadingID(endOf: heading)
    let words = math.restored(heading.plainText)
    let id = id(
      of: heading, chosen: chosen, words: Array(words.dropLast(chosen?.suffix ?? 0)))
    text.titleID = id
    text.ids.append(id)
  }

  /// Tells of a heading that has neither words nor anything else.
  private mutating func reportEmptyHeading(_ node: MarkdownNode, _ words: [UInt8]) {
    guard words.trimmingASCIIWhitespace.isEmpty,
      node.children.allSatisfy({ $0.kind == .text })
    else { return }
    let place = start(of: node)
    report(
      "heading-empty", .warning, "the heading has no words", line: place.line,
      column: place.column, help: "write its words behind the signs, or remove it")
  }

  private mutating func id(of node: MarkdownNode, chosen: HeadingID?, words: [UInt8]) -> [UInt8] {
    guard let chosen else { return slugs.id(for: words) }
    if slugs.claim(chosen.id) { return chosen.id }
    let place = place(of: [UInt8]("#") + chosen.id, near: node)
    report(
      "heading-id", .warning, "the page has the id \"\(String(utf8: chosen.id))\" already",
      line: place.line, column: place.column, length: chosen.id.count + 1,
      help: "choose another one")
    return slugs.id(for: words)
  }

  mutating func closeHeading(_ node: MarkdownNode) {
    // An id needs no escapes, so it is as long in HTML as in the source.
    text.html.removeLast(heading.suffix)
    text.words.removeLast(heading.suffix)
    text.headings.append(heading.wordStart..<text.words.count)
    addToOutline(node)
    defer {
      text.html.append("</h")
      text.html.append(decimal: heading.level)
      text.html.append(">\n")
    }
    // In a legend the link's words would be read with every answer.
    guard !isInLegend else { return }
    text.html.append(" <a")
    text.html.append(contentsOf: trustMark)
    text.html.append(" class=\"anchor\" href=\"#")
    text.html.append(percentEncoding: heading.id)
    text.html.append("\" aria-label=\"")
    text.html.append(escaping: setting.strings.text("heading_link"))
    text.html.append("\"></a>")
  }

  private mutating func addToOutline(_ node: MarkdownNode) {
    guard heading.level <= 3 else { return }
    var isPlain = true
    node.walk { inner, _ in
      switch inner.kind {
      case .heading, .text, .code, .emphasis, .strong: break
      default: isPlain = false
      }
      return isPlain
    }
    var entry = OutlineEntry(level: heading.level, id: heading.id, html: [])
    if isPlain {
      entry.html = Array(text.html[heading.start...])
    } else {
      let words = math.restored(node.plainText)
      entry.html.append(escaping: words.dropLast(min(heading.suffix, words.count)))
    }
    // A link without words leads nobody anywhere.
    guard !entry.html.trimmingASCIIWhitespace.isEmpty else { return }
    text.outline.append(entry)
  }
}
