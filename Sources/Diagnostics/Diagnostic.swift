/// Something that an author wrote and should know about.
package struct Diagnostic: Hashable, Sendable, Codable {
  /// The rule's stable name, in lower case with hyphens, such as `course-price`.
  package let id: ID

  /// Whether the finding stops a build.
  package var severity: Severity

  /// What is wrong, in the author's words: lower case, no period, the culprit quoted.
  package let message: String

  /// Where it is.
  package let position: SourcePosition

  /// What to do about it: one sentence without a period, or `nil` where the message says it.
  package let help: String?

  /// What to write instead, where there is exactly one right answer.
  package let fix: Fix?

  /// Makes a finding.
  package init(
    _ id: ID, _ severity: Severity, _ message: String, at position: SourcePosition,
    help: String? = nil, fix: Fix? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.position = position
    self.help = help
    self.fix = fix
  }

  /// The stable name of a rule.
  package struct ID: Hashable, Sendable, Codable, ExpressibleByStringLiteral,
    CustomStringConvertible
  {
    /// The name itself.
    package let description: String

    /// Names a rule.
    package init(stringLiteral name: String) { description = name }
  }

  /// How much a finding matters.
  package enum Severity: Int, Hashable, Sendable, Comparable, Codable {
    /// The portal is not published until this is mended.
    case error
    /// The portal is published, but a learner would notice.
    case warning
    /// Worth knowing.
    case note

    /// Orders errors before warnings before notes.
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }
}

extension Diagnostic: Comparable {
  /// Orders by position, then severity, id and message, so that reports do not depend on threads.
  package static func < (left: Self, right: Self) -> Bool {
    if left.position != right.position { return left.position < right.position }
    if left.severity != right.severity { return left.severity < right.severity }
    if left.id != right.id { return left.id.description < right.id.description }
    return left.message < right.message
  }
}
