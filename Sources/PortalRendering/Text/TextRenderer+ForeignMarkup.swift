import Bytes
import CommonMark
import Diagnostics

extension TextRenderer {
  /// Tells of a paragraph that begins with markup of another tool.
  mutating func reportForeignMarkup(in paragraph: MarkdownNode) {
    guard let first = paragraph.firstChild, first.kind == .text else { return }
    if first.withLiteral({ $0.first == UInt8(ascii: "|") }) {
      reportRowsWithoutDelimiter(in: paragraph)
    }
    reportMissingSpace(in: paragraph, first)
    let found: ForeignMarkup? = first.withLiteral { words in
      // Most paragraphs begin with another letter.
      guard let sign = words.first, ":!?={[\\<ie".utf8.contains(sign) else { return nil }
      return ForeignMarkup.ofParagraphs.first { $0.begins(words) }
        ?? ForeignMarkup.modules.first { $0.beginsCode(words) }
    }
    if let found { return report(found, near: first) }
    guard let second = first.next?.next, first.next?.kind == .softBreak, second.kind == .text,
      second.withLiteral({ $0[...].hasPrefix(ForeignMarkup.definition.mark) })
    else { return }
    report(ForeignMarkup.definition, near: second)
  }

  /// Tells of a conflict that Git left in a text, whose line of equals signs makes it a heading.
  mutating func reportConflict(in heading: MarkdownNode) {
    guard let first = heading.firstChild, first.kind == .text,
      first.withLiteral({ ForeignMarkup.conflict.begins($0) })
    else { return }
    report(ForeignMarkup.conflict, near: first)
  }

  /// Tells of words in which another tool would include something.
  mutating func reportForeignMarkup(
    in literal: UnsafeBufferPointer<UInt8>, of node: MarkdownNode
  ) {
    for place in literal.places(of: UInt8(ascii: "{")) {
      let found = ForeignMarkup.inWords.first { literal[place...].hasPrefix($0.mark) }
      if let found {
        report(found, near: node)
      } else if place == 0 || literal[place - 1] == UInt8(ascii: "]"),
        block(of: node).kind != .heading,
        let mark = ForeignMarkup.attributes(at: literal[place...])
      {
        report(mark, help: "remove it", near: node)
      }
    }
  }

  /// Tells of a file that another tool would show where it is named.
  mutating func reportEmbedding(near node: MarkdownNode) {
    report(ForeignMarkup.embedding, near: node)
  }

  /// Tells of code that another tool would take from a file, or draw.
  mutating func reportForeignCode(_ code: MarkdownNode, in language: ArraySlice<UInt8>) {
    if language.equals(ForeignMarkup.drawn.mark) { report(ForeignMarkup.drawn, near: code) }
    let isThere = code.withLiteral { words in
      words.places(of: UInt8(ascii: "#")).contains { place in
        place > 1 && words[(place - 2)...].hasPrefix(ForeignMarkup.inCode.mark)
      }
    }
    if isThere { report(ForeignMarkup.inCode, near: code) }
  }

  /// Tells of markup once, since whoever has it has it everywhere.
  private mutating func report(_ markup: ForeignMarkup, near node: MarkdownNode) {
    report("\(markup.mark)", help: markup.help, near: node)
  }

  private mutating func report(_ mark: String, help: String, near node: MarkdownNode) {
    guard foreignMarks.insert(mark).inserted else { return }
    text.diagnostics.append(
      Diagnostic(
        "text-markup", .warning,
        "\"\(mark)\" begins markup of another tool, which readers see as it stands",
        at: position(of: Array(mark.utf8), near: node), help: help))
  }
}
