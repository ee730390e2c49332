import Bytes
import Entitlements
import Testing

@Suite struct KeyListTests {
  private func list(_ example: Example, version: Int = 1) -> KeyList {
    KeyList(
      author: example.author, version: version, issued: example.now - 10,
      expires: example.now + 1_000, keys: [ListedKey(example.stranger.publicKey)])
  }

  @Test func letsTheListedKeySignAndTheRootNoMore() throws {
    let example = try Example()
    let trusted = try example.trusted.adding(
      listIn: list(example).signed(by: example.key), now: example.now)
    #expect(trusted.all.map(\.publicKey) == [example.stranger.publicKey])
    let token = try example.entitlement().signed(by: example.stranger)
    var check = example.check
    check.keys = trusted
    #expect(throws: Never.self) { try check.entitlement(in: token) }
  }

  @Test func believesNoListButTheRootKeys() throws {
    let example = try Example()
    let token = list(example).signed(by: example.stranger)
    #expect(
      reason { _ = try example.trusted.adding(listIn: token, now: example.now) } == .unknownKey)
    let trusted = try example.trusted.adding(
      listIn: list(example).signed(by: example.key), now: example.now)
    #expect(
      reason { _ = try trusted.adding(listIn: token, now: example.now) } == .unknownKey)
  }

  @Test func keepsTimesAuthorAndRoles() throws {
    let example = try Example()
    let token = list(example).signed(by: example.key)
    func verdict(_ now: Int, author: String = "ada") throws -> Refusal.Reason? {
      let keys = TrustedKeys(root: example.key.publicKey, author: try Example.name(author))
      return reason { _ = try keys.adding(listIn: token, now: now) }
    }
    #expect(try verdict(example.now) == nil)
    #expect(try verdict(example.now + 1_000) == .expired)
    #expect(try verdict(example.now - 1_000) == .issuedInFuture)
    #expect(try verdict(example.now, author: "eve") == .wrongAuthor)
    var lists = list(example)
    lists.keys = [ListedKey(example.stranger.publicKey, types: [.keys])]
    let other = lists.signed(by: example.key)
    #expect(
      reason { _ = try example.trusted.adding(listIn: other, now: example.now) } == .badClaims)
  }

  @Test func refusesAKeyBeforeAndAfterItsTime() throws {
    let example = try Example()
    var list = list(example)
    list.keys[0].notBefore = example.now
    list.keys[0].expires = example.now + 100
    let token = try example.entitlement().signed(by: example.stranger)
    for (now, expected) in [
      (example.now, nil), (example.now + 99, nil), (example.now + 100, Refusal.Reason.keyExpired),
      (example.now - 301, .keyExpired),
    ] {
      var check = example.check
      list.issued = 0
      check.now = now
      check.keys = try example.trusted.adding(listIn: list.signed(by: example.key), now: now)
      #expect(reason { _ = try check.entitlement(in: token) } == expected)
    }
  }

  @Test func refusesNoKeysTheSameTwiceAndTooMany() throws {
    let example = try Example()
    var list = list(example)
    let one = list.keys[0]
    for keys in [[], [one, one], Array(repeating: one, count: 65)] {
      list.keys = keys
      let token = list.signed(by: example.key)
      #expect(
        reason { _ = try example.trusted.adding(listIn: token, now: example.now) } == .badClaims)
    }
  }

  @Test func readsTheNextRootKey() throws {
    let example = try Example()
    var list = list(example)
    list.nextRoot = example.stranger.publicKey
    let read = try example.trusted.adding(
      listIn: list.signed(by: example.key), now: example.now)
    #expect(read.list == list)
  }
}
