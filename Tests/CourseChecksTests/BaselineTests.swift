import Bytes
import CourseChecks
import Diagnostics
import Testing

@Suite struct BaselineTests {
  private static func finding(
    _ id: Diagnostic.ID, _ message: String = "m", line: Int = 1, in path: String = "a.md",
    _ severity: Diagnostic.Severity = .warning
  ) -> Diagnostic {
    Diagnostic(id, severity, message, at: SourcePosition(path: path, line: line))
  }

  private static func reread(_ baseline: Baseline) throws -> Baseline {
    let (read, found) = Baseline.read(baseline.text, path: "known.yml")
    #expect(found == [])
    return read
  }

  @Test func knowsFindingsAgainWhereverTheyMovedInTheirFile() throws {
    let baseline = try Self.reread(Baseline(of: [Self.finding("image-alt", line: 3)]))
    let moved = [Self.finding("image-alt", line: 90)]
    let result = baseline.new(among: moved)
    #expect(result.new == [] && result.known == 1 && result.gone == 0)
  }

  @Test func knowsMessagesAgainThatNameALine() throws {
    let baseline = try Self.reread(Baseline(of: [Self.finding("quiz-id", "as in line 12 already")]))
    #expect(baseline.new(among: [Self.finding("quiz-id", "as in line 15 already")]).known == 1)
    #expect(baseline.new(among: [Self.finding("quiz-id", "as in line x already")]).known == 0)
  }

  @Test func tellsWhatCameNewly() throws {
    let baseline = try Self.reread(Baseline(of: [Self.finding("image-alt")]))
    let others = [
      Self.finding("image-alt", "another"), Self.finding("image-alt", in: "b.md"),
      Self.finding("link-target"),
    ]
    #expect(baseline.new(among: others).new == others)
    let twice = [Self.finding("image-alt", line: 1), Self.finding("image-alt", line: 2)]
    #expect(baseline.new(among: twice).new == [twice[1]])
  }

  @Test func countsWhatIsGone() throws {
    let known = [Self.finding("image-alt"), Self.finding("image-alt"), Self.finding("link-target")]
    let baseline = try Self.reread(Baseline(of: known))
    #expect(baseline.new(among: []).gone == 3)
    let result = baseline.new(among: [known[0]])
    #expect(result.new == [] && result.known == 1 && result.gone == 2)
  }

  @Test func coversNeitherErrorsNorNotesNorWhatKeepsAPortalSafe() throws {
    let findings = [
      Self.finding("foreign-content"), Self.finding("closed-media"),
      Self.finding("front-matter-key", "m", .error), Self.finding("service-unused", "m", .note),
    ]
    let baseline = try Self.reread(Baseline(of: findings))
    let result = baseline.new(among: findings)
    #expect(result.new == findings && result.gone == 0)
  }

  @Test func isWrittenTheSameWhateverTheOrder() {
    let findings = [
      Self.finding("link-target", in: "b.md"), Self.finding("link-target"),
      Self.finding("image-alt", "a \"b\"\\ #: é\u{1}"),
    ]
    let text = Baseline(of: findings).text
    #expect(text == Baseline(of: findings.reversed()).text)
    #expect(
      String(utf8: text) == """
        # Findings that were known when "clevio check" wrote this file.
        - rule: image-alt
          path: "a.md"
          message: "a \\"b\\"\\\\ #: é\\u0001"
        - rule: link-target
          path: "a.md"
          message: "m"
        - rule: link-target
          path: "b.md"
          message: "m"

        """)
  }

  @Test func readsBackTextsOfAnyKind() throws {
    for message in ["a: b # c", "\t\n\r", "日本 \"x\" \\ '", "\u{85}\u{7F}", "- [x]", "no", ""] {
      let finding = Self.finding("image-alt", message, in: "é: #1/ä.md")
      #expect(try Self.reread(Baseline(of: [finding])).new(among: [finding]).known == 1)
    }
  }

  @Test(arguments: [
    "rule: image-alt\n", "- image-alt\n", "- rule: image-alt\n  path: a.md\n",
    "- {rule: image-alt, path: a.md, message: m, count: 0}\n",
    "- {rule: image-alt, path: a.md, message: m, count: many}\n",
  ])
  func tellsWhatItCannotRead(text: String) {
    let (baseline, found) = Baseline.read(Array(text.utf8), path: "known.yml")
    #expect(found.map(\.id) == ["check-baseline"])
    #expect(found.allSatisfy { $0.severity == .error && $0.position.path == "known.yml" })
    #expect(baseline.new(among: []).gone == 0)
  }

  @Test func tellsOfAFileThatIsNoYAML() {
    #expect(Baseline.read(Array("- [".utf8), path: "known.yml").1.map(\.id) == ["yaml-syntax"])
    #expect(Baseline.read([], path: "known.yml").1 == [])
  }
}
