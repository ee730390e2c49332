import Bytes
import Crypto

/// The making of a copy of a portal for one buyer, which opens their courses without a network.
package struct PortalPacking: Sendable {
  /// The signed portal.
  package var folder: String

  /// Whose signatures are believed.
  package var keys: TrustedKeys

  /// The buyer's entitlement.
  package var token: [UInt8]

  /// The only course that is packed; `nil` packs the whole portal.
  package var course: Identifier?

  /// The time, in seconds since 1970.
  package var now: Int

  /// Asked before each file is copied; once it says so, nothing of the copy stays.
  package var isGivenUp: @Sendable () -> Bool = { false }

  /// Files above this size are not read as a whole.
  private static let pieceLimit = 8 << 20

  /// Makes a packing.
  package init(
    folder: String, keys: TrustedKeys, token: [UInt8], course: Identifier? = nil, now: Int
  ) {
    self.folder = folder
    self.keys = keys
    self.token = token
    self.course = course
    self.now = now
  }

  /// What was packed.
  package struct Outcome: Hashable, Sendable {
    /// The entitlement.
    package let entitlement: Entitlement
    /// The courses that it opens in the copy, sorted.
    package let courses: [Identifier]
    /// How many files there are.
    package var files = 0
    /// How many bytes they have.
    package var bytes = 0
  }

  /// Checks the portal and the entitlement, and writes the copy.
  ///
  /// - Parameter path: A folder that is not there yet, or an archive that ends in `.zip`.
  /// - Returns: What was packed, or what is wrong with the portal, of which nothing is written then.
  /// - Throws: ``Failure`` if the entitlement is refused, or something is at the path already.
  package func pack(into path: String) throws(Failure) -> Result<Outcome, PackingRefusal> {
    let verification = PortalVerification(folder: folder, keys: keys, now: now, findsSecrets: true)
    let found = try verification.run()
    guard found.refusals.isEmpty, let head = found.head else {
      return .failure(PackingRefusal(refusals: found.refusals))
    }
    let signed = try verification.head()
    let manifest = try verification.manifest(of: signed)
    let entitlement = try refusing { () throws(Refusal) in
      try EntitlementCheck(
        keys: signed.keys, portal: head.portal, course: course, revoked: Set(head.revoked),
        now: now
      ).entitlement(in: token)
    }
    let courses = try courses(of: entitlement, in: manifest)
    var outcome = Outcome(entitlement: entitlement, courses: courses)
    var target = try PackTarget(path, holdsLicence: true, isGivenUp: isGivenUp)
    do throws(Failure) {
      try copy(manifest, to: &target, &outcome)
      try target.finish()
    } catch {
      target.discard()
      throw error
    }
    return .success(outcome)
  }

  private func courses(
    of entitlement: Entitlement, in manifest: FolderManifest
  ) throws(Failure) -> [Identifier] {
    let readers = Set(manifest.entries.map { Array(manifest.path(of: $0)) })
    let courses = entitlement.grants.map(\.course).filter {
      (course == nil || $0 == course) && readers.contains(Array("courses/\($0)/reader.html".utf8))
    }
    guard !courses.isEmpty else {
      throw .refused(
        .wrongCourse, "the portal has no reader for a course of this entitlement",
        help: "build the portal with the keys, and sign it")
    }
    return courses
  }

  /// Copies in the order of the names, so that an archive is the same each time.
  private func copy(
    _ manifest: FolderManifest, to target: inout PackTarget, _ outcome: inout Outcome
  ) throws(Failure) {
    var own: [[UInt8]: [UInt8]] = [:]
    let script = EntitlementFile.text(of: token, as: .script)
    for course in outcome.courses { own[Array(PackedCopy.path(for: course).utf8)] = script }
    for name in PortalSigning.ownFiles {
      guard let file = try OpenFile.reading(folder + "/" + name) else { continue }
      own[Array(name.utf8)] = try file.readAll(limit: FolderManifest.greatestSize)
    }
    var listed: [[UInt8]: FolderManifest.Entry] = [:]
    for entry in manifest.entries where includes(manifest.path(of: entry)) {
      listed[Array(manifest.path(of: entry))] = entry
    }
    let names = (Array(own.keys) + listed.keys).sorted { $0.lexicographicallyPrecedes($1) }
    for name in names {
      if let bytes = own[name] {
        try target.add(bytes, as: name)
        outcome.bytes += bytes.count
      } else if let entry = listed[name] {
        try copy(entry, named: name, digest: manifest.digest(of: entry), to: &target)
        outcome.bytes += entry.size
      }
      outcome.files += 1
    }
  }

  private func includes(_ path: ArraySlice<UInt8>) -> Bool {
    guard let course else { return true }
    guard path.hasPrefix("courses/") else { return true }
    let rest = path.dropFirst(8)
    return !rest.contains(UInt8(ascii: "/")) || rest.starts(with: course.bytes + [UInt8]("/"))
  }

  private func copy(
    _ entry: FolderManifest.Entry, named name: [UInt8], digest: [UInt8],
    to target: inout PackTarget
  ) throws(Failure) {
    let changed = Failure.refused(
      .fileChanged, "\(ShownText.quoted(name)) changed while it was packed",
      path: String(utf8: name))
    guard let file = try OpenFile.reading(folder + "/" + String(utf8: name)) else { throw changed }
    guard entry.size > PortalPacking.pieceLimit else {
      let bytes = try file.readAll(limit: entry.size)
      guard SHA256.hash(data: bytes).elementsEqual(digest) else { throw changed }
      return try target.add(bytes, as: name)
    }
    var hash = SHA256()
    try target.add(as: name, size: entry.size) {
      (body: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) in
      try file.readPieces { (piece) throws(Failure) in
        hash.update(bufferPointer: piece)
        try body(piece)
      }
    }
    guard hash.finalize().elementsEqual(digest) else { throw changed }
  }
}

/// What is wrong with a portal that was to be packed.
package struct PackingRefusal: Error, Hashable, Sendable {
  /// All of it, at least one.
  package let refusals: [Refusal]
}
