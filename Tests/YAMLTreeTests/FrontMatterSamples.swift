import TestSupport

/// Front matter as authors write it, and as they should not.
enum FrontMatterSamples {
  /// What the scanner must take.
  static let plain: [String] = [
    "title: Knots\n", "title: Knots", "title: Knots for beginners\nminutes: 10\n",
    "title: \"Knots: a start\"\n", "title: 'It''s a knot'\n", "title: ''\n", "title: \"\"\n",
    "title:\n", "title:", "title: \nminutes:\n", "title: # none\nminutes: 3\n",
    "title: Über Knoten\nlang: de\n", "title: 結び目\nauthor: 山田\n", "title: 😀 smile\nx: 1\n",
    "tags: [a, b]\n", "tags: []\n", "tags: [ ]\n", "tags: [ a , b ] # two\n",
    "tags: [\"a, b\", 'c: d']\n", "tags: [two words, three more words]\n",
    "tags:\n  - a\n  - b\n", "tags:\n- a\n- b\n", "tags:\n- a\n- b\ntitle: x\n",
    "tags:\n    - a\n\n    # comment\n    - b\n\ntitle: x\n", "tags:\n  - \"a: b\"\n  - 'c # d'\n",
    "tags: # list\n  - a # first\n  - b\n", "tags:\n  -   far\n  - near   \n",
    "a: b # comment\n", "a: b#no comment\n", "a: b ## c\n", "# comment\na: b\n", "\n\n  \na: b\n",
    "   # indented comment\na: b\n", "a: b   \nc: d\n", "a:    b\n", "a: b\n\n\nc: d\n\n",
    "url: https://example.org/a?b=c#d\n", "time: 10:30\n", "ratio: 1:2:3\n", "a: b:c\n",
    "visibility: private\nrandom_access: true\nprice: 49 EUR\n", "price: free\n", "a: NO\nb: off\n",
    "a: ~\nb: null\nc: 'null'\n", "a: 1.10\nb: 2026-01-02\nc: 0x1F\n", "a: -5\nb: -x\n", "a: +1\n",
    "a: $5\n", "a: (b)\n", "a: b, c\n", "a: b [c]\n", "a: b {c}\n", "a: <b>\n", "a: b's c\n",
    "a: say \"x\" now\n", "a: b & c * d ! e\n", "a: 100%\n", "a: b@c.de\n", "a: b | c > d\n",
    "a: b? c!\n", "a: /path/to\n", "a: .hidden\n", "a: =x\n", "a: \\x\n", "a-b_c.d: e\n", "_a: b\n",
    "1: one\n2: two\n", "a: \"b   \"\n", "a: '  b'\n", "a: \"it's\"\n", "a: 'say \"x\"'\n",
    "a: '\\n'\n", "a: \"tab # no: comment\"\n", "a: \"x\" # y\n", "a: 'x'   \n", "a: b\r\nc: d\r\n",
    "tags:\r\n  - a\r\n  - b\r\n", "a: \"x\"\r\n", "a: [b, c]\r\n", "a: é # ü\n",
    "a: é: no\n".replacing(": no", with: ":no"),
    "title: x\ndescription: A longer text, with commas; and more - of it\ndate: 2026-01-02\n",
    "a: b -c\n", "a: b - c\n", "a: b\n# end", "a: b\n   ", "a: a\nA: a\n", "a: [x-1, y_2]\n",
    "a: [-1, 2]\n",
    "tags:\n  - -5\n  - é\n", "a: b ]\n", "a: don't\nb: can't\n", "a: ^x\n", "a: ;x\n",
    "empty:\nnext: 1\n",
    "empty:\n\n# c\n\nnext: 1\n", "empty:   # c\n  # d\nnext: 1\n",
  ]

