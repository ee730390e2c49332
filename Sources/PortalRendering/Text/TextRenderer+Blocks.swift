import Bytes
import CodeHighlighting
import CommonMark
import Diagnostics
import MathTypesetting

extension TextRenderer {
  /// Writes what begins a node; tells whether its children are walked.
  mutating func enter(_ node: MarkdownNode) -> Bool {
    switch node.kind {
    case .paragraph:
      openParagraph(node)
      if let film = embeddedLink(in: node), writeWaiting(for: film, title: []) {
        leave(node)
        return false
      }
    case .heading: return openHeading(node)
    case .list: openList(node)
    case .item: text.html.append("<li>")
    case .blockQuote: openQuote(node)
    case .codeBlock: return writeCodeBlock(node)
    case .htmlBlock: return writeHTMLBlock(node)
    case .thematicBreak:
      beginLine()
      text.html.append("<hr>\n")
    case .table: openTable(node)
    case .tableRow: openRow(node)
    case .tableCell: openCell()
    case .footnoteDefinition: openFootnote(node)
    case .document, .other: break
    default: return enterInline(node)
    }
    return true
  }

  /// Writes what ends a node.
  mutating func leave(_ node: MarkdownNode) {
    switch node.kind {
    case .paragraph: closeParagraph(node)
    case .heading: closeHeading(node)
    case .list: text.html.append(node.orderedListStart == nil ? "</ul>\n" : "</ol>\n")
    case .item: text.html.append("</li>\n")
    case .blockQuote: text.html.append(isAlert(node) ? "</div>\n" : "</blockquote>\n")
    case .table: closeTable()
    case .tableRow: closeRow()
    case .tableCell: closeCell()
    case .footnoteDefinition: closeFootnote(node)
    default: leaveInline(node)
    }
    guard isBlock(node) else { return }
    leftOut = nil
    text.words.append(UInt8(ascii: "\n"))
  }

  /// Begins a new line unless one has just begun.
  mutating func beginLine() {
    if let last = text.html.last, last != UInt8(ascii: "\n") {
      text.html.append(UInt8(ascii: "\n"))
    }
  }

  private func isBlock(_ node: MarkdownNode) -> Bool {
    switch node.kind {
    case .paragraph, .heading, .tableCell: true
    default: false
    }
  }

  // MARK: Paragraphs

  private func isTight(_ paragraph: MarkdownNode) -> Bool {
    guard let list = paragraph.parent?.parent, list.kind == .list else { return false }
    return list.isTight
  }

  /// The picture that a paragraph consists of, if it has words of its own to stand under it.
  private func figure(in paragraph: MarkdownNode) -> MarkdownNode? {
    guard let only = paragraph.firstChild, only.kind == .image, only.next == nil,
      !only.title.isEmpty
    else { return nil }
    return only
  }

  /// The address that a paragraph consists of, if a declared service shows it.
  private func embeddedLink(in paragraph: MarkdownNode) -> [UInt8]? {
    // The parser leaves empty texts beside a bare address.
    var link: MarkdownNode?
    for part in paragraph.children {
      if part.kind == .text, part.withLiteral(\.isEmpty) { continue }
      guard link == nil, part.kind == .link else { return nil }
      link = part
    }
    guard let only = link else { return nil }
    let address = math.restored(only.destination)
    guard math.restored(only.plainText).elementsEqual(address),
      setting.gate.embed(for: address) != nil
    else { return nil }
    return address
  }

  private mutating func openParagraph(_ node: MarkdownNode) {
    reportForeignMarkup(in: node)
    isInAlertMarker = false
    if let quote = node.parent, quote.kind == .blockQuote, alert(in: quote) != nil,
      quote.firstChild?.isSame(as: node) == true
    {
      isInAlertMarker = true
      // A marker that stands alone leaves no empty paragraph.
      if node.children.allSatisfy({ $0.kind == .text }) { return }
    }
    if figure(in: node) != nil {
      beginLine()
      text.html.append("<figure>")
      return
    }
    if !isTight(node) {
      beginLine()
      text.html.append("<p>")
    }
    if let item = node.parent, let isDone = item.taskIsDone,
      item.firstChild?.isSame(as: node) == true
    {
      text.html.append("<label")
      text.html.append(contentsOf: trustMark)
      text.html.append("><input")
      text.html.append(contentsOf: trustMark)
      text.html.append(" type=\"checkbox\" disabled")
      if isDone { text.html.append(" checked") }
      text.html.append("> ")
    }
  }

  private mutating func closeParagraph(_ node: MarkdownNode) {
    if isInAlertMarker {
      isInAlertMarker = false
      if let quote = node.parent, quote.kind == .blockQuote,
        node.children.allSatisfy({ $0.kind == .text })
      {
        return
      }
    }
    if let image = figure(in: node) {
      text.html.append("<figcaption>")
      text.html.append(escaping: math.restored(image.title))
      text.html.append("</figcaption></figure>\n")
      return
    }
    if let item = node.parent, item.taskIsDone != nil, item.firstChild?.isSame(as: node) == true {
      text.html.append("</label>")
    }
    if let note = node.parent, note.kind == .footnoteDefinition, node.next == nil {
      text.html.append(UInt8(ascii: " "))
      writeWayBack(of: note)
    }
    if !isTight(node) { text.html.append("</p>\n") }
  }

