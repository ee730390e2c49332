import Diagnostics
import PolicyReview
import TestSupport
import Testing

/// Files that are no policies.
@Suite struct ForeignBytesTests {
  @Test(arguments: [
    ([UInt8](), "the file has no text"), (Array(" \n\t\n".utf8), "the file has no text"),
    (Array("%PDF-1.7\n\0\0".utf8), "the file is no text"),
    (Array("P\0r\0i\0v\0a\0c\0y\0".utf8), "the file is no text"),
    (
      [UInt8](repeating: UInt8(ascii: "a"), count: PolicyReview.byteLimit + 1),
      "the file has more than 2 MB"
    ),
  ])
  func refusesWhatIsNoText(bytes: [UInt8], message: String) throws {
    for name in ["a.md", "a.html", "a.txt", "a"] {
      let found = try Review.findings(in: bytes, named: name)
      #expect(found.map(\.message) == [message])
      #expect(found.map(\.id) == ["policy-page"] && found.map(\.severity) == [.error])
      #expect(found.map(\.position) == [SourcePosition(path: name)])
    }
  }

  @Test func readsOnWhereBytesAreNotUTF8() throws {
    let text = try Review.text(of: "good/studio.html")
    var bytes = Array(text.utf8)
    bytes.insert(0xE4, at: bytes.count - 20)
    let found = try Review.findings(in: bytes, named: "a.html")
    #expect(Review.summary(of: found) == ["1 file-encoding"])
    #expect(found.first?.severity == .warning)
  }

  @Test func saysNothingOfALanguageThatItDoesNotKnow() throws {
    let french = "# Confidentialité\n\nNous ne recueillons pas de données, et ne les vendons pas.\n"
    let found = try Review.findings(in: french, named: "a.md")
    #expect(Review.summary(of: found) == ["1 policy-language"])
    let page =
      "<html lang=\"fr\"><h1>Confidentialité</h1><p>Nous ne recueillons pas de données.</p>"
    #expect(
      try Review.findings(in: page, named: "a.html").map(\.message) == [
        "the text is neither English nor German, and says that it is \"fr\""
      ])
  }

  @Test func tellsWhatAFileIsWhereItsNameDoesNot() throws {
    for fixture in ["academy.md", "studio.html", "reading-club.txt"] {
      let text = try Review.text(of: "good/\(fixture)")
      #expect(try Review.findings(in: text, named: "privacy") == [])
    }
  }

  @Test func countsLinesAsTheyStandInTheFile() throws {
    let text = try Review.text(of: "poor/shop.html").replacing("\n", with: "\r\n")
    let found = try Review.findings(in: text, named: "a.html")
    #expect(Review.summary(of: found).contains("26 rights-days"))
  }

  @Test(arguments: [
    String(repeating: "<div>", count: 20_000) + "we and the privacy",
    String(repeating: "<a href=x>", count: 5_000) + "we and the privacy of you",
    "<p>&#x110000;&#0;&bogus;&amp the and of to your <",
    String(repeating: "> ", count: 5_000) + "the and",
    "# \n\n## \n\nthe and of\n\n# the", "@ @@ a@ @b a@b the and", "“the” “and” „of« section ”",
    "- the\n- and\n\nContents\n- the\n", "[ ] [] {{}} {{ the and of ${",
    "Effective: 99.99.9999 the and of 31.02.2026 2026-13-40 within 99999999999999999999 days request",
  ])
  func readsOddTextsToTheirEnd(text: String) throws {
    for name in ["a.md", "a.html", "a.txt"] {
      let found = try Review.findings(in: text, named: name, under: ["eu", "us-ca"])
      #expect(found.allSatisfy { $0.position.line > 0 && $0.position.column > 0 })
    }
  }

  @Test func pointsIntoTheFileWhateverItHolds() throws {
    var random = SplitMix(seed: 7)
    let good = Array(try Review.text(of: "good/studio.html").utf8)
    for round in 0..<60 {
      var bytes = good
      for _ in 0..<40 {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 1...255, using: &random)
      }
      let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      for name in ["a.md", "a.html", "a.txt"] {
        let found = try Review.findings(in: bytes, named: name, under: ["eu", "us-ca"])
        #expect(
          found.allSatisfy { (1...lines.count).contains($0.position.line) },
          "round \(round), \(name)")
      }
    }
  }
}
