import Bytes

/// Findings as Markdown, for a comment or the summary of a job.
package enum MarkdownReport {
  /// How many there are of each rule, and all of them by file.
  package static func text(of findings: Findings) -> [UInt8] {
    guard !findings.all.isEmpty else { return [UInt8]("**No findings.**\n") }
    var report: [UInt8] = []
    report.append(text: "**\(TextReport.summary(of: findings.all))**\n\n")
    report.append("| Rule | Findings | What it finds |\n| --- | ---: | --- |\n")
    for (id, count) in findings.counts {
      let title = findings.rule(of: id)?.title ?? ""
      report.append(text: "| `\(id)` | \(count) | \(title) |\n")
    }
    var path: String?
    for finding in findings.all {
      let own = findings.path(of: finding)
      if own != path { report.append(text: "\n### \(escaped(own))\n\n") }
      path = own
      report.append(
        text: "- line \(finding.position.line), \(finding.severity) `\(finding.id)`: "
          + escaped(finding.message) + (finding.help.map { " – \(escaped($0))" } ?? "") + "\n")
    }
    return report
  }

  /// A text on one line that means nothing but itself.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r": result += " "
      case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "#", "~", "@", "!":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
