import Bytes
import Foundation
import TestSupport
import Testing

@testable import Entitlements

@Suite struct KeyFolderTests {
  private let folder: TemporaryFolder
  private let example: Example
  private let passphrase = Array("correct horse battery".utf8)

  init() throws {
    folder = try TemporaryFolder()
    example = try Example()
  }

  private func make(_ name: String = "keys") throws -> KeyFolder {
    try KeyFolder.create(
      folder.path + "/" + name, author: example.author, passphrase: passphrase, rounds: 10,
      now: example.now)
  }

  private func mode(_ file: String) -> UInt32 {
    var status = stat()
    return lstat(folder.path + "/" + file, &status) == 0 ? UInt32(status.st_mode) & 0o777 : 0
  }

  private func change(now: Int? = nil) -> KeyFolder.ListChange {
    let now = now ?? example.now
    return KeyFolder.ListChange(
      passphrase: passphrase, now: now, expires: now + 86_400 * 400, rounds: 10)
  }

  @Test func makesFilesThatOnlyTheirOwnerReadsWhateverTheMask() throws {
    for (name, mask) in [("loose", mode_t(0)), ("tight", 0o777)] {
      let old = umask(mask)
      defer { umask(old) }
      // A folder that its owner cannot enter is the mask's own fault.
      if mask != 0 {
        mkdir(folder.path + "/" + name, 0o700)
        chmod(folder.path + "/" + name, 0o700)
      }
      let keys = try make(name)
      try keys.addCourse(example.course, passphrase: passphrase, rounds: 10, now: 1)
      #expect(mode(name) == 0o700)
      for secret in ["author.key.pem", "course-knots.root", "ledger.jsonl"] {
        #expect(mode("\(name)/\(secret)") == 0o600, "\(secret)")
      }
      for open in ["author.pub.pem", "author.jwk"] {
        #expect(mode("\(name)/\(open)") == 0o644, "\(open)")
      }
    }
  }

  @Test func keepsNoSecretInTheClear() throws {
    let keys = try make()
    let seed = try keys.rootKey(passphrase: passphrase).seed
    for file in folder.files {
      let text = Array((folder.read(file) ?? "").utf8)
      for secret in [seed, Base64.padded.encoded(seed), Array(Hex.text(seed).utf8), passphrase] {
        #expect(!String(utf8: text).contains(String(utf8: secret)), "\(file)")
      }
    }
  }

