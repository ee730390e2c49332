import Bytes
import Entitlements
import Testing

@Suite struct Base64Tests {
  @Test(
    "writes and reads the vectors of RFC 4648 §10",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
  func standardVectors(plain: String, text: String) {
    #expect(Base64.padded.encoded(Array(plain.utf8)) == Array(text.utf8))
    #expect(Base64.padded.decoded(Array(text.utf8)) == Array(plain.utf8))
    let bare = Array(text.utf8.filter { $0 != UInt8(ascii: "=") })
    #expect(Base64.url.encoded(Array(plain.utf8)) == bare)
    #expect(Base64.url.decoded(bare) == Array(plain.utf8))
  }

  @Test func usesTheAlphabetsOfTheirSections() {
    let bytes: [UInt8] = [0xFB, 0xFF, 0xBF]
    #expect(Base64.padded.encoded(bytes) == Array("+/+/".utf8))
    #expect(Base64.url.encoded(bytes) == Array("-_-_".utf8))
  }

  @Test(arguments: [
    "QR", "QUF", "A", "AAAAA", "QQ==", "QQ=", "QUI=", "Q Q", "QQ\n", "+/+/", "QUI\u{E9}", "Q-_=",
    "\0\0",
  ])
  func refusesASecondSpellingInURLs(text: String) {
    #expect(Base64.url.decoded(Array(text.utf8)) == nil)
  }

  @Test(arguments: [
    "QR==", "QUF=", "QQ", "QQ=", "QQ===", "=", "====", "QQ==QQ==", "QUI=\n", "-_-_", "Q===",
  ])
  func refusesASecondSpellingWithPadding(text: String) {
    #expect(Base64.padded.decoded(Array(text.utf8)) == nil)
  }

  @Test func readsWhatItWroteForEveryLength() {
    for count in 0..<70 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
      #expect(Base64.url.decoded(Base64.url.encoded(bytes)) == bytes)
      #expect(Base64.padded.decoded(Base64.padded.encoded(bytes)) == bytes)
    }
  }
}
