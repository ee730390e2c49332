import Diagnostics

extension KeyFolder {
  /// Makes a course's root secret.
  ///
  /// - Throws: ``Failure`` also where the course has a secret, or had one that was lost.
  package func addCourse(
    _ course: Identifier, passphrase: [UInt8], rounds: Int = SecretKeyFile.rounds, now: Int
  ) throws(Failure) {
    _ = try rootKey(passphrase: passphrase)
    try checkIsNew(course)
    let root = CourseRoot(course: course, secret: SecretBytes.make(32))
    let text = SecretKeyFile.text(
      of: root.secret, .courseRoot, passphrase: passphrase, rounds: rounds)
    try WrittenFile.create(path + "/" + KeyFolder.fileName(of: course), text, readers: .owner)
    try ledger.append([
      LedgerEvent(.courseAdded(course, fingerprint: root.fingerprint), at: now)
    ])
  }

  /// Refuses a course that ever had a root secret: what buyers hold fits that one alone.
  package func checkIsNew(_ course: Identifier) throws(Failure) {
    guard try folder.read(KeyFolder.fileName(of: course), isSecret: true) == nil else {
      throw .refused(
        .alreadyThere, "the course \(course) has a secret already",
        help: "build with it; a new one would lock all buyers out")
    }
    if try ledger.events().hadSecret(course) { throw lost(course) }
  }

  /// The courses that have a root secret, sorted.
  package func courses() throws(Failure) -> [Identifier] {
    try folder.names().compactMap { name in
      guard name.hasPrefix("course-"), name.hasSuffix(".root") else { return nil }
      return Identifier(String(name.dropFirst(7).dropLast(5)))
    }.sorted()
  }

  /// Refuses a course that has no root secret.
  package func checkCourse(_ course: Identifier) throws(Failure) {
    guard try folder.read(KeyFolder.fileName(of: course), isSecret: true) == nil else { return }
    throw try missing(course)
  }

  /// That a course has no root secret, with the course that was perhaps meant.
  func missing(_ course: Identifier) throws(Failure) -> Failure {
    if try ledger.events().hadSecret(course) { return lost(course) }
    let near = Suggestion.nearest(
      to: course.description, among: try courses().map(\.description))
    let making =
      "make it with: clevio key course \(course). If the course had another name when it was sold, "
      + "keep that as its slug: with a new secret, no buyer can open it"
    return .refused(
      .missing, "there is no secret of the course \(course) in \(path)",
      help: near.map { "did you mean \"\($0)\"? Else \(making)" } ?? making)
  }

  /// That a course's root secret was made, and is gone.
  private func lost(_ course: Identifier) -> Failure {
    let file = KeyFolder.fileName(of: course)
    return .refused(
      .missing, "the secret of the course \(course) was made before, but \(file) is not in \(path)",
      help: "restore \(file) from a copy of the key folder; a new one would lock all buyers out")
  }

  /// A course's root secret.
  package func courseRoot(
    _ course: Identifier, passphrase: [UInt8]
  ) throws(Failure) -> CourseRoot {
    let file = KeyFolder.fileName(of: course)
    guard let text = try folder.read(file, isSecret: true) else { throw try missing(course) }
    let secret = try KeyFolder.reading(path, file) { () throws(Refusal) in
      try SecretKeyFile.secret(in: text, .courseRoot, passphrase: passphrase)
    }
    let root = CourseRoot(course: course, secret: secret)
    let events = try ledger.events()
    guard let fingerprint = events.fingerprint(of: course) else {
      let problem = events.isEmpty ? "is missing" : "does not know the course"
      throw .refused(
        .badLedger,
        "\(Ledger.fileName) \(problem), so that the secret of \(course) cannot be compared with it",
        help: "restore \(path)/\(Ledger.fileName) from a copy of the key folder")
    }
    // A damaged secret would make entitlements that open nothing.
    guard fingerprint == root.fingerprint else {
      throw .refused(.badKeyFile, "the secret of the course \(course) is not the one that was made")
    }
    return root
  }

  private static func fileName(of course: Identifier) -> String { "course-\(course).root" }
}
