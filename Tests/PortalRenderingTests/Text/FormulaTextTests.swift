import Bytes
import Diagnostics
import HTMLTree
import Testing

@testable import PortalRendering

@Suite struct FormulaTextTests {
  @Test(arguments: [
    ("$5 and $10", 0), ("costs $5, or $6 now", 0), ("$HOME and $PATH/x:$Y", 0), ("\\$x\\$", 0),
    ("`$x$`", 0), ("``a ` $x$``", 0), ("```\n$x$\n```", 0), ("~~~\n$x$\n~~~\n\n$y$", 1),
    ("    $x$", 0), ("> ```\n> $x$\n> ```", 0), ("> ```\n> $x$\n\n$y$", 1),
    ("```a\n```js\n$x$\n```\n$y$", 1), ("```code``` then $x$", 1), ("- ```\n  $x$\n  ```", 0),
    ("$x$", 1), ("$x_1$ and *$y_1$*", 2), ("**$x$**", 1), ("$$x$$", 1), ("$$\nx\n$$", 1),
    ("a$x$", 0), ("$x$a", 0), ("$x $", 0), ("$ x$", 0), ("$x$, $y$.", 2), ("($x$)", 1),
    ("$a\nb$", 1), ("$a\n\nb$", 0), ("## $5\nand 6$", 0), ("## $x$ {#a}", 1), ("- $x$\n- $y$", 2),
    ("| $a|b$ | c |\n|---|---|\n| $x$ | 5$ |", 2), ("[$x$](#a)", 1), ("[a](#b '$x$')", 0),
    ("<b title='$x$'>a</b>", 0), ("<div>\n\n$x$\n\n</div>", 1), ("> $$\n> x\n> $$", 1),
    ("- a\n\n  $$\n  x\n  $$", 1), ("$x$[^1]\n\n[^1]: $y$", 2), ("![$x$](a.png)", 0),
    ("```math\nx\n```", 1), ("\\\\$x$", 0), ("$\\$$", 1), ("a $`x`$ b", 1),
    ("$`x`$, $`y`$.", 2), ("5$`x`$", 0), ("$`x`$5", 0), ("$`x` $", 0), ("$`x", 0), ("$``$", 0),
    ("$`a\n\nb`$", 0), ("`$`x`$`", 0), ("> $`a\n> b`$", 1), ("| $`a|b`$ |\n|---|", 1),
    ("$x \\$ y$", 1), ("a$ $x$", 1), ("$1 $x$", 1), ("$a\n\nb$ $x$", 1), ("$x\n \ny$", 0),
  ])
  func findsFormulas(markdown: String, count: Int) throws {
    let rendered = try RenderedText(markdown)
    #expect(try rendered.elements("math").count == count)
    #expect(!rendered.text.html.contains { $0 < 0x20 && $0 != 0x0A })
    #expect(!rendered.text.words.contains { $0 < 0x20 && $0 != 0x0A })
    let without = try RenderedText(markdown) { $0.readsMath = false }
    #expect(try without.elements("math").count == (markdown.hasPrefix("```math") ? 1 : 0))
  }

  @Test(arguments: [
    ("`$a_b$` $5", "<p><code>$a_b$</code> $5</p>\n"),
    ("    $a$\n    b", "$a$\nb"),
    ("[a](https://e.example/$x$ '$y$')", "href=\"https://e.example/$x$\" title=\"$y$\""),
    ("<b title=\"$x$\">a</b>", "title=\"$x$\""),
    ("> <div>\n> $a\n> b$\n> </div>", "<div>\n$a\nb$\n</div>"),
    ("> ```\n> a\n> ```\n> `$x$`", "<code>$x$</code>"),
  ])
  func leavesDollarsWhereTheyAreNoFormulas(markdown: String, html: String) throws {
    #expect(try RenderedText(markdown).html.contains(html))
  }

  /// The mark of a quote is no part of a formula that goes over its lines.
  @Test func readsFormulasInQuotes() throws {
    let rendered = try RenderedText("> $$\n> a > b\n> $$\n")
    #expect(rendered.findings == [])
    #expect(try rendered.elements("mo").map { $0.children.innerText } == [">"])
    #expect(try rendered.elements().map(\.name).prefix(3) == ["blockquote", "p", "math"])
  }

  /// GitHub's other way of writing a formula in a line.
  @Test func readsFormulasInBackquotes() throws {
    let rendered = try RenderedText("a $`x_1 * y_1`$ b `$`")
    #expect(rendered.findings == [])
    #expect(try rendered.elements("annotation").map { $0.children.innerText } == ["x_1 * y_1"])
    #expect(rendered.html.hasSuffix(" b <code>$</code></p>\n"))
  }

  @Test(arguments: [
    ("$\\frac{1$", "1:7"), ("a\n\nb $\\nope$", "3:4"), ("## $\\nope$", "1:5"),
    ("| $\\nope$ | $\\nope$ |\n|-|-|", "1:4"), ("> $$\n> x\n> \\nope\n> $$", "3:3"),
    ("- a\n\n  ```math\n  x\n  \\nope\n  ```", "5:3"), ("```math\n\\nope\n```", "2:1"),
    ("é $\\nope$", "1:5"),
  ])
  func tellsWhereMistakesAre(markdown: String, place: String) throws {
    let rendered = try RenderedText(markdown)
    #expect(rendered.findings.first == "math-syntax " + place)
    #expect(rendered.text.diagnostics.first?.severity == .error)
    let later = try RenderedText(markdown) { $0.firstLine = 5 }
    #expect(
      later.text.diagnostics.first?.position.line
        == (rendered.text.diagnostics.first?.position.line ?? 0) + 4)
  }

  /// Icons of fonts are private-use characters; a page that shows one has formulas all the same.
  @Test func standsBesidePrivateUseCharacters() throws {
    let rendered = try RenderedText("\u{E000}\u{E0B0} $x$ \u{F8FF}")
    #expect(try rendered.elements("math").count == 1)
    #expect(rendered.words == "\u{E000}\u{E0B0}  \u{F8FF}\n")
  }

  @Test func keepsFormulasApart() throws {
    let text = (0..<3_000).map { "$x_{\($0)}$ and" }.joined(separator: " ")
    let rendered = try RenderedText(text)
    #expect(
      try rendered.elements("annotation").map { $0.children.innerText }
        == (0..<3_000).map { "x_{\($0)}" })
  }

  @Test func tellsWhereFormulasBecomeTooMany() throws {
    let rendered = try RenderedText(String(repeating: "$$\nx\n$$\n\n", count: 300))
    #expect(try rendered.elements("math").count == 250)
    #expect(rendered.findings == ["math-limit 1001:1"])
    #expect(rendered.html.hasSuffix("<p>$$\nx\n$$</p>\n"))
  }
}
