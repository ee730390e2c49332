/// The question whether a token lets its holder into a course.
package struct EntitlementCheck: Sendable {
  /// The keys that are believed.
  package var keys: TrustedKeys

  /// The portal that asks.
  package var portal: Identifier

  /// The course that is asked for; `nil` accepts an entitlement for any.
  package var course: Identifier?

  /// The entitlements that are no longer accepted.
  package var revoked: Set<Identifier>

  /// The courses that the portal sells, one of which must be among the bought ones; `nil` where that is not known.
  package var sold: Set<Identifier>?

  /// The time that counts as now, in seconds since 1970.
  package var now: Int

  /// Makes a check.
  package init(
    keys: TrustedKeys, portal: Identifier, course: Identifier? = nil,
    revoked: Set<Identifier> = [], sold: Set<Identifier>? = nil, now: Int
  ) {
    self.keys = keys
    self.portal = portal
    self.course = course
    self.revoked = revoked
    self.sold = sold
    self.now = now
  }

  /// The entitlement of a token.
  ///
  /// - Throws: ``Refusal``, naming the first thing that is wrong: form, key, signature, claims,
  /// author, portal, times, revocation, course; always in this order, as the reader in the browser
  /// does.
  package func entitlement(in token: [UInt8]) throws(Refusal) -> Entitlement {
    let opened = try SignedToken(opening: token, as: .entitlement, trusting: keys, now: now)
    let entitlement = try Entitlement(opened)
    if let author = keys.list?.author ?? keys.author, entitlement.author != author {
      throw Refusal(.wrongAuthor, "the entitlement is of \(entitlement.author), not of \(author)")
    }
    guard entitlement.portal == portal else {
      throw Refusal(.wrongPortal, "the entitlement is for \(entitlement.portal), not for \(portal)")
    }
    try checkTimes(of: entitlement)
    guard !revoked.contains(entitlement.id) else {
      throw Refusal(.revoked, "the entitlement \(entitlement.id) was revoked")
    }
    if let course, !entitlement.grants.contains(where: { $0.course == course }) {
      throw Refusal(.wrongCourse, "the entitlement is not for the course \(course)")
    }
    if let sold, !entitlement.grants.contains(where: { sold.contains($0.course) }) {
      let names = entitlement.grants.map(\.course.description).joined(separator: ", ")
      throw Refusal(.wrongCourse, "the portal does not have what the entitlement is for: \(names)")
    }
    if let allowed = opened.key.courses,
      let grant = entitlement.grants.first(where: { !allowed.contains($0.course) })
    {
      throw Refusal(.keyNotAllowed, "the key may not sign for the course \(grant.course)")
    }
    return entitlement
  }

  private func checkTimes(of entitlement: Entitlement) throws(Refusal) {
    guard entitlement.issued <= now + TokenTime.skew else {
      throw Refusal(
        .issuedInFuture,
        "the entitlement was issued on \(TokenTime.day(entitlement.issued)), after now")
    }
    guard entitlement.notBefore <= now + TokenTime.skew else {
      throw Refusal(
        .notYetValid,
        "the entitlement is valid from \(TokenTime.day(entitlement.notBefore)) on")
    }
    if let expires = entitlement.expires, now >= expires + TokenTime.skew {
      throw Refusal(.expired, "the entitlement expired on \(TokenTime.day(expires))")
    }
  }
}
