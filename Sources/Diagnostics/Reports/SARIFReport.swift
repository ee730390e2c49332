import Bytes

/// Findings in the Static Analysis Results Interchange Format 2.1.0, which code hosts show beside the files.
package enum SARIFReport {
  /// A log with one run, whose rules are those that found something.
  package static func text(of findings: Findings) -> [UInt8] {
    let rules = findings.counts.map(\.rule)
    let driver: JSONValue = [
      "name": "Clevio", "semanticVersion": .text(findings.version),
      "rules": .list(rules.map { descriptor(of: $0, in: findings) }),
    ]
    let run: JSONValue = [
      "tool": ["driver": driver], "columnKind": "unicodeCodePoints",
      "results": .list(results(of: findings, by: rules)),
    ]
    let log: JSONValue = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run],
    ]
    return log.indented
  }

  private static func descriptor(of id: String, in findings: Findings) -> JSONValue {
    guard let rule = findings.rule(of: id) else { return ["id": .text(id)] }
    return [
      "id": .text(id), "shortDescription": message(rule.title),
      "help": ["text": .text(rule.text), "markdown": .text(rule.text)],
      "defaultConfiguration": ["level": .text(rule.severity.description)],
      "properties": ["tags": [.text(rule.family)]],
    ]
  }

  private static func results(of findings: Findings, by rules: [String]) -> [JSONValue] {
    let places = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    let details = zip(findings.columns, findings.all.fingerprints)
    return zip(zip(findings.all, findings.fixColumns), details).map { found, detail in
      let (finding, fixColumns) = found
      var fixes: JSONValue?
      if let fix = finding.fix, let fixColumns {
        fixes = [change(fix, of: finding, columns: fixColumns, in: findings)]
      }
      return [
        "ruleId": .text(finding.id.description),
        "ruleIndex": .number(places[finding.id.description] ?? -1),
        "level": .text(finding.severity.description),
        "message": message(finding.messageWithHelp),
        "locations": [location(of: finding, columns: detail.0, in: findings)],
        "partialFingerprints": ["clevio/v1": .text(detail.1)],
        "fixes": fixes,
      ]
    }
  }

  /// A fix (SARIF 2.1.0 §3.55).
  private static func change(
    _ fix: Fix, of finding: Diagnostic, columns: Range<Int>, in findings: Findings
  ) -> JSONValue {
    let region: JSONValue = [
      "startLine": .number(fix.line), "startColumn": .number(columns.lowerBound),
      "endColumn": .number(columns.upperBound),
    ]
    let file: JSONValue = [
      "artifactLocation": address(of: finding, in: findings),
      "replacements": [["deletedRegion": region, "insertedContent": message(fix.replacement)]],
    ]
    return [
      "description": message("Write \(fix.replacement) in place of \(fix.original)"),
      "artifactChanges": [file],
    ]
  }

  private static func location(
    of finding: Diagnostic, columns: Range<Int>?, in findings: Findings
  ) -> JSONValue {
    let region: JSONValue = [
      "startLine": .number(finding.position.line),
      "startColumn": (columns?.lowerBound).map(JSONValue.number),
      "endColumn": (columns?.upperBound).map(JSONValue.number),
    ]
    let address = address(of: finding, in: findings)
    return ["physicalLocation": ["artifactLocation": address, "region": region]]
  }

  private static func address(of finding: Diagnostic, in findings: Findings) -> JSONValue {
    ["uri": .text(uri(findings.path(of: finding)))]
  }

  private static func message(_ text: String) -> JSONValue { ["text": .text(text)] }

  /// A path as a relative reference (RFC 3986 §4.2).
  private static func uri(_ path: String) -> String {
    var uri: [UInt8] = []
    for byte in path.utf8 {
      let isPlain = byte.isASCIIAlphanumeric || "-._~/!$&'()*+,;=@".utf8.contains(byte)
      if isPlain {
        uri.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri.append(text: "%" + (digits.utf8.count == 1 ? "0" : "") + digits)
      }
    }
    return String(utf8: uri)
  }
}
