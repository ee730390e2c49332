/// What an operator says of a portal's accessibility.
package struct AccessibilityStatement: Sendable {
  package var standard: String?
  package var status: AccessibilityStatus?
  package var gaps: [LocalizedText] = []
  /// Whom to tell of barriers.
  package var feedback: String?
  package var reviewed: Located<CalendarDate>?

  /// A statement of which nothing is said yet.
  package init() {}
}

/// How far a standard is met.
package enum AccessibilityStatus: String, Hashable, Sendable, CaseIterable {
  case full
  case partial
  case none
}
