import Bytes
import CourseModel
package import Diagnostics

/// The orders of a table that a shop wrote: comma-separated values with the columns `order`,
/// `course`, `label` and `expires`, the last two optional.
///
/// An order of several courses takes a line for each.
package struct OrderTable: Sendable {
  /// The orders, in the order of their first lines.
  package private(set) var orders: [Order] = []

  /// What is wrong, all of it; then nothing may be issued.
  package private(set) var diagnostics: [Diagnostic] = []

  /// The greatest size of a table in bytes.
  package static let greatestSize = 64 << 20

  private let path: String
  private let courses: Set<Identifier>
  private let now: Int
  private var columns: [Column: Int] = [:]
  private var places: [[UInt8]: Int] = [:]

  private enum Column: String, CaseIterable {
    case order, course, label, expires
  }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - text: The table.
  ///   - path: What it is called in findings.
  ///   - courses: The courses that can be sold.
  ///   - now: The time, in seconds since 1970.
  package init(parsing text: [UInt8], path: String, courses: [Identifier], now: Int) {
    self.path = path
    self.courses = Set(courses)
    self.now = now
    let table = CSVReader(text)
    for mistake in table.mistakes {
      report(
        "orders-csv", mistake.message, line: mistake.line, column: mistake.column,
        help: mistake.help)
    }
    guard let header = table.records.first else {
      if table.mistakes.isEmpty {
        report(
          "orders-column", "the table is empty", line: 1, column: 1,
          help: "begin it with the line order,course,label,expires")
      }
      return
    }
    guard readHeader(header) else {
      diagnostics.sort()
      return
    }
    for record in table.records.dropFirst() { read(record, width: header.count) }
    diagnostics.sort()
  }

  private mutating func report(
    _ id: Diagnostic.ID, _ message: String, line: Int, column: Int, length: Int = 0, help: String
  ) {
    let position = SourcePosition(path: path, line: line, column: column, length: length)
    diagnostics.append(Diagnostic(id, .error, message, at: position, help: help))
  }

  private mutating func report(
    _ id: Diagnostic.ID, _ message: String, at field: CSVField, help: String
  ) {
    report(
      id, message, line: field.line, column: field.column, length: field.length, help: help)
  }

  private mutating func readHeader(_ header: [CSVField]) -> Bool {
    let before = diagnostics.count
    for (index, field) in header.enumerated() {
      let name = String(utf8: field.text)
      guard let column = Column(rawValue: name) else {
        let question = Suggestion.question(near: name, among: Column.allCases.map(\.rawValue))
        report(
          "orders-column", "there is no column \(ShownText.quoted(field.text))", at: field,
          help: question
            ?? "the columns are order, course, label and expires, separated by commas")
        continue
      }
      if columns.updateValue(index, forKey: column) != nil {
        report(
          "orders-column", "the column \"\(name)\" is there twice", at: field,
          help: "remove one of the two")
      }
    }
    for column in [Column.order, .course] where columns[column] == nil {
      report(
        "orders-column", "the column \"\(column.rawValue)\" is missing", line: 1, column: 1,
        help: "the first line names the columns, such as order,course,label,expires")
    }
    return diagnostics.count == before
  }

  private mutating func read(_ record: [CSVField], width: Int) {
    guard record.count == width, let number = field(.order, record),
      let course = field(.course, record)
    else {
      let place = record[min(width, record.count - 1)]
      return report(
        "orders-csv", "the line has \(record.count) values, the first line \(width)", at: place,
        help: "give each column a value, or leave it empty")
    }
    let isNumber = Order.isNumber(number.text)
    if !isNumber {
      report(
        "orders-order", "\(ShownText.quoted(number.text)) is no order's number", at: number,
        help: "it has 1 to \(Order.greatestNumberLength) letters, digits and #._:/-")
    }
    let name = self.course(of: course)
    let (label, expires) = (self.label(of: record, number), self.expires(of: record))
    guard isNumber, let name, let label, let expires else { return }
    let order = Order(
      number: number.text, course: name, label: label, expires: expires.time, line: number.line)
    add(order, number, course)
  }

  private func field(_ column: Column, _ record: [CSVField]) -> CSVField? {
    columns[column].flatMap { $0 < record.count ? record[$0] : nil }
  }

  private mutating func course(of field: CSVField) -> Identifier? {
    if let name = Identifier(field.text), courses.contains(name) { return name }
    let question = Suggestion.question(
      near: String(utf8: field.text), among: courses.map(\.description).sorted())
    report(
      "orders-course", "\(ShownText.quoted(field.text)) is no course that has a secret",
      at: field,
      help: question ?? "see the courses with \"clevio key list\"")
    return nil
  }

  private mutating func label(of record: [CSVField], _ number: CSVField) -> [UInt8]? {
    guard let field = field(.label, record), !field.text.isEmpty else {
      return Order.label(of: number.text)
    }
    guard field.text.count <= Entitlement.labelLimit else {
      report(
        "orders-label", "the label has more than \(Entitlement.labelLimit) bytes", at: field,
        help: "shorten it")
      return nil
    }
    return field.text
  }

  /// An end, or that there is none.
  private struct End {
    let time: Int?
  }

  private mutating func expires(of record: [CSVField]) -> End? {
    guard let field = field(.expires, record), !field.text.isEmpty else { return End(time: nil) }
    guard field.text.count == 10, let day = CalendarDate(parsing: String(utf8: field.text)) else {
      report(
        "orders-expires", "\(ShownText.quoted(field.text)) is no day", at: field,
        help: "write a day such as 2028-01-31, or nothing")
      return nil
    }
    let time = day.daysSince1970 * 86_400
    guard time > now else {
      report(
        "orders-expires", "\(ShownText.quoted(field.text)) is over", at: field,
        help: "give a later day, or nothing")
      return nil
    }
    return End(time: time)
  }

  private mutating func add(_ order: Order, _ number: CSVField, _ course: CSVField) {
    guard let index = places[order.number] else {
      places[order.number] = orders.count
      return orders.append(order)
    }
    let known = orders[index]
    guard known.label == order.label, known.expires == order.expires else {
      return report(
        "orders-twice", "the order stands further up with another label or end", at: number,
        help: "an order has one label and one end, the same in each of its lines")
    }
    if let name = order.courses.first, known.courses.contains(name) {
      return report(
        "orders-twice", "the order has this course further up", at: course,
        help: "remove one of the lines")
    }
    for name in order.courses { orders[index].add(name) }
  }
}
