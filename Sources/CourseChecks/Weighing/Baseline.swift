import Bytes
package import Diagnostics
import YAMLTree

/// The findings that an old portal had when checks began: they are counted, but told no more.
///
/// Errors, and what keeps a portal safe, are never among them.
package struct Baseline: Sendable {
  private var counts: [FindingIdentity: Int] = [:]

  /// Takes the findings that may be lived with.
  package init(of findings: some Sequence<Diagnostic>) {
    for finding in findings where Baseline.takes(finding) {
      counts[finding.identity, default: 0] += 1
    }
  }

  /// Reads a file that ``text`` wrote.
  ///
  /// - Returns: The findings, and what of the file could not be read.
  package static func read(_ bytes: [UInt8], path: String) -> (Baseline, [Diagnostic]) {
    var baseline = Baseline(of: [Diagnostic]())
    var diagnostics: [Diagnostic] = []
    do throws(YAMLError) {
      let node = try YAMLTree.parse(bytes, path: path)
      if let node, node.items == nil { diagnostics.append(mistake(at: node, in: path)) }
      for entry in node?.items ?? [] {
        guard let (identity, count) = finding(entry) else {
          diagnostics.append(mistake(at: entry, in: path))
          continue
        }
        baseline.counts[identity, default: 0] += count
      }
    } catch {
      diagnostics.append(error.diagnostic)
    }
    return (baseline, diagnostics)
  }

  /// Findings without those that are known, how many these are, and how many known ones are gone.
  package func new(among findings: [Diagnostic]) -> (new: [Diagnostic], known: Int, gone: Int) {
    var rest = counts
    let new = findings.filter { finding in
      guard Baseline.takes(finding), let count = rest[finding.identity], count > 0 else {
        return true
      }
      rest[finding.identity] = count - 1
      return false
    }
    return (new, findings.count - new.count, rest.values.reduce(0, +))
  }

  /// The findings as YAML, in a fixed order, so that changes of the file can be read.
  package var text: [UInt8] {
    var text = [UInt8]("# Findings that were known when \"clevio check\" wrote this file.\n")
    if counts.isEmpty { text.append("[]\n") }
    let ordered = counts.sorted { left, right in
      [left.key.path, left.key.rule, left.key.message].lexicographicallyPrecedes(
        [right.key.path, right.key.rule, right.key.message])
    }
    for (finding, count) in ordered {
      text.append(text: "- rule: \(finding.rule)\n  path: ")
      text.append(jsonString: finding.path)
      text.append("\n  message: ")
      text.append(jsonString: finding.message)
      text.append(text: count == 1 ? "\n" : "\n  count: \(count)\n")
    }
    return text
  }

  private static func takes(_ finding: Diagnostic) -> Bool {
    finding.severity == .warning
      && RuleCatalogue.rule(finding.id.description)?.canBeLowered == true
  }

  private static func finding(_ entry: YAMLNode) -> (FindingIdentity, Int)? {
    guard let rule = entry["rule"]?.text, let path = entry["path"]?.text,
      let message = entry["message"]?.text
    else { return nil }
    let count = entry["count"].map { node in node.text.flatMap { Int($0) } ?? 0 } ?? 1
    guard (1...1_000_000).contains(count) else { return nil }
    return (FindingIdentity(rule: rule, path: path, message: message), count)
  }

  private static func mistake(at node: YAMLNode, in path: String) -> Diagnostic {
    Diagnostic(
      "check-baseline", .error, "an entry needs a rule, a path and a message",
      at: SourcePosition(path: path, line: node.line, column: node.column, length: node.length),
      help: "take the file back from version control, or write it anew with --write-baseline")
  }
}
