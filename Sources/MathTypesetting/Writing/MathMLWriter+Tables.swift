import Bytes

extension MathMLWriter {
  /// Writes rows and columns.
  mutating func write(_ table: Table, _ style: MathStyle) {
    var style = style
    switch table.kind {
    case .align, .gather, .displayedCases: style = style.isScript ? style : .display
    case .matrix, .cases, .array: style = style.isScript ? style : .text
    case .smallMatrix, .stack: style = style == .display ? .script : style.forScripts
    }
    if table.kind == .smallMatrix { bytes.append("<mstyle scriptlevel=\"+1\">") }
    bytes.append("<mtable class=\"tex-")
    bytes.append(table.kind.name)
    bytes.append(style == .display ? "\" displaystyle=\"true\">" : "\">")
    let hasTags = table.rows.contains { $0.tag != nil }
    let width = table.rows.reduce(0) { max($0, $1.cells.count) }
    for row in table.rows {
      bytes.append("<mtr>")
      for (index, cell) in row.cells.enumerated() {
        open(table.column(at: index), in: row)
        write(row: cell, style, leading: table.kind == .align && index % 2 == 1 ? .ordinary : nil)
        if index == row.cells.count - 1, let space = row.spaceBelow { write(spaceBelow: space) }
        bytes.append("</mtd>")
      }
      if hasTags { write(row.tag, after: width - row.cells.count) }
      bytes.append("</mtr>")
    }
    bytes.append("</mtable>")
    if table.kind == .smallMatrix { bytes.append("</mstyle>") }
  }

  private mutating func open(_ column: Table.Column, in row: Table.Row) {
    var names: [StaticString] = []
    switch column.alignment {
    case .left: names.append("tex-left")
    case .right: names.append("tex-right")
    case .center: break
    }
    if column.hasLineLeft { names.append("tex-line-left") }
    if column.hasLineRight { names.append("tex-line-right") }
    if row.hasLineAbove { names.append("tex-line-above") }
    if row.hasLineBelow { names.append("tex-line-below") }
    guard let first = names.first else {
      bytes.append("<mtd>")
      return
    }
    bytes.append("<mtd class=\"")
    bytes.append(first)
    for name in names.dropFirst() {
      bytes.append(" ")
      bytes.append(name)
    }
    bytes.append("\">")
  }

  private mutating func write(_ tag: [Atom]?, after missing: Int) {
    guard let tag else { return }
    if missing > 0 {
      // One cell however many are missing, so that no formula grows with the square of its length.
      bytes.append("<mtd columnspan=\"")
      bytes.append(decimal: missing)
      bytes.append("\"></mtd>")
    }
    bytes.append("<mtd class=\"tex-tag\">")
    write(row: tag, .text)
    bytes.append("</mtd>")
  }

  /// Makes a row deeper, as TeX does: below the foot of a line, which is three tenths of an em.
  private mutating func write(spaceBelow space: Length) {
    guard space.value > 0 else { return }
    bytes.append("<mspace width=\"0em\" height=\"0em\"")
    write(attribute: " depth=\"", Length(value: space.value + 3_000))
    bytes.append("/>")
  }
}

extension Table {
  /// The column of a cell.
  fileprivate func column(at index: Int) -> Column {
    if index < columns.count { return columns[index] }
    guard kind == .align else { return Column(alignment: .center) }
    return Column(alignment: index.isMultiple(of: 2) ? .right : .left)
  }
}

extension Table.Kind {
  fileprivate var name: StaticString {
    switch self {
    case .matrix, .smallMatrix: "matrix"
    case .cases, .displayedCases: "cases"
    case .align: "align"
    case .gather: "gather"
    case .array: "array"
    case .stack: "stack"
    }
  }
}
