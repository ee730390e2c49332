import Bytes
import Entitlements
import Files
import Foundation
import TestSupport
import Testing

@Suite struct PortalVerificationTests {
  private let portal: SignedPortal
  private let folder: TemporaryFolder

  init() throws {
    portal = try SignedPortal()
    folder = portal.folder
    try portal.sign { $0.signsForSignify = true }
  }

  private var state: String { folder.path + "/state.json" }

  @Test func letsChecksAtOnceRememberOneAfterTheOther() throws {
    let (site, keys, now) = (portal.site, portal.trusted, portal.example.now)
    let state = state
    for _ in 0..<40 {
      let refusals = try concurrentMap(Array(0..<4), threads: 4) { (_) throws(Failure) in
        try PortalVerification(folder: site, keys: keys, statePath: state, now: now).run().refusals
      }
      #expect(refusals.flatMap { $0 } == [])
      #expect(folder.read("state.json")?.contains("\"ver\":1") == true)
      #expect(folder.remove("state.json"))
    }
  }

  @Test func acceptsACopyAnywhere() throws {
    #expect(rename(portal.site, folder.path + "/stick") == 0)
    let outcome = try portal.verify { $0.folder = folder.path + "/stick" }
    #expect(outcome.refusals == [])
    #expect(outcome.files == 3)
    #expect(outcome.head?.author == portal.example.author)
  }

  @Test func refusesAByteAppendedAFileAddedRemovedOrSwapped() throws {
    folder.write("<p>Knots!", to: "site/index.html")
    #expect(try portal.verdict() == .fileChanged)
    folder.write("<p>knots", to: "site/index.html")
    #expect(try portal.verdict() == .fileChanged)
    folder.write("<p>Knots", to: "site/index.html")
    #expect(try portal.verdict() == nil)
    folder.write("x", to: "site/extra.html")
    #expect(try portal.verdict() == .fileExtra)
    #expect(folder.remove("site/extra.html"))
    folder.write("x", to: "site/.hidden/extra")
    #expect(try portal.verdict() == .fileExtra)
    #expect(folder.remove("site/.hidden/extra"))
    #expect(folder.remove("site/index.html"))
    #expect(try portal.verdict() == .fileMissing)
    #expect(rename(portal.site + "/courses/knots/reef.html", portal.site + "/index.html") == 0)
    folder.write("<p>Knots", to: "site/courses/knots/reef.html")
    #expect(try portal.verify().refusals.map(\.reason) == [.fileChanged, .fileChanged])
  }

  @Test func tellsEverythingThatIsWrongWithTheFiles() throws {
    folder.write("x", to: "site/a")
    folder.write("x", to: "site/index.html")
    folder.write("x", to: "site/z")
    #expect(folder.remove("site/.nojekyll"))
    let refusals = try portal.verify().refusals
    #expect(refusals.map(\.path) == [".nojekyll", "a", "index.html", "z"])
    #expect(refusals.map(\.reason) == [.fileMissing, .fileExtra, .fileChanged, .fileExtra])
    #expect(refusals.allSatisfy { !$0.help.isEmpty && !$0.message.hasSuffix(".") })
  }

  @Test func tellsNamesApartThatSwiftCallsEqual() throws {
    folder.write("<p>K", to: "site/K.html")
    try portal.sign()
    #expect(rename(portal.site + "/K.html", portal.site + "/\u{212A}.html") == 0)
    #expect(try portal.verify().refusals.map(\.reason) == [.fileMissing, .fileExtra])
  }

  @Test func refusesLinksEvenToTheSameBytes() throws {
    folder.link("site/link", to: "index.html")
    #expect(try portal.verdict() == .fileExtra)
    #expect(folder.remove("site/link"))
    folder.write("<p>Knots", to: "same.html")
    #expect(folder.remove("site/index.html"))
    folder.link("site/index.html", to: folder.path + "/same.html")
    #expect(try portal.verdict() == .notAFile)
  }

  @Test(arguments: ["manifest.json", "clevio-head.jws", "manifest.json.minisig"])
  func refusesLinksInPlaceOfTheSignature(name: String) throws {
    #expect(rename(portal.site + "/" + name, folder.path + "/moved") == 0)
    folder.link("site/" + name, to: folder.path + "/moved")
    #expect(try portal.verdict() == .notAFile)
  }

