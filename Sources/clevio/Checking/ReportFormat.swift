import ArgumentParser
import Diagnostics

/// How a check reports.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people, with the lines in question.
  case text
  /// For programs, with what was built.
  case json
  /// SARIF 2.1.0, for code hosts.
  case sarif
  /// JUnit's XML, for CI services.
  case junit
  /// Commands to GitHub's runners.
  case github
  /// GitLab's report of code quality.
  case gitlab
  /// For comments and summaries.
  case markdown

  /// Reports in UTF-8.
  ///
  /// - Parameters:
  ///   - findings: What was found.
  ///   - build: What the build of the check made.
  /// - Returns: The report.
  func report(of findings: Findings, in build: BuildReport) -> [UInt8] {
    report(of: findings, source: build.sources.bytes(ofFile:)) ?? build.json
  }

  /// Reports in UTF-8; `nil` as JSON, which also tells what was looked at.
  func report(
    of findings: Findings, source: @escaping @Sendable (String) -> [UInt8]?
  ) -> [UInt8]? {
    switch self {
    case .text: TextReport(usesColour: false, showsAll: true, source: source).text(of: findings.all)
    case .json: nil
    case .sarif: SARIFReport.text(of: findings)
    case .junit: JUnitReport.text(of: findings)
    case .github: GitHubReport.text(of: findings)
    case .gitlab: GitLabReport.text(of: findings)
    case .markdown: MarkdownReport.text(of: findings)
    }
  }
}
