import Diagnostics
import Testing

@testable import PortalRendering

@Suite struct PlainMarkupTests {
  private func findings(_ markdown: String) throws -> [String] {
    try RenderedText(markdown).text.diagnostics.map {
      "\($0.position.line):\($0.position.column) \($0.message)"
    }
  }

  @Test(arguments: [
    ("a [^1] b", ["1:3 there is no footnote for \"[^1]\""]),
    (
      "[see [^1]] and [^2]",
      [
        "1:6 there is no footnote for \"[^1]\"", "1:16 there is no footnote for \"[^2]\"",
      ]
    ),
    ("[^a[^b]", ["1:4 there is no footnote for \"[^b]\""]),
    ("[^a b] [^] ^c] [d", []),
  ])
  func tellsOfFootnotesThatAreNotThere(markdown: String, expected: [String]) throws {
    #expect(try findings(markdown) == expected)
  }

  @Test(arguments: [
    ("[a](b c.md)", ["1:5 the path \"b c.md\" has spaces, so this is no link"]),
    ("[a](b [c](d e.md)", ["1:11 the path \"d e.md\" has spaces, so this is no link"]),
    ("[a](b [1].md)", ["1:5 the path \"b [1].md\" has spaces, so this is no link"]),
    ("[[a](b c.md)", ["1:6 the path \"b c.md\" has spaces, so this is no link"]),
  ])
  func tellsOfEachPathWithSpacesOnce(markdown: String, expected: [String]) throws {
    #expect(try findings(markdown) == expected)
  }

  /// Each bracket would have the rest of the text for its label.
  @Test func readsBracketsThatOneBracketEnds() throws {
    let count = 20_000
    let label = try RenderedText(String(repeating: "[^a", count: count) + "]")
    #expect(label.text.diagnostics.map(\.message) == ["there is no footnote for \"[^a]\""])
    let path = try RenderedText(String(repeating: "[a](b c", count: count) + ".md)")
    #expect(
      path.text.diagnostics.map(\.message) == [
        "the path \"b c.md\" has spaces, so this is no link"
      ])
    let long = String(repeating: "a", count: 1_000)
    #expect(try findings("[^\(long)] [b](\(long) c.md)") == [])
  }

  @Test func findsManyLabelsOfOneParagraph() throws {
    let count = 20_000
    let text = (0..<count).map { "[^\($0)]" }.joined(separator: " ")
    let columns = try RenderedText(text).text.diagnostics.map(\.position.column)
    #expect(columns.count == count)
    #expect(columns == columns.sorted())
    #expect(Set(columns).count == count)
  }
}