  @Test func refusesAPipeWithoutWaitingForIt() throws {
    #expect(folder.remove("site/index.html"))
    folder.makePipe("site/index.html")
    #expect(try portal.verdict() == .notAFile)
    #expect(folder.remove("site/clevio-head.jws"))
    folder.makePipe("site/clevio-head.jws")
    #expect(try portal.verdict() == .notAFile)
  }

  @Test func refusesAnyChangedByteOfTheSignedFiles() throws {
    for name in ["manifest.json", "clevio-head.jws", "index.html", "manifest.json.minisig"] {
      let bytes = try portal.read(name)
      for index in bytes.indices {
        var changed = bytes
        changed[index] ^= 1
        try Data(changed).write(to: URL(fileURLWithPath: portal.site + "/" + name))
        let verdict = try portal.verdict()
        let isComment =
          name == "manifest.json.minisig" && (19..<bytes.firstLineEnd).contains(index)
        #expect(verdict != nil || isComment, "\(name), byte \(index)")
      }
      try Data(bytes).write(to: URL(fileURLWithPath: portal.site + "/" + name))
    }
    #expect(try portal.verdict() == nil)
  }

  @Test func refusesWhatIsNotSignedAtAll() throws {
    #expect(folder.remove("site/clevio-head.jws"))
    #expect(try portal.verdict() == .unsigned)
    folder.write("", to: "site/clevio-head.jws")
    #expect(try portal.verdict() == .malformed)
    folder.write(String(repeating: "A", count: 5_000_000), to: "site/clevio-head.jws")
    #expect(try portal.verdict() == .tooLarge)
  }

  @Test func readsNoHugeFileInPlaceOfTheManifest() throws {
    // A file with a hole: a trillion bytes that no disk holds.
    #expect(truncate(portal.site + "/manifest.json", 1 << 40) == 0)
    #expect(try portal.verdict() == .manifestChanged)
    try portal.sign()
    #expect(truncate(portal.site + "/index.html", 1 << 40) == 0)
    #expect(try portal.verdict() == .fileChanged)
  }

  @Test func refusesAnotherAuthorPortalOrKey() throws {
    #expect(try portal.verdict { $0.portal = portal.example.course } == .wrongPortal)
    #expect(try portal.verdict { $0.portal = nil } == nil)
    #expect(
      try portal.verdict { $0.keys = TrustedKeys(root: portal.example.key.publicKey) }
        == .unknownKey)
    #expect(
      try portal.verdict {
        $0.keys = TrustedKeys(root: portal.keys.root, author: portal.example.course)
      } == .wrongAuthor)
    let entitlement = try portal.example.entitlement().signed(
      by: try portal.keys.rootKey(passphrase: portal.passphrase))
    try Data(entitlement).write(to: URL(fileURLWithPath: portal.site + "/clevio-head.jws"))
    #expect(try portal.verdict() == .wrongType)
  }

  @Test func refusesAFrozenCopyAndOneFromTheFuture() throws {
    let now = portal.example.now
    #expect(try portal.verdict { $0.now = now + 86_399 } == nil)
    #expect(try portal.verdict { $0.now = now + 86_400 } == .expired)
    #expect(try portal.verdict { $0.now = now - 300 } == nil)
    #expect(try portal.verdict { $0.now = now - 301 } == .issuedInFuture)
  }

  @Test(
    arguments: [
      ("\"ver\":1", "\"ver\":0"), ("\"ver\":1", "\"ver\":-1"), ("\"ver\":1", "\"ver\":1.0"),
      ("\"ver\":1", "\"ver\":1,\"x\":1"), ("\"revoked\":[]", "\"revoked\":[\"b\",\"a\"]"),
      ("\"revoked\":[]", "\"revoked\":[\"../a\"]"), ("\"epochs\":{}", "\"epochs\":{\"a\":0}"),
      ("\"epochs\":{}", "\"epochs\":[]"), ("\"sha256\":\"", "\"sha256\":\"00"),
      ("\"size\":", "\"size\":-"), ("\"size\":", "\"more\":1,\"size\":"),
    ])
  func refusesASignedHeadWithBadClaims(text: String, other: String) throws {
    try resignHead(replacing: text, with: other)
    #expect(try portal.verdict() == .badClaims)
  }

  /// Signs the head again with a text in its payload in place of another.
  private func resignHead(replacing text: String, with other: String) throws {
    let key = try portal.keys.rootKey(passphrase: portal.passphrase)
    let parts = try portal.read("clevio-head.jws").split(separator: 0x2E)
    let payload = String(utf8: Base64.url.decoded(parts[1]) ?? [])
    #expect(payload.contains(text))
    let changed = Array(payload.replacing(text, with: other).utf8)
    let signed = Array(parts[0]) + [0x2E] + Base64.url.encoded(changed)
    let token = signed + [0x2E] + Base64.url.encoded(key.signature(for: signed))
    try Data(token).write(to: URL(fileURLWithPath: portal.site + "/clevio-head.jws"))
  }

  @Test func findsSecretsAmongSignedFilesWhenAsked() throws {
    let token = try portal.example.entitlement().signed(by: portal.example.key)
    let blank = [UInt8](repeating: 0x20, count: token.count)
    folder.write(String(utf8: blank), to: "site/x.js")
    try portal.sign()
    #expect(try portal.verdict { $0.findsSecrets = true } == nil)
    // Another program than this one may sign what it should not.
    folder.write(String(utf8: token), to: "site/x.js")
    let old = try portal.read("manifest.json")
    let new = String(utf8: old).replacing(
      "\(ContentDigest(of: blank))", with: "\(ContentDigest(of: token))")
    folder.write(new, to: "site/manifest.json")
    try resignHead(
      replacing: "\(ContentDigest(of: old))", with: "\(ContentDigest(of: Array(new.utf8)))")
    #expect(try portal.verdict() == nil)
    #expect(try portal.verdict { $0.findsSecrets = true } == .secretPublished)
  }
}

