import Bytes
import CommonMark

/// The table that is being written.
struct TableState {
  var alignments: [UInt8]
  var column = 0
  var isHeader = false
  var hasBody = false
}

extension TextRenderer {
  mutating func openTable(_ node: MarkdownNode) {
    beginLine()
    table = TableState(alignments: node.columnAlignments)
    text.html.append("<div")
    text.html.append(contentsOf: trustMark)
    text.html.append(" class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"")
    text.html.append(escaping: setting.strings.text("table"))
    text.html.append("\"><table")
    text.html.append(contentsOf: trustMark)
    text.html.append(">\n")
  }

  mutating func closeTable() {
    if table?.hasBody == true { text.html.append("</tbody>\n") }
    table = nil
    text.html.append("</table></div>\n")
  }

  mutating func openRow(_ node: MarkdownNode) {
    table?.column = 0
    table?.isHeader = node.isHeaderRow
    if node.isHeaderRow {
      text.html.append("<thead>\n")
    } else if table?.hasBody == false {
      table?.hasBody = true
      text.html.append("<tbody>\n")
    }
    text.html.append("<tr>\n")
  }

  mutating func closeRow() {
    text.html.append("</tr>\n")
    if table?.isHeader == true { text.html.append("</thead>\n") }
  }

  mutating func openCell() {
    guard let table else { return }
    text.html.append(table.isHeader ? "<th scope=\"col\"" : "<td")
    let alignment = table.column < table.alignments.count ? table.alignments[table.column] : 0
    switch alignment {
    case UInt8(ascii: "l"): text.html.append(" class=\"left\"")
    case UInt8(ascii: "c"): text.html.append(" class=\"center\"")
    case UInt8(ascii: "r"): text.html.append(" class=\"right\"")
    default: break
    }
    text.html.append(UInt8(ascii: ">"))
  }

  mutating func closeCell() {
    text.html.append(table?.isHeader == true ? "</th>\n" : "</td>\n")
    table?.column += 1
  }
}
