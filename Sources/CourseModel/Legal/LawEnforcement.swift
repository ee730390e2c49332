/// How requests of authorities are answered.
package struct LawEnforcement: Sendable {
  /// Whether there is a guide for authorities.
  package var hasGuide = true
  /// The grounds on which data is handed over.
  package var grounds: [DisclosureGround] = []
  package var notifiesUsers = false
  package var requestsLastYear: Int?

  /// A guide without grounds.
  package init() {}
}

/// A ground on which data is handed to authorities.
package enum DisclosureGround: String, Hashable, Sendable, CaseIterable {
  case law
  case safety
  case rights
  case fraud
  case security
}