extension PortalVerificationTests {
  @Test func findsSecretsAmongOtherFilesWhenAsked() throws {
    let token = try portal.example.entitlement().signed(by: portal.example.key)
    try portal.sign()
    folder.write(String(utf8: token), to: "site/extra.clevio")
    folder.write(String(utf8: token), to: "site/index.html")
    #expect(
      try portal.verify { $0.findsSecrets = true }.refusals.map {
        "\($0.path ?? "") \($0.reason.rawValue)"
      }
        == [
          "extra.clevio file-extra", "extra.clevio secret-published", "index.html file-changed",
          "index.html secret-published",
        ])
    #expect(
      try portal.verify().refusals.map { "\($0.path ?? "") \($0.reason.rawValue)" }
        == ["extra.clevio file-extra", "index.html file-changed"])
  }
}

extension [UInt8] {
  fileprivate var firstLineEnd: Int { firstIndex(of: 0x0A) ?? 0 }
}

@Suite struct VerifierStateTests {
  private let portal: SignedPortal
  private let folder: TemporaryFolder

  init() throws {
    portal = try SignedPortal()
    folder = portal.folder
    try portal.sign()
  }

  private func verdict(now: Int? = nil, remembers: Bool = true) throws -> Refusal.Reason? {
    try portal.verdict {
      $0.statePath = folder.path + "/state.json"
      $0.remembers = remembers
      if let now { $0.now = now }
    }
  }

  /// Keeps the folder's files, and puts them back.
  private func copy(_ source: String, to target: String) throws {
    try? FileManager.default.removeItem(atPath: folder.path + "/" + target)
    try FileManager.default.copyItem(
      atPath: folder.path + "/" + source, toPath: folder.path + "/" + target)
  }

  @Test func keepsNothingInTheCopyItself() throws {
    #expect(try portal.verdict { $0.statePath = portal.site + "/state.json" } == .unsafePlace)
    #expect(!folder.files.contains("site/state.json"))
  }

  @Test func refusesAnOlderCopyThanOneThatWasSeen() throws {
    #expect(try verdict() == nil)
    try copy("site", to: "old")
    folder.write("<p>New", to: "site/index.html")
    try portal.sign()
    #expect(try verdict() == nil)
    let state = folder.read("state.json")
    try copy("old", to: "site")
    #expect(try verdict() == .rollback)
    #expect(folder.read("state.json") == state)
    #expect(try portal.verdict() == nil)
  }

  @Test func refusesTwoCopiesOfOneVersion() throws {
    #expect(try verdict() == nil)
    #expect(folder.remove("keys/ledger.jsonl"))
    folder.write("<p>Fork", to: "site/index.html")
    #expect(try portal.sign { $0.version = 1 }.head.version == 1)
    #expect(try verdict() == .rollback)
  }

