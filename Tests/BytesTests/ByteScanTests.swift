import Bytes
import Testing

/// Texts are looked through in blocks of 32 bytes, so each place in a block, and at its edges, is tried.
@Suite struct ByteScanTests {
  @Test(arguments: [0, 1, 31, 32, 33, 63, 64, 65, 100])
  func findsAByteInAnyPlace(count: Int) {
    var text = [UInt8](repeating: 0x61, count: count)
    #expect(text.withUnsafeBufferPointer { $0.places(of: 0x24) }.isEmpty)
    #expect(text.withUnsafeBufferPointer { $0.isASCII() })
    for place in 0..<count {
      text[place] = 0x24
      #expect(text.withUnsafeBufferPointer { $0.places(of: 0x24) } == [place])
      let block = text.withUnsafeBufferPointer { $0.nextBlock(from: 0) { bit($0 < 0x30) } }
      #expect(block.contains(place) && block.count <= 32, "\(place) of \(count): \(block)")
      text[place] = 0x80
      #expect(!text.withUnsafeBufferPointer { $0.isASCII() }, "\(place) of \(count)")
      text[place] = 0x61
    }
  }

  @Test func endsWhereNothingIsSought() {
    let text = [UInt8](repeating: 0x61, count: 70)
    let rest = text.withUnsafeBufferPointer { $0.nextBlock(from: 3) { bit($0 < 0x30) } }
    #expect(rest == 67..<70)
    let none = text.withUnsafeBufferPointer { $0.nextBlock(from: 70) { bit($0 < 0x30) } }
    #expect(none.isEmpty)
    #expect(text.withUnsafeBufferPointer { $0.places(of: 0x61) } == Array(0..<70))
  }

  @Test(arguments: [
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("#", "#"), ("=", "="),
    ("é", "é"),
  ])
  func escapesInAnyPlaceOfALongText(mark: String, escaped: String) {
    for place in 0..<100 {
      let before = String(repeating: "a", count: place)
      let after = String(repeating: "b", count: 40)
      var bytes: [UInt8] = []
      bytes.append(escaping: before + mark + after + mark)
      #expect(String(utf8: bytes) == before + escaped + after + escaped, "\(place)")
    }
  }
}
