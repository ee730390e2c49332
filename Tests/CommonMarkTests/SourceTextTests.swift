import CommonMark
import Testing

@Suite struct SourceTextTests {
  private static func text(_ text: String) -> SourceText { SourceText(Array(text.utf8)) }

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func goesOnInWhatHasOneStart() {
    var text = Self.text("one a b a\ntwo b\n")
    let columns = ["a", "b", "a"].map { text.find(Self.bytes($0), in: 1...1, from: 4)?.column }
    #expect(columns == [5, 7, 9])
    // What begins elsewhere is looked for from there.
    let first = text.find(Self.bytes("a"), in: 1...1, from: 3)
    #expect(first?.column == 5)
    let second = text.find(Self.bytes("b"), in: 1...2, from: 10)
    #expect(second?.line == 2)
  }

  @Test func looksBackForWhatDoesNotStandBehind() {
    var text = Self.text("a b\n")
    let columns = ["b", "a"].map { text.find(Self.bytes($0), in: 1...1, from: 0)?.column }
    #expect(columns == [3, 1])
  }

  /// Each search would look at nearly all of the text, and compare most of it at every byte.
  @Test func endsSearchesThatTakeTooLong() {
    let half = String(repeating: "a", count: 100_000)
    var text = Self.text(half + half + "c\n")
    let words = Self.bytes(half + "b")
    let found = (0..<1_000).compactMap { _ in text.find(words, in: 1...1, from: 0) }
    #expect(found == [])
    var far = Self.text(half + "c\n")
    let places = (0..<100_000).compactMap { start in
      far.find(Self.bytes("c"), in: 1...1, from: start)
    }
    #expect(places.count < 100_000)
    #expect(places.first == SourceText.Place(line: 1, column: 100_001))
  }
}
