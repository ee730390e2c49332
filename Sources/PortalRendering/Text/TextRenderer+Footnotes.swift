import Bytes
import CommonMark
import Diagnostics

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
      if node.footnoteUses > 1 {
        text.html.append(UInt8(ascii: " "))
        text.html.append(decimal: use)
      }
      text.html.append("\">\u{21A9}\u{FE0E}")
      if use > 1 {
        text.html.append("<sup>")
        text.html.append(decimal: use)
        text.html.append("</sup>")
      }
      text.html.append("</a>")
    }
  }

  /// Tells of footnotes to which nothing refers: the parser leaves them out, so no block has their lines.
  mutating func reportUnusedFootnotes(in document: MarkdownNode) {
    let marks = source.withUnsafeBufferPointer { bytes in
      bytes.places(of: UInt8(ascii: "^")).filter { FootnoteMark.begins(before: $0, in: bytes) }
    }
    let shown = document.children.filter { $0.kind == .footnoteDefinition }
    guard !marks.isEmpty else { return }
    let labels = Set(shown.map(\.literal))
    let blocks = document.children.map { block in
      // The parser does not count the line on which raw HTML ends.
      let end = block.kind == .htmlBlock ? block.endLine + 1 : block.endLine
      return max(1, block.line)...max(1, block.line, end)
    }.sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    for mark in marks {
      let place = lines.place(at: mark - 1)
      while next < blocks.count, blocks[next].upperBound < place.line { next += 1 }
      guard next == blocks.count || blocks[next].lowerBound > place.line,
        let label = FootnoteMark.label(after: mark, in: source)
      else { continue }
      let name = "[^\(String(utf8: label))]"
      report(
        "footnote-unused", .warning,
        labels.contains(Array(label))
          ? "there is a footnote \"\(name)\" already, and only the first is shown"
          : "nothing refers to the footnote \"\(name)\", so it is not shown",
        line: place.line, column: place.column, length: label.count + 3,
        help: labels.contains(Array(label))
          ? "give it another name" : "write \(name) where it belongs, or remove it")
    }
  }

  mutating func closeFootnotes() {
    guard footnotesAreOpen else { return }
    footnotesAreOpen = false
    text.html.append("</ol></section>\n")
  }
}

/// The beginning of a footnote, as cmark-gfm reads it.
private enum FootnoteMark {
  /// Whether a `^` stands where a footnote may begin: behind a bracket, less than four spaces into a line.
  static func begins(before index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index > 0, bytes[index - 1] == UInt8(ascii: "[") else { return false }
    var start = index - 1
    while start > 0, bytes[start - 1] == UInt8(ascii: " "), index - start < 5 { start -= 1 }
    return index - start < 5 && (start == 0 || bytes[start - 1] == UInt8(ascii: "\n"))
  }

  /// What stands between a `^` and `]:`.
  static func label(after index: Int, in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    let label = bytes[(index + 1)...].prefix(1_000).prefix {
      !$0.isASCIIWhitespace && $0 != UInt8(ascii: "]")
    }
    return !label.isEmpty && bytes[label.endIndex...].hasPrefix("]:") ? label : nil
  }
}
