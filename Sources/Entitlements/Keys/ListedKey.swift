/// A public key with what it may sign, and when.
package struct ListedKey: Hashable, Sendable {
  /// The key.
  package let publicKey: PublicKey

  /// What the key may sign.
  package var types: Set<TokenType>

  /// The courses that it may sign entitlements for; `nil` means all.
  package var courses: [Identifier]?

  /// The key may be used from then on, in seconds since 1970.
  package var notBefore: Int

  /// The key may not be used from then on.
  package var expires: Int

  /// An end that never comes.
  package static let never = ClaimReader.latestTime

  /// Makes an entry; without more, a key for everything but key lists, valid for ever.
  package init(
    _ publicKey: PublicKey, types: Set<TokenType> = [.head, .entitlement],
    courses: [Identifier]? = nil, notBefore: Int = 0, expires: Int = never
  ) {
    self.publicKey = publicKey
    self.types = types
    self.courses = courses
    self.notBefore = notBefore
    self.expires = expires
  }
}

extension ListedKey {
  /// The entry as it is signed.
  var payload: SignedValue {
    let names = types.map(\.rawValue).sorted()
    return .object([
      "kid": .text(publicKey.id.description), "x": .text(Base64.url.encoded(publicKey.bytes)),
      "typ": .list(names.map(SignedValue.text)),
      "courses": courses.map { .list($0.map { .text($0.bytes) }) },
      "nbf": .integer(notBefore), "exp": .integer(expires),
    ])
  }

  init(payload: SignedValue) throws(Refusal) {
    var claims = try ClaimReader(payload)
    publicKey = try PublicKey(try claims.bytes("x", count: 32))
    guard try claims.text("kid", limit: 43) == Array(publicKey.id.description.utf8) else {
      throw Refusal(.badClaims, "a listed key has another key's name")
    }
    types = []
    for value in try claims.list("typ") {
      guard case .text(let text) = value,
        let type = TokenType.allCases.first(where: { Array($0.rawValue.utf8) == text }),
        type != .keys, types.insert(type).inserted
      else { throw Refusal(.badClaims, "a listed key may sign what no listed key may") }
    }
    courses = claims.has("courses") ? try claims.identifiers("courses") : nil
    notBefore = try claims.time("nbf")
    expires = try claims.time("exp")
    guard expires > notBefore else { throw Refusal(.badClaims, "a listed key is never valid") }
    try claims.finish()
  }

  /// Refuses the key where it may not sign `type`, or not at the time.
  func check(_ type: TokenType, now: Int) throws(Refusal) {
    guard types.contains(type) else {
      throw Refusal(
        .keyNotAllowed, "the key \(publicKey.id) may not sign \(type.nameWithArticle)")
    }
    guard now < expires else {
      throw Refusal(
        .keyExpired, "the key \(publicKey.id) expired on \(TokenTime.day(expires))")
    }
    guard now >= notBefore - TokenTime.skew else {
      throw Refusal(
        .keyExpired,
        "the key \(publicKey.id) is not valid before \(TokenTime.day(notBefore))")
    }
  }
}
