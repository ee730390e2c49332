import Bytes
import Diagnostics
import Testing

@Suite struct TextReportTests {
  private static func report(
    _ source: String, line: Int, column: Int, length: Int = 0, message: String = "wrong",
    help: String? = nil, usesColour: Bool = false
  ) -> String {
    let position = SourcePosition(path: "a.md", line: line, column: column, length: length)
    let diagnostic = Diagnostic("value-price", .error, message, at: position, help: help)
    let report = TextReport(usesColour: usesColour) { _ in Array(source.utf8) }
    return String(utf8: report.text(of: [diagnostic]))
  }

  @Test func showsTheLineTheMarkAndTheFix() {
    let report = Self.report(
      "---\ntitle: Knots\nprice: 49 EURO\n", line: 3, column: 8, length: 7,
      message: "no such currency", help: "write 49 EUR")
    #expect(
      report == """
        a.md:3:8: error: no such currency [value-price]
         3 | price: 49 EURO
           |        ^~~~~~~
          help: write 49 EUR

        1 error

        """)
  }

  @Test(arguments: [
    // The column counts bytes; the mark goes by what is shown.
    ("é: x", 4, 1, "é: x", "  ^"),
    ("日本: x", 9, 1, "日本: x", "      ^"),
    ("e\u{301}: x", 6, 1, "e\u{301}: x", "   ^"),
    ("\ta: x", 2, 1, "\ta: x", "\t^"),
    ("a: 日本", 4, 6, "a: 日本", "   ^~~~"),
    ("a:", 3, 0, "a:", "  ^"),
    // A length beyond the line's end ends with it, and so does a column.
    ("ab", 2, 50, "ab", " ^"),
    ("ab", 90, 1, "ab", "  ^"),
    ("", 7, 1, "", "^"),
    ("a: x\r", 4, 1, "a: x", "   ^"),
  ])
  func putsTheMarkUnderThePlace(
    line: String, column: Int, length: Int, shown: String, mark: String
  ) {
    let lines = Self.report("\n" + line + "\nnext", line: 2, column: column, length: length)
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.dropFirst().first.map { Array($0.utf8) } == Array(" 2 | \(shown)".utf8))
    #expect(lines.dropFirst(2).first == "   | \(mark)")
  }

  @Test func cutsALongLineAroundThePlace() {
    let line = String(repeating: "é", count: 500) + "HERE" + String(repeating: "日", count: 500)
    let report = Self.report("\n" + line, line: 2, column: 1_001, length: 4)
    let lines = report.split(separator: "\n")
    #expect(lines[1].utf8.count < 200)
    #expect(lines[1].hasPrefix(" 2 | …é") && lines[1].hasSuffix("日…"))
    #expect(!report.contains("\u{FFFD}"))
    let shown = lines[1].dropFirst(5).prefix { $0 != "H" }.count
    #expect(lines[2] == "   | " + String(repeating: " ", count: shown) + "^~~~")
  }

  @Test(arguments: [1, 80, 159, 160, 161, 200, 999, 1_000, 1_001])
  func findsThePlaceInALongLineWhereverItIs(column: Int) {
    var line = [UInt8](repeating: UInt8(ascii: "."), count: 1_000)
    if column <= 1_000 { line[column - 1] = UInt8(ascii: "#") }
    let lines = Self.report("\n" + String(utf8: line), line: 2, column: column, length: 1)
      .split(separator: "\n")
    let offset = lines[2].prefix { $0 != "^" }.count
    #expect(lines[1].count <= 5 + 162)
    if column <= 1_000 { #expect(Array(lines[1])[offset] == "#") }
  }

  @Test func letsNothingSteerTheTerminal() {
    let hostile = "\u{1B}[2J\u{9B}31m\u{7}\u{202E}\u{2066}\0\u{7F}\u{2028}"
    let position = SourcePosition(path: "a\u{1B}]0;x\u{7}\n.md", line: 2, column: 3, length: 2)
    let diagnostic = Diagnostic(
      "front-matter-key", .error, "no key \"\(hostile)\nerror: forged\"", at: position,
      help: "\(hostile)\r\n")
    let report = TextReport(usesColour: false) { _ in Array("\n\(hostile) x".utf8) }
    let text = String(utf8: report.text(of: [diagnostic]))
    let controls = text.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n"
        || $0.properties.generalCategory == .format || $0 == "\u{2028}"
    }
    #expect(controls.isEmpty)
    #expect(!text.split(separator: "\n").contains { $0.hasPrefix("error: forged") })
  }

  @Test func showsBytesThatAreNotUTF8AsReplacement() {
    let position = SourcePosition(path: "a.md", line: 1, column: 3, length: 1)
    let report = TextReport(usesColour: false) { _ in [0xFF, 0xC3, 0x61, 0xE2] }
    let text = String(utf8: report.text(of: [Diagnostic("x", .note, "m", at: position)]))
    #expect(text.contains(" 1 | \u{FFFD}\u{FFFD}a\u{FFFD}\n   |   ^\n"))
  }

  @Test func leavesOutTheLineOfAWholeFileAndOfOneThatIsNotThere() {
    #expect(!Self.report("x\n", line: 1, column: 1).contains("|"))
    #expect(!Self.report("x\n", line: 30, column: 1).contains("|"))
    let report = TextReport(usesColour: false) { _ in nil }
    let position = SourcePosition(path: "a.md", line: 3, column: 2)
    let text = String(utf8: report.text(of: [Diagnostic("x", .note, "m", at: position)]))
    #expect(text == "a.md:3:2: note: m [x]\n\n1 note\n")
  }

  @Test func coloursOnlyWhenAsked() {
    #expect(!Self.report("\nx", line: 2, column: 1).contains("\u{1B}"))
    let coloured = Self.report("\nx", line: 2, column: 1, help: "h", usesColour: true)
    #expect(coloured.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    #expect(coloured.components(of: "\u{1B}[0m") * 2 == coloured.components(of: "\u{1B}["))
  }

  private static func many(_ count: Int, _ id: Diagnostic.ID) -> [Diagnostic] {
    (1...count).map { Diagnostic(id, .warning, "m", at: SourcePosition(path: "a.md", line: $0)) }
  }

  @Test func showsFiftyOfOneRuleUnlessAskedForAll() {
    let all = (Self.many(170, "link-dead") + Self.many(50, "alt-missing")).sorted()
    let short = String(utf8: TextReport(usesColour: false) { _ in nil }.text(of: all))
    #expect(short.components(of: "[link-dead]\n") == 51)
    #expect(short.components(of: "[alt-missing]") == 50)
    #expect(short.contains("and 120 more of [link-dead]\n"))
    #expect(short.hasSuffix("\n220 warnings (50 alt-missing, 170 link-dead)\n"))
    let long = TextReport(usesColour: false, showsAll: true) { _ in nil }.text(of: all)
    #expect(String(utf8: long).components(of: "[link-dead]\n") == 170)
  }

  @Test func countsWhatWasFound() {
    let position = SourcePosition(path: "a")
    let found = [Diagnostic.Severity.error, .note, .error, .warning, .error].map {
      Diagnostic("x", $0, "m", at: position)
    }
    #expect(TextReport.summary(of: found) == "3 errors, 1 warning, 1 note")
    #expect(TextReport.summary(of: []).isEmpty)
    #expect(TextReport(usesColour: true) { _ in nil }.text(of: []).isEmpty)
  }

  @Test func readsAFileOnceForAllItsFindings() {
    nonisolated(unsafe) var reads = 0
    let report = TextReport(usesColour: false, showsAll: true) { _ in
      reads += 1
      return [UInt8](repeating: 0x0A, count: 100_000)
    }
    // One scan of the file a finding would take minutes.
    #expect(!report.text(of: Self.many(20_000, "x")).isEmpty)
    #expect(reads == 1)
  }
}

extension String {
  /// How often a text occurs in this one.
  fileprivate func components(of text: String) -> Int {
    var count = 0
    var rest = utf8[...]
    while !rest.isEmpty {
      if rest.starts(with: text.utf8) { count += 1 }
      rest = rest.dropFirst()
    }
    return count
  }
}
