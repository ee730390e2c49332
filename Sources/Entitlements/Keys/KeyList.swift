/// Which keys sign for an author: signed by the root key, so that a lost signing key can be
/// replaced without asking every reader to trust another root.
package struct KeyList: Hashable, Sendable {
  /// The author.
  package var author: Identifier

  /// From 1 up; a list with a lower version than one seen before is refused.
  package var version: Int

  /// When it was signed, in seconds since 1970.
  package var issued: Int

  /// From when on it is refused.
  package var expires: Int

  /// The keys, in the order in which they were added.
  package var keys: [ListedKey]

  /// The root key that will follow, if the author has told.
  package var nextRoot: PublicKey?

  /// The file's name in a signed folder and in a key folder.
  package static let fileName = "clevio-keys.jws"

  /// How many keys a list may have.
  private static let limit = 64

  /// Makes a list.
  package init(
    author: Identifier, version: Int, issued: Int, expires: Int, keys: [ListedKey],
    nextRoot: PublicKey? = nil
  ) {
    self.author = author
    self.version = version
    self.issued = issued
    self.expires = expires
    self.keys = keys
    self.nextRoot = nextRoot
  }

  /// The list as a token.
  package func signed(by root: SigningKey) -> [UInt8] {
    SignedToken.sign(
      .object([
        "iss": .text(author.bytes), "ver": .integer(version), "iat": .integer(issued),
        "exp": .integer(expires), "keys": .list(keys.map(\.payload)),
        "next_root": nextRoot.map { .text(Base64.url.encoded($0.bytes)) },
      ]), as: .keys, with: root)
  }

  /// Reads a list that `root` signed.
  ///
  /// - Throws: ``Refusal`` also where the list has expired or is from the future.
  package init(
    opening token: [UInt8], root: PublicKey, author expected: Identifier?, now: Int
  ) throws(Refusal) {
    let trusted = TrustedKeys(root: root, author: expected)
    try self.init(try SignedToken(opening: token, as: .keys, trusting: trusted, now: now))
    try check(expected: expected, now: now)
  }

  /// Reads the claims of a token whose signature was right.
  init(_ token: SignedToken) throws(Refusal) {
    var claims = try ClaimReader(token.payload)
    author = try claims.identifier("iss")
    version = try claims.integer("ver", in: 1...SignedValue.greatestInteger)
    issued = try claims.time("iat")
    expires = try claims.time("exp")
    nextRoot = claims.has("next_root") ? try PublicKey(claims.bytes("next_root", count: 32)) : nil
    keys = []
    for value in try claims.list("keys") { keys.append(try ListedKey(payload: value)) }
    try claims.finish()
    guard (1...KeyList.limit).contains(keys.count),
      Set(keys.map(\.publicKey.id)).count == keys.count
    else { throw Refusal(.badClaims, "the key list must name 1 to 64 different keys") }
    guard expires > issued else { throw Refusal(.badClaims, "the key list is never valid") }
  }

  private func check(expected: Identifier?, now: Int) throws(Refusal) {
    if let expected, expected != author {
      throw Refusal(.wrongAuthor, "the key list is of \(author), not of \(expected)")
    }
    guard issued <= now + TokenTime.skew else {
      throw Refusal(
        .issuedInFuture, "the key list was signed on \(TokenTime.day(issued)), after now")
    }
    guard now < expires else {
      throw Refusal(.expired, "the key list expired on \(TokenTime.day(expires))")
    }
  }
}
