import Bytes
import Testing

@Suite struct ByteAppendingTests {
  @Test(arguments: [
    ("", ""), ("<a href=\"x\">", "&lt;a href=&quot;x&quot;&gt;"), ("R&D", "R&amp;D"),
    ("&amp;", "&amp;amp;"), ("é😀'", "é😀'"), ("<", "&lt;"), ("a>", "a&gt;"),
  ])
  func escapesForElementsAndAttributes(text: String, escaped: String) {
    var bytes: [UInt8] = []
    bytes.append(escaping: text)
    #expect(String(utf8: bytes) == escaped)
    bytes = []
    // A collection without contiguous storage takes another way.
    bytes.append(escaping: text.utf8.lazy.map { $0 })
    #expect(String(utf8: bytes) == escaped)
  }

  @Test func appendsNumbersAndTexts() {
    var bytes = [UInt8]("n=")
    bytes.append(decimal: Int.min)
    bytes.append(text: "é")
    bytes.append("!")
    #expect(String(utf8: bytes) == "n=-9223372036854775808é!")
  }

  @Test func showsIllFormedBytesAsReplacement() {
    #expect(String(utf8: [0x61, 0xFF, 0x62]) == "a\u{FFFD}b")
  }
}
