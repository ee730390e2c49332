import Bytes

extension PortalSigning {
  /// Refuses a folder whose sealed courses are not to be sold from: anybody has the keys of a portal that was
  /// built to look at, buyers from before a new content key have none for what was built before it, and a reader
  /// trusts the keys and refuses the buyers that it was built with.
  ///
  /// One sealed file tells for its course, since a build seals all of them alike.
  ///
  /// - Parameters:
  ///   - paths: The folder's files.
  ///   - events: What was done with the author's keys.
  ///   - keyList: The author's key list as a token, if there is one.
  /// - Throws: ``Failure`` for the first such course.
  func checkSealedCourses(
    among paths: [[UInt8]], _ events: [LedgerEvent], keyList: [UInt8]?
  ) throws(Failure) {
    var known: Set<Identifier> = []
    for path in paths {
      guard let course = PortalSigning.sealedCourse(of: path), !known.contains(course) else {
        continue
      }
      let name = String(utf8: path)
      guard let file = try OpenFile.reading(folder + "/" + name),
        let script = SealedScript(reading: try file.readAll(limit: SealedScript.greatestSize)),
        script.course == course
      else { continue }
      known.insert(course)
      if script.isSealedForPreview {
        throw .refused(
          .wrongKey, "the course \(course) is sealed with a key that everybody has", path: name,
          help: "build with --keys and your key folder instead of --locked-preview, and sign that")
      }
      let epoch = events.epoch(of: course)
      guard script.epoch == epoch else {
        throw .refused(
          .wrongKey,
          "the course \(course) is sealed for its content key \(script.epoch), and now has key \(epoch)",
          path: name, help: "build with --keys again, and sign that")
      }
      try checkReader(of: course, events, keyList: keyList)
    }
  }

  private func checkReader(
    of course: Identifier, _ events: [LedgerEvent], keyList: [UInt8]?
  ) throws(Failure) {
    let name = "courses/\(course)/reader.html"
    guard let file = try OpenFile.reading(folder + "/" + name),
      let trust = ReaderTrust(reading: try file.readAll(limit: ReaderTrust.greatestPage))
    else { return }
    let help = "build with --keys again, and sign that"
    guard trust.keyList == keyList else {
      throw .refused(
        .wrongKey, "the reader of the course \(course) knows the author's keys as they were before",
        path: name, help: help)
    }
    let buyers = CourseBuyers(of: course, portal: portal, events: events, now: now)
    guard let buyer = buyers.revoked.first(where: { !trust.revoked.contains($0.bytes) }) else {
      return
    }
    throw .refused(
      .revoked, "the reader of the course \(course) still opens for \(buyer), which was revoked",
      path: name, help: help)
  }

  /// How many of some paths are those of files that lie open for who knows their addresses, such as
  /// `courses/knots/sealed/media/0f….mp4`.
  static func unlistedFiles(among paths: [[UInt8]]) -> Int {
    paths.count { path in
      let parts = path.split(separator: UInt8(ascii: "/"), maxSplits: 3)
      return parts.count == 4 && !isScript(path) && parts[0].elementsEqual("courses".utf8)
        && parts[2].elementsEqual("sealed".utf8) && parts[3].starts(with: "media/".utf8)
    }
  }

  private static func isScript(_ path: [UInt8]) -> Bool { path.suffix(3).elementsEqual(".js".utf8) }

  /// The course of a path such as `courses/knots/sealed/reef.js`.
  ///
  /// What does not end so is a film or a file that is not sealed, and may be of any size.
  private static func sealedCourse(of path: [UInt8]) -> Identifier? {
    guard isScript(path) else { return nil }
    let parts = path.split(separator: UInt8(ascii: "/"), maxSplits: 3)
    guard parts.count == 4, parts[0].elementsEqual("courses".utf8),
      parts[2].elementsEqual("sealed".utf8)
    else { return nil }
    return Identifier(parts[1])
  }
}

extension SealedScript {
  /// Whether everybody can make the key of this file.
  fileprivate var isSealedForPreview: Bool {
    guard let seal = PortalSeal.preview(of: [course]).courses[course] else { return false }
    return SealedFile.isSealed(file, with: seal.contentKey)
  }
}
