import Bytes
import Entitlements
import Foundation
import Testing

@Suite struct EntitlementCheckTests {
  @Test func acceptsWhatItsAuthorIssued() throws {
    let example = try Example()
    let entitlement = try example.entitlement()
    let found = try example.check.entitlement(in: entitlement.signed(by: example.key))
    #expect(found == entitlement)
    #expect(found.grants[0].wrappedKey.count == 40)
  }

  @Test func signsTheSameBytesEachTime() throws {
    let example = try Example()
    let entitlement = try example.entitlement()
    #expect(entitlement.signed(by: example.key) == entitlement.signed(by: example.key))
  }

  @Test func refusesEveryAttackWithItsCode() throws {
    let example = try Example()
    let attacks = try TokenAttack.all()
    #expect(attacks.count > 90)
    #expect(Set(attacks.map(\.name)).count == attacks.count)
    for attack in attacks {
      let verdict = try SignatureVector(attack, example).verdict()
      #expect(verdict == attack.expected?.rawValue ?? "accepted", "\(attack.name)")
    }
  }

  @Test func agreesWithTheVectorFiles() throws {
    let example = try Example()
    let manager = FileManager.default
    let attacks = try TokenAttack.all()
    let isRecording = ProcessInfo.processInfo.environment["CLEVIO_RECORD"] == "1"
    for attack in attacks {
      let file = SignatureVector.folder.appendingPathComponent(attack.name + ".txt")
      let expected = SignatureVector(attack, example).text
      if isRecording { try Data(expected).write(to: file) }
      #expect(try Array(Data(contentsOf: file)) == expected, "\(attack.name)")
    }
    let names = try manager.contentsOfDirectory(atPath: SignatureVector.folder.path)
    #expect(Set(names) == Set(attacks.map { $0.name + ".txt" }))
    for name in names {
      let file = SignatureVector.folder.appendingPathComponent(name)
      let vector = SignatureVector(parsing: Array(try Data(contentsOf: file)))
      #expect(try vector.verdict() == vector.fields["expect"], "\(name)")
    }
    if isRecording { Issue.record("the vectors were written anew") }
  }

  @Test func refusesATokenWithAnyByteChanged() throws {
    let example = try Example()
    let token = try example.entitlement().signed(by: example.key)
    for index in token.indices {
      for change: UInt8 in [0x01, 0x20, 0x80] {
        var changed = token
        changed[index] ^= change
        #expect(throws: Refusal.self, "byte \(index)") {
          try example.check.entitlement(in: changed)
        }
      }
    }
  }

  @Test func refusesATokenWithAnyByteMissingOrDoubled() throws {
    let example = try Example()
    let token = try example.entitlement().signed(by: example.key)
    for index in token.indices {
      var shorter = token
      shorter.remove(at: index)
      var longer = token
      longer.insert(token[index], at: index)
      #expect(throws: Refusal.self) { try example.check.entitlement(in: shorter) }
      #expect(throws: Refusal.self) { try example.check.entitlement(in: longer) }
      #expect(throws: Refusal.self) { try example.check.entitlement(in: Array(token[..<index])) }
    }
  }

  @Test func refusesAKeyWithoutTheRole() throws {
    let example = try Example()
    let listed = ListedKey(example.stranger.publicKey, types: [.head])
    let list = KeyList(
      author: example.author, version: 1, issued: example.now, expires: example.now + 10,
      keys: [listed])
    var check = example.check
    check.keys = try example.trusted.adding(
      listIn: list.signed(by: example.key), now: example.now)
    let token = try example.entitlement().signed(by: example.stranger)
    #expect(reason { _ = try check.entitlement(in: token) } == .keyNotAllowed)
    let own = try example.entitlement().signed(by: example.key)
    #expect(reason { _ = try check.entitlement(in: own) } == .keyNotAllowed)
  }

  @Test func holdsAKeyToItsCourses() throws {
    let example = try Example()
    for (course, expected) in [("knots", nil), ("rope", Refusal.Reason.keyNotAllowed)] {
      let listed = ListedKey(
        example.stranger.publicKey, types: [.entitlement], courses: [try Example.name(course)])
      let list = KeyList(
        author: example.author, version: 1, issued: example.now, expires: example.now + 10,
        keys: [listed])
      var check = example.check
      check.keys = try example.trusted.adding(
        listIn: list.signed(by: example.key), now: example.now)
      let token = try example.entitlement().signed(by: example.stranger)
      #expect(reason { _ = try check.entitlement(in: token) } == expected)
    }
  }

  @Test(arguments: [0, 1_798_761_600, 2_147_483_648, 253_402_300_000])
  func knowsNoYearThatTimesEndIn(expires: Int) throws {
    let example = try Example()
    var entitlement = try example.entitlement()
    entitlement.issued = 0
    entitlement.notBefore = 0
    entitlement.expires = max(1, expires)
    var check = example.check
    check.now = max(0, expires - 1)
    #expect(throws: Never.self) {
      try check.entitlement(in: entitlement.signed(by: example.key))
    }
    check.now = expires + 301
    #expect(
      reason { _ = try check.entitlement(in: entitlement.signed(by: example.key)) } == .expired)
  }

  @Test func showsALabelThatCannotSteerTheTerminal() {
    let label = Array("a\0\u{1B}[2J\u{202E}\u{2028}\"\\<b>\u{E9}".utf8)
    #expect(
      ShownText.quoted(label)
        == "\"a\\u{0}\\u{1B}[2J\\u{202E}\\u{2028}\\\"\\\\<b>\u{E9}\"")
  }

  @Test func hidesTheKeysWhenItIsShown() throws {
    let example = try Example()
    let entitlement = try example.entitlement()
    let shown = InspectedToken(entitlement.signed(by: example.key))
    let text = String(utf8: shown.payload?.json ?? [])
    #expect(text.contains("\"kek\":\"(hidden)\""))
    #expect(text.contains("order 1001"))
    let secrets = entitlement.grants.flatMap { [$0.wrappedKey, $0.wrappingKey] }
    for secret in secrets {
      #expect(!text.contains(String(utf8: Base64.url.encoded(secret))))
    }
  }

  @Test func inspectsGarbageWithoutHarm() {
    for text in ["", ".", "..", "a.b.c", String(repeating: "A", count: 1_000_000)] {
      #expect(InspectedToken(Array(text.utf8)).payload == nil)
    }
  }

  @Test func findsTheTokenInEveryFormOfFile() throws {
    let example = try Example()
    let token = try example.entitlement().signed(by: example.key)
    for form in [
      EntitlementFile.Form.token, .script, .link("https://harbour.example/a/index.html#top"),
    ] {
      let text = EntitlementFile.text(of: token, as: form)
      #expect(EntitlementFile.token(in: text) == token)
      #expect(EntitlementFile.token(in: Array("\r\n".utf8) + text + Array("\r\n".utf8)) == token)
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(EntitlementFile.token(in: mark + token + Array("\r\n".utf8)) == token)
    let link = EntitlementFile.text(of: token, as: .link("https://harbour.example/#top"))
    #expect(EntitlementFile.token(in: mark + link) == token)
    for (before, behind) in [("<", ">"), ("Ihre Bestellung #7: ", ". Viel Spaß!"), ("„", "“")] {
      let mail = Array(before.utf8) + link.dropLast() + Array(behind.utf8)
      #expect(EntitlementFile.token(in: mail) == token)
    }
    #expect(String(utf8: link).hasPrefix("https://harbour.example/#unlock=eyJ"))
  }
}
