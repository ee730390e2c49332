import Bytes
import Crypto

/// What the courses of a portal are sealed with, and what their readers trust.
package struct PortalSeal: Sendable {
  /// The author who sells.
  package let author: Identifier

  /// The author's root key.
  package let root: PublicKey

  /// The author's key list as a token; `nil` where the root key signs everything.
  package let keyList: [UInt8]?

  /// The courses.
  package let courses: [Identifier: CourseSeal]

  /// Whether anybody can make the keys: such a portal is to be looked at, not to be sold from.
  package let isPreview: Bool

  /// Seals courses with an author's keys.
  ///
  /// - Parameters:
  ///   - folder: The keys.
  ///   - passphrase: What they are kept under.
  ///   - portal: The portal's name.
  ///   - courses: The courses; each takes a fifth of a second.
  ///   - now: The time, in seconds since 1970.
  /// - Throws: ``Failure`` if a course has no secret, or the passphrase is wrong.
  package init(
    _ folder: KeyFolder, passphrase: [UInt8], portal: Identifier, courses: [Identifier], now: Int
  ) throws(Failure) {
    var seals: [Identifier: CourseSeal] = [:]
    let events = try folder.ledger.events()
    for course in courses where seals[course] == nil {
      let root = try folder.courseRoot(course, passphrase: passphrase)
      seals[course] = try refusing { () throws(Refusal) in
        try CourseSeal(root, portal: portal, events: events, now: now)
      }
    }
    author = folder.author
    self.root = folder.root
    keyList = try folder.keyListToken()
    self.courses = seals
    isPreview = false
  }

  private init(author: Identifier, root: PublicKey, courses: [Identifier: CourseSeal]) {
    self.author = author
    self.root = root
    keyList = nil
    self.courses = courses
    isPreview = true
  }
}

extension PortalSeal {
  /// Seals courses with keys that follow from a text that everybody can read here.
  ///
  /// Such a portal looks like a sealed one and is the same on every machine, and hides nothing.
  package static func preview(of courses: [Identifier]) -> PortalSeal {
    guard let author = Identifier("preview") else { preconditionFailure("a name is a name") }
    do throws(Refusal) {
      let key = try SigningKey(seed: previewSecret("author"))
      var seals: [Identifier: CourseSeal] = [:]
      for course in courses {
        let secret = previewSecret(course.description)
        seals[course] = CourseSeal(CourseRoot(course: course, secret: secret))
      }
      return PortalSeal(author: author, root: key.publicKey, courses: seals)
    } catch {
      preconditionFailure("any 32 bytes are a seed: \(error.message)")
    }
  }

  /// An entitlement for a course of a preview, as anybody could make it.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - portal: The portal's name.
  ///   - now: When it is issued, in seconds since 1970.
  /// - Returns: The token, without an end.
  package static func previewEntitlement(
    for course: Identifier, portal: Identifier, now: Int
  ) -> [UInt8] {
    guard let author = Identifier("preview") else { preconditionFailure("a name is a name") }
    let root = CourseRoot(course: course, secret: previewSecret(course.description))
    do throws(Refusal) {
      return Entitlement(
        author: author, portal: portal, id: author, label: [UInt8]("preview".utf8),
        grants: [root.grant(to: author, epoch: 1)], issued: now, notBefore: now, expires: nil
      ).signed(by: try SigningKey(seed: previewSecret("author")))
    } catch {
      preconditionFailure("any 32 bytes are a seed: \(error.message)")
    }
  }

  private static func previewSecret(_ purpose: String) -> [UInt8] {
    var info = [UInt8]("clevio/v1/locked-preview")
    info.append(0)
    info.append(text: purpose)
    return Array(SHA256.hash(data: info))
  }
}
