import Bytes
import CommonMark
import Diagnostics

/// Tables that are none, because the delimiter row of GitHub's Markdown (GFM §4.10) is not as it has to be.
extension TextRenderer {
  /// Tells of a delimiter row among the words of a paragraph.
  mutating func reportPlainTable(
    at literal: UnsafeBufferPointer<UInt8>, of node: MarkdownNode
  ) {
    guard let paragraph = node.parent, paragraph.kind == .paragraph,
      TableRow.isDelimiter(literal[...]), let place = find(Array(literal), near: node)
    else { return }
    let own = TableRow.cells(in: literal[...])
    let above = place.line > paragraph.line ? row(place.line - 1, of: paragraph) : []
    guard above.contains(UInt8(ascii: "|")) || place.line == paragraph.line else { return }
    let count = TableRow.cells(in: above[...])
    let isBare = place.line == paragraph.line
    guard isBare ? row(place.line + 1, of: paragraph).first == UInt8(ascii: "|") : count != own
    else { return }
    report(
      "table-delimiter", .warning,
      isBare
        ? "the row above these dashes is missing, so this is no table"
        : "the row above these dashes has another number of cells (\(count), not \(own)), so this is no table",
      line: place.line, column: place.column, length: literal.count,
      help: isBare
        ? "write the names of the columns on the line above, without a blank line between them"
        : "write dashes for each of its cells")
  }

  /// Tells of rows that have no delimiter row.
  mutating func reportRowsWithoutDelimiter(in paragraph: MarkdownNode) {
    guard paragraph.endLine > paragraph.line else { return }
    let rows = (paragraph.line...paragraph.endLine).map { row($0, of: paragraph) }
    let areRows = rows.allSatisfy {
      TableRow.isEnclosed($0[...]) && TableRow.cells(in: $0[...]) > 1
        && !TableRow.isDelimiter($0[...])
    }
    guard areRows else { return }
    let place = start(of: paragraph)
    report(
      "table-delimiter", .warning, "these rows have no row of dashes, so this is no table",
      line: place.line, column: place.column,
      help: "write one below the first row, with dashes for each of its cells")
  }

  /// A line of a paragraph without what stands around it; empty behind its end.
  private mutating func row(_ line: Int, of paragraph: MarkdownNode) -> [UInt8] {
    guard line <= paragraph.endLine else { return [] }
    let first = line == paragraph.line ? lines.start(of: paragraph) : nil
    let start = first ?? lines.start(ofLine: line)
    let row = source[start..<max(start, lines.start(ofLine: line + 1))]
    return Array(
      row.drop { $0 == UInt8(ascii: ">") || $0.isASCIIWhitespace }.trimmingASCIIWhitespace)
  }
}

/// A line that is read as a table's row.
private enum TableRow {
  /// Whether a line holds nothing but dashes, in more cells than none.
  static func isDelimiter(_ line: some Collection<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "|")) && line.contains(UInt8(ascii: "-"))
      && line.allSatisfy { "|-: \t".utf8.contains($0) }
  }

  static func isEnclosed(_ line: ArraySlice<UInt8>) -> Bool {
    line.count > 2 && line.first == UInt8(ascii: "|") && line.last == UInt8(ascii: "|")
  }

  /// How many cells a line has; a pipe behind a backslash parts none.
  static func cells(in line: some BidirectionalCollection<UInt8>) -> Int {
    var pipes = 0
    var isEscaped = false
    var isLast = false
    for byte in line where !byte.isASCIIWhitespace {
      isLast = byte == UInt8(ascii: "|") && !isEscaped
      if isLast { pipes += 1 }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    let begins = line.first { !$0.isASCIIWhitespace } == UInt8(ascii: "|")
    return pipes + 1 - (begins ? 1 : 0) - (isLast && pipes > (begins ? 1 : 0) ? 1 : 0)
  }
}