  // MARK: Lists

  private mutating func openList(_ node: MarkdownNode) {
    beginLine()
    let hasTasks = node.children.contains { $0.taskIsDone != nil }
    let style: StaticString = hasTasks ? " class=\"tasks\"" : ""
    guard let start = node.orderedListStart else {
      text.html.append("<ul")
      text.html.append(style)
      text.html.append(">\n")
      return
    }
    text.html.append("<ol")
    if start != 1 {
      text.html.append(" start=\"")
      text.html.append(decimal: start)
      text.html.append(UInt8(ascii: "\""))
    }
    text.html.append(style)
    text.html.append(">\n")
  }

  // MARK: Quotes and alerts

  static let alerts = ["note", "tip", "important", "warning", "caution"]

  /// The kind of an alert, as GitHub reads it: a quote whose first line is `[!NOTE]`.
  private func alert(in quote: MarkdownNode) -> String? {
    guard let paragraph = quote.firstChild, paragraph.kind == .paragraph else { return nil }
    var line: [UInt8] = []
    for node in paragraph.children {
      guard node.kind == .text else {
        if node.kind == .softBreak || node.kind == .lineBreak { break }
        return nil
      }
      node.withLiteral { line.append(contentsOf: $0) }
      if line.count > 16 { return nil }
    }
    let words = line.trimmingASCIIWhitespace
    guard words.hasPrefix("[!"), words.last == UInt8(ascii: "]") else { return nil }
    let name = String(utf8: words.dropFirst(2).dropLast().map(\.asciiLowercased))
    return TextRenderer.alerts.first { $0 == name }
  }

  private func isAlert(_ quote: MarkdownNode) -> Bool { alert(in: quote) != nil }

  private mutating func openQuote(_ node: MarkdownNode) {
    beginLine()
    guard let kind = alert(in: node) else {
      reportNearlyAlert(node)
      text.html.append("<blockquote>\n")
      return
    }
    text.html.append("<div class=\"alert alert-")
    text.html.append(text: kind)
    text.html.append("\" role=\"note\"><p class=\"alert-title\">")
    text.html.append(escaping: setting.strings.text(kind))
    text.html.append("</p>\n")
  }

  // MARK: Code

  private mutating func writeCodeBlock(_ node: MarkdownNode) -> Bool {
    beginLine()
    reportOpenCode(node)
    let name = TextRenderer.language(of: node.fenceInfo)
    if name.equals("math") {
      writeFormulaBlock(node)
      return false
    }
    reportForeignCode(node, in: name)
    text.html.append("<figure class=\"code\">")
    let language = name.isEmpty ? nil : CodeLanguage.named(name)
    if let language {
      text.html.append("<figcaption>")
      text.html.append(escaping: language.label)
      text.html.append("</figcaption>")
    }
    text.html.append("<pre")
    text.html.append(contentsOf: trustMark)
    text.html.append(" tabindex=\"0\"><code")
    if !name.isEmpty {
      text.html.append(" class=\"language-")
      text.html.append(escaping: name.map(\.asciiLowercased))
      text.html.append(UInt8(ascii: "\""))
    }
    text.html.append(UInt8(ascii: ">"))
    node.withLiteral { code in
      if math.spans.isEmpty {
        append(code, as: language)
      } else {
        math.restored(code).withUnsafeBufferPointer { append($0, as: language) }
      }
    }
    text.html.append("</code></pre></figure>\n")
    return false
  }

  /// The first word of what follows a fence; in braces, where Pandoc has classes and R Markdown settings, without
  /// the point before it.
  private static func language(of info: [UInt8]) -> ArraySlice<UInt8> {
    guard info.first == UInt8(ascii: "{") else {
      return info.prefix { !$0.isASCIIWhitespace && !",{:".utf8.contains($0) }
    }
    let words = info.dropFirst().drop { $0.isASCIIWhitespace || $0 == UInt8(ascii: ".") }
    guard words.first?.isASCIILetter == true else { return [] }
    return words.prefix { !$0.isASCIIWhitespace && !",}=".utf8.contains($0) }
  }

  private mutating func append(_ code: UnsafeBufferPointer<UInt8>, as language: CodeLanguage?) {
    if let language {
      language.highlight(code, into: &text.html)
    } else {
      text.html.append(escaping: code)
    }
  }

  private mutating func writeFormulaBlock(_ node: MarkdownNode) {
    let tex = node.withLiteral { math.restored($0) }
    do throws(MathError) {
      try Formula.appendMathML(of: tex, display: true, to: &text.html)
      text.html.append(UInt8(ascii: "\n"))
    } catch {
      let before = tex.prefix(error.offset)
      let start = (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
      let line = node.line + 1 + before.count { $0 == UInt8(ascii: "\n") }
      let words = tex[start...].prefix { $0 != UInt8(ascii: "\n") }
      // The line may be indented in the source, or stand in a quote.
      let margin = lines.find(Array(words), in: line...line)?.column ?? 1
      report(
        "math-syntax", .error, error.message, line: line, column: margin + error.offset - start,
        length: error.length, help: error.help)
    }
  }
}
