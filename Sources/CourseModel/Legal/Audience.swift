import Diagnostics

/// Whom a portal is for, by age.
package struct Audience: Sendable {
  /// The age from which learners may use the portal, in years.
  package var minimumAge: Located<Int>?
  package var isDirectedToChildren = false
  package var ageGate = Located(AgeGate.none, at: SourcePosition(path: "legal.yml"))
  package var ageOfConsent = AgeOfConsent()

  /// Everybody.
  package init() {}

  /// Whether some are too young for the portal, as is said or asked.
  package var isLimited: Bool { askedAge > 0 && (minimumAge != nil || ageGate.value != .none) }

  /// The age that learners are asked for where they are asked, in years.
  package var askedAge: Int { minimumAge?.value ?? 13 }
}

/// Where learners are asked for their age.
package enum AgeGate: String, Hashable, Sendable, CaseIterable {
  case none
  case registration
  case checkout
  case site
}

/// The ages from which people may consent by themselves, where an author departs from the table.
package struct AgeOfConsent: Sendable {
  /// The day on which the ages were looked up.
  package var asOf: Located<CalendarDate>?
  /// The age in countries that are not named.
  package var standard: Int?
  /// Ages by the country's code of ISO 3166-1.
  package var countries: [String: Int] = [:]

  /// No departures.
  package init() {}
}
