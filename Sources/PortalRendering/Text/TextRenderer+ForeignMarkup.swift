import Bytes
import CommonMark
import Diagnostics

/// Markup that other tools replace by something, and that a page would show as it stands.
struct ForeignMarkup {
  /// What it begins with.
  let mark: StaticString
  /// Whether only a space or a plus sign after the mark makes it markup.
  var isWord = false
  let help: String

  private static let boxes = "write an alert, such as > [!NOTE], or <details>"
  private static let inclusions = "write what it stands for instead"

  /// What paragraphs begin with: fenced boxes, MkDocs' boxes and tabs, mdBook's and Jekyll's inclusions,
  /// and a list of headings.
  static let ofParagraphs = [
    ForeignMarkup(mark: ":::", help: boxes),
    ForeignMarkup(mark: "!!!", isWord: true, help: boxes),
    ForeignMarkup(mark: "???", isWord: true, help: boxes),
    ForeignMarkup(
      mark: "===", isWord: true,
      help: "write <!-- tabs -->, a heading for each of them, and <!-- /tabs -->"),
    ForeignMarkup(mark: "{{#", help: inclusions),
    ForeignMarkup(mark: "{%", isWord: true, help: inclusions),
    ForeignMarkup(mark: "[TOC]", help: "remove it; each page has a list of its headings"),
  ]

  /// What stands anywhere in words: Hugo's inclusions.
  static let inWords = [
    ForeignMarkup(mark: "{{<", help: inclusions), ForeignMarkup(mark: "{{%", help: inclusions),
  ]

  /// What mdBook puts files into code with.
  static let inCode = ForeignMarkup(mark: "{{#include", help: inclusions)

  /// A language of code that GitHub draws.
  static let drawn = ForeignMarkup(mark: "mermaid", help: "show a picture of it, such as an SVG")

  /// Whether a paragraph begins with it.
  func begins(_ paragraph: UnsafeBufferPointer<UInt8>) -> Bool {
    guard paragraph[...].hasPrefix(mark) else { return false }
    let next = paragraph.dropFirst(mark.utf8CodeUnitCount).first
    return !isWord || next == UInt8(ascii: " ") || next == UInt8(ascii: "+")
  }
}

extension TextRenderer {
  /// Tells of a paragraph that begins with markup of another tool.
  mutating func reportForeignMarkup(in paragraph: MarkdownNode) {
    guard let first = paragraph.firstChild, first.kind == .text else { return }
    let found: ForeignMarkup? = first.withLiteral { words in
      // Most paragraphs begin with a letter.
      guard let sign = words.first, ":!?={[".utf8.contains(sign) else { return nil }
      return ForeignMarkup.ofParagraphs.first { $0.begins(words) }
    }
    if let found { report(found, near: first) }
  }

  /// Tells of words in which another tool would include something.
  mutating func reportForeignMarkup(
    in literal: UnsafeBufferPointer<UInt8>, of node: MarkdownNode
  ) {
    for place in literal.places(of: UInt8(ascii: "{")) {
      let found = ForeignMarkup.inWords.first { literal[place...].hasPrefix($0.mark) }
      if let found { report(found, near: node) }
    }
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
    let mark = "\(markup.mark)"
    guard foreignMarks.insert(mark).inserted else { return }
    text.diagnostics.append(
      Diagnostic(
        "text-markup", .warning,
        "\"\(mark)\" begins markup of another tool, which readers see as it stands",
        at: position(of: Array(mark.utf8), near: node), help: markup.help))
  }
}
