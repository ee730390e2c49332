import Entitlements
import TestSupport
import Testing

/// A portal's head, as a program sees it that runs on.
@Suite struct WatchedPortalTests {
  private let portal: SignedPortal
  private let buyer: Identifier

  init() throws {
    portal = try SignedPortal()
    buyer = try Example.name("e-1")
    try portal.sign()
  }

  private func watch() throws -> WatchedPortal {
    try WatchedPortal(
      PortalVerification(
        folder: portal.site, keys: portal.trusted, portal: portal.example.portal,
        now: portal.example.now))
  }

  private func signRevocation(at time: Int) throws {
    try portal.keys.ledger.append([LedgerEvent(.revoked(buyer), at: time)])
    try portal.sign {
      $0.now = time
      $0.expires = time + 86_400
    }
  }

  @Test func learnsOfARevocation() throws {
    let watched = try watch()
    let now = portal.example.now
    #expect(watched.check(of: nil, now: now).0.revoked == [])
    try signRevocation(at: now)
    let (check, problem) = watched.check(of: nil, now: now)
    #expect(check.revoked == [buyer] && problem == nil)
  }

  /// Two clocks need not agree.
  @Test func learnsLaterOfAHeadThatSeemsToComeFromTheFuture() throws {
    let watched = try watch()
    let now = portal.example.now
    try signRevocation(at: now + 1_000)
    let (early, problem) = watched.check(of: nil, now: now)
    #expect(early.revoked == [] && problem != nil)
    #expect(watched.check(of: nil, now: now).1 == nil)
    let (late, _) = watched.check(of: nil, now: now + 900)
    #expect(late.revoked == [buyer])
  }

  @Test func keepsWhatItKnowsOfADamagedHead() throws {
    let watched = try watch()
    let now = portal.example.now
    try signRevocation(at: now)
    _ = watched.check(of: nil, now: now)
    portal.folder.write("damaged", to: "site/clevio-head.jws")
    let (check, problem) = watched.check(of: nil, now: now)
    #expect(check.revoked == [buyer] && problem != nil)
    #expect(watched.check(of: nil, now: now).1 == nil)
  }
}
