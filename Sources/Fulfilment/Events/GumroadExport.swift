import Bytes
import CourseModel

/// The file of sales that Gumroad exports.
package enum GumroadExport {
  /// A row of the file: its line, and what it tells or why it was not understood.
  package struct Row: Sendable {
    /// The line, counted from 1.
    package let line: Int
    /// What it tells.
    package let event: Result<OrderEvent, EventRefusal>
  }

  /// Reads a file.
  ///
  /// - Throws: ``EventRefusal`` if it is no such file; what is wrong with a row is told with it.
  package static func read(_ text: [UInt8]) throws(EventRefusal) -> [Row] {
    let table = try SalesTable(text)
    var rows: [Row] = []
    for row in table.rows where try !row.value("Purchase ID").equals("Totals") {
      do throws(EventRefusal) {
        rows.append(Row(line: row.line, event: .success(try event(row))))
      } catch { rows.append(Row(line: row.line, event: .failure(error))) }
    }
    return rows
  }

  private static func event(_ row: SalesRow) throws(EventRefusal) -> OrderEvent {
    guard let number = ForeignJSON.text(try row.value("Order Number")).name else {
      throw EventRefusal(.malformed, "the order has no number")
    }
    if try isSet(row, "Fully Refunded?") { return .withdrawn(order: number, cause: "refunded") }
    if try isSet(row, "Disputed?"), try !isSet(row, "Dispute Won?") {
      return .withdrawn(order: number, cause: "disputed")
    }
    for name: StaticString in [
      "Recurring Charge?", "Free trial purchase?", "Pre-order authorization?",
    ] where try isSet(row, name) {
      return .ignored("a subscription, a trial or a pre-order")
    }
    guard try row.value("Quantity").equals("1") else {
      throw EventRefusal(.product, "something was bought more than once in one order")
    }
    guard let product = ForeignJSON.text(try row.value("Product ID")).name else {
      throw EventRefusal(.product, "the product has no id")
    }
    guard let day = CalendarDate(parsing: String(utf8: try row.value("Purchase Date"))) else {
      throw EventRefusal(.malformed, "the date is not like 2027-01-31")
    }
    // A gift is for who gets it.
    let giftee = try row.value("Giftee Email")
    let address = giftee.isEmpty ? try row.value("Purchase Email") : giftee
    return .paid(
      PaidOrder(
        provider: .gumroad, number: number, shownNumber: number, items: [[product]],
        amount: try cents(row.value("Sale Price ($)")), currency: "USD",
        time: day.daysSince1970 * 86_400, address: EventValue.address(.text(address))))
  }

  private static func isSet(_ row: SalesRow, _ name: StaticString) throws(EventRefusal) -> Bool {
    switch String(utf8: try row.value(name)) {
    case "1": return true
    case "0", "": return false
    default: throw EventRefusal(.malformed, "\"\(name)\" is neither 0 nor 1")
    }
  }

  /// An amount in dollars, such as `49`, `49.0` or `49.90`, in cents.
  private static func cents(_ text: [UInt8]) throws(EventRefusal) -> Int {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let cents = parts.count == 2 ? Array(parts[1]) : [UInt8(ascii: "0")]
    guard (1...2).contains(parts.count), (1...9).contains(parts[0].count),
      (1...2).contains(cents.count),
      let amount = (parts[0] + cents + (cents.count == 1 ? [UInt8(ascii: "0")] : [])).decimalNumber
    else { throw EventRefusal(.amount, "the amount is not in dollars and cents") }
    return amount
  }
}
