import Bytes

/// Findings as the XML that JUnit made common, which CI services show as failed tests.
package enum JUnitReport {
  /// A suite with a case for each finding, of which errors fail; without findings, with one that passes.
  package static func text(of findings: Findings) -> [UInt8] {
    let failures = findings.all.count { $0.severity == .error }
    let counts = "tests=\"\(max(findings.all.count, 1))\" failures=\"\(failures)\" errors=\"0\""
    var xml = [UInt8]("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.append(text: "<testsuites name=\"Clevio\" \(counts)>\n")
    xml.append(text: "  <testsuite name=\"clevio check\" \(counts) skipped=\"0\">\n")
    if findings.all.isEmpty {
      xml.append("    <testcase classname=\"clevio\" name=\"check\"/>\n")
    }
    for finding in findings.all { append(finding, of: findings, to: &xml) }
    xml.append("  </testsuite>\n</testsuites>\n")
    return xml
  }

  private static func append(
    _ finding: Diagnostic, of findings: Findings, to xml: inout [UInt8]
  ) {
    let position = finding.position
    let path = findings.path(of: finding)
    xml.append("    <testcase classname=\"")
    xml.append(escaping: xmlText(finding.id.description))
    xml.append("\" name=\"")
    xml.append(escaping: xmlText("\(path):\(position.line):\(position.column)"))
    xml.append("\" file=\"")
    xml.append(escaping: xmlText(path))
    xml.append(text: "\" line=\"\(position.line)\">\n")
    if finding.severity == .error {
      xml.append("      <failure type=\"")
      xml.append(escaping: finding.severity.description)
      xml.append("\" message=\"")
      xml.append(escaping: xmlText(finding.message))
      xml.append("\">")
      xml.append(escaping: xmlText(finding.messageWithHelp))
      xml.append("</failure>\n")
    } else {
      xml.append("      <system-out>")
      xml.append(escaping: xmlText("\(finding.severity): \(finding.messageWithHelp)"))
      xml.append("</system-out>\n")
    }
    xml.append("    </testcase>\n")
  }

  /// The text with what XML 1.0 (§2.2) cannot hold as U+FFFD.
  private static func xmlText(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\0"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
        result.unicodeScalars.append("\u{FFFD}")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