  @Test func overwritesNothing() throws {
    _ = try make()
    let before = folder.read("keys/author.key.pem")
    #expect(reason { _ = try make() } == .alreadyThere)
    #expect(folder.read("keys/author.key.pem") == before)
    let keys = try KeyFolder(folder.path + "/keys")
    try keys.addCourse(example.course, passphrase: passphrase, rounds: 10, now: 1)
    #expect(
      reason { try keys.addCourse(example.course, passphrase: passphrase, rounds: 10, now: 1) }
        == .alreadyThere)
  }

  @Test(arguments: ["author.key.pem", "author.pub.pem", "author.jwk"])
  func makesNoNewKeyBesideWhatIsLeftOfAnother(lost: String) throws {
    let keys = try make()
    #expect(folder.remove("keys/" + lost))
    let before = folder.files
    let told = try #require(refusal { _ = try make() })
    #expect(told.reason == .alreadyThere)
    #expect(told.help.contains("restore it from a copy"))
    #expect(folder.files == before)
    let found = refusal {
      _ = try KeyFolder(folder.path + "/keys")
      _ = try keys.rootKey(passphrase: passphrase)
    }
    // The public key for others can be had from the other file.
    let help = lost == "author.pub.pem" ? nil : "restore it from a copy of the key folder"
    #expect(found?.help == help)
  }

  @Test(arguments: ["clevio.yml", ".clevio/x", "clevio-head.jws", "index.html", ".git/HEAD"])
  func refusesAPlaceThatIsPublishedOrShared(mark: String) throws {
    folder.write("", to: "portal/" + mark)
    #expect(reason { _ = try make("portal/deep/er/keys") } == .unsafePlace)
    #expect(!folder.files.contains { $0.hasSuffix("author.key.pem") })
    #expect(access(folder.path + "/portal/deep", F_OK) != 0)
    // One that was safe when it was made is looked at again.
    _ = try make("safe")
    folder.write("", to: "safe/" + mark)
    #expect(reason { _ = try KeyFolder(folder.path + "/safe") } == .unsafePlace)
  }

  /// A slash and an accent after it are one character of Swift's.
  @Test func refusesAPublishedPlaceBehindAnAccent() throws {
    folder.write("", to: "portal/index.html")
    #expect(reason { _ = try make("portal/\u{301}x/keys") } == .unsafePlace)
    #expect(access(folder.path + "/portal/\u{301}x", F_OK) != 0)
    let entitlement = folder.path + "/portal/\u{301}x/a.clevio"
    #expect(reason { try EntitlementFile.create(entitlement, [1]) } == .unsafePlace)
    // One that was made before is looked at again.
    for inner in ["portal/\u{301}x", "portal/\u{301}x/keys"] {
      mkdir(folder.path + "/" + inner, 0o700)
    }
    #expect(
      reason { _ = try KeyFolder(folder.path + "/portal/\u{301}x/keys") } == .unsafePlace)
    #expect(throws: Never.self) { _ = try make("\u{301}private/keys") }
  }

  @Test func seesThroughALinkIntoAPortal() throws {
    folder.write("", to: "portal/clevio.yml")
    folder.makeFolder("portal/inner")
    folder.link("innocent", to: "portal/inner")
    #expect(reason { _ = try make("innocent/keys") } == .unsafePlace)
  }

  @Test func refusesToSignTheFolderItLiesIn() throws {
    let keys = try make("outer/keys")
    for inside in ["outer", "outer/keys"] {
      #expect(reason { try keys.check(isOutside: folder.path + "/" + inside) } == .unsafePlace)
    }
    folder.makeFolder("out")
    #expect(throws: Never.self) { try keys.check(isOutside: folder.path + "/out") }
  }

  @Test(arguments: [0o640, 0o604, 0o644, 0o660])
  func refusesASecretThatOthersRead(mode: Int) throws {
    let keys = try make()
    chmod(folder.path + "/keys/author.key.pem", mode_t(mode))
    #expect(reason { _ = try keys.rootKey(passphrase: passphrase) } == .openToOthers)
  }

  @Test(arguments: [0o750, 0o705, 0o755, 0o777])
  func refusesAFolderThatOthersRead(mode: Int) throws {
    _ = try make()
    chmod(folder.path + "/keys", mode_t(mode))
    #expect(reason { _ = try KeyFolder(folder.path + "/keys") } == .openToOthers)
    folder.makeFolder("open")
    chmod(folder.path + "/open", mode_t(mode))
    #expect(reason { _ = try make("open") } == .openToOthers)
  }

  @Test func saysWhatIsMissing() throws {
    #expect(reason { _ = try KeyFolder(folder.path + "/nothing") } == .missing)
    folder.makeFolder("empty")
    chmod(folder.path + "/empty", 0o700)
    #expect(reason { _ = try KeyFolder(folder.path + "/empty") } == .missing)
    let keys = try make()
    #expect(
      reason { _ = try keys.courseRoot(example.course, passphrase: passphrase) } == .missing)
  }

  @Test func namesTheCourseThatWasPerhapsMeant() throws {
    let keys = try make()
    try keys.addCourse(example.course, passphrase: passphrase, rounds: 10, now: 1)
    let name = example.course.description
    for (wrong, isNear) in [(String(name.dropLast()), true), ("photography", false)] {
      let course = try Example.name(wrong)
      let failure = #expect(throws: Failure.self) {
        _ = try keys.courseRoot(course, passphrase: passphrase)
      }
      guard case .refused(let refusal)? = failure else {
        Issue.record("no refusal")
        continue
      }
      #expect(refusal.help.contains("did you mean \"\(name)\"?") == isNear)
      #expect(refusal.help.contains("clevio key course \(wrong)"))
    }
  }

  @Test func tellsALostLedgerFromAWrongSecret() throws {
    let keys = try make()
    try keys.addCourse(example.course, passphrase: passphrase, rounds: 10, now: 1)
    #expect(folder.remove("keys/ledger.jsonl"))
    let lost = try #require(
      refusal { _ = try keys.courseRoot(example.course, passphrase: passphrase) })
    #expect(lost.reason == .badLedger)
    #expect(lost.message.hasPrefix("ledger.jsonl is missing"))
    #expect(lost.help.contains("/keys/ledger.jsonl from a copy"))
    // One that was begun anew is no better.
    _ = try keys.rotate(change(), overlap: 0)
    let other = try #require(
      refusal { _ = try keys.courseRoot(example.course, passphrase: passphrase) })
    #expect(other.reason == .badLedger)
    #expect(other.message.hasPrefix("ledger.jsonl does not know the course"))
  }

  @Test func makesNoOtherSecretForACourseThatLostItsOwn() throws {
    let keys = try make()
    try keys.addCourse(example.course, passphrase: passphrase, rounds: 10, now: 1)
    #expect(folder.remove("keys/course-knots.root"))
    let attempts: [() throws -> Void] = [
      { try keys.addCourse(example.course, passphrase: passphrase, rounds: 10, now: 2) },
      { try keys.checkIsNew(example.course) },
      { try keys.checkCourse(example.course) },
      { _ = try keys.courseRoot(example.course, passphrase: passphrase) },
    ]
    for attempt in attempts {
      let told = try #require(refusal(attempt))
      #expect(told.reason == .missing)
      #expect(told.help.hasPrefix("restore course-knots.root from a copy"))
      #expect(!told.help.contains("clevio key course"))
    }
    #expect(folder.read("keys/course-knots.root") == nil)
    let rope = try Example.name("rope")
    try keys.ledger.append([
      LedgerEvent(
        .issued(
          try Example.name("e-1"), portal: example.portal, label: [UInt8]("x"), courses: [rope],
          expires: nil), at: 3)
    ])
    #expect(reason { try keys.checkIsNew(rope) } == .missing)
    #expect(reason { try keys.checkIsNew(try Example.name("splice")) } == nil)
  }

  @Test func opensWithItsPassphraseOnly() throws {
    let keys = try make()
    let root = try keys.rootKey(passphrase: passphrase)
    #expect(root.publicKey == keys.root)
    #expect(reason { _ = try keys.rootKey(passphrase: [1, 2, 3]) } == .wrongPassphrase)
    #expect(
      reason { try keys.addCourse(example.course, passphrase: [1], rounds: 10, now: 1) }
        == .wrongPassphrase)
    #expect(reason { _ = try keys.rotate(wrong(), overlap: 1) } == .wrongPassphrase)
    #expect(!folder.files.contains { $0.contains("signing-") || $0.contains(".root") })
  }

  private func wrong() -> KeyFolder.ListChange {
    var change = change()
    change.passphrase = [1]
    return change
  }

  @Test func noticesAKeyThatWasSwapped() throws {
    let keys = try make()
    let text = SecretKeyFile.text(
      of: example.stranger.seed, .signing, passphrase: passphrase, rounds: 10)
    folder.write(String(utf8: text), to: "keys/author.key.pem")
    #expect(reason { _ = try keys.rootKey(passphrase: passphrase) } == .badKeyFile)
  }

  @Test(arguments: ["author.jwk", "author.key.pem", "clevio-keys.jws"])
  func namesTheFileThatIsDamaged(file: String) throws {
    _ = try make().rotate(change(), overlap: 1_000)
    folder.write("damaged", to: "keys/" + file)
    let told = try #require(
      refusal {
        let keys = try KeyFolder(folder.path + "/keys")
        _ = try keys.trustedKeys(now: example.now)
        _ = try keys.rootKey(passphrase: passphrase)
      })
    #expect(told.message.hasPrefix("\(folder.path)/keys/\(file): "))
    #expect(told.help == "restore it from a copy of the key folder")
  }

  @Test func noticesACourseSecretThatWasDamagedOrSwapped() throws {
    let keys = try make()
    let rope = try Example.name("rope")
    for course in [example.course, rope] {
      try keys.addCourse(course, passphrase: passphrase, rounds: 10, now: 1)
    }
    #expect(throws: Never.self) { try keys.courseRoot(rope, passphrase: passphrase) }
    let text = Array((folder.read("keys/course-rope.root") ?? "").utf8)
    for index in text.indices.dropLast() {
      var changed = text
      changed[index] ^= 1
      try Data(changed).write(to: URL(fileURLWithPath: folder.path + "/keys/course-rope.root"))
      chmod(folder.path + "/keys/course-rope.root", 0o600)
      #expect(throws: Failure.self, "byte \(index)") {
        try keys.courseRoot(rope, passphrase: passphrase)
      }
    }
    folder.write(folder.read("keys/course-knots.root") ?? "", to: "keys/course-rope.root")
    #expect(reason { _ = try keys.courseRoot(rope, passphrase: passphrase) } == .badKeyFile)
  }

  @Test func handsSigningOverWhenRotated() throws {
    let keys = try make()
    let now = example.now
    #expect(
      try keys.signingKey(for: .head, passphrase: passphrase, now: now).publicKey == keys.root)
    let new = try keys.rotate(change(), overlap: 1_000)
    #expect(try keys.signingKey(for: .head, passphrase: passphrase, now: now).publicKey == new)
    let trusted = try keys.trustedKeys(now: now)
    #expect(trusted.list?.version == 1)
    #expect(trusted.all.map(\.publicKey) == [keys.root, new])
    #expect(trusted.all[0].expires == now + 1_000)
    #expect(mode("keys/signing-\(new.id).key.pem") == 0o600)
    let newer = try keys.rotate(change(now: now + 10), overlap: 0)
    let after = try keys.trustedKeys(now: now + 10)
    #expect(after.list?.version == 2)
    #expect(after.all.map(\.expires) == [now + 10, now + 10, ListedKey.never])
    #expect(after.all.last?.publicKey == newer)
  }

  @Test func saysHowToSignAgainWhenTheSigningKeyWasLost() throws {
    let keys = try make()
    let key = try keys.rotate(change(), overlap: 0)
    #expect(folder.remove("keys/signing-\(key.id).key.pem"))
    let lost = try #require(
      refusal {
        _ = try keys.signingKey(for: .head, passphrase: passphrase, now: example.now)
      })
    #expect(lost.reason == .missing)
    #expect(lost.message.contains("there is no signing-\(key.id).key.pem"))
    #expect(lost.help.hasSuffix("make another key with \"clevio key rotate\""))
  }

  @Test func makesKeysThatCommandsCanName() throws {
    // One in 64 of all names begins with a dash.
    for _ in 0..<1_000 {
      #expect(try SigningKey.random().publicKey.id.description.first != "-")
    }
  }

  @Test func namesWhatAKeyMayNotSign() throws {
    let key = ListedKey(example.key.publicKey, types: [.head])
    let told = try #require(refusal { try key.check(.entitlement, now: 1) })
    #expect(told.message.hasSuffix("may not sign an entitlement"))
  }

  @Test func takesARevokedKeyOffTheList() throws {
    let keys = try make()
    #expect(reason { try keys.revoke(keys.root.id, change()) } == .missing)
    let new = try keys.rotate(change(), overlap: 1_000)
    try keys.revoke(keys.root.id, change())
    #expect(try keys.trustedKeys(now: example.now).all.map(\.publicKey) == [new])
    #expect(reason { try keys.revoke(keys.root.id, change()) } == .missing)
    #expect(reason { try keys.revoke(new.id, change()) } == .missing)
    // The root still signs lists.
    _ = try keys.rotate(change(), overlap: 0)
    #expect(try keys.trustedKeys(now: example.now).list?.version == 3)
  }

  @Test func renewsAListThatRanOut() throws {
    let keys = try make()
    #expect(reason { try keys.renewList(change()) } == .missing)
    _ = try keys.rotate(change(), overlap: 1_000)
    let later = example.now + 86_400 * 500
    let over = try #require(refusal { _ = try keys.trustedKeys(now: later) })
    #expect(over.reason == .expired)
    #expect(over.help == "sign it again with \"clevio key renew\"")
    try keys.renewList(change(now: later))
    #expect(try keys.trustedKeys(now: later).list?.version == 2)
  }

  @Test func renewsNoListToAnEarlierEnd() throws {
    let keys = try make()
    _ = try keys.rotate(change(), overlap: 1_000)
    var early = change()
    early.expires -= 1
    let told = try #require(refusal { try keys.renewList(early) })
    #expect(told.reason == .rollback)
    #expect(told.message.hasPrefix("the key list would end earlier than it does: 20"))
    #expect(try keys.trustedKeys(now: example.now).list?.version == 1)
    try keys.renewList(change())
    #expect(try keys.trustedKeys(now: example.now).list?.version == 2)
  }

  @Test func writesDownWhatWasDone() throws {
    let keys = try make()
    let new = try keys.rotate(change(), overlap: 0)
    try keys.revoke(keys.root.id, change())
    #expect(
      try keys.ledger.events().map(\.deed) == [
        .keyAdded(keys.root.id), .keyAdded(new.id), .keyRevoked(keys.root.id),
      ])
  }
}
