import Testing

/// Texts that nobody writes but to do harm.
enum HostileText {
  /// A text of a kind, made of so many units.
  struct Kind: Sendable, CustomTestStringConvertible {
    let name: String
    /// How many units make about 300 KB.
    let count: Int
    let text: @Sendable (Int) -> String

    var testDescription: String { name }

    init(_ name: String, _ count: Int, _ text: @escaping @Sendable (Int) -> String) {
      self.name = name
      self.count = count
      self.text = text
    }

    init(repeating unit: String) {
      self.init(unit, 300_000 / unit.utf8.count) { repeated(unit, $0) }
    }
  }

  static func repeated(_ unit: String, _ count: Int) -> String {
    String(repeating: unit, count: count)
  }

  private static func pairs(_ count: Int) -> String {
    (0..<count).map { "- a\($0) -> b\($0)\n" }.joined()
  }

  static let kinds: [Kind] =
    units.map(Kind.init(repeating:)) + blocks + links + tables + rawHTML + formulas

  private static let units = [
    ">", "> ", "- ", "* ", "+ ", "1. ", "[", "]", "![", "[a](", "[a](<b", "[a][b]", "![[]()",
    "[^a]", "*",
    "_", "*a ", "**a *a*** ", "a_", "*_", "~~a ", "`", "``a", "<", "<a ", "x <?", "x <!A ",
    "x <!--", "<!--",
    "<!-- -->", "<?", "&", "&amp;", "\\", "\\$", "#", "# a\n", "## a\n\n", "a\n-\n", "- a\n",
    "- a\n\n",
    "- [x] a\n", "```\n", "> ```\n", "a\n", "\n", "a ", "www.a.b ", "http://", "a@", "(", ")",
    "{#a}", "# a {#a}\n",
    "\u{0}", "\u{1}", "\u{1F}", "\r", "\r\n", "\u{FEFF}", "\u{FFFE}", "\u{E000}", "é", "𝄞", "<T>",
    "Vec<T> ",
    "[!NOTE]\n> ", "> [!NOTE]\n\n", "<!-- tabs -->\n\n", "<!-- quiz -->\n\n", "<!-- a = b -->\n\n",
    "<!-- /quiz -->\n\n", "![](a)", "![a](b.png)\n",
    // What the parser is guarded against, or reads in linear time.
    "x <?php ", "x <![CDATA[", "a `b|c`|d\n-|-\n", "_a*b_c* ", "| a | b |\n", "> a\n",
    "www.a.example ", "[a](b) ", "a\n\n", "<?php\n\n", "| a | b |\n|---|---|\n| c | d |\n\n",
    "a (b) ",
  ]

  private static let blocks = [
    Kind("deep list", 500) { count in
      (0..<count).map { repeated("  ", $0) + "- a\n" }.joined()
    },
    Kind("quotes then lines", 50_000) { repeated("> ", 90) + "a\n" + repeated("b\n\n", $0) },
    Kind("one long line", 300_000) { repeated("a", $0) },
    Kind("backticks of all lengths", 700) { count in
      (1...count).map { repeated("`", $0) + "e" }.joined()
    },
    Kind("emphasis in emphasis", 50_000) { repeated("*a ", $0) + repeated("b*", $0) },
    Kind("headings of one name", 20_000) { repeated("# a\n\n# a-1\n\n", $0) },
    Kind("questions", 10_000) {
      "<!-- quiz -->\n\n" + repeated("## a\n\n- [x] b\n- [ ] c\n\n", $0)
    },
    Kind("pairs of one question", 20_000) { "<!-- quiz -->\n\n## a\n\n" + pairs($0) },
    Kind("questions of many pairs", 100) {
      "<!-- quiz -->\n\n" + repeated("## a\n\n\(pairs(50))\n", $0)
    },
    Kind("answers of a long question", 20_000) { count in
      "<!-- quiz -->\n\n## " + repeated("a", 150_000) + "\n\n- [ ] b\n"
        + repeated("- [x] c\n", count)
    },
    Kind("tabs", 10_000) { "<!-- tabs -->\n\n" + repeated("### a\n\nb\n\n", $0) },
  ]

