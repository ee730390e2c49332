import Bytes
import Testing

@Suite struct PercentEncodingTests {
  private let allBytes = Array(UInt8.min...UInt8.max)

  @Test func encodesAndDecodesEveryByte() {
    var encoded: [UInt8] = []
    encoded.append(percentEncoding: allBytes)
    #expect(encoded.percentDecoded == allBytes)
    #expect(encoded.allSatisfy { (0x21...0x7E).contains($0) })
    for byte in "\"'<>&?#\\ ".utf8 { #expect(!encoded.contains(byte)) }
  }

  @Test func leavesOfAValueOnlyWhatMeansNothing() {
    var encoded: [UInt8] = []
    encoded.append(queryValue: "a-Z_0.9~ &=+/?#%\n\u{E9}")
    #expect(String(utf8: encoded) == "a-Z_0.9~%20%26%3D%2B%2F%3F%23%25%0A%C3%A9")
  }

  @Test(arguments: [
    ("%41", "A"), ("%4", "%4"), ("%", "%"), ("%zz", "%zz"), ("%%41", "%A"), ("%2525", "%25"),
    ("a%c3%A9", "aé"), ("+", "+"),
  ])
  func decodesOnlyPairs(text: String, decoded: String) {
    #expect(String(utf8: Array(text.utf8).percentDecoded) == decoded)
  }
}
