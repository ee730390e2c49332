import Bytes

/// Something that an author did with keys.
package struct LedgerEvent: Hashable, Sendable {
  /// When, in seconds since 1970.
  package var time: Int

  /// What.
  package var deed: Deed

  /// The order that an entitlement was issued for; `nil` for anything else, and where no order is
  /// known.
  package var order: ShopOrder?

  /// Makes an event.
  package init(_ deed: Deed, at time: Int, order: ShopOrder? = nil) {
    self.deed = deed
    self.time = time
    self.order = order
  }

  /// What can be done.
  package enum Deed: Hashable, Sendable {
    /// An entitlement was issued, perhaps again.
    case issued(
      Identifier, portal: Identifier, label: [UInt8], courses: [Identifier], expires: Int?)
    /// An entitlement is no longer accepted.
    case revoked(Identifier)
    /// A portal was signed.
    case signed(portal: Identifier, version: Int, manifestDigest: [UInt8])
    /// A course's content key was replaced, so that its epoch is now this one.
    case rekeyed(course: Identifier, epoch: Int)
    /// A course's root secret was made; the fingerprint tells it from any other.
    case courseAdded(Identifier, fingerprint: [UInt8])
    /// A key was made.
    case keyAdded(KeyID)
    /// A key is no longer to be trusted.
    case keyRevoked(KeyID)
  }
}

extension LedgerEvent {
  /// The event as one line without its end.
  var line: [UInt8] {
    switch deed {
    case .issued(let id, let portal, let label, let courses, let expires):
      SignedValue.object([
        "at": .integer(time), "event": .text("issued"), "jti": .text(id.bytes),
        "aud": .text(portal.bytes), "sub": .text(label),
        "courses": .list(courses.map { .text($0.bytes) }),
        "exp": expires.map(SignedValue.integer),
        "shop": order.map { SignedValue.text($0.provider.bytes) },
        "order": order.map { SignedValue.text($0.number) },
      ]).json
    case .revoked(let id):
      SignedValue.object([
        "at": .integer(time), "event": .text("revoked"), "jti": .text(id.bytes),
      ]).json
    case .signed(let portal, let version, let digest):
      SignedValue.object([
        "at": .integer(time), "event": .text("signed"), "aud": .text(portal.bytes),
        "ver": .integer(version), "manifest": .text(Hexadecimal.encoded(digest)),
      ]).json
    case .rekeyed(let course, let epoch):
      SignedValue.object([
        "at": .integer(time), "event": .text("rekeyed"), "course": .text(course.bytes),
        "epoch": .integer(epoch),
      ]).json
    case .courseAdded(let course, let fingerprint):
      SignedValue.object([
        "at": .integer(time), "event": .text("course-added"), "course": .text(course.bytes),
        "fingerprint": .text(Base64.url.encoded(fingerprint)),
      ]).json
    case .keyAdded(let key), .keyRevoked(let key):
      SignedValue.object([
        "at": .integer(time), "kid": .text(key.description),
        "event": .text(deed == .keyAdded(key) ? "key-added" : "key-revoked"),
      ]).json
    }
  }

  /// Reads a line.
  init(parsing line: some Collection<UInt8>) throws(Refusal) {
    let value: SignedValue
    do throws(JSONError) { value = try SignedValue(parsing: line) } catch {
      throw Refusal(.badLedger, error.problem)
    }
    var claims = try ClaimReader(value)
    time = try claims.time("at")
    deed = try LedgerEvent.deed(&claims)
    if case .issued = deed, claims.has("order") {
      order = ShopOrder(
        provider: try claims.identifier("shop"),
        number: try claims.text("order", limit: ShopOrder.greatestLength))
    }
    try claims.finish()
  }

  private static func deed(_ claims: inout ClaimReader) throws(Refusal) -> Deed {
    let name = try claims.text("event", limit: 20)
    switch String(utf8: name) {
    case "issued":
      return .issued(
        try claims.identifier("jti"), portal: try claims.identifier("aud"),
        label: try claims.text("sub", limit: Entitlement.labelLimit),
        courses: try claims.identifiers("courses"),
        expires: claims.has("exp") ? try claims.time("exp") : nil)
    case "revoked": return .revoked(try claims.identifier("jti"))
    case "signed":
      return .signed(
        portal: try claims.identifier("aud"),
        version: try claims.integer("ver", in: 1...SignedValue.greatestInteger),
        manifestDigest: try claims.digest("manifest"))
    case "rekeyed":
      return .rekeyed(
        course: try claims.identifier("course"),
        epoch: try claims.integer("epoch", in: 1...1_000_000))
    case "course-added":
      return .courseAdded(
        try claims.identifier("course"), fingerprint: try claims.bytes("fingerprint", count: 16))
    case "key-added", "key-revoked":
      guard let key = KeyID(try claims.text("kid", limit: 43)) else { break }
      return name == Array("key-added".utf8) ? .keyAdded(key) : .keyRevoked(key)
    default: break
    }
    throw Refusal(.badLedger, "the event \(ShownText.quoted(name)) is unknown")
  }
}
