import Bytes

/// Findings as GitLab's report of code quality, which merge requests show.
package enum GitLabReport {
  /// An array with an object for each finding.
  package static func text(of findings: Findings) -> [UInt8] {
    let issues = zip(findings.all, findings.all.fingerprints).map { finding, fingerprint in
      let lines = JSONValue.object([("begin", .number(finding.position.line))])
      let path = findings.path(of: finding)
      return JSONValue.object([
        ("description", .text(finding.message)), ("check_name", .text(finding.id.description)),
        ("fingerprint", .text(fingerprint)), ("severity", .text(severity(of: finding))),
        ("location", .object([("path", .text(path)), ("lines", lines)])),
      ])
    }
    return JSONValue.list(issues).text
  }

  private static func severity(of finding: Diagnostic) -> String {
    switch finding.severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
