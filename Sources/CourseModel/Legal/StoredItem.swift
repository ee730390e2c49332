package import Diagnostics

/// Something that is kept on a learner's device.
package struct StoredItem: Sendable {
  /// The name; `*` stands for any run of characters.
  package var name: Located<String>?
  package var kind = StorageKind.cookie
  package var party = StorageParty.first
  /// How long it stays, as an author says; see ``keeping``.
  package var lifetime: Retention?
  /// Whether its life begins anew at each visit.
  package var isRefreshed = false
  package var purpose: LocalizedText?
  package var category: ConsentCategory?
  package var isLinkedToAccount = false
  /// Whether it is kept only once a learner asked for what it serves.
  package var isSetOnUserAction = false
  /// The domain of a cookie, where it is not the portal's.
  package var domain: String?
  /// The path of a cookie.
  package var path: String?
  package var position: SourcePosition

  /// An item of which nothing is said yet.
  package init(at position: SourcePosition) { self.position = position }

  /// How long it stays: where nothing is said, cookies end with the browser, and storage stays.
  package var keeping: Retention {
    if let lifetime { return lifetime }
    switch kind {
    case .cookie, .sessionStorage, .pixel: return .session
    case .localStorage, .indexedDB, .cacheStorage: return .untilErased
    }
  }
}

/// Whose storage it is.
package enum StorageParty: String, Hashable, Sendable, CaseIterable {
  case first
  case third
}
