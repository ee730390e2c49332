import Bytes
import CommonMark
import Diagnostics

extension TextRenderer {
  /// Tells of code that only the end of the text ends, or that of the list or the quote around it.
  mutating func reportOpenCode(_ code: MarkdownNode) {
    // Such code is the last of what it stands in; the footnotes come after all blocks.
    if let next = code.next, next.kind != .footnoteDefinition { return }
    guard let fence = code.fence, !isClosed(code, by: fence) else { return }
    let place = start(of: code)
    let mark = String(repeating: String(UnicodeScalar(fence.mark)), count: fence.length)
    report(
      "code-open", .warning, "nothing ends the code that \"\(mark)\" begins", line: place.line,
      column: place.column, length: fence.length,
      help: "write \(mark) on a line of its own below it, indented like the first")
  }

  private mutating func isClosed(
    _ code: MarkdownNode, by fence: (mark: UInt8, length: Int)
  ) -> Bool {
    let last = code.endLine
    // What begins on the last line is outside of the code, and so is that line.
    guard last > code.line, following(code).map({ $0.line != last }) ?? true else { return false }
    let line = source[lines.start(ofLine: last)..<lines.start(ofLine: last + 1)]
    let words = line.drop { $0 == UInt8(ascii: ">") || $0.isASCIIWhitespace }
    let marks = words.prefix { $0 == fence.mark }
    return marks.count >= fence.length
      && words.dropFirst(marks.count).allSatisfy(\.isASCIIWhitespace)
  }

  /// The block that begins after the end of a node.
  private func following(_ node: MarkdownNode) -> MarkdownNode? {
    var node = node
    while node.next == nil, let parent = node.parent { node = parent }
    return node.next
  }
}