  /// What the scanner may or must leave to the full parser.
  static let tricky: [String] = [
    "a: b: c", "a: b:", "a: b :", "a:b", "a:b: c", "a : b", "a: : b", ":", ": a", "a::", "a:: b",
    "a: :",
    "a: #b", "a:#b", "a: b #", "a: b#", "a: \"b\"#c", "a: 'b'#c", "a: [b]#c", "a: [b] #c",
    "a: [b #c]",
    "a: [b, #c\n d]", "a: - b", "a: -", "a: --", "a: ---", "a: -- b", "---", "--- a", "...",
    "a: ...",
    "- a", "- - a", "-", "- ", "a:\n- - b", "a:\n  - - b", "a:\n  -", "a:\n  - \n  - b",
    "a:\n  - b: c",
    "a:\n  - b:c", "a:\n  -b", "a:\n  - b\n  -c", "a:\n  - b\n c: d", "a:\n  - b\n   c",
    "a:\n  - b\n    c",
    "a:\n  - b\n   - c", "a:\n  - b\n - c", "a:\n- b\n  c", "a:\n- b\n - c", "a:\n  - b\n- c",
    "a: b\n- c",
    "a: b\n  - c", "a: b\n  c", "a: b\n c: d", "a: b\n\n  c", "a: b # c\n  d", "a: b\n  # c\n  d",
    "a: \"b\"\n  c",
    "a:\n  b", "a:\n  b: c", "a:\n  b: c\n d: e", "a:\n b: c\n  - d", "a:\nb", "a:\n\tb", "\ta: b",
    "a:\tb",
    "a: b\tc", "a: b\t", "a: b\t# c", "a:\t", "a: \t", "a: \tb", "a:\n\t- b", "a:\n  -\tb",
    "a: [b,\tc]", "a: 'b\tc'",
    "a: b\n\t", "a: b\n\t\nc: d", "\t\na: b", "\t# c\na: b", "?", "? a", "? a\n: b", "a: ? b",
    "a: ?b", "a: ?", "?a: b",
    "&", "a: &", "a: &b", "a: &b c", "a: & b", "&a b: c", "a: *", "a: *b", "a: &x b\nc: *x",
    "*a : b", "a: b*c",
    "a: |", "a: |\n  b", "a: >\n  b\n  c", "a: |-\n b", "a: >+\n b\n\n", "a: | b", "a: |b", "a: >b",
    "a: b | c",
    "%", "%YAML 1.1\n---\na: b", "a: %", "a: %b", "a: @b", "a: `b`", "a: b@c", "@a: b", "a: !b c",
    "a: !!str c",
    "a: !", "! a", "a: {", "a: {}", "a: {b: c}", "a: {b}", "a: }", "a: [", "a: ]", "a: [b",
    "a: [b,", "a: [b, c",
    "a: [b\n]", "a: [b,\n c]", "a: [,]", "a: [b,]", "a: [b, , c]", "a: [b: c]", "a: [b:c]",
    "a: [b :c]", "a: [b::]",
    "a: ['b': c]", "a: [\"b\":c]", "a: [b, [c]]", "a: [{b: c}]", "a: [b]c", "a: [b] c", "a: [b]: c",
    "a: [b]]",
    "a: [b? c]", "a: [?b]", "a: [? b]", "a: [- b]", "a: [-]", "a: [-b]", "a: [*b]", "a: [&b c]",
    "a: [!b c]", "a: [b{c]",
    "a: ['b]", "a: [\"b]", "a: ['b''c']", "a: ['b' c]", "a: [b 'c']", "a: ['b''', \"c\"]",
    "a: [%b]", "a: [@b]", "a: [b#c]",
    "a: '", "a: \"", "a: 'b", "a: \"b", "a: 'b'c", "a: 'b' c", "a: \"b\" c", "a: \"b\"\"c\"",
    "a: 'b'': c'", "a: 'b': c",
    "a: \"b\": c", "a: \"\\\"\"", "a: \"\\n\"", "a: \"\\", "a: \"b\\\nc\"", "a: 'b\nc'",
    "a: \"b\n\n c\"", "a: ''''", "a: '''",
    "'a': b", "\"a\": b", "'a' b: c", "a b: c", "a  b : c", "é: b", "a é: b", "a,b: c", "a[b]: c",
    "[a]: b", "{a}: b",
    "a: b\na: c", "a: 1\nb: 2\na: 3", "a:\n  - b\na: c", "a", "a\nb", "a b", "a: b\nc",
    "a: b\nc\nd: e", "a: b\r", "a: b\rc: d",
    "a: b\r\r\n", "\u{FEFF}a: b", "\u{FEFF}", "a: \u{FEFF}b", "a: b\u{0}", "\u{0}",
    "a: b\u{0}c\nd: e", "a: \u{1B}", "a: \u{7F}",
    "a: b # \u{0}", "# \u{7F}\na: b", "a: \u{85}b", "a: b\u{2028}c", "a: 'b\u{2029}c'",
    "# \u{2028}\na: b", "a: \u{A0}",
    "a: \u{A0}b\u{A0}", " a: b", "  a: b\n  c: d", " a: b\nc: d", "a: b\n c", " # c\n a: b", "",
    " ", "\n", "#", "# a", "# a\n# b",
    "a: b # c: d", "a: \" # b\"", "a: b: # c", "a: b #: c", "a:   ", "a:   # b", "a: \"b\" ",
    "a: 'b' # c ' d", "a: b\\", "a: \\\"b",
    "a: <<", "<<: b", "a: =", "=: b", "a: ~", "~: b", "a: .", "a: ..", "a: ,b", "a: )", "a: b,",
    "a: b\n---\n", "a: b\n--- c", "a: b\n...",
    "a: b\n...\nc: d", "a: b\n....", "a: b\n---c: d", "-a: b", "-a:\n- b", "a-: b", ".a: b",
    "a.: b", "a/b: c", "a+b: c",
    "a:\n- b\nc:\n  - d\ne: f", "a:\n- b\n# c\n- d", "a:\n  - b\n# c\n  - d", "a:\n  # c\n  - b",
    "a:\n\n\n  - b", "a:\n -  b\n - c",
    "a:\n  - 'b'\n  - \"c\"", "a:\n  - 'b' c", "a:\n  - [b]", "a:\n  - {b: c}", "a:\n  - |\n   b",
    "a:\n  - b # c\n    d",
    "a:\n  - b\n\n    c", "a: [b, c]\n  d", "a: [b, c]\n  # d", "a:\n  # d", "a:\n  # d\n  b: c",
    "a: b\n  # d\nc:\n  # e\n- f",
  ]

