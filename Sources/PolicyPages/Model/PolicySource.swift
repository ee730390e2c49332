package import CourseModel

/// What documents are made of: a portal, its declaration, and what its pages offer.
package struct PolicySource: Sendable {
  package let portal: Portal
  /// What `legal.yml` says, and that buyers give something where it does not.
  let legal: LegalDeclaration
  let offer: PolicyOffer
  package let words: PolicyWords
  let facts: FactFile
  let conditions: PolicyConditions
  /// What the portal's own scripts keep on devices, with what the declaration adds.
  package let ownItems: [StoredItem]
  /// The document that is written.
  var document = PolicyDocument.privacy

  /// Joins a portal, what its pages offer and the words of a language.
  package init(_ portal: Portal, offer: PolicyOffer, words: PolicyWords) {
    self.portal = portal
    self.offer = offer
    self.words = words
    legal = LegalDeclaration.told(of: portal)
    facts = FactFile.shared(in: words.language)
    ownItems = OwnStorage.items(of: legal, isSelling: PolicyConditions.sells(portal))
    conditions = PolicyConditions(portal, offer: offer, facts: facts)
  }

  /// The documents that the portal has.
  package var documents: [PolicyDocument] { conditions.documents }

  /// The language that values are written in.
  var language: LanguageTag { words.language }

  func text(_ text: LocalizedText?) -> String { text?.text(in: language) ?? "" }
}

/// What a portal's pages offer, beyond its declaration.
package struct PolicyOffer: Sendable {
  /// The names of the links that pages can be passed on by.
  package var shareTargets: [String] = []
  /// The fields of courses and authors in the public interface, by their names there.
  package var courseFields: [String] = []
  package var authorFields: [String] = []
  /// Whether earlier versions are published.
  package var hasVersions = false
  /// Whether there is a feed of changes.
  package var hasFeed = false

  /// An offer of nothing.
  package init() {}
}
