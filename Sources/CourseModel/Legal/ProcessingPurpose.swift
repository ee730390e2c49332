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

/// How data is handed on in the words of California's law.
package enum CaliforniaDisclosure: String, Hashable, Sendable, CaseIterable {
  case sell
  case share
}