  private static let keys = [
    "a", "b", "title", "x-y", "é", "a b", "'q'", "- a", "-", "?", "# c", "&k a", "1",
  ]
  private static let separators = [
    ": ", ": ", ": ", ": ", ":  ", ":", ":\t", " : ", ":\n", ":\n  - ", ":\n- ",
  ]
  private static let fragments = [
    "b", "two words", "é", "結", "10", "-5", "'q'", "\"d\"", "'it''s'", "\"\\n\"", "[a, b]", "[]",
    "[a", "]", "{a: b}", "#", " # c",
    "#c", ":", ": ", ", ", ",", "-", "- ", "--", "---", "|", ">", "&a", "*a", "!t", "!!str", "%",
    "@", "`", "~", "?", "? ", "'", "\"",
    "\\", "\t", "  ", " ", "\n", "\n ", "\n  ", "\n- ", "\n  - ", "\r\n", "\r", "\u{0}", "\u{FEFF}",
    "\u{2028}", "\u{85}", "\u{A0}", "😀", "NO", "=", "<",
  ]

  /// A document of a few lines, mostly well formed.
  static func random(using random: inout SplitMix) -> [UInt8] {
    var text = ""
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      text +=
        Int.random(in: 0..<12, using: &random) == 0
        ? pick(keys, &random) : pick(["a", "b", "c", "d", "e"], &random)
      text += Int.random(in: 0..<8, using: &random) == 0 ? pick(separators, &random) : ": "
      let isPlain = Int.random(in: 0..<3, using: &random) > 0
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        text += isPlain ? pick(Array(fragments[..<12]), &random) : pick(fragments, &random)
      }
      text += pick(
        ["\n", "\n", "\n", "\n", "\r\n", " \n", " # c\n", "\n\n", "\n  - x\n", ""], &random)
    }
    return Array(text.utf8)
  }

  private static func pick(_ choices: [String], _ random: inout SplitMix) -> String {
    choices[Int.random(in: choices.indices, using: &random)]
  }
}
