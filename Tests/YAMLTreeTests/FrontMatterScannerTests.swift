import TestSupport
import Testing
import YAMLTree

/// The scanner may give up on anything, but what it reads must be what the full parser reads.
@Suite struct FrontMatterScannerTests {
  @Test(arguments: FrontMatterSamples.plain)
  func readsPlainFrontMatterLikeTheFullParser(text: String) throws {
    let bytes = Array(text.utf8)
    try bytes.withUnsafeBufferPointer { buffer in
      let fast = try #require(FrontMatterScanner.parse(buffer, firstLine: 7))
      #expect(try fast == YAMLComposer.parse(buffer, path: "a.md", firstLine: 7))
    }
  }

  @Test(arguments: FrontMatterSamples.tricky)
  func neverDiffersFromTheFullParser(text: String) {
    for variant in [text, text + "\n", "x: 1\n" + text, text + "\ny: 2\n"] {
      expectAgreement(Array(variant.utf8))
    }
  }

  @Test(arguments: FrontMatterSamples.plain)
  func neverDiffersWhenCutShortOrWithOtherLineEnds(text: String) {
    let bytes = Array(text.utf8)
    for end in bytes.indices { expectAgreement(Array(bytes[..<end])) }
    expectAgreement(Array(text.replacing("\n", with: "\r\n").utf8))
    expectAgreement(Array(text.replacing("\n", with: "\r").utf8))
  }

  @Test func neverDiffersOnRandomDocuments() {
    var random = SplitMix(seed: 20_260)
    var accepted = 0
    for _ in 0..<50_000 {
      if expectAgreement(FrontMatterSamples.random(using: &random)) { accepted += 1 }
    }
    #expect((5_000...40_000).contains(accepted), "the documents must test both outcomes")
  }

  @Test func neverDiffersOnEachByteInEachPlace() {
    for template in [
      "k: |\n", "k: a|\n", "k: a|b\n", "k|: a\n", "|k: a\n", "k: [a|]\n", "k: '|'\n",
      "k: \"|\"\n", "k: a #|\n", "k:\n  - a|\n", "k:\n- |\n", "k:\n|- a\n", "k:| a\n", "k: 'a'|\n",
      "k: [a]|\n", "k: [|a]\n", "k: a\n|", "k:\n  - a\n|",
    ] {
      let parts = template.split(separator: "|", omittingEmptySubsequences: false)
      for byte in UInt8.min...UInt8.max {
        for tail in [[], [0x20], [0x80], [0xA0, 0x80]] as [[UInt8]] {
          expectAgreement(Array(parts[0].utf8) + [byte] + tail + Array(parts[1].utf8))
        }
      }
    }
  }

  @Test(arguments: [
    "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{A0}", "\u{10FFFF}",
  ])
  func neverDiffersOnUnusualCharacters(character: String) {
    for text in [
      "a: x\(character)y\n", "a: \(character)\n", "a: '\(character)'\nb: 1\n",
      "a: [\(character), b]\n", "a: b # \(character)\nc: d\n", "\(character)a: b\n",
    ] {
      expectAgreement(Array(text.utf8))
    }
  }

  @Test func readsAMillionLinesInLinearTime() {
    let text = (0..<100_000).map { "key\($0): value\n" }.joined()
    let comments = String(repeating: "#\n", count: 500_000) + "a: b\n"
    for bytes in [Array(text.utf8), Array(comments.utf8)] {
      #expect(bytes.withUnsafeBufferPointer { FrontMatterScanner.parse($0) } != nil)
    }
  }

  /// Whether the scanner took the document.
  @discardableResult
  private func expectAgreement(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      guard let fast = FrontMatterScanner.parse(buffer, firstLine: 3) else { return false }
      let full = try? YAMLComposer.parse(buffer, path: "a.md", firstLine: 3)
      #expect(fast == full, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
      return true
    }
  }
}
