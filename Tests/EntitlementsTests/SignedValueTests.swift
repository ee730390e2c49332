import Bytes
import Entitlements
import Testing

@Suite struct SignedValueTests {
  private func parse(_ text: String) -> SignedValue? { try? SignedValue(parsing: text.utf8) }

  @Test func readsEveryKindOfValue() {
    let text = " {\"a\" : [null, true,false,\n-5, 0, \"x\"], \"b\":{} , \"c\":[]}\t"
    let expected = SignedValue.object([
      "a": .list([.null, .boolean(true), .boolean(false), .integer(-5), .integer(0), .text("x")]),
      "b": .object([:]), "c": .list([]),
    ])
    #expect(parse(text) == expected)
  }

  @Test func readsEscapesAsTheirCharacters() {
    #expect(
      parse(#""\"\\\/\b\f\n\r\t\u0041\u00e9\uD83D\uDE00\u0000""#)
        == .text("\"\\/\u{8}\u{C}\n\r\tA\u{E9}\u{1F600}\0"))
  }

  @Test(
    arguments: [
      "", " ", "nul", "tru", "truex", "\u{FEFF}1", "1 2", "{}x", "{} {}", "[1,]", "[,1]", "[1 2]",
      "[",
      "{\"a\":1,}", "{\"a\"}", "{\"a\":}", "{a:1}", "{'a':1}", "{\"a\":1", "{\"a\" 1}", "{,}",
      "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}", "01", "-", "-0", "-01", "+1", "1.0", "1e3",
      "1E3",
      "0x1", ".5", "9007199254740992", "-9007199254740992", "99999999999999999999", "NaN",
      "Infinity",
      "\"", "\"\\", "\"\\u12\"", "\"\\u123g\"", "\"\\x\"", "\"\\ud800\"", "\"\\udc00\"",
      "\"\\ud800\\u0041\"", "\"\\ud800x\"", "\"\\ud800\\", "\"\n\"", "\"\t\"", "\"\0\"", "// c\n1",
      "[[[[[[[[[1]]]]]]]]]", "\u{A0}1", "[1]\0",
    ])
  func refusesWhatParsersDisagreeOn(text: String) { #expect(parse(text) == nil, "\(text)") }

  @Test func takesTheGreatestNumbersThatJavaScriptHolds() {
    #expect(parse("9007199254740991") == .integer(9_007_199_254_740_991))
    #expect(parse("-9007199254740991") == .integer(-9_007_199_254_740_991))
  }

  @Test func takesEightLevelsAndNoMore() {
    #expect(parse("[[[[[[[[1]]]]]]]]") != nil)
    #expect(parse(String(repeating: "[", count: 1_000_000)) == nil)
    #expect(parse(String(repeating: "{\"a\":", count: 1_000_000)) == nil)
  }

  @Test(arguments: [[0xC0, 0x80], [0xFF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3]])
  func refusesIllFormedUTF8(bytes: [UInt8]) {
    #expect(throws: JSONError.self) { try SignedValue(parsing: [0x22] + bytes + [0x22]) }
    #expect(throws: JSONError.self) { try SignedValue(parsing: bytes) }
  }

  @Test func keepsNamesApartThatSwiftCallsEqual() {
    let composed = SignedValue.object([
      Array("\u{E9}".utf8): .integer(1), Array("e\u{301}".utf8): .integer(2),
    ])
    #expect(parse("{\"\u{E9}\":1,\"e\u{301}\":2}") == composed)
  }

  @Test func writesOneTextForEachValue() {
    let value = SignedValue.object([
      "b": .integer(-1), "a": .list([.null, .boolean(true)]), "B": .text("\"\\/\u{1F600}\n\u{7F}"),
      "left out": nil,
    ])
    #expect(
      String(utf8: value.json)
        == "{\"B\":\"\\\"\\\\/\u{1F600}\\n\\u007f\",\"a\":[null,true],\"b\":-1}")
    #expect(parse(String(utf8: value.json)) == value)
  }

  @Test func tellsWhereTheMistakeIs() {
    #expect {
      _ = try SignedValue(parsing: "{\"ab\":1,\"ab\":2}".utf8)
    } throws: { ($0 as? JSONError)?.problem == "a name is there twice at byte 8" }
  }

  @Test func isLinearInTheNumberOfMembers() throws {
    let members = (0..<300_000).map { "\"n\($0)\":\($0)" }.joined(separator: ",")
    guard case .object(let object) = try SignedValue(parsing: "{\(members)}".utf8) else {
      Issue.record("no object")
      return
    }
    #expect(object.count == 300_000)
  }
}
