import Bytes
import CommonMark
import Diagnostics

/// A table says in its first row what its columns hold (WCAG 2.2, 1.3.1).
enum TableHeader: TextRule {
  static func findings(in root: MarkdownNode, of text: CheckedText) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    root.walk { node, step in
      guard step == .enter, node.kind == .table else { return !node.isInline }
      if let header = node.firstChild, header.isHeaderRow, header.children.allSatisfy(isEmpty) {
        findings.append(
          Diagnostic(
            "table-header", .warning, "the table does not say what its columns hold",
            at: text.position(of: node), help: "write a word into each cell of the first row"))
      }
      return false
    }
    return findings
  }

  private static func isEmpty(_ cell: MarkdownNode) -> Bool {
    var hasPicture = false
    cell.walk { node, _ in
      if node.kind == .image { hasPicture = true }
      return true
    }
    return !hasPicture && cell.plainText.allSatisfy(\.isASCIIWhitespace)
  }
}
