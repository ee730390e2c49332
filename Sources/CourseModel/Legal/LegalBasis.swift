/// Why data may be used (article 6(1) of the GDPR).
package enum LegalBasis: String, Hashable, Sendable, CaseIterable {
  case consent
  case contract
  case legalObligation = "legal_obligation"
  case vitalInterest = "vital_interest"
  case publicTask = "public_task"
  case legitimateInterest = "legitimate_interest"
}
