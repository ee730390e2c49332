/// What is known of a rule, whatever it finds.
package struct Rule: Sendable {
  /// The stable name.
  package let id: Diagnostic.ID

  /// What its findings say, in one sentence without a period.
  package let title: String

  /// The weights that its findings may have, the heaviest first; there is one at least.
  package let severities: [Diagnostic.Severity]

  /// Whether it keeps a portal safe, so that nobody may lower its weight.
  package let isSafety: Bool

  /// Why it matters and what to do, as Markdown.
  package let text: String

  /// Describes a rule.
  package init(
    _ id: Diagnostic.ID, _ severities: [Diagnostic.Severity], _ title: String,
    isSafety: Bool = false, text: String
  ) {
    precondition(!severities.isEmpty, "a rule has a weight")
    self.id = id
    self.title = title
    self.severities = severities
    self.isSafety = isSafety
    self.text = text
  }

  /// The heaviest weight of its findings.
  package var severity: Diagnostic.Severity { severities[0] }

  /// Whether an author may give some of its findings another weight: what is an error of itself stays one.
  package var canBeLowered: Bool { !isSafety && severities != [.error] }

  /// What the rule is about: the first word of its name.
  package var family: String {
    String(id.description.prefix { $0 != "-" })
  }
}
