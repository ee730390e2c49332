import Bytes

/// Findings as text for a terminal, each with the line that it is about.
///
/// Nothing of the sources or of their names can steer the terminal.
package struct TextReport {
  private let usesColour: Bool
  private let showsAll: Bool
  private let source: (String) -> [UInt8]?

  /// How many findings of one rule are shown.
  private static let limit = 50

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - usesColour: Whether the terminal understands colours (ECMA-48 SGR).
  ///   - showsAll: Whether more than 50 findings of one rule are shown.
  ///   - source: The bytes of a file, by its path; `nil` leaves its lines out. Asked once for each run
  ///     of findings in one file.
  package init(
    usesColour: Bool, showsAll: Bool = false, source: @escaping (String) -> [UInt8]?
  ) {
    self.usesColour = usesColour
    self.showsAll = showsAll
    self.source = source
  }

  /// The findings in the order given, and a line that counts them, by rules if there are several; nothing
  /// where there are none.
  package func text(of diagnostics: [Diagnostic]) -> [UInt8] {
    var report: [UInt8] = []
    var counts: [Diagnostic.ID: Int] = [:]
    var current: (path: String, lines: SourceLines?)?
    for diagnostic in diagnostics {
      counts[diagnostic.id, default: 0] += 1
      guard showsAll || counts[diagnostic.id, default: 0] <= TextReport.limit else { continue }
      let path = diagnostic.position.path
      if current.map({ !$0.path.utf8.elementsEqual(path.utf8) }) ?? true {
        current = (path, source(path).map(SourceLines.init))
      }
      append(diagnostic, lines: current?.lines, to: &report)
    }
    guard !diagnostics.isEmpty else { return report }
    if !showsAll { appendRest(of: counts, to: &report) }
    report.append(text: TextReport.summary(of: diagnostics))
    let rules = diagnostics.countsByRule.map { "\($0.count) \($0.rule)" }
    if rules.count > 1 { report.append(text: " (\(rules.joined(separator: ", ")))") }
    report.append("\n")
    return report
  }

  /// How many findings there are of each severity, such as `3 errors, 1 warning`; empty for none.
  package static func summary(of diagnostics: [Diagnostic]) -> String {
    var parts: [String] = []
    for severity in [Diagnostic.Severity.error, .warning, .note] {
      let count = diagnostics.count { $0.severity == severity }
      if count > 0 { parts.append("\(count) \(severity)\(count == 1 ? "" : "s")") }
    }
    return parts.joined(separator: ", ")
  }

  private func append(_ diagnostic: Diagnostic, lines: SourceLines?, to report: inout [UInt8]) {
    let position = diagnostic.position
    let colour = Style.of(diagnostic.severity)
    let place = "\(TerminalText.line(position.path)):\(position.line):\(position.column):"
    report.append(text: styled(place, .bold))
    report.append(text: " " + styled("\(diagnostic.severity):", colour))
    report.append(text: " " + styled(TerminalText.line(diagnostic.message), .bold))
    report.append(text: " " + styled("[\(diagnostic.id)]", .dim) + "\n")
    if let excerpt = lines.flatMap({ SourceExcerpt(position, in: $0) }) {
      let number = String(position.line)
      let gutter = String(repeating: " ", count: number.utf8.count)
      report.append(text: styled(" \(number) |", .dim) + " " + excerpt.line + "\n")
      let indent = excerpt.mark.prefix { $0 != "^" }
      let mark = String(excerpt.mark.dropFirst(indent.count))
      report.append(text: styled(" \(gutter) |", .dim) + " " + indent + styled(mark, colour) + "\n")
    }
    if let help = diagnostic.help {
      report.append(text: "  " + styled("help:", .help) + " " + TerminalText.line(help) + "\n")
    }
    report.append("\n")
  }

  private func appendRest(of counts: [Diagnostic.ID: Int], to report: inout [UInt8]) {
    let rest = counts.filter { $0.value > TextReport.limit }
      .sorted { $0.key.description < $1.key.description }
    for (id, count) in rest {
      report.append(text: "and \(count - TextReport.limit) more of [\(id)]\n")
    }
    if !rest.isEmpty { report.append("\n") }
  }

  /// The looks of a terminal's text (ECMA-48 §8.3.117).
  private enum Style: String {
    case bold = "1"
    case dim = "2"
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case help = "1;32"

    static func of(_ severity: Diagnostic.Severity) -> Style {
      switch severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    }
  }

  private func styled(_ text: String, _ style: Style) -> String {
    usesColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}

extension Diagnostic.Severity: CustomStringConvertible {
  /// `error`, `warning` or `note`.
  package var description: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    }
  }

  /// The weight of a name; `nil` for a name that there is not.
  package init?(named name: String) {
    let all: [Self] = [.error, .warning, .note]
    guard let severity = all.first(where: { $0.description == name }) else { return nil }
    self = severity
  }
}
