/// The folder of an author's keys.
///
/// The root key `author.key.pem` says who the author is. It signs portals and entitlements itself
/// until the first rotation; from then on it signs the key list, and the keys on the list sign the
/// rest.
package struct KeyFolder: Sendable {
  /// The author's name.
  package let author: Identifier

  /// The root key.
  package let root: PublicKey

  /// What was done with the keys.
  package let ledger: Ledger

  let folder: PrivateFolder

  /// The absolute path.
  package var path: String { folder.path }

  private static let rootFile = "author.key.pem"
  private static let pemFile = "author.pub.pem"
  private static let jwkFile = "author.jwk"

  /// What any key folder holds, and what tells that a folder without all of it is no new one.
  private static let files = [rootFile, pemFile, jwkFile, Ledger.fileName, KeyList.fileName]

  /// Opens a key folder.
  ///
  /// - Throws: ``Failure`` if it is missing, others can read it, or it lies where it may be
  /// published.
  package init(_ path: String) throws(Failure) {
    try self.init(try PrivateFolder(opening: path))
  }

  private init(_ folder: PrivateFolder) throws(Failure) {
    guard let text = try folder.read(KeyFolder.jwkFile, isSecret: false) else {
      let isBegun = try folder.names().contains(where: KeyFolder.files.contains)
      throw .refused(
        .missing, "there is no \(KeyFolder.jwkFile) in \(folder.path)",
        help: isBegun ? "restore it from a copy of the key folder" : nil)
    }
    let content = try KeyFolder.reading(folder.path, KeyFolder.jwkFile) { () throws(Refusal) in
      try PublicKeyFile.read(text)
    }
    guard let author = content.author else {
      throw .refused(.badKeyFile, "\(KeyFolder.jwkFile) does not name its author")
    }
    self.author = author
    self.folder = folder
    root = content.key
    ledger = Ledger(in: folder)
  }

  /// Makes a key folder with a new root key.
  ///
  /// - Parameters:
  ///   - path: The folder, made if missing.
  ///   - author: The author's name, for ever.
  ///   - passphrase: What all keys of the folder are kept under.
  ///   - rounds: How often PBKDF2 hashes.
  ///   - now: The time, in seconds since 1970.
  /// - Returns: The folder.
  /// - Throws: ``Failure`` if there are keys already, or the place is not safe.
  package static func create(
    _ path: String, author: Identifier, passphrase: [UInt8],
    rounds: Int = SecretKeyFile.rounds, now: Int
  ) throws(Failure) -> KeyFolder {
    let folder = try PrivateFolder(making: path)
    // Beside the files of another key, a new one would be worth nothing, and hide that one was lost.
    if let name = try folder.names().first(where: files.contains) {
      throw .refused(
        .alreadyThere, "\(folder.path)/\(name) is there already",
        help: "choose another folder; if a file of these keys was lost, restore it from a copy")
    }
    let key = try refusing { () throws(Refusal) in try SigningKey.random() }
    let secret = SecretKeyFile.text(
      of: key.seed, .signing, passphrase: passphrase, rounds: rounds)
    try WrittenFile.create(folder.path + "/" + rootFile, secret, readers: .owner)
    for (name, form) in [(pemFile, PublicKeyFile.Form.pem), (jwkFile, .jwk)] {
      let text = PublicKeyFile.text(of: key.publicKey, author: author, as: form)
      try WrittenFile.create(folder.path + "/" + name, text, readers: .all)
    }
    let made = try KeyFolder(folder)
    try made.ledger.append([LedgerEvent(.keyAdded(key.publicKey.id), at: now)])
    return made
  }

  /// Refuses to work on a folder that holds the keys.
  package func check(isOutside published: String) throws(Failure) {
    guard !folder.isInside(published) else {
      throw .refused(.unsafePlace, "the key folder \(path) lies in \(published)")
    }
  }
}

