package import Diagnostics

/// How much findings weigh, and what is passed over.
package struct CheckSettings: Sendable {
  package var suppressions: [Suppression] = []
  /// The weights of rules where they are not the usual ones; of two for one rule, the later holds.
  package var weights: [RuleWeight] = []
  /// From which weight on `clevio check` fails; warnings do where nothing is said.
  package var failsOn: FailureThreshold?
  /// How long texts and how heavy files may be; those of `legal.yml` do not count.
  package var budgets = CheckBudgets()

  /// Everything is checked.
  package init() {}

  /// These settings with those of another file, which give way.
  package func joined(with other: CheckSettings?) -> CheckSettings {
    guard let other else { return self }
    var joined = self
    joined.suppressions = other.suppressions + suppressions
    joined.weights = other.weights + weights
    joined.failsOn = failsOn ?? other.failsOn
    return joined
  }
}

/// How long texts and how heavy files may be before a check warns of them.
package struct CheckBudgets: Sendable {
  /// The time to read a lesson, estimated from the length of its text.
  package var lessonMinutes = 60
  /// The size of a picture, in thousands of bytes.
  package var imageKilobytes = 1_000
  /// The size of a recording, in millions of bytes.
  package var mediaMegabytes = 200
  /// The sizes of a page and of all that it loads of a kind, in thousands of bytes, before they are compressed.
  package var pageKilobytes = 300
  package var pageStyleKilobytes = 150
  package var pageScriptKilobytes = 300
  package var pageImageKilobytes = 5_000

  /// The usual ones.
  package init() {}
}

/// What an author says of the weight of a rule, or of several.
package struct RuleWeight: Sendable {
  /// The rule's id, or a pattern with `*`.
  package var rule: Located<String>
  package var weight: FindingWeight

  /// Joins a rule and its weight.
  package init(rule: Located<String>, weight: FindingWeight) {
    self.rule = rule
    self.weight = weight
  }
}

/// How much a finding weighs.
package enum FindingWeight: String, Hashable, Sendable, CaseIterable {
  case off, note, warning, error
}

/// From which weight on a check fails.
package enum FailureThreshold: String, Hashable, Sendable, CaseIterable {
  case warning, error
}

/// A finding that an author knows of and accepts for a time.
package struct Suppression: Sendable {
  package var rule: Located<String>?
  /// The path or pattern with `*` of the files; `nil` for all.
  package var path: String?
  package var reason: String?
  /// The first day on which it no longer holds.
  package var expires: Located<CalendarDate>?
  package var position: SourcePosition

  /// A suppression of which nothing is said yet.
  package init(at position: SourcePosition) { self.position = position }
}
