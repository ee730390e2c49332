/// Where people and authorities turn to.
package struct LegalContact: Sendable {
  /// The mail address for questions and requests about data.
  package var privacyEmail: String?
  /// The page of the operator's own form for such requests.
  package var privacyURL: String?
  package var dataProtectionOfficer: DataProtectionOfficer?
  package var legal: String?
  package var lawEnforcement: String?
  package var security: String?
  package var digitalServices: DigitalServicesContact?

  /// Contacts of which nothing is said yet.
  package init() {}
}

/// The data protection officer, or why there is none (article 37 of the GDPR).
package struct DataProtectionOfficer: Sendable {
  package var isAppointed: Bool?
  package var name: String?
  package var email: String?
  package var reason: LocalizedText?

  /// An officer of whom nothing is said yet.
  package init() {}
}

/// The points of contact of articles 11 and 12 of the Digital Services Act.
package struct DigitalServicesContact: Sendable {
  package var authorities: String?
  package var users: String?
  package var languages: [LanguageTag] = []

  /// Contacts of which nothing is said yet.
  package init() {}
}
