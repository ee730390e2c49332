import Bytes

/// Findings as commands to GitHub's runners, which show them beside the lines of a change.
package enum GitHubReport {
  /// A line for each finding.
  package static func text(of findings: Findings) -> [UInt8] {
    var report: [UInt8] = []
    for (finding, columns) in zip(findings.all, findings.columns) {
      let command = finding.severity == .note ? "notice" : finding.severity.description
      var properties = [("file", findings.path(of: finding)), ("line", "\(finding.position.line)")]
      if let columns {
        properties.append(("col", "\(columns.lowerBound)"))
        properties.append(("endColumn", "\(max(columns.upperBound - 1, columns.lowerBound))"))
      }
      properties.append(("title", finding.id.description))
      let list = properties.map { "\($0.0)=\(escaped($0.1, isProperty: true))" }
      report.append(
        text: "::\(command) \(list.joined(separator: ","))::"
          + escaped(finding.messageWithHelp, isProperty: false) + "\n")
    }
    return report
  }

  /// A text that can neither end a command nor begin another.
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
