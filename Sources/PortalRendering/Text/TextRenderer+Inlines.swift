import Bytes
import CommonMark
import Diagnostics
import Files
import MathTypesetting

extension TextRenderer {
  mutating func enterInline(_ node: MarkdownNode) -> Bool {
    if silencedUntilBreak {
      if node.kind == .softBreak || node.kind == .lineBreak { silencedUntilBreak = false }
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
    if silencedUntilBreak { return }
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
      guard !math.spans.isEmpty else {
        text.html.append(escaping: literal)
        text.words.append(contentsOf: literal)
        return
      }
      var formulas: [MathSpans.Span] = []
      var parts: [[UInt8]] = [[]]
      math.forEachPart(of: literal, text: { parts[parts.count - 1].append(contentsOf: $0) }) {
        formulas.append($0)
        parts.append([])
      }
      for (index, part) in parts.enumerated() {
        text.html.append(escaping: part)
        text.words.append(contentsOf: part)
        if index < formulas.count { write(formulas[index]) }
      }
    }
  }

  private mutating func write(_ formula: MathSpans.Span) {
    do throws(MathError) {
      try Formula.appendMathML(
        of: math.tex(of: formula), display: formula.isDisplay, to: &text.html)
    } catch {
      let offset = formula.tex.lowerBound + error.offset
      let before = source.prefix(offset)
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let column =
        offset - (before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0) + 1
      report(
        "math-syntax", .error, error.message, line: line, column: column, length: error.length,
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
    guard !node.withLiteral({ TextRenderer.isComment($0) }) else { return }
    let html = node.withLiteral { math.restored($0) }
    let place = position(of: html, near: node)
    rawLines.append(RawHTMLCleaner.Mark(offset: text.html.count, line: place.line))
    text.html.append(contentsOf: html)
  }

  // MARK: Links

  private mutating func openLink(_ node: MarkdownNode) {
    let destination = math.restored(node.destination)
    guard let url = address(of: destination, near: node, isImage: false) else {
      openLinks.append(false)
      return
    }
    text.html.append("<a href=\"")
    text.html.append(escaping: url)
    text.html.append(UInt8(ascii: "\""))
    let title = node.title
    if !title.isEmpty {
      text.html.append(" title=\"")
      text.html.append(escaping: title)
      text.html.append(UInt8(ascii: "\""))
    }
    text.html.append(contentsOf: trustMark)
    text.html.append(UInt8(ascii: ">"))
    openLinks.append(true)
  }

  /// The address to write for a link, as seen from the page; `nil`, with a finding, if it leads nowhere.
  mutating func address(of destination: [UInt8], near node: MarkdownNode, isImage: Bool) -> [UInt8]? {
    let links = TextLinks(setting: setting)
    switch links.resolve(destination) {
    case .address(let url, let use):
      take(use, of: destination, near: node)
      return url
    case .refused(let finding):
      let position = sourcePosition(of: destination, near: node)
      text.diagnostics.append(finding.diagnostic(at: position, isImage: isImage))
      return nil
    }
  }

  private mutating func take(_ use: LinkUse, of destination: [UInt8], near node: MarkdownNode) {
    // Looking for the place costs a walk through the text, so only where it may be told.
    let position =
      use.page == nil
      ? SourcePosition(path: setting.file.text) : sourcePosition(of: destination, near: node)
    text.take(use, at: position)
  }

  private mutating func sourcePosition(of words: [UInt8], near node: MarkdownNode) -> SourcePosition {
    let place = position(of: words, near: node)
    return SourcePosition(
      path: setting.file.text, line: place.line + setting.firstLine - 1, column: place.column,
      length: words.count)
  }

  // MARK: Images

  private mutating func writeImage(_ node: MarkdownNode) {
    let alternative = math.restored(node.plainText)
    let destination = math.restored(node.destination)
    let links = TextLinks(setting: setting)
    if case .external = setting.resolver.target(of: destination, from: setting.file) {
      writeExternalImage(node, alternative: alternative, destination: destination)
      return
    }
    guard case .address(let url, let use) = links.resolve(destination) else {
      _ = address(of: destination, near: node, isImage: true)
      text.html.append(escaping: alternative)
      text.words.append(contentsOf: alternative)
      return
    }
    take(use, of: destination, near: node)
    let source = use.asset?.source ?? RelativePath("")
    switch source.fileExtension {
    case "mp4", "webm", "ogv", "m4v", "mov": writePlayer("video", url, label: alternative)
    case "mp3", "ogg", "oga", "wav", "m4a", "flac": writePlayer("audio", url, label: alternative)
    default:
      if alternative.isEmpty {
        let place = sourcePosition(of: destination, near: node)
        text.diagnostics.append(
          Diagnostic(
            "image-alt", .warning, "the image has no words for who cannot see it", at: place,
            help: "write them between the brackets: ![words](\(String(utf8: destination)))"))
      }
      writePicture(url, source: source, alternative: alternative, title: node.title)
    }
  }

  private mutating func writePicture(
    _ url: [UInt8], source: RelativePath, alternative: [UInt8], title: [UInt8]
  ) {
    text.html.append("<img src=\"")
    text.html.append(escaping: url)
    text.html.append("\" alt=\"")
    text.html.append(escaping: alternative)
    text.html.append(UInt8(ascii: "\""))
    if !title.isEmpty {
      text.html.append(" title=\"")
      text.html.append(escaping: title)
      text.html.append(UInt8(ascii: "\""))
    }
    if let size = setting.images.size(of: source) {
      text.html.append(" width=\"")
      text.html.append(decimal: size.width)
      text.html.append("\" height=\"")
      text.html.append(decimal: size.height)
      text.html.append(UInt8(ascii: "\""))
    }
    text.html.append(" loading=\"lazy\" decoding=\"async\"")
    text.html.append(contentsOf: trustMark)
    text.html.append(UInt8(ascii: ">"))
  }

  private mutating func writePlayer(_ element: StaticString, _ url: [UInt8], label: [UInt8]) {
    text.html.append(UInt8(ascii: "<"))
    text.html.append(element)
    text.html.append(" controls preload=\"metadata\" src=\"")
    text.html.append(escaping: url)
    text.html.append("\" aria-label=\"")
    text.html.append(escaping: label)
    text.html.append(UInt8(ascii: "\""))
    text.html.append(contentsOf: trustMark)
    text.html.append("></")
    text.html.append(element)
    text.html.append(UInt8(ascii: ">"))
  }

  private mutating func writeExternalImage(
    _ node: MarkdownNode, alternative: [UInt8], destination: [UInt8]
  ) {
    let position = sourcePosition(of: destination, near: node)
    text.diagnostics.append(
      ForeignContent(element: "an image", isStrict: setting.isStrict).diagnostic(
        url: destination, at: position))
    text.html.append("<a href=\"")
    text.html.append(escaping: LinkText.normalised(destination))
    text.html.append(UInt8(ascii: "\""))
    text.html.append(contentsOf: trustMark)
    text.html.append(UInt8(ascii: ">"))
    text.html.append(escaping: alternative.isEmpty ? destination : alternative)
    text.html.append("</a>")
    text.words.append(contentsOf: alternative)
  }
}
