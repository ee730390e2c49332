import Bytes
import Entitlements
import Foundation
import TestSupport
import Testing

@Suite struct LedgerTests {
  private let folder: TemporaryFolder
  private let example: Example
  private let ledger: Ledger

  init() throws {
    folder = try TemporaryFolder()
    example = try Example()
    ledger = try KeyFolder.create(
      folder.path + "/keys", author: example.author, passphrase: [1], rounds: 1, now: 0
    ).ledger
  }

  private var events: [LedgerEvent] {
    get throws {
      let id = try Example.name("e-1")
      return [
        LedgerEvent(
          .issued(
            id, portal: example.portal, label: Array("a\"b\u{E9}\0".utf8),
            courses: [example.course], expires: 9), at: 1),
        LedgerEvent(
          .issued(id, portal: example.portal, label: [0x61], courses: [], expires: nil), at: 2),
        LedgerEvent(.revoked(id), at: 3),
        LedgerEvent(
          .signed(
            portal: example.portal, version: 7, manifestDigest: [UInt8](repeating: 5, count: 32)),
          at: 4),
        LedgerEvent(
          .courseAdded(example.course, fingerprint: [UInt8](repeating: 1, count: 16)), at: 5),
        LedgerEvent(.rekeyed(course: example.course, epoch: 3), at: 5),
        LedgerEvent(.keyRevoked(example.key.publicKey.id), at: 6),
      ]
    }
  }

  @Test func readsWhatWasAppended() throws {
    for event in try events { try ledger.append([event]) }
    let read = try ledger.events()
    #expect(try Array(read.dropFirst()) == events)
    #expect(read.revoked.map(\.description) == ["e-1"])
    #expect(read.version(of: example.portal) == 7)
    #expect(read.version(of: example.author) == 0)
    #expect(read.fingerprint(of: example.course) == [UInt8](repeating: 1, count: 16))
    #expect(read.fingerprint(of: example.portal) == nil)
    #expect(read.epoch(of: example.course) == 3)
    #expect(read.epoch(of: example.portal) == 1)
    #expect(read.hasIssued(try Example.name("e-1")))
    #expect(!read.hasIssued(try Example.name("e-2")))
  }

  @Test func keepsTheOrdersThatEntitlementsAreFor() throws {
    let order = ShopOrder(provider: try Example.name("stripe"), number: Array("pi_\u{E9}\"".utf8))
    var events = try events
    events[0].order = order
    try ledger.append(events)
    let read = try ledger.events()
    #expect(Array(read.dropFirst()) == events)
    let id = try Example.name("e-1")
    let root = [example.root]
    #expect(IssuedOrders(read).entitlements(for: order, under: root) == [id])
    // Another purchase may have the same number.
    let course = try Example.name("knots")
    #expect(IssuedOrders(read).covers(id, anyOf: [course, try Example.name("sails")]))
    #expect(!IssuedOrders(read).covers(id, anyOf: [try Example.name("sails")]))
    // Ledgers did not always say it: then the name follows from the order and its course.
    let old = ShopOrder(provider: order.provider, number: Array("1001".utf8))
    let name = old.names(under: root)[0]
    #expect(IssuedOrders(read).entitlements(for: old, under: root) == [])
    try ledger.append([
      LedgerEvent(
        .issued(name, portal: example.portal, label: [0x61], courses: [], expires: nil), at: 7)
    ])
    #expect(IssuedOrders(try ledger.events()).entitlements(for: old, under: root) == [name])
  }

  @Test func knowsWhichEntitlementsAreOpen() throws {
    let events = try events
    let id = try Example.name("e-1")
    #expect(Array(events.prefix(1)).openEntitlements(at: 8) == [id])
    #expect(Array(events.prefix(1)).openEntitlements(at: 9) == [])
    #expect(Array(events.prefix(2)).openEntitlements(at: 9) == [id])
    #expect(events.openEntitlements(at: 1) == [])
  }

  @Test func changesNoByteThatIsThere() throws {
    var before = folder.read("keys/ledger.jsonl") ?? ""
    for event in try events {
      try ledger.append([event])
      let after = folder.read("keys/ledger.jsonl") ?? ""
      #expect(after.hasPrefix(before))
      before = after
    }
  }

  @Test func tellsTheLineThatWasCutOffAndGoesOnAfterIt() throws {
    let text = folder.read("keys/ledger.jsonl") ?? ""
    folder.write(text + "{\"at\":1,\"ev", to: "keys/ledger.jsonl")
    let failure = #expect(throws: Failure.self) { try ledger.events() }
    guard case .refused(let refusal) = failure else {
      Issue.record("not refused")
      return
    }
    #expect(refusal.reason == .badLedger)
    #expect(refusal.message.contains("line 2"))
    try ledger.append([LedgerEvent(.revoked(example.course), at: 1)])
    #expect(
      folder.read("keys/ledger.jsonl")?.hasSuffix(
        "\"ev\n{\"at\":1,\"event\":\"revoked\",\"jti\":\"knots\"}\n") == true)
  }

  @Test(
    arguments: [
      "{}", "[]", "x", "{\"at\":1,\"event\":\"party\"}", "{\"at\":1,\"event\":\"revoked\"}",
      "{\"at\":1,\"event\":\"revoked\",\"jti\":\"E\"}",
      "{\"at\":1,\"event\":\"revoked\",\"jti\":\"e\",\"x\":1}",
      "{\"at\":-1,\"event\":\"revoked\",\"jti\":\"e\"}",
      "{\"at\":1,\"event\":\"revoked\",\"jti\":\"e\",\"order\":\"1\",\"shop\":\"a\"}",
    ])
  func refusesADamagedLine(line: String) throws {
    folder.write(line + "\n", to: "keys/ledger.jsonl")
    chmod(folder.path + "/keys/ledger.jsonl", 0o600)
    #expect(reason { _ = try ledger.events() } == .badLedger)
  }

  @Test func refusesALedgerThatOthersRead() throws {
    chmod(folder.path + "/keys/ledger.jsonl", 0o644)
    #expect(reason { _ = try ledger.events() } == .openToOthers)
  }

  @Test func losesNothingWhenManyAppendAtOnce() async throws {
    let ledger = ledger
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        group.addTask {
          let id = try Example.name("e-\(number)")
          try ledger.append([LedgerEvent(.revoked(id), at: number)])
        }
      }
      try await group.waitForAll()
    }
    #expect(try ledger.events().revoked.count == 40)
  }
}