  @Test func remembersNothingOfWhatItRefused() throws {
    folder.write("x", to: "site/extra")
    #expect(try verdict() == .fileExtra)
    #expect(folder.read("state.json") == nil)
    #expect(folder.remove("site/extra"))
    #expect(try verdict(now: portal.example.now + 86_400) == .expired)
    #expect(try verdict(remembers: false) == nil)
    #expect(folder.read("state.json") == nil)
    #expect(try verdict() == nil)
    let state = folder.read("state.json")
    try portal.sign()
    folder.write("y", to: "site/index.html")
    #expect(try verdict() == .fileChanged)
    #expect(folder.read("state.json") == state)
  }

  @Test(
    arguments: [
      "", "x", "{}", "null", "{\"aud\":\"harbour\"}",
      "{\"aud\":\"harbour\",\"heads\":{},\"iss\":\"ada\",\"keys\":0,\"x\":1}",
      "{\"aud\":\"harbour\",\"heads\":{\"me\":{}},\"iss\":\"ada\",\"keys\":0}",
      "{\"aud\":\"harbour\",\"heads\":[],\"iss\":\"ada\",\"keys\":0}",
    ])
  func refusesADamagedState(text: String) throws {
    folder.write(text, to: "state.json")
    #expect(try verdict() == .badState)
    #expect(folder.read("state.json") == text)
  }

  @Test func keepsToThePortalThatItRemembers() throws {
    #expect(try verdict() == nil)
    try portal.sign { $0.portal = portal.example.course }
    let outcome = try portal.verify {
      $0.portal = nil
      $0.statePath = folder.path + "/state.json"
    }
    #expect(outcome.refusals.map(\.reason) == [.wrongPortal])
  }

  @Test func followsTheKeyListButNotBack() throws {
    let now = portal.example.now
    #expect(try verdict() == nil)
    try copy("site", to: "before")
    _ = try portal.rotate(now)
    try portal.sign()
    #expect(try verdict() == nil)
    #expect(folder.files.contains("site/clevio-keys.jws"))
    // Without the list, the root key's old signature would be right.
    try copy("before", to: "site")
    #expect(try verdict() == .rollback)
  }

  @Test func refusesWhatARevokedKeySigned() throws {
    let now = portal.example.now
    let stolen = try portal.rotate(now)
    try portal.sign()
    #expect(try verdict() == nil)
    try copy("site", to: "stolen")
    _ = try portal.rotate(now)
    try portal.keys.revoke(
      stolen.id,
      KeyFolder.ListChange(
        passphrase: portal.passphrase, now: now, expires: now + 1_000_000, rounds: 1))
    try portal.sign()
    #expect(try verdict() == nil)
    let list = try portal.read("clevio-keys.jws")
    try copy("stolen", to: "site")
    #expect(try verdict() == .rollback)
    try Data(list).write(to: URL(fileURLWithPath: portal.site + "/clevio-keys.jws"))
    #expect(try verdict() == .unknownKey)
  }

  @Test func isNotLockedOutByAThiefsHighVersion() throws {
    let now = portal.example.now
    let stolen = try portal.rotate(now)
    try portal.sign { $0.version = 1_000_000 }
    #expect(try verdict() == nil)
    // The author knows nothing of that version.
    #expect(folder.remove("keys/ledger.jsonl"))
    _ = try portal.rotate(now)
    try portal.sign { $0.version = 7 }
    #expect(try verdict() == .rollback)
    try portal.keys.revoke(
      stolen.id,
      KeyFolder.ListChange(
        passphrase: portal.passphrase, now: now, expires: now + 1_000_000, rounds: 1))
    try portal.sign()
    #expect(try verdict() == nil)
  }

  @Test func refusesAForgedKeyListInTheFolder() throws {
    let now = portal.example.now
    let list = KeyList(
      author: portal.example.author, version: 1, issued: now, expires: now + 1_000,
      keys: [ListedKey(portal.example.key.publicKey)])
    let token = list.signed(by: portal.example.key)
    try Data(token).write(to: URL(fileURLWithPath: portal.site + "/clevio-keys.jws"))
    #expect(try verdict() == .unknownKey)
  }
}