extension KeyFolder {
  /// The root key's private half.
  package func rootKey(passphrase: [UInt8]) throws(Failure) -> SigningKey {
    let key = try privateKey(KeyFolder.rootFile, passphrase: passphrase)
    guard key.publicKey == root else {
      throw .refused(.badKeyFile, "\(KeyFolder.rootFile) and \(KeyFolder.jwkFile) differ")
    }
    return key
  }

  /// The newest key that may sign `type` now and whose private half is here.
  package func signingKey(
    for type: TokenType, passphrase: [UInt8], now: Int
  ) throws(Failure) -> SigningKey {
    let keys = try trustedKeys(now: now)
    var refusal: Refusal?
    var lost: String?
    for key in keys.all.reversed() {
      do throws(Refusal) { try key.check(type, now: now) } catch {
        refusal = refusal ?? error
        continue
      }
      let name = fileName(of: key.publicKey)
      guard try folder.read(name, isSecret: true) != nil else {
        lost = lost ?? name
        continue
      }
      let found = try privateKey(name, passphrase: passphrase)
      guard found.publicKey == key.publicKey else {
        throw .refused(.badKeyFile, "\(name) is another key than its name says")
      }
      return found
    }
    if let lost { throw missingKey(lost) }
    throw .refused(
      refusal?.reason ?? .missing,
      refusal?.message ?? "no key in \(path) may sign \(type.nameWithArticle)",
      help: "make another key with \"clevio key rotate\"")
  }

  /// The keys that readers are to trust.
  package func trustedKeys(now: Int) throws(Failure) -> TrustedKeys {
    let keys = TrustedKeys(root: root, author: author)
    guard let token = try keyListToken() else { return keys }
    return try KeyFolder.reading(path, KeyList.fileName) { () throws(Refusal) in
      try keys.adding(listIn: token, now: now)
    }
  }

  /// Reads what a file of a key folder holds; what is wrong with it is told with its path.
  static func reading<Result>(
    _ folder: String, _ file: String, _ body: () throws(Refusal) -> Result
  ) throws(Failure) -> Result {
    do throws(Refusal) { return try body() } catch {
      switch error.reason {
      case .wrongPassphrase, .issuedInFuture: throw .refused(error)
      case .expired:
        throw .refused(.expired, error.message, help: "sign it again with \"clevio key renew\"")
      default:
        throw .refused(
          error.reason, "\(folder)/\(file): \(error.message)",
          help: "restore it from a copy of the key folder")
      }
    }
  }

  /// The key list as it is to be published; `nil` before the first rotation.
  package func keyListToken() throws(Failure) -> [UInt8]? {
    try folder.read(KeyList.fileName, isSecret: false)
  }

  private func fileName(of key: PublicKey) -> String {
    key == root ? KeyFolder.rootFile : "signing-\(key.id).key.pem"
  }

  /// That the file of a private key was lost; only the root key can make another one.
  private func missingKey(_ file: String) -> Failure {
    let restoring = "restore it from a copy of the key folder"
    return .refused(
      .missing, "there is no \(file) in \(path)",
      help: file == KeyFolder.rootFile
        ? restoring : "\(restoring), or make another key with \"clevio key rotate\"")
  }

  private func privateKey(_ name: String, passphrase: [UInt8]) throws(Failure) -> SigningKey {
    guard let text = try folder.read(name, isSecret: true) else { throw missingKey(name) }
    return try KeyFolder.reading(path, name) { () throws(Refusal) in
      try SigningKey(seed: try SecretKeyFile.secret(in: text, .signing, passphrase: passphrase))
    }
  }
}

extension KeyFolder {
  /// What a new key list is made with.
  package struct ListChange: Sendable {
    /// The passphrase of the folder.
    package var passphrase: [UInt8]
    /// The time, in seconds since 1970.
    package var now: Int
    /// From when on readers refuse the new list.
    package var expires: Int
    /// How often PBKDF2 hashes for new keys.
    package var rounds: Int

    /// Makes a change.
    package init(
      passphrase: [UInt8], now: Int, expires: Int, rounds: Int = SecretKeyFile.rounds
    ) {
      self.passphrase = passphrase
      self.now = now
      self.expires = expires
      self.rounds = rounds
    }
  }

