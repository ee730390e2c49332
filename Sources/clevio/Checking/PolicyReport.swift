import Bytes
import CourseChecks
import Diagnostics

/// What a look at somebody's policy tells at its end.
struct PolicyReport {
  /// The file as the user names it.
  let path: String
  let source: [UInt8]
  let diagnostics: [Diagnostic]

  /// Whether the policy fails.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The report in a format for programs, or without colours.
  func report(as format: ReportFormat) -> [UInt8] {
    guard format != .json else { return json }
    return format.report(of: findings, source: sourceOfPath) ?? json
  }

  /// Tells people.
  func tell(to terminal: Terminal) {
    terminal.complain(of: diagnostics, source: sourceOfPath)
    guard !diagnostics.contains(where: { $0.id == "policy-page" }) else { return }
    terminal.say(
      "\(path) was looked at for words, not for what they mean: this is no legal advice")
  }

  private var findings: Findings {
    Findings(
      diagnostics, version: Clevio.version, folder: "", rule: { RuleCatalogue.rule($0) },
      source: sourceOfPath)
  }

  private var sourceOfPath: @Sendable (String) -> [UInt8]? {
    { [path, source] in $0 == path ? source : nil }
  }

  private var json: [UInt8] {
    var text: [UInt8] = []
    text.append("{\"policy\":")
    text.append(jsonString: path)
    let counts = diagnostics.countsByRule.map { "\"\($0.rule)\":\($0.count)" }
    text.append(text: ",\"rules\":{\(counts.joined(separator: ","))},\"diagnostics\":")
    text += JSONReport.text(of: diagnostics)
    while text.last == UInt8(ascii: "\n") { text.removeLast() }
    text.append("}\n")
    return text
  }
}
