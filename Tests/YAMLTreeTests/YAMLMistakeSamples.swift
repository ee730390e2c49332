import Testing

/// A mistake and what the author should be told.
struct YAMLMistakeSample: Sendable, CustomTestStringConvertible {
  let text: String
  let line: Int
  let column: Int
  let message: String
  let help: String

  init(_ text: String, _ line: Int, _ column: Int, _ message: String, _ help: String) {
    self.text = text
    self.line = line
    self.column = column
    self.message = message
    self.help = help
  }

  var testDescription: String { text.debugDescription }
}

enum YAMLMistakeSamples {
  static let all: [YAMLMistakeSample] = [
    .init(
      "title: Foo: bar\n", 1, 11, "the value of \"title\" has a colon followed by a space",
      "title: \"…\""),
    .init("titel: Übung: x\n", 1, 14, "the value of \"titel\" has a colon", "in quotes"),
    .init("a: 1\nprice: $5: x", 2, 10, "the value of \"price\" has a colon", "in quotes"),
    .init(
      "x: 1\n<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> b\n", 2, 1,
      "two versions of these lines do not fit", "keep one of them"),
    .init("key: value\n  key2: value\n", 2, 7, "indented further", "like the line above"),
    .init("a:\n\tb: c\n", 2, 1, "a tab", "two spaces"),
    .init("\ta: b\n", 1, 1, "a tab", "two spaces"),
    .init("a: |\n\tb\n", 2, 1, "a tab", "two spaces"),
    .init("a: @x\n", 1, 4, "cannot begin with \"@\"", "in quotes"),
    .init("a: `x`\n", 1, 4, "cannot begin with \"`\"", "in quotes"),
    .init("a: %x\n", 1, 4, "cannot begin with \"%\"", "in quotes"),
    .init("a: b\n%x: y\n", 2, 1, "cannot begin with \"%\"", "in quotes"),
    .init("a: ? b\n", 1, 4, "cannot begin with \"? \"", "in quotes"),
    .init("a: ]\n", 1, 4, "cannot begin with \"]\"", "in quotes"),
    .init("a: , b\n", 1, 4, "cannot begin with \",\"", "in quotes"),
    .init("a: {{ b }}\n", 1, 5, "cannot begin with \"{{\"", "in quotes"),
    .init("a: *bold* text\n", 1, 4, "cannot begin with \"*\"", "in quotes"),
    .init("a: *new stuff\n", 1, 4, "\"*new\" refers to nothing", "in quotes"),
    .init("a: & co\n", 1, 4, "cannot begin with \"&\"", "in quotes"),
    .init("a: !important x\n", 1, 4, "the tag \"!important\"", "in quotes"),
    .init("a: !<x\n", 1, 4, "cannot begin with \"!\"", "in quotes"),
    .init("a: > 5 minutes\n", 1, 4, "\">\" begins a block of text", "in quotes"),
    .init("a: |text\n", 1, 4, "\"|\" begins a block of text", "in quotes"),
    .init("é: \"b\nc: d\n", 1, 5, "never closed", "write \" at the end"),
    .init("a: 'b\n", 1, 4, "never closed", "write ' at the end"),
    .init("a: \"b\nc: \"d\"\n", 1, 4, "closed only on line 2", "end of its own line"),
    .init("a: 'it's'\n", 1, 8, "text after the closing quote", "written ''"),
    .init("a: \"b\" c\n", 1, 8, "text after the closing quote", "one pair of quotes"),
    .init("a: \"\\d\"\n", 1, 5, "backslash", "\\\\"),
    .init("a: \"C:\\xZZ\"\n", 1, 9, "backslash", "\\\\"),
    .init("a: [b, c\n", 1, 4, "not closed", "\"]\""),
    .init("a: [b, c\nd: e\n", 1, 4, "not closed", "\"]\""),
    .init("a: [\n", 1, 4, "not closed", "\"]\""),
    .init("a: {b: c\n", 1, 4, "not closed", "\"}\""),
    .init("a: {b\n", 1, 4, "not closed", "\"}\""),
    .init("a: [b, , c]\n", 1, 8, "a value is missing", "remove it"),
    .init("a: [b [c] d]\n", 1, 7, "a comma or \"]\" is missing", "commas"),
    .init("a: [b, c] d\n", 1, 11, "text after the end of the value", "in quotes"),
    .init("link: [text](https://x)\n", 1, 13, "text after the end of the value", "in quotes"),
    .init("a: b\nfoo\nc: d\n", 2, 1, "no key", "indent it"),
    .init("a: b\nhttps://x.org\nc: d\n", 2, 1, "no key", "indent it"),
    .init("a: b\nc:d\ne: f\n", 2, 1, "space is missing after the colon of \"c\"", "write c: d"),
    .init("a:\n- b\n-c\n", 3, 1, "space is missing after this \"-\"", "\"- \""),
    .init("  a: 1\nb: 2\n", 2, 1, "not indented like", "same column"),
    .init("a:\n  b: 1\n c: 2\n", 3, 2, "not indented like", "same column"),
    .init("a: 1\n- x\n", 2, 1, "list item stands where a key", "no value"),
    .init("a: - b\n", 1, 4, "cannot begin on the line of its key", "line of its own"),
    .init("a:\n  - b\n  c: d\n", 3, 3, "does not begin with \"- \"", "\"- \""),
    .init("a: b\u{0}c\n", 1, 5, "control character", "delete"),
    .init("é: b\n\u{FEFF}x: \u{1}\n", 2, 7, "control character", "delete"),
    .init("a: 1\nb: c\u{2028}d\n", 2, 5, "invisible line separator", "delete"),
    .init("a: b\n---\nc: d\n", 2, 1, "second document", "remove"),
    .init("a: 1\nb: 2\na: 3\n", 3, 1, "\"a\" was already given on line 1", "keep one"),
    .init("a: {b: 1, b: 2}\n", 1, 11, "\"b\" was already given on line 1", "keep one"),
    .init("a: 1\n\"a\": 3\n", 2, 1, "\"a\" was already given on line 1", "keep one"),
    .init("? [a]\n: b\n", 1, 3, "a key must be", "in quotes"),
    .init("[a]: b\n", 1, 1, "a key must be", "in quotes"),
    .init("a: &x b\n*x : c\n", 2, 1, "a key must be", "in quotes"),
    .init("%YAML 3.0\n---\na: b\n", 1, 1, "not YAML", "quotes"),
  ]
}
