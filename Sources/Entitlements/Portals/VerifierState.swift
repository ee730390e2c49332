import Bytes

/// What a checker remembers of a portal, so that an old copy cannot pass for the newest.
package struct VerifierState: Hashable, Sendable {
  /// The author.
  var author: Identifier

  /// The portal.
  var portal: Identifier

  /// The version of the newest key list; 0 if there was none.
  var keyListVersion: Int

  /// The newest head by each key that signed one.
  var heads: [KeyID: Seen]

  /// A head.
  struct Seen: Hashable, Sendable {
    var version: Int
    var manifestDigest: [UInt8]
  }

  /// The greatest size of the file.
  static let greatestSize = 64 << 10
}

extension VerifierState {
  /// The state as a file.
  var text: [UInt8] {
    var seen: [[UInt8]: SignedValue] = [:]
    for (key, head) in heads {
      seen[Array(key.description.utf8)] = .object([
        "ver": .integer(head.version), "manifest": .text(Hexadecimal.encoded(head.manifestDigest)),
      ])
    }
    let value = SignedValue.object([
      "iss": .text(author.bytes), "aud": .text(portal.bytes), "keys": .integer(keyListVersion),
      "heads": .object(seen),
    ])
    return value.json + [UInt8]("\n")
  }

  /// Reads the file.
  init(parsing text: [UInt8]) throws(Refusal) {
    do {
      var claims = try ClaimReader(try SignedValue(parsing: text))
      author = try claims.identifier("iss")
      portal = try claims.identifier("aud")
      keyListVersion = try claims.integer("keys", in: 0...SignedValue.greatestInteger)
      guard case .object(let seen) = try claims.value("heads") else { throw VerifierState.damaged }
      try claims.finish()
      heads = [:]
      for (name, value) in seen {
        var head = try ClaimReader(value)
        guard let key = KeyID(name) else { throw VerifierState.damaged }
        heads[key] = Seen(
          version: try head.integer("ver", in: 1...SignedValue.greatestInteger),
          manifestDigest: try head.digest("manifest"))
        try head.finish()
      }
    } catch {
      throw VerifierState.damaged
    }
  }

  private static let damaged = Refusal(.badState, "the state file is damaged")

  /// Refuses what is older than what was seen.
  ///
  /// Heads of keys that are no longer trusted are forgotten, so that a thief who signed a very high
  /// version does not lock the author out.
  func check(_ head: PortalHead, keys: TrustedKeys) throws(Refusal) {
    guard head.author == author else {
      throw Refusal(.wrongAuthor, "the portal is signed as \(head.author), before as \(author)")
    }
    guard head.portal == portal else {
      throw Refusal(.wrongPortal, "this is the portal \(head.portal), the state is of \(portal)")
    }
    let list = keys.list?.version ?? 0
    guard list >= keyListVersion else {
      throw Refusal(.rollback, "the key list has version \(list), but \(keyListVersion) was seen")
    }
    for seen in trustedHeads(keys).values {
      guard head.version >= seen.version else {
        throw Refusal(
          .rollback, "the portal has version \(head.version), but \(seen.version) was seen")
      }
      guard head.version > seen.version || head.manifestDigest == seen.manifestDigest else {
        throw Refusal(
          .rollback, "there are two portals of version \(head.version) with different files")
      }
    }
  }

  private func trustedHeads(_ keys: TrustedKeys) -> [KeyID: Seen] {
    let trusted = Set(keys.all.map(\.publicKey.id))
    return heads.filter { trusted.contains($0.key) }
  }

  /// What is remembered after a portal passed.
  static func after(
    _ state: VerifierState?, _ head: PortalHead, signedBy key: KeyID, keys: TrustedKeys
  ) -> VerifierState {
    var heads = state?.trustedHeads(keys) ?? [:]
    heads[key] = Seen(version: head.version, manifestDigest: head.manifestDigest)
    return VerifierState(
      author: head.author, portal: head.portal, keyListVersion: keys.list?.version ?? 0,
      heads: heads)
  }
}
