import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  private static func at(_ path: String, _ line: Int, _ column: Int, length: Int = 0)
    -> SourcePosition
  {
    SourcePosition(path: path, line: line, column: column, length: length)
  }

  @Test func ordersByPlaceThenSeverityThenRuleThenWords() {
    let ordered = [
      Diagnostic("b", .note, "m", at: Self.at("Z.md", 9, 9)),
      Diagnostic("b", .note, "m", at: Self.at("a.md", 2, 1)),
      Diagnostic("b", .error, "m", at: Self.at("a.md", 10, 2)),
      Diagnostic("a", .warning, "m", at: Self.at("a.md", 10, 2)),
      Diagnostic("b", .warning, "l", at: Self.at("a.md", 10, 2)),
      Diagnostic("b", .warning, "m", at: Self.at("a.md", 10, 2)),
      Diagnostic("a", .error, "m", at: Self.at("a.md", 10, 10)),
      Diagnostic("b", .warning, "l", at: Self.at("a.md", 10, 10, length: 1)),
      Diagnostic("a", .error, "l", at: Self.at("a.md", 10, 10, length: 2)),
      Diagnostic("a", .error, "m", at: Self.at("a/b.md", 1, 1)),
      Diagnostic("a", .error, "m", at: Self.at("é.md", 1, 1)),
    ]
    #expect(ordered.reversed().sorted() == ordered)
    #expect(ordered.shuffled().sorted() == ordered)
  }

  @Test func tellsPathsApartByTheirBytes() {
    let composed = Self.at("\u{E9}.md", 1, 1)
    let decomposed = Self.at("e\u{301}.md", 5, 1)
    #expect(decomposed < composed)
    #expect(!(composed < decomposed))
  }
}
