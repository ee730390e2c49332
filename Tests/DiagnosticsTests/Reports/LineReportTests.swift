import Bytes
import Diagnostics
import Foundation
import Testing

/// The reports of GitHub, of GitLab and as Markdown.
@Suite struct LineReportTests {
  @Test func commandsGitHubWithNothingThatEndsACommand() {
    let lines = String(utf8: GitHubReport.text(of: SampleFindings.findings)).split(separator: "\n")
    #expect(
      lines == [
        """
        ::error file=docs/academy/courses/é b.md,line=2,col=8,endColumn=13,title=value-price::\
        "49 €" is 100%25 wrong: a, b%0Aand <c>%0Awrite 49 EUR
        """,
        "::warning file=docs/academy/courses/é b.md,line=1,title=image-alt::no words",
        "::notice file=docs/academy/legal.yml,line=3,title=service-unused::a bell \u{7} rings",
      ])
  }

  @Test func escapesNamesOfFilesForGitHub() {
    let odd = Diagnostic("a-b", .error, "m", at: SourcePosition(path: "a,b: 5%.md", line: 2))
    let line = String(utf8: GitHubReport.text(of: SampleFindings.of([odd])))
    #expect(line == "::error file=a%2Cb%3A 5%25.md,line=2,title=a-b::m\n")
  }

  @Test func describesFindingsToGitLab() throws {
    struct Issue: Decodable {
      var description: String
      var rule: String
      var fingerprint: String
      var severity: String
      var location: Location

      enum CodingKeys: String, CodingKey {
        case description, fingerprint, severity, location
        case rule = "check_name"
      }

      struct Location: Decodable {
        var path: String
        var lines: Lines
      }

      struct Lines: Decodable {
        var begin: Int
      }
    }
    let data = Data(GitLabReport.text(of: SampleFindings.findings))
    let issues = try JSONDecoder().decode([Issue].self, from: data)
    #expect(issues.map(\.rule) == ["value-price", "image-alt", "service-unused"])
    #expect(issues.map(\.severity) == ["major", "minor", "info"])
    #expect(issues.map(\.location.lines.begin) == [2, 1, 3])
    #expect(issues[0].location.path == "docs/academy/courses/é b.md")
    #expect(Set(issues.map(\.fingerprint)).count == 3)
  }

  @Test func keepsFingerprintsWhenLinesMove() {
    func prints(_ line: Int) -> [String] {
      [
        Diagnostic(
          "quiz-id", .warning, "as in line \(line)", at: SourcePosition(path: "a", line: line))
      ].fingerprints
    }
    #expect(prints(3) == prints(40))
    #expect(GitLabReport.text(of: SampleFindings.of([])) == [UInt8]("[]\n"))
  }

  @Test func writesMarkdownThatMeansNothingButItself() {
    let report = String(utf8: MarkdownReport.text(of: SampleFindings.findings))
    #expect(report.hasPrefix("**1 error, 1 warning, 1 note**\n\n| Rule |"))
    #expect(report.contains("| `image-alt` | 1 | A picture has no words |\n"))
    #expect(report.components(separatedBy: "### docs/academy/courses/é b.md\n").count == 2)
    #expect(
      report.contains(
        "- line 2, error `value-price`: \"49 €\" is 100% wrong: a, b and \\<c\\> – write 49 EUR\n"))
    #expect(String(utf8: MarkdownReport.text(of: SampleFindings.of([]))) == "**No findings.**\n")
  }
}
