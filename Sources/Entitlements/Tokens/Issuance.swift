/// What somebody bought, before it is signed.
package struct Issuance: Hashable, Sendable {
  /// The portal that it is for.
  package var portal: Identifier

  /// The entitlement's name.
  package var id: Identifier

  /// What the reader shows, such as `order 1001`: UTF-8, 1 to 200 bytes.
  package var label: [UInt8]

  /// The courses, at least one, each once.
  package var courses: [Identifier]

  /// When it is issued, in seconds since 1970; the same time gives the same token again.
  package var issued: Int

  /// From when on it is valid.
  package var notBefore: Int

  /// From when on it is refused; `nil` means never.
  package var expires: Int?

  /// The order that it is for, if that is known: the ledger keeps it, the entitlement does not tell it.
  package var order: ShopOrder?

  /// Makes an issuance; without `notBefore` it is valid at once.
  package init(
    portal: Identifier, id: Identifier, label: [UInt8], courses: [Identifier], issued: Int,
    notBefore: Int? = nil, expires: Int? = nil, order: ShopOrder? = nil
  ) {
    self.portal = portal
    self.id = id
    self.label = label
    self.courses = courses
    self.issued = issued
    self.notBefore = notBefore ?? issued
    self.expires = expires
    self.order = order
  }
}

extension Issuance {
  /// Refuses what would make an entitlement that no reader takes.
  package func check() throws(Refusal) {
    guard (1...Entitlement.labelLimit).contains(label.count),
      String(validating: label, as: UTF8.self) != nil
    else {
      throw Refusal(
        .badClaims, "a label has 1 to \(Entitlement.labelLimit) bytes of UTF-8",
        help: "give a short label, such as the number of the order")
    }
    guard !courses.isEmpty, Set(courses).count == courses.count else {
      throw Refusal(
        .badClaims, "an entitlement is for one or more different courses",
        help: "name each course once")
    }
    let latest = min(expires ?? ListedKey.never, ListedKey.never)
    guard issued >= 0, notBefore >= 0, issued < latest, notBefore < latest,
      expires ?? 0 <= ListedKey.never
    else {
      throw Refusal(
        .badClaims, "the entitlement would never be valid", help: "give a later end")
    }
  }
}
