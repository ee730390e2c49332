import Bytes

/// Findings in the Static Analysis Results Interchange Format 2.1.0, which code hosts show beside the files.
package enum SARIFReport {
  /// A log with one run, whose rules are those that found something.
  package static func text(of findings: Findings) -> [UInt8] {
    let rules = findings.counts.map(\.rule)
    let driver = JSONValue.object([
      ("name", .text("Clevio")), ("semanticVersion", .text(findings.version)),
      ("rules", .list(rules.map { descriptor(of: $0, in: findings) })),
    ])
    let run = JSONValue.object([
      ("tool", .object([("driver", driver)])), ("columnKind", .text("unicodeCodePoints")),
      ("results", .list(results(of: findings, by: rules))),
    ])
    return JSONValue.object([
      ("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .text("2.1.0")), ("runs", .list([run])),
    ]).text
  }

  private static func descriptor(of id: String, in findings: Findings) -> JSONValue {
    guard let rule = findings.rule(of: id) else { return .object([("id", .text(id))]) }
    return .object([
      ("id", .text(id)), ("shortDescription", message(rule.title)),
      ("help", .object([("text", .text(rule.text)), ("markdown", .text(rule.text))])),
      ("defaultConfiguration", .object([("level", .text(rule.severity.description))])),
      ("properties", .object([("tags", .list([.text(rule.family)]))])),
    ])
  }

  private static func results(of findings: Findings, by rules: [String]) -> [JSONValue] {
    let places = Dictionary(uniqueKeysWithValues: zip(rules, rules.indices))
    let details = zip(findings.columns, findings.all.fingerprints)
    return zip(zip(findings.all, findings.fixColumns), details).map { found, detail in
      let (finding, fixColumns) = found
      var result: [(String, JSONValue)] = [
        ("ruleId", .text(finding.id.description)),
        ("ruleIndex", .number(places[finding.id.description] ?? -1)),
        ("level", .text(finding.severity.description)),
        ("message", message(finding.messageWithHelp)),
        ("locations", .list([location(of: finding, columns: detail.0, in: findings)])),
        ("partialFingerprints", .object([("clevio/v1", .text(detail.1))])),
      ]
      if let fix = finding.fix, let fixColumns {
        result.append(
          ("fixes", .list([change(fix, of: finding, columns: fixColumns, in: findings)])))
      }
      return .object(result)
    }
  }

  /// A fix (SARIF 2.1.0 §3.55).
  private static func change(
    _ fix: Fix, of finding: Diagnostic, columns: Range<Int>, in findings: Findings
  ) -> JSONValue {
    let region = JSONValue.object([
      ("startLine", .number(fix.line)), ("startColumn", .number(columns.lowerBound)),
      ("endColumn", .number(columns.upperBound)),
    ])
    let replacement = JSONValue.object([
      ("deletedRegion", region), ("insertedContent", message(fix.replacement)),
    ])
    let file = JSONValue.object([
      ("artifactLocation", address(of: finding, in: findings)),
      ("replacements", .list([replacement])),
    ])
    return .object([
      ("description", message("Write \(fix.replacement) in place of \(fix.original)")),
      ("artifactChanges", .list([file])),
    ])
  }

  private static func location(
    of finding: Diagnostic, columns: Range<Int>?, in findings: Findings
  ) -> JSONValue {
    var region: [(String, JSONValue)] = [("startLine", .number(finding.position.line))]
    if let columns {
      region.append(("startColumn", .number(columns.lowerBound)))
      region.append(("endColumn", .number(columns.upperBound)))
    }
    let place = JSONValue.object([
      ("artifactLocation", address(of: finding, in: findings)), ("region", .object(region)),
    ])
    return .object([("physicalLocation", place)])
  }

  private static func address(of finding: Diagnostic, in findings: Findings) -> JSONValue {
    .object([("uri", .text(uri(findings.path(of: finding))))])
  }

  private static func message(_ text: String) -> JSONValue { .object([("text", .text(text))]) }

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
