import Bytes
import Entitlements

/// A shop's table of sales, whose columns are found by their names.
struct SalesTable {
  /// The rows below the names.
  let rows: [SalesRow]

  /// Reads a table.
  ///
  /// - Throws: ``EventRefusal`` with the line of what is no table.
  init(_ text: [UInt8]) throws(EventRefusal) {
    let table = CSVReader(text)
    if let mistake = table.mistakes.first {
      throw EventRefusal(.malformed, "line \(mistake.line): \(mistake.message)")
    }
    guard let names = table.records.first else {
      throw EventRefusal(.malformed, "the file is empty")
    }
    let columns = Dictionary(
      names.enumerated().map { ($1.text, $0) }, uniquingKeysWith: { first, _ in first })
    var rows: [SalesRow] = []
    for record in table.records.dropFirst() {
      guard record.count == names.count else {
        throw EventRefusal(
          .malformed,
          "line \(record[0].line) has \(record.count) values, the first line \(names.count)")
      }
      rows.append(
        SalesRow(line: record[0].line, values: record.map(\.text), columns: columns))
    }
    self.rows = rows
  }
}

/// A row of a table.
struct SalesRow {
  /// The line that it begins on, counted from 1.
  let line: Int
  let values: [[UInt8]]
  let columns: [[UInt8]: Int]

  /// A value by its column's name.
  func value(_ name: StaticString) throws(EventRefusal) -> [UInt8] {
    guard let column = columns[[UInt8](name)] else {
      throw EventRefusal(.malformed, "there is no column \"\(name)\"")
    }
    return values[column]
  }
}
