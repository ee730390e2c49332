import Bytes

/// Findings as GitLab's report of code quality, which merge requests show.
package enum GitLabReport {
  /// An array with an object for each finding.
  package static func text(of findings: Findings) -> [UInt8] {
    let marked = zip(findings.all, findings.all.fingerprints)
    let issues = marked.map { finding, fingerprint -> JSONValue in
      let location: JSONValue = [
        "path": .text(findings.path(of: finding)),
        "lines": ["begin": .number(finding.position.line)],
      ]
      return [
        "description": .text(finding.message), "check_name": .text(finding.id.description),
        "fingerprint": .text(fingerprint), "severity": .text(severity(of: finding)),
        "location": location,
      ]
    }
    return JSONValue.list(issues).indented
  }

  private static func severity(of finding: Diagnostic) -> String {
    switch finding.severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