  /// Makes a new signing key, and lets those before it run out.
  ///
  /// - Parameters:
  ///   - change: How the new list is signed.
  ///   - overlap: For how many seconds the older keys may still sign.
  /// - Returns: The new key.
  /// - Throws: ``Failure`` if the passphrase is wrong.
  package func rotate(_ change: ListChange, overlap: Int) throws(Failure) -> PublicKey {
    let rootKey = try rootKey(passphrase: change.passphrase)
    let new = try refusing { () throws(Refusal) in try SigningKey.random() }
    let secret = SecretKeyFile.text(
      of: new.seed, .signing, passphrase: change.passphrase, rounds: change.rounds)
    try WrittenFile.create(
      path + "/" + fileName(of: new.publicKey), secret, readers: .owner)
    try writeList(change, signedBy: rootKey) { keys in
      for index in keys.indices {
        keys[index].expires = max(
          keys[index].notBefore + 1, min(keys[index].expires, change.now + overlap))
      }
      keys.append(ListedKey(new.publicKey, notBefore: change.now))
    }
    try ledger.append([LedgerEvent(.keyAdded(new.publicKey.id), at: change.now)])
    return new.publicKey
  }

  /// Signs the key list again, with a later end.
  ///
  /// - Throws: ``Failure`` if there is none, or it has a later end already.
  package func renewList(_ change: ListChange) throws(Failure) {
    guard let list = try keyList(now: change.now) else {
      throw .refused(
        .missing, "there is no key list: the root key signs everything",
        help: "a list is made by \"clevio key rotate\"")
    }
    guard change.expires >= list.expires else {
      throw .refused(
        .rollback, "the key list would end earlier than it does: \(TokenTime.day(list.expires))",
        help: "give a later day with --expires")
    }
    try writeList(change, signedBy: try rootKey(passphrase: change.passphrase)) { _ in }
  }

  /// Takes a key off the list, so that nothing it signed is accepted any more.
  package func revoke(_ id: KeyID, _ change: ListChange) throws(Failure) {
    let keys = try keyList(now: change.now)?.keys ?? [ListedKey(root)]
    guard keys.contains(where: { $0.publicKey.id == id }) else {
      throw .refused(
        .missing, "the key \(id) is not in use", help: "see the keys with \"clevio key list\"")
    }
    guard keys.count > 1 else {
      throw .refused(
        .missing, "the key \(id) is the only one that signs",
        help: "make another first with \"clevio key rotate\"")
    }
    try writeList(change, signedBy: try rootKey(passphrase: change.passphrase)) { keys in
      keys.removeAll { $0.publicKey.id == id }
    }
    try ledger.append([LedgerEvent(.keyRevoked(id), at: change.now)])
  }

  private func writeList(
    _ change: ListChange, signedBy rootKey: SigningKey, _ edit: (inout [ListedKey]) -> Void
  ) throws(Failure) {
    let old = try keyList(now: change.now)
    var list = KeyList(
      author: author, version: (old?.version ?? 0) + 1, issued: change.now,
      expires: change.expires, keys: old?.keys ?? [ListedKey(root)])
    // A key that ran out long ago tells nobody anything.
    list.keys.removeAll { $0.expires < change.now - 400 * 86_400 }
    edit(&list.keys)
    let token = list.signed(by: rootKey)
    _ = try refusing { () throws(Refusal) in
      try KeyList(opening: token, root: root, author: author, now: change.now)
    }
    try WrittenFile.replace(path + "/" + KeyList.fileName, token, readers: .all)
  }

  /// The key list, even if it has run out; `nil` before the first rotation.
  package func keyList(now: Int) throws(Failure) -> KeyList? {
    guard let token = try keyListToken() else { return nil }
    return try KeyFolder.reading(path, KeyList.fileName) { () throws(Refusal) in
      let opened = try SignedToken(
        opening: token, as: .keys, trusting: TrustedKeys(root: root), now: now)
      return try KeyList(opened)
    }
  }
}
