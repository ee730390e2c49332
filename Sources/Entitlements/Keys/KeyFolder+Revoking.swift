extension KeyFolder {
  /// What was revoked.
  package struct Revocation: Hashable, Sendable {
    /// The entitlements that had not been revoked before.
    package var revoked: [Identifier] = []
    /// The new epochs of the courses that get another content key.
    package var epochs: [Identifier: Int] = [:]
  }

  /// Writes down that entitlements are no longer accepted; all of them, or none.
  ///
  /// - Parameters:
  ///   - entitlements: Their names.
  ///   - rekeys: Whether their courses are sealed with another key from the next build on.
  ///   - acceptsUnknown: Whether names may be revoked that were never issued from this folder.
  ///   - now: The time, in seconds since 1970.
  /// - Returns: What changed.
  /// - Throws: ``Failure``, and revokes nothing, if a name is unknown.
  package func revoke(
    _ entitlements: [Identifier], rekeying rekeys: Bool, acceptsUnknown: Bool, now: Int
  ) throws(Failure) -> Revocation {
    let events = try ledger.events()
    let known = Set(events.revoked)
    var courses: [Identifier: [Identifier]] = [:]
    for event in events {
      if case .issued(let id, _, _, let names, _) = event.deed { courses[id, default: []] += names }
    }
    if let id = entitlements.first(where: { courses[$0] == nil }), !acceptsUnknown {
      throw .refused(
        .missing, "no entitlement \(id) was issued from \(path)",
        help: "check the name, or revoke it all the same with --unknown")
    }
    var outcome = Revocation()
    for id in entitlements where !known.contains(id) && !outcome.revoked.contains(id) {
      outcome.revoked.append(id)
    }
    if rekeys {
      for course in entitlements.flatMap({ courses[$0] ?? [] }) {
        outcome.epochs[course] = events.epoch(of: course) + 1
      }
    }
    let rekeyed = outcome.epochs.sorted { $0.key < $1.key }
    let deeds =
      outcome.revoked.map(LedgerEvent.Deed.revoked)
      + rekeyed.map { .rekeyed(course: $0.key, epoch: $0.value) }
    if !deeds.isEmpty { try ledger.append(deeds.map { LedgerEvent($0, at: now) }) }
    return outcome
  }
}
