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

  @Test(arguments: [
    ("a\n[b](c?d=1&amp;e=2)", "c?d=1&e=2", 2, 5, 13), ("[b](c\\_d.md)", "c_d.md", 1, 5, 7),
    ("[b](&eacute;t&eacute;)", "\u{E9}t\u{E9}", 1, 5, 17), ("[b](c&#38;d)", "c&d", 1, 5, 7),
    ("c&lt;d c&amp;d", "c&d", 1, 8, 7), ("c&amp;d c&d", "c&d", 1, 9, 3),
    ("[b]: c&amp;d", "c&d", 1, 6, 7),
  ])
  func findsWhatIsSpelledByReferences(
    source: String, words: String, line: Int, column: Int, length: Int
  ) throws {
    var text = Self.text(source)
    let found = text.find(Self.bytes(words), in: 1...3, from: 0)
    let place = try #require(found)
    #expect(place == SourceText.Place(line: line, column: column))
    #expect(text.length(of: Self.bytes(words), at: place) == length)
    let definition = text.findDefinition(of: Self.bytes(words))
    #expect((definition != nil) == source.hasPrefix("[b]:"))
  }

  @Test func takesNoReferenceForALetter() {
    var text = Self.text("c&amp;d &copy; &lt;\\a\\")
    for words in ["cad", "c", "a", "<b", "c&e"] {
      let found = text.find(Self.bytes(words), in: 1...1, from: 0)
      #expect((found != nil) == (words == "c" || words == "a"), "\(words)")
    }
  }

  @Test func endsSearchesAmongManyReferences() {
    let many = String(repeating: "&amp;", count: 50_000)
    var text = Self.text(many + "c\n")
    let words = Self.bytes(String(repeating: "&", count: 40_000) + "d")
    let found = (0..<1_000).compactMap { _ in text.find(words, in: 1...1, from: 0) }
    #expect(found == [])
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

  @Test(arguments: [
    ("[a]: x.md", 1, 6), ("b\n\n   [a]: <x.md> 'c'", 3, 10), ("> - [a]:\n>   x.md", 0, 0),
    ("> - [a]:  x.md", 1, 11), ("[a]:\nx.md", 2, 1), ("a [a]: x.md", 0, 0),
    ("[a]: y.md\n[a]: x.md [b]: z.md\n[c]: x.md", 2, 6),
  ])
  func findsWhatDefinitionsLeadTo(source: String, line: Int, column: Int) {
    var text = Self.text(source)
    let place = text.findDefinition(of: Self.bytes("x.md"))
    #expect(place == (line > 0 ? SourceText.Place(line: line, column: column) : nil))
  }

  /// Each of them would be the key of all that follows it: gigabytes.
  @Test func readsManyEndsOfLabels() {
    let many = String(repeating: "]:", count: 100_000)
    var text = Self.text("\(many)\n[\(many)\n[a]: x.md\n")
    let place = text.findDefinition(of: Self.bytes("x.md"))
    #expect(place == SourceText.Place(line: 3, column: 6))
  }
}
