import Bytes
import Foundation
import Testing

@Suite struct JSONValueTests {
  private func text(_ value: JSONValue) -> String {
    var bytes: [UInt8] = []
    bytes.append(json: value)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func keepsTheOrderOfMembers() {
    let value: JSONValue = [
      "z": 1, "a": [true, .null, -2, "x"], "left out": nil, "m": [:], "empty": [],
    ]
    #expect(text(value) == #"{"z":1,"a":[true,null,-2,"x"],"m":{},"empty":[]}"#)
  }

  @Test(arguments: [
    ("\"\\/", #""\"\\/""#), ("\n\r\t\u{8}\u{0}\u{1F}\u{7F}", #""\n\r\t\u0008\u0000\u001f\u007f""#),
    ("</script><!--", #""\u003c/script>\u003c!--""#),
    ("a\u{2028}b\u{2029}c\u{2027}\u{202A}", "\"a\\u2028b\\u2029c\u{2027}\u{202A}\""),
    ("é 漢 😀 \u{10FFFF}", "\"é 漢 😀 \u{10FFFF}\""), ("", "\"\""),
  ])
  func escapesTexts(value: String, expected: String) {
    #expect(text(.text(value)).utf8.elementsEqual(expected.utf8))
  }

  @Test(arguments: [
    ("\"", #"\""#), ("<", #"\u003c"#), ("\u{2028}", #"\u2028"#), ("\u{2030}", "\u{2030}"),
  ])
  func escapesInAnyPlaceOfALongText(mark: String, escaped: String) {
    for place in 0..<100 {
      let before = String(repeating: "a", count: place)
      let after = String(repeating: "b", count: 40)
      let found = text(.text(before + mark + after + mark))
      let expected = "\"" + before + escaped + after + escaped + "\""
      #expect(found.utf8.elementsEqual(expected.utf8), "\(place)")
    }
  }

  @Test func isReadBackAsItWasMeant() throws {
    let scalars = (0...0x2FFF).compactMap { Unicode.Scalar($0) } + ["\u{FFFF}", "\u{1F600}"]
    let all = String(String.UnicodeScalarView(scalars))
    let read = try JSONDecoder().decode([String].self, from: Data(text([.text(all)]).utf8))
    #expect(read.first.map { Array($0.unicodeScalars) } == Array(all.unicodeScalars))
  }
}
