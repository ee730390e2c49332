import Bytes
import Diagnostics

extension FormulaParser {
  /// Reads an environment after its `\begin`.
  mutating func environment(from start: Token) throws(MathError) -> Atom {
    let name = try environmentName(of: start)
    guard let environment = Environment.named[name.text] else { throw unknownEnvironment(name) }
    let opening = (name: name.text, start: start.start, end: token.start)
    guard let kind = environment.table else {
      let atoms = try row()
      if isMisplacedSeparator { throw unexpected() }
      try close(opening)
      return atoms.count == 1 ? atoms[0] : Atom(.row(atoms))
    }
    var table = Table(kind: kind, columns: environment.columns)
    switch environment.parameter {
    case .none: break
    case .columns: table.columns = try columns(of: start)
    case .count: _ = try argument(of: start)
    }
    let limit = table.columns.isEmpty ? environment.maximumColumns : table.columns.count
    try readRows(into: &table, limit: limit)
    try close(opening)
    return Self.atom(table, in: environment)
  }

  /// Reads rows in braces, such as the conditions below a sum.
  mutating func substack(_ start: Token) throws(MathError) -> Atom {
    guard token.kind == .groupStart else { throw missingArgument(of: start) }
    let open = token
    try advance()
    var table = Table(kind: .stack)
    try readRows(into: &table, limit: 1)
    guard token.kind == .groupEnd else { throw MathError("'{' has no '}'", at: open) }
    try advance()
    return Atom(.table(table))
  }

  private static func atom(_ table: Table, in environment: Environment) -> Atom {
    guard environment.left != nil || environment.right != nil else { return Atom(.table(table)) }
    var atoms = [Atom(.table(table))]
    if let left = environment.left {
      let fence = Operator(left, form: .prefix, isStretchy: true)
      atoms.insert(Atom(.symbol(fence), .opening), at: 0)
    }
    if let right = environment.right {
      atoms.append(Atom(.symbol(Operator(right, form: .postfix, isStretchy: true)), .closing))
    }
    return .enclosed(.row(atoms))
  }

  private mutating func readRows(into table: inout Table, limit: Int?) throws(MathError) {
    while true {
      var row = Table.Row()
      while case .horizontalLine? = command {
        row.hasLineAbove = true
        try advance()
      }
      try readCells(into: &row, limit: limit)
      if table.kind == .align || table.kind == .gather {
        row.tag = tag
        tag = nil
      }
      let isLast = !isAtNewRow
      if isLast, row.cells.count == 1, row.cells[0].isEmpty, row.tag == nil, !table.rows.isEmpty {
        table.rows[table.rows.count - 1].hasLineBelow = row.hasLineAbove
        return
      }
      if !isLast { row.spaceBelow = try newRow() }
      table.rows.append(row)
      if isLast { return }
    }
  }

  private mutating func readCells(into row: inout Table.Row, limit: Int?) throws(MathError) {
    row.cells.append(try self.row())
    while token.kind == .alignment {
      if let limit, row.cells.count >= limit {
        throw MathError(
          "misplaced '&'", at: token,
          help: limit == 1
            ? "the environment has one column" : "the environment has only \(limit) columns")
      }
      try advance()
      row.cells.append(try self.row())
    }
  }

  private var isAtNewRow: Bool {
    if case .newRow? = command { return true }
    return false
  }

  /// Takes the end of a row with the space that is asked for below it.
  private mutating func newRow() throws(MathError) -> Length? {
    var end = token.end
    let source = tokenizer.source
    if end < source.count, source[end] == UInt8(ascii: "*") { end += 1 }
    guard end < source.count, source[end] == UInt8(ascii: "[") else {
      try move(to: end)
      return nil
    }
    let (length, endOfLength) = try length(from: end + 1)
    try move(to: endOfLength)
    guard token.kind == .character("]") else {
      throw MathError("'[' has no ']'", from: end, to: end + 1)
    }
    try advance()
    return length
  }

  private mutating func close(
    _ opening: (name: String, start: Int, end: Int)
  ) throws(MathError) {
    let mark = token
    guard case .end? = command else {
      if case .right? = command { throw unexpected() }
      if case .middle? = command { throw unexpected() }
      throw MathError(
        "'\\begin{\(opening.name)}' has no '\\end{\(opening.name)}'", from: opening.start,
        to: min(opening.end, opening.start + 8 + opening.name.utf8.count))
    }
    try advance()
    let name = try environmentName(of: mark)
    guard name.text.utf8.elementsEqual(opening.name.utf8) else {
      throw MathError(
        "'\\begin{\(opening.name)}' ends with "
          + "'\\end{\(quotation(from: name.start, to: name.end))}'",
        from: name.start, to: name.end, help: "write '\\end{\(opening.name)}'")
    }
  }

  private mutating func environmentName(
    of start: Token
  ) throws(MathError) -> (text: String, start: Int, end: Int) {
    let source = tokenizer.source
    let begin = token.end
    guard token.kind == .groupStart,
      let end = source[begin...].firstIndex(where: { !$0.isASCIILetter && $0 != UInt8(ascii: "*") }
      ),
      source[end] == UInt8(ascii: "}"), end > begin
    else {
      throw MathError(
        "'\(quotation(from: start.start, to: start.end))' lacks a name in braces", at: start)
    }
    try move(to: end + 1)
    return (tokenizer.text(from: begin, to: end), begin, end)
  }

  private func unknownEnvironment(_ name: (text: String, start: Int, end: Int)) -> MathError {
    var help: String?
    if name.text.utf8.count <= 32,
      let word = Suggestion.nearest(to: name.text, among: Environment.names)
    {
      help = "did you mean '\(word)'?"
    }
    return MathError(
      "unknown environment '\(quotation(from: name.start, to: name.end))'", from: name.start,
      to: name.end, help: help)
  }

  private mutating func columns(of start: Token) throws(MathError) -> [Table.Column] {
    guard token.kind == .groupStart else {
      throw MathError(
        "'\\begin{array}' lacks its columns", at: start,
        help: "name them after it, such as '\\begin{array}{lcr}'")
    }
    let open = token
    var columns: [Table.Column] = []
    var hasLineLeft = false
    try advance()
    while token.kind != .groupEnd {
      switch token.kind {
      case .character("|"):
        if columns.isEmpty {
          hasLineLeft = true
        } else {
          columns[columns.count - 1].hasLineRight = true
        }
      case .character("l"): columns.append(Table.Column(alignment: .left))
      case .character("c"): columns.append(Table.Column(alignment: .center))
      case .character("r"): columns.append(Table.Column(alignment: .right))
      case .end: throw MathError("'{' has no '}'", at: open)
      default:
        throw MathError(
          "'\(tokenText)' is not a column", at: token, help: "a column is 'l', 'c', 'r' or '|'")
      }
      try advance()
    }
    guard !columns.isEmpty else {
      throw MathError("'{}' names no columns", from: open.start, to: token.end)
    }
    columns[0].hasLineLeft = hasLineLeft
    try advance()
    return columns
  }
}
