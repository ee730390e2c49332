import CommonMark
import Testing

@Suite struct MarkdownLimitTests {
  /// What cmark-gfm reads in quadratic time, or in memory that grows with the square of the text.
  @Test(arguments: [
    (">", 100_000, MarkdownLimit.Kind.nesting),
    ("> ", 100_000, .nesting),
    ("1. ", 100_000, .nesting),
    ("+ ", 100_000, .nesting),
    ("x <?php ", 50_000, .declarations),
    ("x <!A ", 50_000, .declarations),
    ("x <![CDATA[", 50_000, .declarations),
    ("![[]()", 50_000, .brackets),
    ("a `b|c`|d\n-|-\n", 20_000, .cells),
    ("a|b\n-|\n", 40_000, .cells),
  ])
  func refuses(unit: String, count: Int, kind: MarkdownLimit.Kind) {
    let text = Array(String(repeating: unit, count: count).utf8)
    #expect(MarkdownLimit.exceeded(by: text)?.kind == kind)
    #expect(MarkdownDocument.read(text) { _ in true } == nil)
  }

  @Test func refusesAnAddressWithTooManyParentheses() {
    let text = Array(("www.a.b" + String(repeating: ")", count: 50_000)).utf8)
    #expect(MarkdownLimit.exceeded(by: text)?.kind == .parentheses)
  }

  @Test func refusesTablesThatAreMuchLargerThanTheirText() {
    let header =
      String(repeating: "|a", count: 2_000) + "\n" + String(repeating: "|-", count: 2_000)
    let text = Array((header + "\n" + String(repeating: "|b\n", count: 5_000)).utf8)
    #expect(MarkdownLimit.exceeded(by: text)?.kind == .cells)
    let wide = [String](repeating: String(repeating: "|a", count: 20_000), count: 3)
    #expect(MarkdownLimit.exceeded(by: Array(wide.joined(separator: "\n").utf8))?.kind == .cells)
  }

  @Test func tellsTheLine() {
    let text = String(repeating: "words\n\n", count: 2_000) + String(repeating: "> ", count: 200)
    #expect(
      MarkdownLimit.exceeded(by: Array(text.utf8)) == MarkdownLimit(kind: .nesting, line: 4_001))
  }

  /// What is long, wide or deep, but read in linear time, or what people do write.
  @Test(arguments: [
    ("- ", 100_000), ("* ", 100_000), ("[", 5_000), ("*", 100_000), ("*a ", 100_000),
    ("_a*b_c* ", 100_000), ("`", 200_000), ("<div>", 100_000), ("x <!-- ", 100_000),
    ("| a | b |\n", 50_000), ("- a\n", 100_000), ("> a\n", 100_000), ("www.a.example ", 50_000),
    ("[a](b) ", 50_000), ("![a](b)\n", 50_000), ("a\n\n", 200_000), ("<?php\n\n", 20_000),
    ("| a | b |\n|---|---|\n| c | d |\n\n", 10_000), ("\n", 500_000), ("a (b) ", 100_000),
  ])
  func allows(unit: String, count: Int) {
    let text = Array(String(repeating: unit, count: count).utf8)
    #expect(MarkdownLimit.exceeded(by: text) == nil)
    #expect(MarkdownDocument.read(text) { _ in true } == true)
  }
}
