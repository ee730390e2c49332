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

  @Test(arguments: [
    ("[old ropes][ropes]", ["1:12 there is no address for \"[ropes]\", so this is no link"]),
    (
      "![a b][c] *and* [d e][f g]",
      [
        "1:7 there is no address for \"[c]\", so this is no link",
        "1:22 there is no address for \"[f g]\", so this is no link",
      ]
    ),
    (
      "See [this][ropse].\n\n[ropes]: https://ropes.example",
      ["1:11 there is no address for \"[ropse]\", so this is no link"]
    ),
    ("[old ropes][ropes]\n\n[ropes]: https://ropes.example", []),
    ("[x][y] [Ctrl][C] arr[i][j] [1][2] `a`[b c][d]", []),
    ("f(x)[a b][c] x[a b][c] [][c] [a b][] [a b][1] `[a b][c]`", []),
    ("arr[i][j] grid[row][column]\n\n[ropes]: https://ropes.example", []),
  ])
  func tellsOfLinksWithoutAnAddress(markdown: String, expected: [String]) throws {
    #expect(try findings(markdown) == expected)
  }

  @Test func suggestsTheAddressThatWasMeant() throws {
    let text = try RenderedText("[this][ropse]\n\n[ropes]: https://ropes.example").text
    #expect(text.diagnostics.map(\.help) == ["did you mean [ropes]?"])
  }

  @Test(arguments: [
    (
      "| a | b |\n|---|\n| 1 | 2 |",
      ["2:1 the row above these dashes has another number of cells (2, not 1), so this is no table"]
    ),
    (
      "> a | b\n> :-- | --: | ---\n> 1 | 2",
      ["2:3 the row above these dashes has another number of cells (2, not 3), so this is no table"]
    ),
    (
      "| a | b |\n\n|---|---|\n| 1 | 2 |",
      ["3:1 the row above these dashes is missing, so this is no table"]
    ),
    ("| a | b |\n| 1 | 2 |", ["1:1 these rows have no row of dashes, so this is no table"]),
    ("| a | b |\n|---|---|\n| 1 | 2 |", []), ("Words\n| a | b |\n|---|---|", []),
    ("| a | b |", []), ("|x| is a length\n|y|", []), ("|---|---|", []),
    (
      "a \\| b\n--- | ---\n1",
      [
        "2:1 the row above these dashes has another number of cells (1, not 2), so this is no table"
      ]
    ), ("`| a | b |`\n`|---|`", []),
  ])
  func tellsOfRowsThatAreNoTable(markdown: String, expected: [String]) throws {
    #expect(try findings(markdown) == expected)
  }

  @Test(arguments: [
    ("```\nrope\n\n# Knots", ["1:1 nothing ends the code that \"```\" begins"]),
    ("~~~~ sh\nrope\n~~~", ["1:1 nothing ends the code that \"~~~~\" begins"]),
    (
      "- a\n\n  ```\n  rope\n```\n\nwords",
      [
        "3:3 nothing ends the code that \"```\" begins",
        "5:1 nothing ends the code that \"```\" begins",
      ]
    ),
    ("> ```\n> rope\n\nwords", ["1:3 nothing ends the code that \"```\" begins"]),
    ("a[^1]\n\n[^1]: b\n\n```\nrope", ["5:1 nothing ends the code that \"```\" begins"]),
    ("```\nrope\n```", []), ("````\n```\n`````  \n", []), ("    rope", []),
    ("- a\n\n  ```\n  rope\n  ```\n\nwords", []), ("> ~~~\n> rope\n> ~~~\n> words", []),
    ("- > ```\n  > rope\n  > ```", []), ("a[^1]\n\n```\nrope\n```\n\n[^1]: b", []),
  ])
  func tellsOfCodeWithoutAnEnd(markdown: String, expected: [String]) throws {
    #expect(try findings(markdown) == expected)
  }

  @Test(arguments: [
    (
      "a\n\n[^1]: b\n\n    more\n\nc\n   [^long-name]: d",
      [
        "3:1 nothing refers to the footnote \"[^1]\", so it is not shown",
        "8:4 nothing refers to the footnote \"[^long-name]\", so it is not shown",
      ]
    ),
    (
      "a[^1]\n\n[^1]: b\n\n[^1]: c",
      ["5:1 there is a footnote \"[^1]\" already, and only the first is shown"]
    ),
    ("a[^1] [^2]\n\n[^1]: b\n[^2]: c", []), ("a[^1]\n\n> [^1]: b", []),
    ("```\n[^1]: b\n```", []), ("    [^1]: b", []), ("<!--\n[^1]: b\n[^2]: c -->", []),
    ("- a\n\n  [^1]: b", []), ("a [^ b]: c", []),
  ])
  func tellsOfFootnotesThatAreNotShown(markdown: String, expected: [String]) throws {
    #expect(try findings(markdown) == expected)
  }

  @Test(arguments: [
    ("a\n**公开。**公开 **公开**", ["text-strong 2:1"]), ("is **Note:**text", ["text-strong 1:4"]),
    ("a**“b”**c", ["text-strong 1:2"]), ("d***“e”***f", ["text-strong 1:2"]),
    ("> **公开。**公", ["text-strong 1:3"]),
    ("\\*\\*a:\\*\\*b", []), ("the **kwargs and **args", []), ("char** a, int** b", []),
    ("`**a:**b`", []), ("2**3**4", []), ("0.45**, 0.31**", []), ("a ** b ** c", []),
    ("****a:****b", []), ("*a:*b", []),
  ])
  func tellsOfAsterisksThatMakeNothingStrong(markdown: String, expected: [String]) throws {
    #expect(try RenderedText(markdown).findings == expected)
  }

  @Test(arguments: [
    ("##Loops", ["1:1 \"##\" needs a space behind it to begin a heading"]),
    ("> ###\u{A0}Loops", ["1:3 \"###\" needs a space behind it to begin a heading"]),
    ("-One\n-Two", ["1:1 \"-\" needs a space behind it to begin a list"]),
    ("1.Öl\n12.Two", ["1:1 \"1.\" needs a space behind it to begin a list"]),
    ("a\n\n• one\n• two", ["3:1 \"•\" begins no item of a list"]),
    ("* One\n*Two\n* Three", ["2:1 \"*\" needs a space behind it to begin an item"]),
    ("> - One\n> -Two", ["2:3 \"-\" needs a space behind it to begin an item"]),
    ("1. One\n2.Two", ["2:1 \"2.\" needs a space behind it to begin an item"]),
    ("*One\n*Two", ["1:1 \"*\" needs a space behind it to begin a list"]),
    ("- One\n  *two* or\n  -x", []), ("- a `b`-based c", []), ("- a\n  [b](#main)-like", []),
    ("- One\n1.Two", []), ("- One\n  *see below", []), ("- One\n\\*Two", []),
    ("One\n*Two", []), ("#tag", []), ("\\##Loops", []), ("## Loops", []), ("a ##b", []),
    ("#######a", []),
    ("-One", []), ("-v one\n-q two", []), ("1.5 one\n2.5 two", []), ("2.x one\n3.x two", []),
    ("-One\ntwo", []), ("- One\n- Two", []), ("— One\n— Two", []), ("-One\n1.Two", []),
  ])
  func tellsOfHeadingsAndListsWithoutASpace(markdown: String, expected: [String]) throws {
    #expect(try findings(markdown) == expected)
  }

  @Test(arguments: [
    ("[a](#some heading)", "1:5 the path \"#some heading\" has spaces, so this is no link"),
    ("![a](a.png =300x200)", "1:6 the path \"a.png =300x200\" has spaces, so this is no link"),
  ])
  func tellsOfAddressesWithSpaces(markdown: String, expected: String) throws {
    #expect(try findings(markdown) == [expected])
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
