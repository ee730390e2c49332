import Bytes
import Entitlements
import Files
import Foundation
import TestSupport
import Testing

/// A portal's folder and an author's keys on disk.
struct SignedPortal {
  let folder: TemporaryFolder
  let example: Example
  let keys: KeyFolder
  let passphrase = Array("correct horse battery".utf8)

  init() throws {
    folder = try TemporaryFolder()
    example = try Example()
    keys = try KeyFolder.create(
      folder.path + "/keys", author: example.author, passphrase: passphrase, rounds: 1,
      now: example.now)
    folder.write("<p>Knots", to: "site/index.html")
    folder.write("<p>Reef", to: "site/courses/knots/reef.html")
    folder.write("", to: "site/.nojekyll")
  }

  var site: String { folder.path + "/site" }

  var trusted: TrustedKeys { TrustedKeys(root: keys.root, author: keys.author) }

  @discardableResult
  func sign(
    _ change: (inout PortalSigning) -> Void = { _ in }
  ) throws -> PortalSigning.Outcome {
    var signing = PortalSigning(
      folder: site, portal: example.portal, now: example.now, expires: example.now + 86_400)
    change(&signing)
    return try signing.sign(with: keys, passphrase: passphrase)
  }

  func verify(
    _ change: (inout PortalVerification) -> Void = { _ in }
  ) throws -> PortalVerification.Outcome {
    var verification = PortalVerification(
      folder: site, keys: trusted, portal: example.portal, now: example.now)
    change(&verification)
    return try verification.run()
  }

  /// The code of the first refusal.
  func verdict(
    _ change: (inout PortalVerification) -> Void = { _ in }
  ) throws -> Refusal.Reason? { try verify(change).refusals.first?.reason }

  func read(_ file: String) throws -> [UInt8] { try DiskFile.read(site + "/" + file) }

  func rotate(_ now: Int, overlap: Int = 1_000) throws -> PublicKey {
    try keys.rotate(
      KeyFolder.ListChange(
        passphrase: passphrase, now: now, expires: now + 86_400 * 400, rounds: 1),
      overlap: overlap)
  }
}

@Suite struct PortalSigningTests {
  private let portal: SignedPortal

  init() throws { portal = try SignedPortal() }

