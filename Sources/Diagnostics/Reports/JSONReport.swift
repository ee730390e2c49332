import Bytes

/// Findings for other programs, as JSON (RFC 8259).
package enum JSONReport {
  /// An array with an object for each finding, in the order given: `id`, `severity`, `message`,
  /// `path`, `line`, `column`, `length` (the last two in UTF-8 bytes), `help` and `fix`, which may be null.
  ///
  /// A fix has `line`, `column`, `original` and `replacement`.
  package static func text(of diagnostics: [Diagnostic]) -> [UInt8] {
    var json: [UInt8] = []
    json.append("[")
    for (index, diagnostic) in diagnostics.enumerated() {
      json.append(index == 0 ? "\n  " : ",\n  ")
      append(diagnostic, to: &json)
    }
    json.append(diagnostics.isEmpty ? "]\n" : "\n]\n")
    return json
  }

  private static func append(_ diagnostic: Diagnostic, to json: inout [UInt8]) {
    let position = diagnostic.position
    json.append("{\"id\": ")
    json.append(jsonString: diagnostic.id.description)
    json.append(", \"severity\": ")
    json.append(jsonString: diagnostic.severity.description)
    json.append(", \"message\": ")
    json.append(jsonString: diagnostic.message)
    json.append(", \"path\": ")
    json.append(jsonString: position.path)
    json.append(", \"line\": ")
    json.append(decimal: position.line)
    json.append(", \"column\": ")
    json.append(decimal: position.column)
    json.append(", \"length\": ")
    json.append(decimal: position.length)
    json.append(", \"help\": ")
    if let help = diagnostic.help { json.append(jsonString: help) } else { json.append("null") }
    json.append(", \"fix\": ")
    if let fix = diagnostic.fix { append(fix, to: &json) } else { json.append("null") }
    json.append("}")
  }

  private static func append(_ fix: Fix, to json: inout [UInt8]) {
    json.append(text: "{\"line\": \(fix.line), \"column\": \(fix.column), \"original\": ")
    json.append(jsonString: fix.original)
    json.append(", \"replacement\": ")
    json.append(jsonString: fix.replacement)
    json.append("}")
  }
}
