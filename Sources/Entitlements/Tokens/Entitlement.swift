/// What a buyer may read, and until when.
package struct Entitlement: Hashable, Sendable {
  /// The author who sold it.
  package var author: Identifier

  /// The portal that it is for.
  package var portal: Identifier

  /// The entitlement's name, by which it can be revoked.
  package var id: Identifier

  /// What the reader shows, such as `order 1001`: UTF-8, 1 to 200 bytes, of any characters.
  package var label: [UInt8]

  /// The courses, sorted by name, at least one.
  package var grants: [CourseGrant]

  /// When it was issued, in seconds since 1970.
  package var issued: Int

  /// From when on it is valid.
  package var notBefore: Int

  /// From when on it is refused; `nil` means never.
  package var expires: Int?

  /// The longest label in bytes.
  package static let labelLimit = 200

  /// Makes an entitlement; the grants are sorted.
  package init(
    author: Identifier, portal: Identifier, id: Identifier, label: [UInt8], grants: [CourseGrant],
    issued: Int, notBefore: Int, expires: Int?
  ) {
    self.author = author
    self.portal = portal
    self.id = id
    self.label = label
    self.grants = grants.sorted { $0.course < $1.course }
    self.issued = issued
    self.notBefore = notBefore
    self.expires = expires
  }
}

extension Entitlement {
  /// The entitlement as a token.
  package func signed(by key: SigningKey) -> [UInt8] {
    SignedToken.sign(payload, as: .entitlement, with: key)
  }

  private var payload: SignedValue {
    let courses = grants.map { grant in
      SignedValue.object([
        "id": .text(grant.course.bytes), "ep": .integer(grant.epoch),
        "k": .text(Base64.url.encoded(grant.wrappedKey)),
        "kek": .text(Base64.url.encoded(grant.wrappingKey)),
      ])
    }
    return .object([
      "iss": .text(author.bytes), "aud": .text(portal.bytes), "jti": .text(id.bytes),
      "sub": .text(label), "courses": .list(courses), "iat": .integer(issued),
      "nbf": .integer(notBefore), "exp": expires.map(SignedValue.integer),
    ])
  }

  /// Reads the claims of a token whose signature was right.
  package init(_ token: SignedToken) throws(Refusal) {
    var claims = try ClaimReader(token.payload)
    author = try claims.identifier("iss")
    portal = try claims.identifier("aud")
    id = try claims.identifier("jti")
    label = try claims.text("sub", limit: Entitlement.labelLimit)
    issued = try claims.time("iat")
    notBefore = try claims.time("nbf")
    expires = claims.has("exp") ? try claims.time("exp") : nil
    grants = []
    for value in try claims.list("courses") {
      let grant = try CourseGrant(payload: value)
      guard grants.last.map({ $0.course < grant.course }) ?? true else {
        throw Refusal(.badClaims, "the courses are not sorted, or one is there twice")
      }
      grants.append(grant)
    }
    try claims.finish()
    guard !grants.isEmpty else { throw Refusal(.badClaims, "the entitlement is for no course") }
    guard expires.map({ $0 > notBefore }) ?? true else {
      throw Refusal(.badClaims, "the entitlement is never valid")
    }
  }
}

extension CourseGrant {
  fileprivate init(payload: SignedValue) throws(Refusal) {
    var claims = try ClaimReader(payload)
    course = try claims.identifier("id")
    epoch = try claims.integer("ep", in: 1...1_000_000)
    wrappedKey = try claims.bytes("k", count: 40)
    wrappingKey = try claims.bytes("kek", count: 32)
    try claims.finish()
  }
}
