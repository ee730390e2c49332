import Bytes
import Entitlements
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite struct PortalPackingTests {
  private let portal: SignedPortal
  private let folder: TemporaryFolder
  private let token: [UInt8]

  init() throws {
    portal = try SignedPortal()
    folder = portal.folder
    for (path, text) in [
      ("courses/knots/reader.html", "<p>Reader"), ("courses/knots/sealed/a.js", "clevioLesson()"),
      ("courses/rope/index.html", "<p>Rope"), ("courses/rope/reader.html", "<p>Rope reader"),
      ("courses/index.html", "<p>Courses"), ("assets/f\u{FC}r.css", ""),
      ("big.bin", String(repeating: "0123456789abcdef", count: 600_000)),
    ] { folder.write(text, to: "site/" + path) }
    let example = portal.example
    try portal.keys.addCourse(
      example.course, passphrase: portal.passphrase, rounds: 1, now: example.now)
    try portal.sign()
    token = try portal.keys.unlock(passphrase: portal.passphrase, now: example.now).issue(
      [
        Issuance(
          portal: example.portal, id: try Example.name("e-1"),
          label: Array("a\u{2028}<b>\u{202E}".utf8), courses: [example.course],
          issued: example.now)
      ], now: example.now)[0]
  }

  private func pack(
    _ path: String, _ change: (inout PortalPacking) -> Void = { _ in }
  ) throws -> Result<PortalPacking.Outcome, PackingRefusal> {
    var packing = PortalPacking(
      folder: portal.site, keys: portal.trusted, token: token, now: portal.example.now)
    change(&packing)
    return try packing.pack(into: folder.path + "/" + path)
  }

  private func verify(_ path: String, packed: Bool = true) throws -> [Refusal] {
    try portal.verify {
      $0.folder = folder.path + "/" + path
      $0.isPacked = packed
    }.refusals
  }

  @Test func copiesThePortalWithTheBuyersEntitlement() throws {
    let outcome = try pack("copy").get()
    #expect(outcome.courses.map(\.description) == ["knots"])
    #expect(
      folder.read("copy/courses/knots/entitlement.js")
        == "clevioEntitlement(\"\(String(utf8: token))\");\n")
    #expect(try verify("copy") == [])
    #expect(try verify("copy", packed: false).map(\.reason) == [.fileExtra])
    #expect(folder.read("copy/courses/rope/index.html") == "<p>Rope")
    #expect(!folder.files.contains { $0.contains("clevio-new") })
  }

  @Test(arguments: ["copy", "copy.zip"])
  func leavesNothingOfACopyThatIsGivenUp(name: String) throws {
    let files = Mutex(0)
    let isGivenUp: @Sendable () -> Bool = {
      files.withLock { count in
        count += 1
        return count > 3
      }
    }
    #expect(throws: Failure.self) { try pack(name) { $0.isGivenUp = isGivenUp } }
    #expect(files.withLock { $0 } == 4)
    #expect(!folder.files.contains { $0.hasPrefix("copy") })
    _ = try pack(name).get()
  }

  @Test func tellsWhatAnUnfinishedCopyLeft() throws {
    folder.write("half", to: "copy.zip.clevio-new")
    let error = #expect(throws: Failure.self) { try pack("copy.zip") }
    guard case .refused(let refusal) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(refusal.message.contains("copy.zip.clevio-new is there, which an unfinished copy"))
    #expect(refusal.help.hasPrefix("remove it"))
    #expect(folder.read("copy.zip.clevio-new") == "half")
  }

  @Test func leavesOtherCoursesOut() throws {
    _ = try pack("one") { $0.course = portal.example.course }.get()
    #expect(folder.read("one/courses/rope/index.html") == nil)
    #expect(folder.read("one/courses/index.html") == "<p>Courses")
    #expect(folder.read("one/courses/knots/sealed/a.js") == "clevioLesson()")
    #expect(try verify("one") == [])
    #expect(Set(try verify("one", packed: false).map(\.reason)) == [.fileMissing, .fileExtra])
    // A course that is there must be there as a whole.
    #expect(folder.remove("one/courses/knots/sealed/a.js"))
    #expect(try verify("one").map(\.reason) == [.fileMissing])
  }

  @Test func findsWhatWasPutIntoACopyInPlaceOfTheEntitlement() throws {
    _ = try pack("copy").get()
    for (text, reason) in [
      ("alert(1)", Refusal.Reason.malformed),
      ("clevioEntitlement(\"\(String(utf8: token))\");\nalert(1)\n", .malformed),
      ("clevioEntitlement(\"a.b.c\");\n", .malformed),
      (
        "clevioEntitlement(\"\(String(utf8: token).replacing(".eyJh", with: ".eyJi"))\");\n",
        .badSignature
      ),
    ] {
      folder.write(text, to: "copy/courses/knots/entitlement.js")
      #expect(try verify("copy").map(\.reason) == [reason], "\(text)")
    }
    #expect(folder.remove("copy/courses/knots/entitlement.js"))
    folder.link("copy/courses/knots/entitlement.js", to: "reader.html")
    #expect(try verify("copy").map(\.reason) == [.fileExtra])
    #expect(folder.remove("copy/courses/knots/entitlement.js"))
    let script = String(utf8: EntitlementFile.text(of: token, as: .script))
    folder.write(script, to: "copy/courses/rope/entitlement.js")
    #expect(try verify("copy").map(\.reason) == [.wrongCourse])
    folder.write(script, to: "copy/entitlement.js")
    #expect(try verify("copy").map(\.reason) == [.wrongCourse, .fileExtra])
  }

  @Test func writesTheSameArchiveEachTimeThatOthersUnpack() throws {
    _ = try pack("a.zip").get()
    #expect(rename(folder.path + "/a.zip", folder.path + "/first") == 0)
    _ = try pack("a.zip").get()
    let archives = try ["first", "a.zip"].map {
      try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + $0))
    }
    #expect(archives[0] == archives[1])
    let script = """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      names = archive.namelist()
      assert names == sorted(names, key=lambda n: n.encode()) and len(set(names)) == len(names)
      assert all(i.external_attr >> 16 == 0o100644 for i in archive.infolist())
      archive.extractall(sys.argv[2])
      """
    let outcome = try Tool.run(
      "python3", ["-c", script, folder.path + "/a.zip", folder.path + "/unpacked"])
    #expect(outcome?.status == 0, "\(outcome?.output ?? "no python3")")
    #expect(try verify("unpacked/a") == [])
    #expect(folder.read("unpacked/a/assets/f\u{FC}r.css") == "")
    #expect(folder.read("unpacked/a/courses/knots/entitlement.js") != nil)
  }

  @Test func packsNoPortalThatIsNotAsItWasSigned() throws {
    folder.write("x", to: "site/extra")
    guard case .failure(let refusal) = try pack("copy") else {
      Issue.record("a changed portal was packed")
      return
    }
    #expect(refusal.refusals.map(\.reason) == [.fileExtra])
    #expect(folder.remove("site/extra"))
    folder.link("site/link", to: "index.html")
    #expect(throws: PackingRefusal.self) { try pack("copy").get() }
    #expect(folder.remove("site/link"))
    #expect(!folder.files.contains { $0.hasPrefix("copy") })
  }

  @Test func packsNoEntitlementThatThePortalRefuses() throws {
    let stranger = try portal.example.entitlement().signed(by: portal.example.key)
    #expect(reason { _ = try pack("copy") { $0.token = stranger } } == .unknownKey)
    #expect(
      reason { _ = try pack("copy") { $0.course = portal.example.portal } } == .wrongCourse)
    #expect(!folder.files.contains { $0.hasPrefix("copy") })
  }

  @Test func overwritesNothing() throws {
    folder.write("mine", to: "copy/file")
    folder.write("mine", to: "a.zip")
    for path in ["copy", "copy/", "a.zip"] {
      #expect(reason { _ = try pack(path).get() } == .alreadyThere, "\(path)")
    }
    #expect(folder.read("copy/file") == "mine" && folder.read("a.zip") == "mine")
  }

  @Test(
    arguments: [
      "../out.html", "/etc/out", "a/../../out", "a//b", "a\\..\\b", "c:out", "a\nb", "",
    ])
  func packsNoPathThatLeavesTheCopy(path: String) throws {
    // Another program may have signed what this one would not.
    let list = try portal.read("manifest.json")
    let lines = String(utf8: list).replacing(
      "{\n", with: "{\n\"\(path)\":[\"\(String(repeating: "0", count: 64))\",0],\n")
    folder.write(lines, to: "site/manifest.json")
    let head = String(utf8: try portal.read("clevio-head.jws"))
    let payload = String(
      utf8: Base64.url.decoded(Array(head.split(separator: ".")[1].utf8)) ?? [])
    let changed =
      payload
      .replacing("\(ContentDigestText.of(list))", with: ContentDigestText.of(Array(lines.utf8)))
      .replacing("\"size\":\(list.count)", with: "\"size\":\(lines.utf8.count)")
    #expect(changed != payload)
    let key = try portal.keys.rootKey(passphrase: portal.passphrase)
    let signed =
      Array(head.split(separator: ".")[0].utf8) + [0x2E]
      + Base64.url.encoded(Array(changed.utf8))
    let token = signed + [0x2E] + Base64.url.encoded(key.signature(for: signed))
    try Data(token).write(to: URL(fileURLWithPath: portal.site + "/clevio-head.jws"))
    guard case .failure(let refusal) = try pack("copy.zip") else {
      Issue.record("an unsafe path was packed")
      return
    }
    #expect(
      [[.unsafeName], [.badManifest]].contains(refusal.refusals.map(\.reason)), "\(path)")
    #expect(!folder.files.contains { $0.hasPrefix("copy") || $0.hasPrefix("out") })
  }
}
