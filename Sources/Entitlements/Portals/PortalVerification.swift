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
    let state = try readState()
    try refusing { () throws(Refusal) in
      try checkClaims(of: signed)
      try state?.check(head, keys: signed.keys)
    }
    let manifest = try readManifest(of: head, signed.key)
    outcome.files = manifest.entries.count
    outcome.bytes = manifest.entries.reduce(0) { $0 + $1.size }
    try compare(manifest, listing, &outcome)
    if outcome.refusals.isEmpty, remembers, let statePath {
      let next = VerifierState.after(
        state, head, signedBy: signed.key.id, keys: signed.keys)
      if next != state { try WrittenFile.replace(statePath, next.text, readers: .all) }
    }
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

  /// Walks the two sorted lists side by side.
  private func compare(
    _ manifest: FolderManifest, _ listing: FolderListing, _ outcome: inout Outcome
  ) throws(Failure) {
    let own = Set(PortalSigning.ownFiles.map { Array($0.utf8) })
    var entries = manifest.entries[...]
    for found in listing.entries where !own.contains(found.path) {
      while let entry = entries.first,
        manifest.path(of: entry).lexicographicallyPrecedes(found.path)
      {
        outcome.refusals.append(missing(manifest.path(of: entry)))
        entries = entries.dropFirst()
      }
      let path = String(utf8: found.path)
      guard let entry = entries.first, manifest.path(of: entry).elementsEqual(found.path) else {
        outcome.refusals.append(
          Refusal(.fileExtra, "\(ShownText.quoted(found.path)) was not signed", path: path))
        continue
      }
      entries = entries.dropFirst()
      guard found.isFile else {
        outcome.refusals.append(
          Refusal(
            .notAFile, "\(ShownText.quoted(found.path)) is a link or no regular file", path: path))
        continue
      }
      if let refusal = try refusal(of: entry, in: manifest, path: path) {
        outcome.refusals.append(refusal)
      }
    }
    for entry in entries { outcome.refusals.append(missing(manifest.path(of: entry))) }
  }

  private func missing(_ path: ArraySlice<UInt8>) -> Refusal {
    Refusal(.fileMissing, "\(ShownText.quoted(path)) is missing", path: String(utf8: path))
  }

  private func refusal(
    of entry: FolderManifest.Entry, in manifest: FolderManifest, path: String
  ) throws(Failure) -> Refusal? {
    let shown = ShownText.quoted(path.utf8)
    guard let file = try OpenFile.reading(folder + "/" + path) else {
      return missing(manifest.path(of: entry))
    }
    guard try file.size() == entry.size,
      let digest = try FileDigest(of: folder + "/" + path, findingSecrets: findsSecrets),
      digest.size == entry.size, digest.digest == manifest.digest(of: entry)
    else { return Refusal(.fileChanged, "\(shown) is not the one that was signed", path: path) }
    return digest.secret.map {
      Refusal(.secretPublished, "\(shown) holds \($0.name)", path: path)
    }
  }
}
