import Bytes
import Testing

@Suite struct ForeignJSONTests {
  private func read(_ text: String) -> ForeignJSON? {
    try? ForeignJSON(parsing: Array(text.utf8))
  }

  @Test func readsWhatProvidersSend() throws {
    let value = try #require(
      read(" {\"a\": [1, -2.50e+3, true, null], \"\\u00e9\\ud83d\\ude00\\n\": \"x\\/\\\"\"} "))
    #expect(
      value
        == .object([
          Array("a".utf8): .list([
            .number(Array("1".utf8)), .number(Array("-2.50e+3".utf8)), .boolean(true), .null,
          ]),
          Array("é😀\n".utf8): .text(Array("x/\"".utf8)),
        ]))
    #expect(value["a"]?.items?.count == 4)
    #expect(value["b"] == nil)
  }

  @Test(arguments: [
    "", "{", "{\"a\":1,}", "[1,]", "{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":1}", "01", "1.",
    ".5", "+1", "1e", "NaN", "nul", "\"\\x\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\n\"",
    "\"", "1 2", "{a:1}", "{\"a\" 1}", "\u{FEFF}1", "\"\\u00g0\"", "\"\\u+123\"",
  ])
  func refusesWhatParsersDisagreeOn(_ text: String) {
    #expect(read(text) == nil)
  }

  @Test func refusesDepthAndBadBytesInLinearTime() {
    #expect(read(String(repeating: "[", count: 32) + String(repeating: "]", count: 32)) != nil)
    #expect(read(String(repeating: "[", count: 33) + String(repeating: "]", count: 33)) == nil)
    #expect(read(String(repeating: "{\"a\":", count: 200_000)) == nil)
    #expect((try? ForeignJSON(parsing: [0x22, 0xFF, 0x22])) == nil)
    #expect((try? ForeignJSON(parsing: [0x22, 0xC0, 0x80, 0x22])) == nil)
  }
}
