/// A portal's head whose signature was right, with the keys that it was checked with.
package struct SignedHead: Sendable {
  /// The head.
  package let head: PortalHead

  /// The key that signed it.
  package let key: PublicKey

  /// The root key that was given, and the key list beside the head.
  package let keys: TrustedKeys

  /// From when on it is refused: by its own end, or by that of the key or of the key list.
  var end: Int {
    let listed = keys.all.first { $0.publicKey == key }
    return min(head.expires, listed?.expires ?? head.expires, keys.list?.expires ?? head.expires)
  }
}
