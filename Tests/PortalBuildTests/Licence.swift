import Bytes
import Entitlements
import Files
import PortalBuild
import TestSupport
import Testing

/// An author's keys and a buyer's licence, and what the buyer gets to read with it.
struct Licence {
  let keys: KeyFolder
  private let folder: TemporaryFolder

  static let passphrase = [UInt8]("four words or more")
  static let day = 1_801_353_600

  /// Makes keys with the secrets of some courses.
  init(courses: [String] = ["knots"]) throws {
    folder = try TemporaryFolder()
    keys = try KeyFolder.create(
      folder.path + "/keys", author: try Licence.name("ada"), passphrase: Licence.passphrase,
      rounds: 10, now: 1)
    for course in courses {
      try keys.addCourse(
        try Licence.name(course), passphrase: Licence.passphrase, rounds: 10, now: 2)
    }
  }

  var sealing: Sealing { .keys(keys, passphrase: Licence.passphrase) }

  static func name(_ text: String) throws -> Identifier {
    guard let name = Identifier(text) else { throw NoName(text: text) }
    return name
  }

  /// Sells a course.
  func issue(_ id: String, course: String = "knots") throws -> CourseGrant {
    let name = try Licence.name(course)
    try keys.ledger.append([
      LedgerEvent(
        .issued(
          try Licence.name(id), portal: try Licence.name("harbour"), label: [UInt8]("order"),
          courses: [name], expires: nil), at: 3)
    ])
    let epoch = try keys.ledger.events().epoch(of: name)
    return try keys.courseRoot(name, passphrase: Licence.passphrase)
      .grant(to: try Licence.name(id), epoch: epoch)
  }

  /// The token that a buyer gets.
  func token(_ id: String, course: String = "knots") throws -> [UInt8] {
    try keys.unlock(passphrase: Licence.passphrase, now: Licence.day).issue(
      [
        Issuance(
          portal: try Licence.name("harbour"), id: try Licence.name(id), label: [UInt8]("order"),
          courses: [try Licence.name(course)], issued: Licence.day)
      ], now: Licence.day)[0]
  }

  /// Leaves a buyer out from now on.
  func revoke(_ id: String, course: String = "knots") throws {
    let name = try Licence.name(course)
    let epoch = try keys.ledger.events().epoch(of: name)
    try keys.ledger.append([
      LedgerEvent(.revoked(try Licence.name(id)), at: 4),
      LedgerEvent(.rekeyed(course: name, epoch: epoch + 1), at: 5),
    ])
  }

  struct NoName: Error {
    let text: String
  }
}

extension BuiltPortal {
  /// What a sealed file holds for who has a grant.
  func opened(_ path: String, with grant: CourseGrant, in course: String = "knots") throws
    -> [UInt8]
  {
    let script = try SealedScript(
      parsing: Array(text("courses/\(course)/sealed/\(path).js").utf8))
    let slots = "courses/\(course)/sealed/slots.js"
    let table = has(slots) ? try SlotTable(parsing: Array(text(slots).utf8)) : nil
    let key = try ContentKey(opening: grant, epoch: script.epoch, slots: table)
    return try SealedFile.open(script.file, path: script.path, with: key)
  }

  /// What a file that a sealed lesson shows consists of.
  func openedMedia(_ name: String, parts: Int, with grant: CourseGrant) throws -> [UInt8] {
    try (1...parts).flatMap { part -> [UInt8] in
      let script = try SealedScript(
        parsing: Array(text("courses/knots/sealed/media/\(name).\(part).js").utf8))
      #expect(script.path == "media/\(name)/\(part)")
      let key = try ContentKey(opening: grant, epoch: script.epoch, slots: nil)
      return try SealedFile.open(script.file, path: script.path, with: key)
    }
  }
}
