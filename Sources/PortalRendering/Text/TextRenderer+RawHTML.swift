import Bytes
import CommonMark
import Diagnostics
import HTMLTree

extension TextRenderer {
  mutating func writeHTMLBlock(_ node: MarkdownNode) -> Bool {
    if Directive(of: node) != nil {
      reportMisplaced(node)
    } else if let meant = Directive.meant(by: node) {
      reportMisspelt(node, meant: meant)
    }
    reportMarkdown(in: node)
    beginLine()
    writeRawHTML(node, line: node.line)
    beginLine()
    addWords(of: node)
    return false
  }

  /// Tells of Markdown in a block once, since whoever writes it there writes it everywhere.
  private mutating func reportMarkdown(in block: MarkdownNode) {
    guard !foreignMarks.contains("html"), !block.withLiteral(\.isOnlyComments) else { return }
    let html = block.withLiteral { math.restored($0) }
    guard let found = MarkdownInHTML(firstIn: html) else { return }
    foreignMarks.insert("html")
    let (line, column) = place(of: found.offset, in: block)
    report(
      "html-markdown", .warning,
      "\"\(String(utf8: found.mark))\" stands in HTML, where readers see Markdown as it stands",
      line: line, column: column, length: found.mark.count,
      help: "leave an empty line after the tag before it, or write it in HTML")
  }

  /// Adds what readers see of a block to the page's words.
  private mutating func addWords(of block: MarkdownNode) {
    guard !block.withLiteral(\.isOnlyComments) else { return }
    let html = block.withLiteral { math.restored($0) }
    // What cannot be read is told when the page is cleaned.
    guard let fragment = try? HTMLFragment(parsing: html) else { return }
    fragment.nodes.appendShownWords(to: &text.words)
  }

  private mutating func reportMisplaced(_ directive: MarkdownNode) {
    let name = String(utf8: directive.literal.trimmingASCIIWhitespace)
    report(
      "directive-place", .warning, "\(name) means nothing here", line: directive.line,
      column: directive.column, length: name.utf8.count,
      help: "begin and end tabs and quizzes outside of lists, quotes and each other")
  }

  private mutating func reportMisspelt(_ comment: MarkdownNode, meant: String) {
    let name = String(utf8: comment.literal.trimmingASCIIWhitespace)
    // Answers would be shown; tabs would only stand one below the other.
    report(
      "directive-place", meant.hasSuffix("tabs") ? .warning : .error, "\(name) means nothing",
      line: comment.line,
      column: comment.column, length: name.utf8.count, help: "did you mean <!-- \(meant) -->?")
  }

  /// Writes an author's HTML, to be cleaned when the whole text is known.
  mutating func writeRawHTML(_ node: MarkdownNode, line: Int) {
    guard !node.withLiteral(\.isOnlyComments) else { return }
    rawHTML.append(RawHTMLCleaner.Mark(offset: text.html.count, line: line))
    let closed = ClosedMarkup(node.withLiteral { math.restored($0) }) { hasEndTag($0, after: line) }
    text.html.append(contentsOf: closed.html)
    if let opened = closed.firstOpened {
      let (line, column) = place(of: opened.offset, in: node)
      report(
        "html-open", .warning, "\(opened.what) has no end", line: line, column: column,
        help: "end it, or write it in backquotes if the words themselves are meant")
    }
  }

  /// Where a byte of raw HTML is written; what stands before a block's lines, as in a quote, is no part of it.
  private mutating func place(of offset: Int, in node: MarkdownNode) -> (line: Int, column: Int) {
    let html = node.withLiteral { math.restored($0) }
    let before = html[..<offset]
    guard let lineEnd = before.lastIndex(of: UInt8(ascii: "\n")) else {
      return (node.line, node.column + offset)
    }
    let line = node.line + before.count { $0 == UInt8(ascii: "\n") }
    let words = Array(html[offset...].prefix { $0 != UInt8(ascii: "\n") })
    return (line, lines.find(words, in: line...line)?.column ?? offset - lineEnd)
  }

  /// Takes note of a tag of an element that is left out with all that is in it, and takes what stood in it off the words.
  mutating func noteLeftOut(by tag: [UInt8]) {
    let isEnd = tag.hasPrefix("</")
    let letters = tag.dropFirst(isEnd ? 2 : 1).prefix(while: \.isASCIIAlphanumeric)
    let name = String(utf8: letters.map(\.asciiLowercased))
    // Titles name drawings.
    guard name != "title",
      RawHTMLRules.dropped.contains(name) || RawHTMLRules.embedding.contains(name)
    else { return }
    if !isEnd {
      if leftOut == nil, tag.dropLast().last != UInt8(ascii: "/") {
        leftOut = (name, text.words.count)
      }
    } else if let open = leftOut, open.name == name {
      text.words.removeSubrange(min(open.words, text.words.count)...)
      leftOut = nil
    }
  }

  /// Whether an element that began on a line may end after it.
  private mutating func hasEndTag(_ name: String, after line: Int) -> Bool {
    let last = lastEndTags[name] ?? lines.lastLine(of: [UInt8]("</") + name.utf8)
    lastEndTags[name] = last
    return last >= line
  }
}
