package import Diagnostics

/// Who runs a portal and answers for it.
package struct LegalOperator: Sendable {
  package var name: Located<String>?
  package var tradeName: String?
  package var legalForm: String?
  package var address: PostalAddress?
  package var email: Located<String>?
  package var phone: String?
  package var register: TradeRegister?
  package var vatID: String?
  /// The authority that licenses the trade, if it needs a licence.
  package var authority: String?
  package var size: EnterpriseSize?
  /// Name and address of the representative under article 27 of the GDPR.
  package var representativeInEU: String?
  package var representativeInUK: String?
  package var supervisoryAuthority: SupervisoryAuthority?
  package var position: SourcePosition

  /// An operator of whom nothing is said yet.
  package init(at position: SourcePosition) { self.position = position }
}

/// An address that letters reach.
package struct PostalAddress: Hashable, Sendable {
  package var street: String?
  package var postalCode: String?
  package var city: String?
  package var region: String?
  /// The country's code of ISO 3166-1, two capital letters.
  package var country: String?

  /// An address of which nothing is said yet.
  package init() {}

  /// Whether a letter would arrive.
  package var isComplete: Bool { street != nil && city != nil && country != nil }
}

/// An entry in a public register of enterprises.
package struct TradeRegister: Hashable, Sendable {
  package var name: String?
  package var number: String?

  /// An entry of which nothing is said yet.
  package init() {}
}

/// The authority that hears complaints about data protection.
package struct SupervisoryAuthority: Hashable, Sendable {
  package var name: String?
  package var url: String?

  /// An authority of which nothing is said yet.
  package init() {}
}

/// How large an enterprise is, because small ones have fewer duties.
package enum EnterpriseSize: String, Hashable, Sendable, CaseIterable {
  case micro
  case small
  case other
}
