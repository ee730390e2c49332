import Bytes
import CourseModel
import Diagnostics

/// Reads what an author says of rules, and tells of rules that are not there or cannot be changed.
struct WeightReading {
  /// The weights of rules that have another than the usual one.
  private(set) var weights: [String: FindingWeight] = [:]
  private(set) var mistakes: [Diagnostic] = []

  private let today: CalendarDate

  init(today: CalendarDate) { self.today = today }

  /// Takes a weight; those that come later hold against those before.
  mutating func add(_ entry: RuleWeight) {
    let name = entry.rule
    guard name.value.contains("*") else {
      guard let rule = rule(at: name) else { return }
      // To raise a weight is always allowed.
      guard rule.canBeLowered || entry.weight == .error else { return refuse(rule, at: name) }
      weights[name.value] = entry.weight
      return
    }
    let form = WildcardPattern(name.value)
    let meant = RuleCatalogue.rules.filter { form.matches($0.id.description) }
    let changed = meant.filter { $0.canBeLowered || entry.weight == .error }
    for rule in changed { weights[rule.id.description] = entry.weight }
    if let fixed = meant.first, changed.isEmpty { return refuse(fixed, at: name) }
    if meant.isEmpty {
      report(
        "check-rule", "no rule has a name of the form \"\(name.value)\"", at: name.position,
        help: "clevio explain lists all rules")
    }
  }

  /// The rule that a suppression is for; `nil` if it says too little, is over, or may not be.
  mutating func rule(of entry: Suppression) -> Located<String>? {
    guard let name = entry.rule, let expires = entry.expires, entry.reason != nil else {
      report(
        "check-suppress",
        "what checks pass over needs a rule, a reason and a day on which it ends",
        at: entry.position,
        help: "write {rule: …, reason: …, expires: "
          + CalendarDate(daysSince1970: today.daysSince1970 + 90).isoText + "}")
      return nil
    }
    guard let rule = rule(at: name) else { return nil }
    guard rule.canBeLowered else {
      refuse(rule, at: name)
      return nil
    }
    guard today < expires.value else {
      report(
        "check-suppress", "the exception for \"\(name.value)\" ended on \(expires.value.isoText)",
        at: expires.position, help: "mend what it was for, or give it a new day")
      return nil
    }
    return name
  }

  private mutating func rule(at name: Located<String>) -> Rule? {
    if let rule = RuleCatalogue.rule(name.value) { return rule }
    report(
      "check-rule", "there is no rule \"\(name.value)\"", at: name.position,
      help: RuleCatalogue.question(near: name.value)
        ?? "clevio explain lists all rules",
      fix: Fix(
        at: name.position, misspelt: name.value,
        among: RuleCatalogue.rules.map(\.id.description)))
    return nil
  }

  private mutating func refuse(_ rule: Rule, at name: Located<String>) {
    let reason = rule.isSafety ? "keeps the portal safe" : "is an error of itself"
    report(
      "check-rule", "\"\(rule.id)\" \(reason), so it cannot be passed over", at: name.position,
      help: "remove the entry, and mend what is found")
  }

  private mutating func report(
    _ id: Diagnostic.ID, _ message: String, at position: SourcePosition, help: String,
    fix: Fix? = nil
  ) {
    mistakes.append(Diagnostic(id, .error, message, at: position, help: help, fix: fix))
  }
}
