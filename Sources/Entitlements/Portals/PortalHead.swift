/// The small signed file that says which manifest of a portal is the newest, and what is revoked.
package struct PortalHead: Hashable, Sendable {
  /// The file's name in the folder.
  package static let fileName = "clevio-head.jws"

  /// The author.
  package var author: Identifier

  /// The portal.
  package var portal: Identifier

  /// From 1 up; one more at each signing.
  package var version: Int

  /// When it was signed, in seconds since 1970.
  package var issued: Int

  /// From when on it is refused.
  package var expires: Int

  /// The SHA-256 of `manifest.json`, 32 bytes.
  package var manifestDigest: [UInt8]

  /// The size of `manifest.json` in bytes.
  package var manifestSize: Int

  /// The entitlements that are no longer accepted, sorted.
  package var revoked: [Identifier]

  /// The current epoch of each paid course.
  package var epochs: [Identifier: Int]

  /// The head as a token.
  package func signed(by key: SigningKey) -> [UInt8] {
    var courses: [[UInt8]: SignedValue] = [:]
    for (course, epoch) in epochs { courses[course.bytes] = .integer(epoch) }
    return SignedToken.sign(
      .object([
        "iss": .text(author.bytes), "aud": .text(portal.bytes), "ver": .integer(version),
        "iat": .integer(issued), "exp": .integer(expires),
        "manifest": .object([
          "sha256": .text(Hexadecimal.encoded(manifestDigest)), "size": .integer(manifestSize),
        ]),
        "revoked": .list(revoked.map { .text($0.bytes) }), "epochs": .object(courses),
      ]), as: .head, with: key)
  }
}

extension PortalHead {
  /// Reads the claims of a token whose signature was right.
  package init(_ token: SignedToken) throws(Refusal) {
    var claims = try ClaimReader(token.payload)
    author = try claims.identifier("iss")
    portal = try claims.identifier("aud")
    version = try claims.integer("ver", in: 1...SignedValue.greatestInteger)
    issued = try claims.time("iat")
    expires = try claims.time("exp")
    var manifest = try claims.object("manifest")
    manifestDigest = try manifest.digest("sha256")
    manifestSize = try manifest.integer("size", in: 0...FolderManifest.greatestSize)
    try manifest.finish()
    revoked = try claims.identifiers("revoked")
    epochs = try claims.numbers("epochs", in: 1...1_000_000)
    try claims.finish()
    guard expires > issued else { throw Refusal(.badClaims, "the head is never valid") }
  }

  /// Refuses a head of another author or portal, from the future, or expired.
  func check(
    author: Identifier?, portal: Identifier?, now: Int
  ) throws(Refusal) {
    if let author, author != self.author {
      throw Refusal(.wrongAuthor, "the portal is signed as \(self.author), not as \(author)")
    }
    if let portal, portal != self.portal {
      throw Refusal(.wrongPortal, "this is the portal \(self.portal), not \(portal)")
    }
    guard issued <= now + TokenTime.skew else {
      throw Refusal(
        .issuedInFuture, "the portal was signed on \(TokenTime.day(issued)), after now")
    }
    guard now < expires else {
      throw Refusal(
        .expired, "the portal's signature expired on \(TokenTime.day(expires))",
        help: "get the newest copy; its author must sign it again with \"clevio sign\"")
    }
  }
}
