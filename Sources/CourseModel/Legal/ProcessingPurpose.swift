package import Diagnostics

/// What data is used for.
package struct ProcessingPurpose: Sendable {
  package var id: Located<String>?
  package var title: LocalizedText?
  package var basis: LegalBasis?
  /// The interest, where that is the basis (article 13(1)(d) of the GDPR).
  package var interest: LocalizedText?
  /// The law that obliges, where that is the basis.
  package var law: LocalizedText?
  /// The category of consent that the purpose belongs to.
  package var category: ConsentCategory?
  /// Whether California's law takes it for a sale or for sharing.
  package var california: CaliforniaDisclosure?
  package var position: SourcePosition

  /// A purpose of which nothing is said yet.
  package init(at position: SourcePosition) { self.position = position }
}

/// Why data may be used (article 6(1) of the GDPR).
package enum LegalBasis: String, Hashable, Sendable, CaseIterable {
  case consent
  case contract
  case legalObligation = "legal_obligation"
  case vitalInterest = "vital_interest"
  case publicTask = "public_task"
  case legitimateInterest = "legitimate_interest"
}

/// What a choice about cookies and services is made for.
package enum ConsentCategory: String, Hashable, Sendable, CaseIterable {
  /// What the portal cannot do without; it cannot be switched off.
  case necessary
  case preferences
  case analytics
  case marketing
  case embeds

  /// Whether nothing of the category may happen before a choice.
  package var isOptional: Bool { self != .necessary }
}

/// How data is handed on in the words of California's law.
package enum CaliforniaDisclosure: String, Hashable, Sendable, CaseIterable {
  case sell
  case share
}
