/// The keys of a folder that were opened with its passphrase, which takes a fifth of a second for
/// each.
package struct UnlockedKeys: Sendable {
  /// The folder.
  package let folder: KeyFolder

  /// The secrets of the courses that were asked for.
  package let roots: [Identifier: CourseRoot]

  private let signer: SigningKey

  init(folder: KeyFolder, signer: SigningKey, roots: [Identifier: CourseRoot]) {
    self.folder = folder
    self.signer = signer
    self.roots = roots
  }

  /// The secret of a course.
  package func root(of course: Identifier) throws(Failure) -> CourseRoot {
    guard let root = roots[course] else { throw try folder.missing(course) }
    return root
  }
}

extension KeyFolder {
  /// Opens the key that signs entitlements now and the secrets of courses.
  ///
  /// - Parameters:
  ///   - passphrase: The passphrase of the folder.
  ///   - courses: The courses; `nil` opens those of all.
  ///   - now: The time, in seconds since 1970.
  /// - Returns: The keys, to be used as long as they are needed.
  /// - Throws: ``Failure`` also where a course has no secret.
  package func unlock(
    passphrase: [UInt8], courses: [Identifier]? = nil, now: Int
  ) throws(Failure) -> UnlockedKeys {
    let signer = try signingKey(for: .entitlement, passphrase: passphrase, now: now)
    var roots: [Identifier: CourseRoot] = [:]
    let wanted: [Identifier]
    if let courses { wanted = courses } else { wanted = try self.courses() }
    for course in wanted where roots[course] == nil {
      roots[course] = try courseRoot(course, passphrase: passphrase)
    }
    return UnlockedKeys(folder: self, signer: signer, roots: roots)
  }
}

extension UnlockedKeys {
  /// Issues entitlements for the current epochs of their courses.
  ///
  /// They stand in the ledger, on disk, before this returns. What was issued in just the same way
  /// before gives the same token and no second entry, as long as the courses' epochs are the same.
  ///
  /// - Parameters:
  ///   - issuances: What was bought.
  ///   - now: The time, in seconds since 1970.
  /// - Returns: The tokens, in the order given.
  /// - Throws: ``Failure``, and issues nothing, if any of them cannot be issued.
  package func issue(_ issuances: [Issuance], now: Int) throws(Failure) -> [[UInt8]] {
    let trusted = try folder.trustedKeys(now: now)
    let key = try refusing { () throws(Refusal) in
      try trusted.key(signer.publicKey.id, for: .entitlement, now: now)
    }
    let events = try folder.ledger.events()
    let revoked = Set(events.revoked)
    let epochs = roots.mapValues { events.epoch(of: $0.course) }
    var entitlements: [Entitlement] = []
    for issuance in issuances {
      try refusing { () throws(Refusal) in
        try issuance.check()
        guard !revoked.contains(issuance.id) else {
          throw Refusal(
            .revoked, "the entitlement \(issuance.id) was revoked",
            help: "it never comes back: issue another, with --id or another order's number")
        }
        if let allowed = key.courses,
          let course = issuance.courses.first(where: { !allowed.contains($0) })
        {
          throw Refusal(.keyNotAllowed, "the key may not sign for the course \(course)")
        }
      }
      entitlements.append(try entitlement(of: issuance, epochs: epochs))
    }
    try writeDown(issuances, after: events, now: now)
    return entitlements.map { $0.signed(by: signer) }
  }

  private func entitlement(
    of issuance: Issuance, epochs: [Identifier: Int]
  ) throws(Failure) -> Entitlement {
    var grants: [CourseGrant] = []
    for course in issuance.courses {
      grants.append(try root(of: course).grant(to: issuance.id, epoch: epochs[course] ?? 1))
    }
    return Entitlement(
      author: folder.author, portal: issuance.portal, id: issuance.id, label: issuance.label,
      grants: grants, issued: issuance.issued, notBefore: issuance.notBefore,
      expires: issuance.expires)
  }

  private func writeDown(
    _ issuances: [Issuance], after events: [LedgerEvent], now: Int
  ) throws(Failure) {
    var known = Set(events.map(\.deed).filter(\.isIssuing))
    let new = issuances.filter { known.insert($0.deed).inserted }
    if !new.isEmpty {
      try folder.ledger.append(new.map { LedgerEvent($0.deed, at: now, order: $0.order) })
    }
  }
}

extension Issuance {
  fileprivate var deed: LedgerEvent.Deed {
    .issued(id, portal: portal, label: label, courses: courses.sorted(), expires: expires)
  }
}

extension LedgerEvent.Deed {
  fileprivate var isIssuing: Bool {
    if case .issued = self { true } else { false }
  }
}
