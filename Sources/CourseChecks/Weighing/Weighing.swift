import Bytes
package import CourseModel
package import Diagnostics

/// Gives findings the weight that an author's settings give them, and leaves out what they pass over.
///
/// What is an error of itself stays one, and what keeps a portal safe keeps its weight at least.
package struct Weighing: Sendable {
  /// What is wrong with the settings themselves.
  package let mistakes: [Diagnostic]

  private let weights: [String: FindingWeight]
  private let exceptions: [Exception]

  /// A complete suppression that holds today.
  private struct Exception: Sendable {
    let rule: Located<String>
    let path: WildcardPattern?

    func covers(_ finding: Diagnostic) -> Bool {
      rule.value == finding.id.description && path?.matches(finding.position.path) != false
    }
  }

  /// Reads settings; exceptions that end today no longer hold.
  package init(_ settings: CheckSettings, today: CalendarDate) {
    var reading = WeightReading(today: today)
    // What names one rule holds against what names many; of two patterns, the longer one does.
    let ordered = settings.weights.enumerated().sorted { left, right in
      let (first, second) = (left.element.breadth, right.element.breadth)
      return first == second ? left.offset < right.offset : first > second
    }
    for (_, entry) in ordered { reading.add(entry) }
    exceptions = settings.suppressions.compactMap { entry in
      reading.rule(of: entry).map { rule in
        Exception(rule: rule, path: entry.path.map(WildcardPattern.init))
      }
    }
    weights = reading.weights
    mistakes = reading.mistakes
  }

  /// The findings with their weights, and exceptions that were for none of them.
  ///
  /// - Parameters:
  ///   - findings: The findings.
  ///   - looks: What has looked beside the program; exceptions for what only others see count as used.
  /// - Returns: The findings that count, and a finding for each exception that was for none.
  package func weigh(_ findings: some Sequence<Diagnostic>, by looks: Set<FurtherLook> = []) -> (
    findings: [Diagnostic], unused: [Diagnostic]
  ) {
    let missing = FurtherLook.allCases.filter { !looks.contains($0) }
    var isUsed = exceptions.map { exception in
      missing.contains { $0.finds(exception.rule.value) }
    }
    let kept = findings.compactMap { finding -> Diagnostic? in
      guard finding.severity != .error else { return finding }
      if let index = exceptions.firstIndex(where: { $0.covers(finding) }) {
        isUsed[index] = true
        return nil
      }
      return weighed(finding)
    }
    let unused = zip(exceptions, isUsed).filter { !$0.1 }.map { exception, _ in
      Diagnostic(
        "check-unused", .warning,
        "the exception for \"\(exception.rule.value)\" passes over nothing",
        at: exception.rule.position, help: "remove it")
    }
    return (kept, unused)
  }

  private func weighed(_ finding: Diagnostic) -> Diagnostic? {
    var finding = finding
    switch weights[finding.id.description] {
    case .off: return nil
    case .note: finding.severity = .note
    case .warning: finding.severity = .warning
    case .error: finding.severity = .error
    case nil: break
    }
    return finding
  }
}

extension RuleWeight {
  /// How many rules may be meant: fewer with each letter, and one without a `*`.
  fileprivate var breadth: Int {
    rule.value.contains("*") ? Int.max - rule.value.utf8.count : 0
  }
}
