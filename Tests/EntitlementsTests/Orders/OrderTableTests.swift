import Bytes
import Diagnostics
import Entitlements
import Testing

@Suite struct OrderTableTests {
  private func table(_ text: String, now: Int = 1_800_000_000) throws -> OrderTable {
    OrderTable(
      parsing: Array(text.utf8), path: "orders.csv",
      courses: try ["knots", "rope"].map(Example.name), now: now)
  }

  /// The findings as `line:column id`.
  private func findings(_ text: String) throws -> [String] {
    let table = try table(text)
    return table.diagnostics.map { "\($0.position.line):\($0.position.column) \($0.id)" }
  }

  @Test func readsOrdersWithTheirCoursesLabelsAndEnds() throws {
    let table = try table(
      "order,course,label,expires\r\n1001,knots,\"Ada, \"\"A\"\"\",2028-01-31\r\n"
        + "#7/b,rope,,\r\n1001,rope,\"Ada, \"\"A\"\"\",2028-01-31\r\n")
    #expect(table.diagnostics.isEmpty)
    #expect(table.orders.map { String(utf8: $0.number) } == ["1001", "#7/b"])
    #expect(table.orders[0].courses.map(\.description) == ["knots", "rope"])
    #expect(String(utf8: table.orders[0].label) == "Ada, \"A\"")
    #expect(table.orders[0].expires == 1_832_889_600)
    #expect(String(utf8: table.orders[1].label) == "order #7/b")
    #expect(table.orders[1].expires == nil)
    #expect(table.orders.map(\.line) == [2, 3])
  }

  @Test(
    arguments: [
      "order,course\n1,knots", "course,order\nknots,1\n", "\u{FEFF}order,course\n1,knots\n",
      "order,course\r\n\"1\",\"knots\"\r\n", "order,course,label\n1,knots,\"\"",
      "\u{FEFF}order;course;label\r\n1;knots;\r\n", "\"order\";\"course\"\n\"1\";\"knots\"\n",
    ])
  func readsWhatSpreadsheetsWrite(text: String) throws {
    let table = try table(text)
    #expect(table.diagnostics.isEmpty)
    #expect(table.orders.map { String(utf8: $0.number) } == ["1"])
  }

  @Test func keepsTheOtherSeparatorInsideAValue() throws {
    let table = try table("order;course;label\n1;knots;a, b\n2;knots;\"c; \"\"d\"\"\"\n")
    #expect(table.diagnostics.isEmpty)
    #expect(table.orders.map { String(utf8: $0.label) } == ["a, b", "c; \"d\""])
  }

  @Test func keepsALineEndInsideALabel() throws {
    let table = try table("order,course,label\n1,knots,\"a\r\nb\"\n2,knot,x\n")
    #expect(table.orders.first.map { String(utf8: $0.label) } == "a\r\nb")
    #expect(table.diagnostics.map(\.position.line) == [4])
  }

  @Test(
    arguments: [
      ("", ["1:1 orders-column"]), ("order\n", ["1:1 orders-column"]),
      ("order course\n", ["1:1 orders-column", "1:1 orders-column", "1:1 orders-column"]),
      ("order,course;label\n", ["1:1 orders-column", "1:7 orders-column"]),
      ("order;course\n1,knots\n", ["2:1 orders-csv"]),
      ("order,course,order\n", ["1:14 orders-column"]),
      ("order,course,lable\n", ["1:14 orders-column"]),
      ("order,course\n1\n", ["2:1 orders-csv"]), ("order,course\n1,knots,x\n", ["2:9 orders-csv"]),
      ("order,course\n\n1,knots\n", ["2:1 orders-csv"]),
      ("order,course\n1,knots\r1,rope\n", ["2:8 orders-csv"]),
      ("order,course\n1,kn\"ots\"\n", ["2:5 orders-csv"]),
      ("order,course\n1,\"knots\"x\n2,rope\n", ["2:10 orders-csv"]),
      ("order,course\n1,\"knots\n2,rope\n", ["2:3 orders-csv"]),
      ("order,course\n1,kn\u{0}ots\n", ["2:5 orders-csv"]),
      ("order,course\n=1,knots\n", ["2:1 orders-order"]),
      ("order,course\n,knots\n", ["2:1 orders-order"]),
      ("order,course\n1,knot\n2,Rope\n", ["2:3 orders-course", "3:3 orders-course"]),
      ("order,course\n1,../knots\n", ["2:3 orders-course"]),
      ("order,course,expires\n1,knots,tomorrow\n", ["2:9 orders-expires"]),
      ("order,course,expires\n1,knots,2027-01-15\n", ["2:9 orders-expires"]),
      ("order,course,expires\n1,knots,2028-02-30\n", ["2:9 orders-expires"]),
      ("order,course\n1,knots\n1,knots\n", ["3:3 orders-twice"]),
      ("order,course,label\n1,knots,a\n1,rope,b\n", ["3:1 orders-twice"]),
      ("order,course\n=,x\n", ["2:1 orders-order", "2:3 orders-course"]),
    ])
  func tellsEveryMistakeWithLineAndColumn(text: String, expected: [String]) throws {
    #expect(try findings(text) == expected)
  }

  @Test func tellsWhatWasProbablyMeant() throws {
    let table = try table("order,course\n1,knot\n")
    #expect(table.diagnostics.map(\.help) == ["did you mean \"knots\"?"])
  }

  @Test func refusesALabelThatIsTooLongOrNotUTF8() throws {
    let long = String(repeating: "x", count: 201)
    #expect(try findings("order,course,label\n1,knots,\(long)\n") == ["2:9 orders-label"])
    let bytes = Array("order,course,label\n1,knots,".utf8) + [0xC3, 0x28, 0x0A]
    let table = OrderTable(
      parsing: bytes, path: "o.csv", courses: [try Example.name("knots")], now: 0)
    #expect(table.diagnostics.map { "\($0.position.line):\($0.position.column)" } == ["2:9"])
  }

  @Test func takesTimeInProportionToTheTable() throws {
    let lines = (0..<100_000).map { "\($0),knots,\"label \($0)\",2030-01-01\n" }.joined()
    let table = try table("order,course,label,expires\n" + lines)
    #expect(table.orders.count == 100_000)
    #expect(table.diagnostics.isEmpty)
  }
}
