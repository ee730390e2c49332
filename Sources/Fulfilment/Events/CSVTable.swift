import Bytes

/// A table in CSV (RFC 4180) with a row of names at its top.
struct CSVTable {
  /// The rows below the names; each with as many cells as there are names.
  let rows: [CSVRow]

  /// Reads a table.
  ///
  /// - Throws: ``EventRefusal`` with the line where a row has another number of cells than the
  ///   first, or a quote does not end.
  init(_ text: [UInt8]) throws(EventRefusal) {
    var reader = CSVReader(text)
    guard let names = try reader.next() else {
      throw EventRefusal(.malformed, "the file is empty")
    }
    let columns = Dictionary(
      names.cells.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var rows: [CSVRow] = []
    while let row = try reader.next() {
      guard row.cells.count == names.cells.count else {
        throw EventRefusal(
          .malformed, "line \(row.line) has \(row.cells.count) cells, not \(names.cells.count)")
      }
      rows.append(CSVRow(line: row.line, cells: row.cells, columns: columns))
    }
    self.rows = rows
  }
}

/// A row of a table.
struct CSVRow {
  /// The line that it begins on, counted from 1.
  let line: Int
  let cells: [[UInt8]]
  let columns: [[UInt8]: Int]

  /// A cell by its column's name.
  func cell(_ name: StaticString) throws(EventRefusal) -> [UInt8] {
    guard let column = columns[[UInt8](name)] else {
      throw EventRefusal(.malformed, "there is no column \"\(name)\"")
    }
    return cells[column]
  }
}

private struct CSVReader {
  private let text: [UInt8]
  private var offset = 0
  private var line = 1

  init(_ text: [UInt8]) {
    // Spreadsheets write a byte order mark.
    self.text = text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
  }

  private var byte: UInt8? { offset < text.count ? text[offset] : nil }

  mutating func next() throws(EventRefusal) -> (line: Int, cells: [[UInt8]])? {
    guard byte != nil else { return nil }
    let start = line
    var cells: [[UInt8]] = []
    while true {
      cells.append(byte == UInt8(ascii: "\"") ? try quoted() : plain())
      switch byte {
      case UInt8(ascii: ","): offset += 1
      case UInt8(ascii: "\r"), UInt8(ascii: "\n"), nil:
        if byte == UInt8(ascii: "\r") { offset += 1 }
        if byte == UInt8(ascii: "\n") { offset += 1 }
        line += 1
        return (start, cells)
      default: throw EventRefusal(.malformed, "line \(line) goes on after a quote")
      }
    }
  }

  private mutating func plain() -> [UInt8] {
    let start = offset
    while let byte, ![UInt8](",\r\n").contains(byte) { offset += 1 }
    return Array(text[start..<offset])
  }

  private mutating func quoted() throws(EventRefusal) -> [UInt8] {
    offset += 1
    var cell: [UInt8] = []
    while let byte {
      offset += 1
      if byte == UInt8(ascii: "\"") {
        guard self.byte == UInt8(ascii: "\"") else { return cell }
        offset += 1
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      cell.append(byte)
    }
    throw EventRefusal(.malformed, "a quote does not end before the file does")
  }
}
