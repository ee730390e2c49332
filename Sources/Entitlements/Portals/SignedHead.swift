/// A portal's head whose signature was right, with the keys that it was checked with.
package struct SignedHead: Sendable {
  /// The head.
  package let head: PortalHead

  /// The key that signed it.
  package let key: PublicKey

  /// The root key that was given, and the key list beside the head.
  package let keys: TrustedKeys
}