  private static let links = [
    Kind("links to nowhere in a line", 25_000) { count in
      (0..<count).map { "[a](x\($0).md) " }.joined()
    },
    Kind("links to nowhere", 20_000) { repeated("[a](x.md)\n\n", $0) },
    Kind("links to one nowhere", 30_000) { repeated("[a](x.md) ", $0) },
    Kind("references to nowhere", 60_000) { repeated("[a] ", $0) + "\n\n[a]: nowhere.md\n" },
    Kind("references", 12_000) { count in
      (0..<count).map { "[r\($0)] " }.joined() + "\n\n"
        + (0..<count).map { "[r\($0)]: x\($0).md\n" }.joined()
    },
    Kind("links to places", 20_000) { repeated("[a](#nowhere) ", $0) },
    Kind("pictures of others", 10_000) { repeated("![a](https://b.example/c) ", $0) },
    Kind("footnotes", 10_000) { count in
      (0..<count).map { "a[^\($0)] " }.joined() + "\n\n"
        + (0..<count).map { "[^\($0)]: b\n" }.joined()
    },
    Kind("uses of one footnote", 40_000) { repeated("a[^1] ", $0) + "\n\n[^1]: b\n" },
    Kind("footnotes in footnotes", 8_000) { count in
      "a[^0]\n\n" + (0..<count).map { "[^\($0)]: b[^\($0 + 1)]\n\n" }.joined()
    },
    Kind("parentheses", 50_000) { "www.a.b" + repeated(")", $0) },
    Kind("ends of labels", 100_000) { repeated("]:", $0) + "\n\n[a](x\\_y.md)\n" },
    Kind("labels that one bracket ends", 100_000) { repeated("[^a", $0) + "]" },
    Kind("labels without notes", 40_000) { count in (0..<count).map { "[^\($0)] " }.joined() },
    Kind("paths that one parenthesis ends", 40_000) { repeated("[a](b c", $0) + ".md)" },
  ]

  private static let tables = [
    Kind("wide table", 20_000) { count in
      repeated("|a", count) + "\n" + repeated("|-", count) + "\n" + repeated("|b", count)
    },
    Kind("wide enough table", 2_000) { count in
      repeated("|a", count) + "\n" + repeated("|-", count) + "\n" + repeated("|b", count)
    },
    Kind("long table", 30_000) { "|a|b|\n|-|-|\n" + repeated("|c|d|\n", $0) },
    Kind("short rows", 5_000) { count in
      repeated("|a", 2_000) + "\n" + repeated("|-", 2_000) + "\n" + repeated("|b\n", count)
    },
    Kind("headers", 20_000) { repeated("a|b\n-|\n", $0) },
  ]

  private static let rawHTML = [
    Kind("unclosed elements", 50_000) { repeated("<div>", $0) },
    Kind("unclosed elements in lines", 30_000) { repeated("<div>\n\n", $0) },
    Kind("unknown elements in lines", 20_000) { repeated("a <foo> b\n\n", $0) },
    Kind("handlers", 15_000) { repeated("<b onclick=x>a</b> ", $0) },
    Kind("scripts", 15_000) { repeated("a <script>b</script> ", $0) },
    Kind("frames", 10_000) { repeated("<iframe src=https://a.b/>\n\n", $0) },
    Kind("attributes", 50_000) { "<div" + repeated(" a", $0) + ">\n" },
    Kind("open tags", 30_000) { repeated("<div x='\n\n", $0) },
    Kind("raw links to nowhere", 12_000) { repeated("<a href=\"x.md\">b</a> ", $0) },
    Kind("raw ids", 20_000) { repeated("<a id=b></a>\n", $0) },
    Kind("drawings", 10_000) { repeated("<svg><g><path d='M0 0'/>", $0) },
  ]

  private static let formulas = [
    Kind("$", 1_000_000) { repeated("$", $0) },
    Kind("$$ ", 300_000) { repeated("$$ ", $0) },
    Kind("$a", 300_000) { repeated("$a", $0) },
    Kind("$a$ ", 75_000) { repeated("$a$ ", $0) },
    Kind("$\\bad$ ", 5_000) { repeated("$\\bad$ ", $0) },
    Kind("$`", 150_000) { repeated("$`", $0) },
    Kind("formula of braces", 300_000) { "$a" + repeated("{", $0) + "$" },
    Kind("formula over lines", 100_000) { "> $$\n" + repeated("> x\n", $0) + "> $$\n" },
    Kind("fences of formulas", 2_500) { repeated("```math\n\\bad\n```\n\n", $0) },
  ]
}
