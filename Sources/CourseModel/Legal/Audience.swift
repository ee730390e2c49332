/// Whom a portal is for, by age.
package struct Audience: Sendable {
  /// The age from which learners may use the portal, in years.
  package var minimumAge = 13
  package var isDirectedToChildren = false
  package var ageGate = AgeGate.none
  package var ageOfConsent = AgeOfConsent()

  /// Everybody of at least 13.
  package init() {}
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
