import Bytes
import CommonMark
import Diagnostics

/// No row of a table has more cells than its first, as those that are left over are not shown (GFM §4.10).
enum TableCells: TextRule {
  static func findings(in root: MarkdownNode, of text: CheckedText) -> [Diagnostic] {
    var lines: [ArraySlice<UInt8>]?
    var findings: [Diagnostic] = []
    root.walk { node, step in
      guard step == .enter, node.kind == .table else { return !node.isInline }
      let columns = node.columnAlignments.count
      let known =
        lines ?? text.body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      lines = known
      for row in node.children where row.line > 0 && row.line <= known.count {
        let words = known[row.line - 1].dropFirst(max(0, row.column - 1))
        let lost = TableCells.cells(in: words).dropFirst(columns)
        guard lost.contains(where: { !$0.trimmingASCIIWhitespace.isEmpty }) else { continue }
        findings.append(
          Diagnostic(
            "table-cells", .warning,
            "the row has more cells than the \(columns) of the table's first row, and they are not shown",
            at: text.position(of: row),
            help: "add a column to the first two rows, or write \\| for a bar within a cell"))
      }
      return false
    }
    return findings
  }

  /// What stands between the bars of a row; a bar behind a backslash parts nothing.
  static func cells(in row: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var row = row.trimmingASCIIWhitespace
    if row.first == UInt8(ascii: "|") { row = row.dropFirst() }
    var cells: [ArraySlice<UInt8>] = []
    var start = row.startIndex
    var isEscaped = false
    for (index, byte) in zip(row.indices, row) {
      if byte == UInt8(ascii: "|"), !isEscaped {
        cells.append(row[start..<index])
        start = index + 1
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return cells + [row[start...]]
  }
}
