/// The keys that a checker believes: one root, given beforehand, and those that it vouches for.
package struct TrustedKeys: Sendable {
  /// The key that the checker was given; never taken from what is being checked.
  package let root: PublicKey

  /// The author that the root key belongs to, where that was given with it.
  package let author: Identifier?

  /// The keys that the root key vouches for; `nil` where the author signs with the root key.
  package private(set) var list: KeyList?

  /// Trusts a root key alone.
  package init(root: PublicKey, author: Identifier? = nil) {
    self.root = root
    self.author = author
  }

  /// The same trust with a key list; the root key then signs nothing but lists, unless it is on it.
  package func adding(listIn token: [UInt8], now: Int) throws(Refusal) -> TrustedKeys {
    var trusted = self
    trusted.list = try KeyList(opening: token, root: root, author: author, now: now)
    return trusted
  }

  /// The keys that may sign, now or at another time.
  package var all: [ListedKey] { list?.keys ?? [ListedKey(root)] }

  /// The key of a name, if it may sign `type` now.
  func key(_ id: KeyID, for type: TokenType, now: Int) throws(Refusal) -> ListedKey {
    let candidates = type == .keys ? [ListedKey(root, types: [.keys])] : all
    guard let key = candidates.first(where: { $0.publicKey.id == id }) else {
      if id == root.id {
        throw Refusal(
          .keyNotAllowed, "the root key \(id) may not sign \(type.nameWithArticle) any more")
      }
      throw Refusal(
        .unknownKey, "the \(type.name) is signed with the key \(id), which is not trusted")
    }
    try key.check(type, now: now)
    return key
  }
}