  @Test func listsEveryFileWithItsDigestAndSize() throws {
    let outcome = try portal.sign()
    #expect(
      portal.folder.read("site/manifest.json") == """
        {
        ".nojekyll":["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",0],
        "courses/knots/reef.html":["\(ContentDigest(of: Array("<p>Reef".utf8)))",7],
        "index.html":["\(ContentDigest(of: Array("<p>Knots".utf8)))",8]
        }

        """)
    #expect(outcome.files == 3)
    #expect(outcome.bytes == 15)
    #expect(outcome.head.version == 1)
    #expect(try portal.verdict() == nil)
  }

  @Test func countsVersionsUp() throws {
    #expect(try portal.sign().head.version == 1)
    #expect(try portal.sign().head.version == 2)
    #expect(try portal.sign { $0.version = 10 }.head.version == 10)
    #expect(reason { try portal.sign { $0.version = 10 } } == .rollback)
    #expect(try portal.sign().head.version == 11)
    let other = try portal.sign { $0.portal = portal.example.course }
    #expect(other.head.version == 1)
  }

  @Test func givesSigningsAtOnceAVersionEach() throws {
    let names = (1...24).map { "site\($0)" }
    for name in names { portal.folder.write("<p>\(name)", to: "\(name)/index.html") }
    let path = portal.folder.path
    let (keys, passphrase) = (portal.keys, portal.passphrase)
    let (name, now) = (portal.example.portal, portal.example.now)
    let heads = try concurrentMap(names, threads: 4) { (site) throws(Failure) in
      let signing = PortalSigning(
        folder: "\(path)/\(site)", portal: name, now: now, expires: now + 86_400)
      return try signing.sign(with: keys, passphrase: passphrase).head.version
    }
    #expect(heads.sorted() == Array(1...24))
    for name in names { #expect(try portal.verdict { $0.folder = "\(path)/\(name)" } == nil) }
  }

  @Test func signsNoVersionTwiceAfterTheLedgerWasLost() throws {
    try portal.sign()
    let before = portal.folder.read("keys/ledger.jsonl") ?? ""
    try portal.sign()
    let now = portal.example.now
    _ = try portal.rotate(now, overlap: 0)
    for ledger in [nil, before] {
      _ = portal.folder.remove("keys/ledger.jsonl")
      if let ledger {
        portal.folder.write(ledger, to: "keys/ledger.jsonl")
        chmod(portal.folder.path + "/keys/ledger.jsonl", 0o600)
      }
      let told = try #require(refusal { try portal.sign { $0.now = now + 10 } })
      #expect(told.reason == .rollback)
      #expect(told.message.hasPrefix("ledger.jsonl is older than what was signed: version 2"))
      #expect(told.help.contains("--head-version above 2"))
    }
    // What others signed there, or what was signed for another portal, holds nobody up.
    #expect(try portal.sign { $0.portal = portal.example.course }.head.version == 1)
    #expect(try portal.sign().head.version == 2)
  }

  @Test func writesTheSameBytesForTheSameInput() throws {
    try portal.sign { $0.version = 5 }
    let first = try [portal.read("manifest.json"), portal.read("clevio-head.jws")]
    #expect(portal.folder.remove("keys/ledger.jsonl"))
    try portal.sign { $0.version = 5 }
    #expect(try [portal.read("manifest.json"), portal.read("clevio-head.jws")] == first)
  }

  @Test func publishesWhatWasRevokedAndTheEpochsOfItsCourses() throws {
    let ids = try ["e-2", "e-1", "e-1"].map { try Example.name($0) }
    try portal.keys.ledger.append(ids.map { LedgerEvent(.revoked($0), at: 1) })
    for course in ["knots", "elsewhere"] {
      try portal.keys.addCourse(
        try Example.name(course), passphrase: portal.passphrase, rounds: 1, now: 1)
    }
    try portal.keys.ledger.append([
      LedgerEvent(.rekeyed(course: portal.example.course, epoch: 4), at: 1)
    ])
    let head = try portal.sign().head
    #expect(head.revoked.map(\.description) == ["e-1", "e-2"])
    #expect(head.epochs == [portal.example.course: 4])
    #expect(try portal.verify().head == head)
  }

  @Test(
    arguments: [
      ("a\\b.html", Refusal.Reason.unsafeName), ("a\"b.html", .unsafeName), ("a\nb", .unsafeName),
      ("C:evil", .unsafeName), ("INDEX.html", .nameClash), ("courses/KNOTS/reef.html", .nameClash),
      ("Courses", .nameClash), ("courses/Knots", .nameClash),
    ])
  func refusesNamesThatMeanOtherFilesElsewhere(name: String, expected: Refusal.Reason) throws {
    portal.folder.write("x", to: "site/" + name)
    #expect(reason { try portal.sign() } == expected)
    #expect(portal.folder.read("site/manifest.json") == nil)
  }

  @Test func refusesASliceOfAPortal() throws {
    portal.folder.write("x", to: "site/parts/courses/knots/course.part")
    // Authors may call files so.
    try portal.sign()
    #expect(portal.folder.remove("site/index.html"))
    #expect(portal.folder.remove("site/manifest.json"))
    let told = try #require(refusal { try portal.sign() })
    #expect(told.message == "\(portal.site) is a slice of a portal")
    #expect(told.path == "parts/courses/knots/course.part")
    #expect(told.help.contains("clevio merge"))
    #expect(portal.folder.read("site/manifest.json") == nil)
  }

  @Test func refusesNamesThatDifferByComposition() throws {
    portal.folder.write("x", to: "site/\u{E9}.html")
    portal.folder.write("x", to: "site/e\u{301}.html")
    #expect(reason { try portal.sign() } == .nameClash)
  }

  @Test func refusesLinksPipesAndNamesThatAreNotUTF8() throws {
    portal.folder.link("site/link.html", to: "index.html")
    #expect(reason { try portal.sign() } == .notAFile)
    #expect(portal.folder.remove("site/link.html"))
    portal.folder.makePipe("site/pipe")
    #expect(reason { try portal.sign() } == .notAFile)
    #expect(portal.folder.remove("site/pipe"))
    let name = Array("\(portal.site)/bad".utf8) + [0xFF, 0]
    name.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        if let start = characters.baseAddress { close(open(start, O_CREAT | O_WRONLY, 0o666)) }
      }
    }
    #expect(reason { try portal.sign() } == .unsafeName)
  }

  @Test func refusesToPublishSecrets() throws {
    let token = String(utf8: try portal.example.entitlement().signed(by: portal.example.key))
    let padding = String(repeating: "x", count: 262_144 - 40)
    for text in [token, "clevioEntitlement(\"\(token)\");", padding + token, "e" + token] {
      portal.folder.write(text, to: "site/x.js")
      #expect(reason { try portal.sign() } == .secretPublished)
    }
    let key = SecretKeyFile.text(
      of: portal.example.key.seed, .signing, passphrase: [1], rounds: 1)
    portal.folder.write(String(utf8: key), to: "site/x.js")
    #expect(reason { try portal.sign() } == .secretPublished)
    portal.folder.write("A lesson on eyJhbGciOiJFZERTQSIsImtpZCI6I and keys", to: "site/x.js")
    #expect(throws: Never.self) { try portal.sign() }
  }

  /// What a key's file may look like beside the way in which this program writes it.
  private func keyFiles() throws -> [String] {
    let key = String(
      utf8: SecretKeyFile.text(of: portal.example.key.seed, .signing, passphrase: [1], rounds: 1))
    let digits = String(utf8: Base64.url.encoded(portal.example.key.seed))
    let ledger = try #require(portal.folder.read("keys/ledger.jsonl"))
    return [
      "\n" + key, "\u{FEFF}" + key, "Bag Attributes\n    friendlyName: x\n" + key,
      key.replacing("\n", with: "\r\n"), "<pre>\n" + key + "</pre>", "x = \"\"\"\n" + key,
      try String(utf8: DiskFile.read(portal.keys.path + "/author.pub.pem")) + key,
      "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"d\":\"\(digits)\",\"x\":\"\(digits)\"}",
      "{\"keys\": [{\"d\" : \"\(digits)\", \"kty\" : \"EC\"}]}", ledger,
    ]
  }

  @Test func refusesToPublishKeysInAnyForm() throws {
    for text in try keyFiles() {
      portal.folder.write(text, to: "site/x.txt")
      #expect(reason { try portal.sign() } == .secretPublished, "\(text)")
    }
  }

  @Test func publishesLessonsOnKeys() throws {
    let begin = "-----BEGIN PRIVATE KEY-----"
    let digits = String(utf8: Base64.url.encoded(portal.example.key.seed))
    for text in [
      "<p>A key begins with \(begin).", "<pre>\n\(begin)\nMC4CAQ…\n-----END PRIVATE KEY-----\n",
      "<pre>\n\(begin)\n(your key)\n", "{\"kty\":\"OKP\",\"d\":\"…\"}",
      "{\"at\":1,\"event\":\"x\"}",
      "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"\(digits)\"}",
      "{\"kty\":\"OKP\"} {\"d\":\"\(digits)\"}",
    ] {
      portal.folder.write(text, to: "site/x.txt")
      #expect(throws: Never.self, "\(text)") { try portal.sign() }
    }
  }

  /// Films lie before lessons in the order of names, and are not read as what lessons are.
  @Test func passesOverFilmsThatAreNotSealed() throws {
    let film = String(repeating: "x", count: SealedScript.greatestSize + 1)
    portal.folder.write(film, to: "site/courses/knots/sealed/media/0f.mp4")
    let root = portal.example.root
    let script = SealedScript(
      sealing: Array("<p>Reef".utf8), path: "reef", with: ContentKey(of: root, epoch: 2))
    portal.folder.write(String(utf8: script.text), to: "site/courses/knots/sealed/reef.js")
    #expect(reason { try portal.sign() } == .wrongKey)
    try portal.keys.ledger.append([
      LedgerEvent(.rekeyed(course: portal.example.course, epoch: 2), at: portal.example.now)
    ])
    #expect(try portal.sign().unlisted == 1)
  }

  @Test func refusesToWriteWhatOneBuyerMayHaveAmongPublicFiles() throws {
    let site = portal.site
    #expect(reason { _ = try IssuedFolder(site + "/orders") } == .unsafePlace)
    #expect(reason { try EntitlementFile.create(site + "/a/b.clevio", [1]) } == .unsafePlace)
    #expect(
      reason { _ = try PackTarget(site + "/copy.zip", holdsLicence: true) } == .unsafePlace)
    #expect(throws: Never.self) {
      try EntitlementFile.create(portal.folder.path + "/b.clevio", [1])
      _ = try PackTarget(portal.folder.path + "/open.zip", holdsLicence: false)
    }
    #expect(!portal.folder.files.contains { $0.hasPrefix("site/") && $0.contains("clevio") })
  }

  @Test func refusesCoursesThatEverybodyCanOpen() throws {
    let course = portal.example.course
    let seal = try #require(PortalSeal.preview(of: [course]).courses[course])
    let script = SealedScript(sealing: Array("<p>Reef".utf8), path: "reef", with: seal.contentKey)
    portal.folder.write(String(utf8: script.text), to: "site/courses/\(course)/sealed/reef.js")
    #expect(reason { try portal.sign() } == .wrongKey)
    #expect(!portal.folder.files.contains("site/manifest.json"))
  }

  @Test func refusesCoursesThatWereBuiltBeforeTheirNewKey() throws {
    let course = portal.example.course
    let root = CourseRoot(course: course, secret: [UInt8](repeating: 7, count: 32))
    let script = SealedScript(
      sealing: Array("<p>Reef".utf8), path: "reef", with: ContentKey(of: root, epoch: 1))
    portal.folder.write(String(utf8: script.text), to: "site/courses/\(course)/sealed/reef.js")
    try portal.sign()
    try portal.keys.ledger.append([
      LedgerEvent(.rekeyed(course: course, epoch: 2), at: portal.example.now)
    ])
    #expect(reason { try portal.sign() } == .wrongKey)
  }

  /// A reader is told at the build whom it refuses, and which keys it trusts.
  @Test func refusesReadersFromBeforeARevocationOrANewKey() throws {
    let course = portal.example.course
    let root = CourseRoot(course: course, secret: [UInt8](repeating: 7, count: 32))
    let script = SealedScript(
      sealing: Array("<p>Reef".utf8), path: "reef", with: ContentKey(of: root, epoch: 1))
    portal.folder.write(String(utf8: script.text), to: "site/courses/\(course)/sealed/reef.js")
    func write(keyList: String, revoked: String) {
      portal.folder.write(
        "<script type=\"application/json\">{\"keyList\":\(keyList),\"revoked\":[\(revoked)]}</script>",
        to: "site/courses/\(course)/reader.html")
    }
    write(keyList: "null", revoked: "")
    try portal.sign()
    let buyers = try ["e-2", "e-1"].map { try Example.name($0) }
    try portal.keys.ledger.append(buyers.map { LedgerEvent(.revoked($0), at: portal.example.now) })
    #expect(reason { try portal.sign() } == .revoked)
    write(keyList: "null", revoked: "\"e-1\"")
    #expect(reason { try portal.sign() } == .revoked)
    write(keyList: "null", revoked: "\"e-1\",\"e-2\"")
    try portal.sign()
    _ = try portal.keys.rotate(
      KeyFolder.ListChange(
        passphrase: portal.passphrase, now: portal.example.now,
        expires: portal.example.now + 86_400), overlap: 86_400)
    #expect(reason { try portal.sign() } == .wrongKey)
    let list = String(utf8: try #require(try portal.keys.keyListToken()))
    write(keyList: "\"\(list)\"", revoked: "\"e-1\",\"e-2\"")
    try portal.sign()
  }

  @Test func writesNothingWhenAnythingIsWrong() throws {
    try portal.sign { $0.signsForSignify = true }
    let before = portal.folder.files.map { ($0, portal.folder.read($0) ?? "") }
    portal.folder.write("x", to: "site/INDEX.html")
    #expect(reason { try portal.sign() } == .nameClash)
    #expect(reason { try portal.sign { $0.expires = 0 } } == .expired)
    #expect(portal.folder.remove("site/INDEX.html"))
    #expect(
      portal.folder.files.map { ($0, portal.folder.read($0) ?? "") }.elementsEqual(before) {
        $0 == $1
      })
  }

  @Test func refusesWhatAnInterruptedBuildLeft() throws {
    portal.folder.write("half", to: "site/.clevio-staging/index.html")
    let told = try #require(refusal { try portal.sign() })
    #expect(told.reason == .fileExtra)
    #expect(told.help == "build again, and sign that")
    #expect(!portal.folder.files.contains("site/manifest.json"))
  }

  @Test func refusesAnEmptyFolderAndTheKeysOwn() throws {
    portal.folder.makeFolder("empty")
    #expect(reason { try portal.sign { $0.folder = portal.folder.path + "/empty" } } == .missing)
    #expect(reason { try portal.sign { $0.folder = portal.folder.path } } == .unsafePlace)
  }

  @Test func listsNothingThatAKilledSigningLeft() throws {
    portal.folder.write("half", to: "site/manifest.json.clevio-new")
    try portal.sign()
    #expect(try portal.verdict() == nil)
    #expect(!portal.folder.files.contains { $0.hasSuffix("clevio-new") })
  }

  /// Whether each tool that is there takes the signature for a key's, by its name.
  private func verdicts(on key: PublicKey) throws -> [String: Bool] {
    let text = PublicKeyFile.text(of: key, author: nil, as: .signify)
    portal.folder.write(String(utf8: text), to: "key.pub")
    let options = [
      "-V", "-p", portal.folder.path + "/key.pub", "-x", portal.site + "/manifest.json.minisig",
      "-m", portal.site + "/manifest.json",
    ]
    var verdicts: [String: Bool] = [:]
    for tool in ["signify-openbsd", "minisign"] {
      verdicts[tool] = try Tool.run(tool, options).map { $0.status == 0 }
    }
    return verdicts
  }

  @Test func signsForSignifyAndMinisign() throws {
    try portal.sign { $0.signsForSignify = true }
    #expect(try portal.verdict() == nil)
    let key = portal.keys.root
    #expect(try verdicts(on: key).allSatisfy(\.value))
    portal.folder.write(
      try String(utf8: portal.read("manifest.json")) + " ", to: "site/manifest.json")
    #expect(try !verdicts(on: key).contains(where: \.value))
  }

  @Test func signsForSignifyWithTheNewestKey() throws {
    let newest = try portal.rotate(portal.example.now, overlap: 0)
    try portal.sign { $0.signsForSignify = true }
    #expect(try verdicts(on: newest).allSatisfy(\.value))
    #expect(try !verdicts(on: portal.keys.root).contains(where: \.value))
  }

  @Test func takesTheSignatureForSignifyAwayWhenItIsNoLongerWanted() throws {
    try portal.sign { $0.signsForSignify = true }
    try portal.sign()
    #expect(portal.folder.read("site/manifest.json.minisig") == nil)
  }
}
