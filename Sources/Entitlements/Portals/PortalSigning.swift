import Bytes
import Files

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The signing of a folder that is to be published.
package struct PortalSigning: Sendable {
  /// The folder.
  package var folder: String

  /// The portal's name, the same wherever the folder is copied to.
  package var portal: Identifier

  /// The time, in seconds since 1970.
  package var now: Int

  /// From when on checkers refuse the folder.
  package var expires: Int

  /// The version; `nil` takes the one after the last.
  package var version: Int?

  /// Whether a signature for signify and minisign is written too.
  package var signsForSignify: Bool

  /// Makes a signing.
  package init(
    folder: String, portal: Identifier, now: Int, expires: Int, version: Int? = nil,
    signsForSignify: Bool = false
  ) {
    self.folder = folder
    self.portal = portal
    self.now = now
    self.expires = expires
    self.version = version
    self.signsForSignify = signsForSignify
  }

  /// What was signed.
  package struct Outcome: Hashable, Sendable {
    /// The head.
    package let head: PortalHead
    /// How many files the manifest lists.
    package let files: Int
    /// How many bytes they have.
    package let bytes: Int
    /// How many of them lie open for who knows their addresses, which the manifest tells.
    package let unlisted: Int
    /// The key that signed.
    package let key: KeyID
  }

  /// Lists the folder's files and signs the list; nothing is written if anything is wrong.
  package func sign(with keys: KeyFolder, passphrase: [UInt8]) throws(Failure) -> Outcome {
    try keys.check(isOutside: folder)
    try UnfinishedBuild.refuse(in: folder)
    guard expires > now else {
      throw .refused(
        .expired, "the signature would expire at once", help: "give a later day with --expires")
    }
    // Told before all files are read; it counts when the ledger is held. Until then another signing may end: its head
    // is looked for before the ledger.
    let published = try publishedVersion(keys)
    _ = try nextVersion(after: try keys.ledger.events().version(of: portal), published)
    let key = try keys.signingKey(for: .head, passphrase: passphrase, now: now)
    let list = try keys.keyListToken()
    let manifest = try manifest(keyList: list)
    return try keys.ledger.hold { (ledger) throws(Failure) in
      try publish(manifest, keyList: list, key, keys, ledger)
    }
  }

  /// Signs a list of the folder's files and writes both, while no other signing takes a version or writes.
  private func publish(
    _ manifest: FolderManifest, keyList: [UInt8]?, _ key: SigningKey, _ keys: KeyFolder,
    _ ledger: HeldLedger
  ) throws(Failure) -> Outcome {
    let events = try ledger.events()
    let version = try nextVersion(
      after: events.version(of: portal), try publishedVersion(keys))
    let paths = manifest.entries.map { Array(manifest.path(of: $0)) }
    try checkSealedCourses(among: paths, events, keyList: keyList)
    let head = PortalHead(
      author: keys.author, portal: portal, version: version, issued: now, expires: expires,
      manifestDigest: ContentDigest(of: manifest.text).bytes, manifestSize: manifest.text.count,
      revoked: events.revoked, epochs: try epochs(keys, events))
    let token = head.signed(by: key)
    guard token.count <= TokenType.head.greatestSize else {
      throw .refused(
        .tooLarge, "the list of revoked entitlements is too long for the head",
        help: "leave out revoked buyers with a new content key instead")
    }
    // First, so that no failure lets two signings have one version.
    try ledger.append([
      LedgerEvent(
        .signed(portal: portal, version: version, manifestDigest: head.manifestDigest), at: now)
    ])
    try write(manifest, keyList: keyList, head: token)
    try writeDetached(manifest, head, key)
    return Outcome(
      head: head, files: manifest.entries.count,
      bytes: manifest.entries.reduce(0) { $0 + $1.size },
      unlisted: PortalSigning.unlistedFiles(among: paths), key: key.publicKey.id)
  }

  /// The version of the head in the folder: checkers that saw it refuse another one with its version.
  private func publishedVersion(_ keys: KeyFolder) throws(Failure) -> Int {
    guard version == nil, let head = try PortalHead.published(in: folder, by: keys, now: now),
      head.portal == portal
    else { return 0 }
    return head.version
  }

  private func nextVersion(after last: Int, _ published: Int) throws(Failure) -> Int {
    guard let version else {
      guard published <= last else {
        throw .refused(
          .rollback,
          "\(Ledger.fileName) is older than what was signed: version \(published) is in \(folder)",
          help: "restore it from a copy, or give --head-version above \(published)")
      }
      return last + 1
    }
    guard version > last else {
      throw .refused(
        .rollback, "version \(version) is not above \(last), which was signed before",
        help: "leave --head-version out, or give a higher one")
    }
    return version
  }

  /// The files that a signing writes beside the manifest's entries.
  static let ownFiles = [
    FolderManifest.fileName, PortalHead.fileName, DetachedSignature.fileName,
  ]

  /// What a killed signing may have left.
  private static let leftovers = Set(
    (ownFiles + [KeyList.fileName]).map { Array(WrittenFile.stagingPath($0).utf8) })

  private func write(
    _ manifest: FolderManifest, keyList: [UInt8]?, head: [UInt8]
  ) throws(Failure) {
    for name in PortalSigning.leftovers { try remove(String(utf8: name)) }
    try remove(DetachedSignature.fileName)
    if let keyList {
      try WrittenFile.replace(folder + "/" + KeyList.fileName, keyList, readers: .all)
    } else {
      try remove(KeyList.fileName)
    }
    try WrittenFile.replace(folder + "/" + FolderManifest.fileName, manifest.text, readers: .all)
    try WrittenFile.replace(folder + "/" + PortalHead.fileName, head, readers: .all)
  }

  private func writeDetached(
    _ manifest: FolderManifest, _ head: PortalHead, _ key: SigningKey
  ) throws(Failure) {
    guard signsForSignify else { return }
    let comment = "clevio portal \(portal) version \(head.version)"
    let text = DetachedSignature.text(of: manifest.text, comment: comment, key: key)
    try WrittenFile.replace(folder + "/" + DetachedSignature.fileName, text, readers: .all)
  }

  private func remove(_ name: String) throws(Failure) {
    let path = folder + "/" + name
    guard unlink(path) == 0 || errno == ENOENT else { throw .system("remove", path) }
  }

  /// Lists the folder as it will be once the key list is in it.
  private func manifest(keyList: [UInt8]?) throws(Failure) -> FolderManifest {
    var listed: [FolderListing.Entry] = []
    var folded: [String: [UInt8]] = [:]
    let list = Array(KeyList.fileName.utf8)
    let skipped = PortalSigning.leftovers.union(PortalSigning.ownFiles.map { Array($0.utf8) })
    for entry in try FolderListing(of: folder).entries
    where !skipped.contains(entry.path) && entry.path != list {
      try check(entry)
      if let other = folded.updateValue(entry.path, forKey: PublishedPath.folded(entry.path)) {
        let names = "\(ShownText.quoted(other)) and \(ShownText.quoted(entry.path))"
        throw .refused(
          .nameClash, "\(names) are one file on some systems", path: String(utf8: entry.path))
      }
      listed.append(entry)
    }
    try checkFolders(of: listed, files: folded)
    try UnfinishedBuild.refuseSlice(folder, among: listed.map(\.path))
    var files = try concurrentMap(listed, threads: FileDigest.threads) {
      (entry) throws(Failure) -> (path: [UInt8], digest: [UInt8], size: Int) in
      let digest = try digest(of: entry)
      return (entry.path, digest.digest, digest.size)
    }
    guard !files.isEmpty else {
      throw .refused(
        .missing, "there is nothing to sign in \(folder)", help: "build the portal first")
    }
    if let keyList {
      files.append((list, ContentDigest(of: keyList).bytes, keyList.count))
      files.sort { $0.path.lexicographicallyPrecedes($1.path) }
    }
    let sorted = files
    return try refusing { () throws(Refusal) in try FolderManifest(of: sorted) }
  }

  /// Refuses a file that some systems take for the folder that another one lies in.
  private func checkFolders(
    of entries: [FolderListing.Entry], files: [String: [UInt8]]
  ) throws(Failure) {
    var last: ArraySlice<UInt8> = []
    for entry in entries {
      let path = entry.path
      guard let slash = path.lastIndex(of: UInt8(ascii: "/")), path[..<slash] != last else {
        continue
      }
      // The files of a folder follow each other.
      last = path[..<slash]
      for end in 0...slash where path[end] == UInt8(ascii: "/") {
        guard let file = files[PublishedPath.folded(Array(path[..<end]))] else { continue }
        let names = "\(ShownText.quoted(file)) and the folder of \(ShownText.quoted(path))"
        throw .refused(
          .nameClash, "\(names) are one name on some systems", path: String(utf8: path))
      }
    }
  }

  private func digest(of entry: FolderListing.Entry) throws(Failure) -> FileDigest {
    let path = String(utf8: entry.path)
    let shown = ShownText.quoted(entry.path)
    guard let digest = try FileDigest(of: folder + "/" + path, findingSecrets: true) else {
      throw .refused(.fileMissing, "\(shown) went away", path: path)
    }
    if let secret = digest.secret {
      throw .refused(.secretPublished, "\(shown) holds \(secret.name)", path: path)
    }
    return digest
  }

  private func check(_ entry: FolderListing.Entry) throws(Failure) {
    let shown = ShownText.quoted(entry.path)
    guard entry.isFile else {
      throw .refused(
        .notAFile, "\(shown) is a link or no regular file", path: String(utf8: entry.path),
        help: "put a copy of the file in its place")
    }
    if let problem = PublishedPath.problem(with: entry.path) {
      throw .refused(
        .unsafeName, "\(shown) cannot be published: \(problem)", path: String(utf8: entry.path))
    }
  }

  /// The epochs of the courses that are in the folder and that have a secret.
  private func epochs(
    _ keys: KeyFolder, _ events: [LedgerEvent]
  ) throws(Failure) -> [Identifier: Int] {
    var epochs: [Identifier: Int] = [:]
    for course in try keys.courses() where access("\(folder)/courses/\(course)", F_OK) == 0 {
      epochs[course] = events.epoch(of: course)
    }
    return epochs
  }
}
