import Bytes
import Files

/// The check whether a folder is, to the byte, the newest one that its author signed.
package struct PortalVerification: Sendable {
  /// The folder.
  package var folder: String

  /// The author's root key, given by who checks and never taken from the folder.
  package var keys: TrustedKeys

  /// The portal that is expected; `nil` accepts any of the author's.
  package var portal: Identifier?

  /// The file of what was seen before; `nil` remembers nothing.
  package var statePath: String?

  /// The time that counts as now, in seconds since 1970.
  package var now: Int

  /// Whether files are searched for entitlements and private keys.
  package var findsSecrets: Bool

  /// Whether the state is written if everything passed; not where `now` is not the present.
  package var remembers: Bool

  /// Whether the folder is a buyer's copy, in which whole courses may be missing and each reader may
  /// have an entitlement beside it.
  package var isPacked = false

  /// Makes a check.
  package init(
    folder: String, keys: TrustedKeys, portal: Identifier? = nil, statePath: String? = nil,
    now: Int, findsSecrets: Bool = false, remembers: Bool = true
  ) {
    self.folder = folder
    self.keys = keys
    self.portal = portal
    self.statePath = statePath
    self.now = now
    self.findsSecrets = findsSecrets
    self.remembers = remembers
  }

  /// What was found.
  package struct Outcome: Hashable, Sendable {
    /// What is wrong; empty if the folder passed.
    package var refusals: [Refusal] = []
    /// The head, once its signature and claims were right.
    package var head: PortalHead?
    /// The key that signed it.
    package var key: KeyID?
    /// From when on the folder is refused: with the head, or with the key or the key list if these end before.
    package var end: Int?
    /// How many files the manifest lists.
    package var files = 0
    /// How many bytes they have.
    package var bytes = 0
  }

  /// Checks the folder; what is wrong with its files is found all at once.
  ///
  /// - Throws: ``Failure`` if the machine refused, in which case nothing is known.
  package func run() throws(Failure) -> Outcome {
    var outcome = Outcome()
    do throws(Failure) {
      try check(&outcome)
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      outcome.refusals.append(refusal)
    }
    return outcome
  }

  private func check(_ outcome: inout Outcome) throws(Failure) {
    let listing = try FolderListing(of: folder)
    let signed = try readHead()
    let head = signed.head
    outcome.head = head
    outcome.key = signed.key.id
    outcome.end = signed.end
    if let statePath, remembers { try checkStatePlace(statePath) }
    let state = try readState()
    try refusing { () throws(Refusal) in
      try checkClaims(of: signed)
      try state?.check(head, keys: signed.keys)
    }
    let manifest = try readManifest(of: head, signed.key)
    try compare(manifest, listing, signed, &outcome)
    if outcome.refusals.isEmpty, remembers, let statePath {
      try remember(signed, after: state, at: statePath)
    }
  }

  /// Writes down what was seen, unless that is known already.
  private func remember(
    _ signed: SignedHead, after state: VerifierState?, at statePath: String
  ) throws(Failure) {
    func next(after state: VerifierState?) -> VerifierState {
      .after(state, signed.head, signedBy: signed.key.id, keys: signed.keys)
    }
    guard next(after: state) != state else { return }
    let lock = try FileLock(waitingFor: statePath + ".lock")
    defer { withExtendedLifetime(lock) {} }
    // Another check may have seen a newer portal while this one read its files.
    let newest = try readState()
    if let newest {
      try refusing { () throws(Refusal) in try newest.check(signed.head, keys: signed.keys) }
    }
    let seen = next(after: newest)
    if seen != newest { try WrittenFile.replace(statePath, seen.text, readers: .all) }
  }

  private func read(_ name: String, limit: Int) throws(Failure) -> [UInt8]? {
    do throws(Failure) {
      return try OpenFile.reading(folder + "/" + name)?.readAll(limit: limit)
    } catch {
      guard case .refused(let refusal) = error else { throw error }
      throw .refused(refusal.reason, refusal.message, path: name)
    }
  }

  /// The portal's head alone, of the expected author and portal and not expired.
  package func head() throws(Failure) -> SignedHead {
    let signed = try readHead()
    try refusing { () throws(Refusal) in try checkClaims(of: signed) }
    return signed
  }

  /// The list of files that a head signs.
  func manifest(of signed: SignedHead) throws(Failure) -> FolderManifest {
    try readManifest(of: signed.head, signed.key)
  }

  private func checkClaims(of signed: SignedHead) throws(Refusal) {
    let author = signed.keys.list?.author ?? signed.keys.author
    try signed.head.check(author: author, portal: portal, now: now)
  }

  private func readHead() throws(Failure) -> SignedHead {
    guard let token = try read(PortalHead.fileName, limit: TokenType.head.greatestSize) else {
      throw .refused(
        .unsigned, "the folder has no \(PortalHead.fileName)", path: PortalHead.fileName)
    }
    var trusted = keys
    if let list = try read(KeyList.fileName, limit: TokenType.keys.greatestSize) {
      do throws(Refusal) { trusted = try keys.adding(listIn: list, now: now) } catch {
        throw .refused(error.reason, error.message, path: KeyList.fileName, help: error.help)
      }
    }
    do throws(Refusal) {
      let opened = try SignedToken(opening: token, as: .head, trusting: trusted, now: now)
      return SignedHead(head: try PortalHead(opened), key: opened.key.publicKey, keys: trusted)
    } catch {
      throw .refused(error.reason, error.message, path: PortalHead.fileName, help: error.help)
    }
  }

  private func readState() throws(Failure) -> VerifierState? {
    guard let statePath, let file = try OpenFile.reading(statePath) else { return nil }
    let text = try file.readAll(limit: VerifierState.greatestSize)
    return try refusing { () throws(Refusal) in try VerifierState(parsing: text) }
  }

  private func readManifest(
    of head: PortalHead, _ key: PublicKey
  ) throws(Failure) -> FolderManifest {
    let name = FolderManifest.fileName
    guard let file = try OpenFile.reading(folder + "/" + name) else {
      throw .refused(.fileMissing, "\"\(name)\" is missing", path: name)
    }
    // The size is compared first, so that a huge file in its place is not read.
    guard try file.size() == head.manifestSize else {
      throw .refused(.manifestChanged, "\"\(name)\" is not the one that was signed", path: name)
    }
    let text = try file.readAll(limit: head.manifestSize)
    guard ContentDigest(of: text).bytes == head.manifestDigest else {
      throw .refused(.manifestChanged, "\"\(name)\" is not the one that was signed", path: name)
    }
    let detached = try read(DetachedSignature.fileName, limit: DetachedSignature.greatestSize)
    return try refusing { () throws(Refusal) in
      if let detached { try DetachedSignature.check(detached, of: text, key: key) }
      return try FolderManifest(parsing: text)
    }
  }

  /// Walks the two sorted lists side by side, then reads the files that are in both.
  private func compare(
    _ manifest: FolderManifest, _ listing: FolderListing, _ signed: SignedHead,
    _ outcome: inout Outcome
  ) throws(Failure) {
    let own = Set(PortalSigning.ownFiles.map { Array($0.utf8) })
    let packed = isPacked ? PackedCopy(of: listing) : nil
    var entries = manifest.entries[...]
    var present: [FolderManifest.Entry] = []
    var extra: [[UInt8]] = []
    func skipMissing(before path: [UInt8]?) {
      while let entry = entries.first {
        let missing = manifest.path(of: entry)
        if let path, !missing.lexicographicallyPrecedes(path) { return }
        if packed?.mayLack(missing) != true {
          outcome.refusals.append(PortalVerification.missing(missing))
        }
        entries = entries.dropFirst()
      }
    }
    for found in listing.entries where !own.contains(found.path) {
      skipMissing(before: found.path)
      let isListed = entries.first.map { manifest.path(of: $0).elementsEqual(found.path) } ?? false
      if isListed, let entry = entries.popFirst() {
        if found.isFile {
          present.append(entry)
        } else {
          outcome.refusals.append(PortalVerification.noFile(found.path))
        }
      } else if let course = packed?.courseOpened(by: found.path[...]), found.isFile {
        if let refusal = try entitlementRefusal(of: found.path, for: course, signed) {
          outcome.refusals.append(refusal)
        }
      } else {
        outcome.refusals.append(
          Refusal(
            .fileExtra, "\(ShownText.quoted(found.path)) was not signed",
            path: String(utf8: found.path)))
        if found.isFile { extra.append(found.path) }
      }
    }
    skipMissing(before: nil)
    for path in extra where findsSecrets {
      let digest = try FileDigest(of: folder + "/" + String(utf8: path), findingSecrets: true)
      outcome.refusals += digest?.secret.map { [PortalVerification.published($0, path)] } ?? []
    }
    outcome.refusals += try concurrentMap(present, threads: FileDigest.threads) {
      (entry) throws(Failure) in
      try refusals(of: entry, in: manifest)
    }.flatMap(\.self)
    outcome.refusals.sort {
      ($0.path ?? "").utf8.lexicographicallyPrecedes(($1.path ?? "").utf8)
    }
    outcome.files = manifest.entries.count
    outcome.bytes = manifest.entries.reduce(0) { $0 + $1.size }
  }

  private static func missing(_ path: ArraySlice<UInt8>) -> Refusal {
    Refusal(.fileMissing, "\(ShownText.quoted(path)) is missing", path: String(utf8: path))
  }

  private static func noFile(_ path: [UInt8]) -> Refusal {
    Refusal(
      .notAFile, "\(ShownText.quoted(path)) is a link or no regular file",
      path: String(utf8: path))
  }

  private static func published(_ secret: PublishedSecret, _ path: [UInt8]) -> Refusal {
    Refusal(
      .secretPublished, "\(ShownText.quoted(path)) holds \(secret.name)", path: String(utf8: path))
  }

  private func refusals(
    of entry: FolderManifest.Entry, in manifest: FolderManifest
  ) throws(Failure) -> [Refusal] {
    let path = Array(manifest.path(of: entry))
    // A file of another size need not be read to know that it was changed, but to know what it holds.
    guard
      let digest = try FileDigest(
        of: folder + "/" + String(utf8: path), size: findsSecrets ? nil : entry.size,
        findingSecrets: findsSecrets)
    else { return [PortalVerification.missing(path[...])] }
    let secret = digest.secret.map { [PortalVerification.published($0, path)] } ?? []
    guard digest.size == entry.size, digest.digest == manifest.digest(of: entry) else {
      let changed = "\(ShownText.quoted(path)) is not the one that was signed"
      return [Refusal(.fileChanged, changed, path: String(utf8: path))] + secret
    }
    return secret
  }

  /// Refuses to keep what was seen in the very copy that is looked at, where it would belong to who made the copy.
  private func checkStatePlace(_ statePath: String) throws(Failure) {
    let place = PrivateFolder.nearestExisting(statePath)
    let copy = PrivateFolder.nearestExisting(folder)
    guard place.utf8.elementsEqual(copy.utf8) || place.utf8.starts(with: (copy + "/").utf8) else {
      return
    }
    throw .refused(
      .unsafePlace, "the state file \(statePath) would lie in the copy that it is about",
      help: "keep it outside of the folder")
  }

  /// Why a file beside a reader is no entitlement that opens it.
  private func entitlementRefusal(
    of path: [UInt8], for course: Identifier, _ signed: SignedHead
  ) throws(Failure) -> Refusal? {
    let name = String(utf8: path)
    guard let text = try read(name, limit: EntitlementFile.greatestSize) else { return nil }
    let token = EntitlementFile.token(in: text)
    let check = EntitlementCheck(
      keys: signed.keys, portal: signed.head.portal, course: course,
      revoked: Set(signed.head.revoked), now: now)
    guard EntitlementFile.text(of: token, as: .script) == text else {
      return Refusal(.malformed, "\(ShownText.quoted(path)) is not as it was packed", path: name)
    }
    do throws(Refusal) {
      _ = try check.entitlement(in: token)
      return nil
    } catch {
      return Refusal(error.reason, error.message, path: name, help: error.help)
    }
  }
}
