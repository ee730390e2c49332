import Bytes
import CommonMark
import Diagnostics
import Files
import MathTypesetting

extension TextRenderer {
  mutating func enterInline(_ node: MarkdownNode) -> Bool {
    if isInAlertMarker {
      if node.kind == .softBreak || node.kind == .lineBreak { isInAlertMarker = false }
      return false
    }
    switch node.kind {
    case .text: writeText(node)
    case .softBreak:
      text.html.append(UInt8(ascii: "\n"))
      text.words.append(UInt8(ascii: " "))
    case .lineBreak:
      text.html.append("<br>\n")
      text.words.append(UInt8(ascii: " "))
    case .code: writeCode(node)
    case .htmlInline: writeHTMLInline(node)
    case .emphasis: text.html.append("<em>")
    case .strong: text.html.append("<strong>")
    case .strikethrough: text.html.append("<del>")
    case .link: openLink(node)
    case .image:
      writeImage(node)
      return false
    case .footnoteReference: writeFootnoteReference(node)
    default: break
    }
    return true
  }

  mutating func leaveInline(_ node: MarkdownNode) {
    if isInAlertMarker { return }
    switch node.kind {
    case .emphasis: text.html.append("</em>")
    case .strong: text.html.append("</strong>")
    case .strikethrough: text.html.append("</del>")
    case .link: if openLinks.popLast() == true { text.html.append("</a>") }
    default: break
    }
  }

  private mutating func writeText(_ node: MarkdownNode) {
    node.withLiteral { literal in
      reportPlainMarkup(in: literal, of: node)
      reportForeignMarkup(in: literal, of: node)
      guard !math.spans.isEmpty else {
        text.html.append(escaping: literal)
        text.words.append(contentsOf: literal)
        return
      }
      var parts: [(words: [UInt8], formula: MathSpans.Span?)] = []
      math.forEachPart(
        of: literal, text: { parts.append((Array($0), nil)) }, formula: { parts.append(([], $0)) })
      for part in parts {
        text.html.append(escaping: part.words)
        text.words.append(contentsOf: part.words)
        if let formula = part.formula { write(formula) }
      }
    }
  }

  private mutating func write(_ formula: MathSpans.Span) {
    do throws(MathError) {
      try Formula.appendMathML(
        of: math.tex(of: formula), display: formula.isDisplay, to: &text.html)
    } catch {
      let place = lines.place(at: formula.tex.lowerBound + error.offset)
      report(
        "math-syntax", .error, error.message, line: place.line, column: place.column,
        length: error.length,
        help: error.help ?? "write \\$ where no formula is meant, or math: false in clevio.yml")
    }
  }

  private mutating func writeCode(_ node: MarkdownNode) {
    text.html.append("<code>")
    node.withLiteral { literal in
      if math.spans.isEmpty {
        text.html.append(escaping: literal)
        text.words.append(contentsOf: literal)
      } else {
        let code = math.restored(literal)
        text.html.append(escaping: code)
        text.words.append(contentsOf: code)
      }
    }
    text.html.append("</code>")
  }

  private mutating func writeHTMLInline(_ node: MarkdownNode) {
    guard !node.withLiteral(\.isOnlyComments) else { return }
    if node.withLiteral(\.isLineBreak) {
      node.withLiteral { text.html.append(contentsOf: $0) }
      text.words.append(UInt8(ascii: " "))
      return
    }
    let html = node.withLiteral { math.restored($0) }
    noteLeftOut(by: html)
    writeRawHTML(node, line: place(of: html, near: node).line)
  }

  // MARK: Links

  private mutating func openLink(_ node: MarkdownNode) {
    let destination = math.restored(node.destination)
    switch setting.resolve(destination, deadLinks: deadLinks) {
    case .address(let url, let use):
      take(use, of: destination, near: node)
      openTag(ofLinkTo: url)
      appendTitle(node.title)
      text.html.append(UInt8(ascii: ">"))
      openLinks.append(true)
    case .refused(let finding):
      report(finding, destination, near: node, isImage: false)
      openLinks.append(false)
    }
  }

  /// Writes `<a` with its address, ready for more attributes.
  mutating func openTag(ofLinkTo url: [UInt8]) {
    text.html.append("<a")
    text.html.append(contentsOf: trustMark)
    text.html.append(" href=\"")
    text.html.append(escaping: url)
    text.html.append(UInt8(ascii: "\""))
  }

  mutating func appendTitle(_ title: [UInt8]) {
    guard !title.isEmpty else { return }
    text.html.append(" title=\"")
    text.html.append(escaping: math.restored(title))
    text.html.append(UInt8(ascii: "\""))
  }

  mutating func take(_ use: LinkUse, of destination: [UInt8], near node: MarkdownNode) {
    // Looking for the place costs a walk through the text, so only where it may be told.
    let position =
      use.page == nil
      ? SourcePosition(path: setting.file.text) : position(of: destination, near: node)
    text.take(use, at: position)
  }

  mutating func report(
    _ finding: LinkFinding, _ destination: [UInt8], near node: MarkdownNode, isImage: Bool
  ) {
    deadLinks += 1
    let position = position(of: destination, near: node)
    text.diagnostics.append(finding.diagnostic(at: position, isImage: isImage))
  }

  /// Where the destination of a link or a picture is written: at the node, or in a definition elsewhere.
  mutating func position(of destination: [UInt8], near node: MarkdownNode) -> SourcePosition {
    guard let place = find(destination, near: node) ?? lines.findDefinition(of: destination) else {
      return setting.position(of: start(of: node), length: 0)
    }
    return setting.position(of: place, length: lines.length(of: destination, at: place))
  }
}
