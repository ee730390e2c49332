import Bytes
import Entitlements
import TestSupport
import Testing

@Suite struct IssuanceTests {
  private let portal: SignedPortal
  private let course: Identifier

  init() throws {
    portal = try SignedPortal()
    course = portal.example.course
    try portal.keys.addCourse(
      course, passphrase: portal.passphrase, rounds: 1, now: portal.example.now)
  }

  private func unlock() throws -> UnlockedKeys {
    try portal.keys.unlock(passphrase: portal.passphrase, now: portal.example.now)
  }

  private func issuance(_ id: String = "e-1", expires: Int? = nil) throws -> Issuance {
    Issuance(
      portal: portal.example.portal, id: try Example.name(id), label: Array("order 1".utf8),
      courses: [course], issued: portal.example.now, expires: expires)
  }

  private func issue(_ issuances: Issuance...) throws -> [[UInt8]] {
    try unlock().issue(issuances, now: portal.example.now)
  }

  private var issued: Int {
    get throws {
      try portal.keys.ledger.events().count { if case .issued = $0.deed { true } else { false } }
    }
  }

  @Test func issuesWhatItsPortalAccepts() throws {
    let token = try issue(try issuance())[0]
    var check = portal.example.check
    check.keys = portal.trusted
    let entitlement = try check.entitlement(in: token)
    #expect(entitlement.id.description == "e-1")
    #expect(entitlement.grants.map(\.epoch) == [1])
  }

  @Test func givesTheSameTokenAgainAndWritesItDownOnce() throws {
    let first = try issue(try issuance())
    #expect(try issue(try issuance()) == first)
    #expect(try issued == 1)
    #expect(try issue(try issuance(expires: portal.example.now + 9)) != first)
    #expect(try issued == 2)
  }

  @Test func issuesAllOrNothing() throws {
    var wrong = try issuance("e-2")
    wrong.label = []
    #expect(reason { _ = try issue(try issuance(), wrong) } == .badClaims)
    wrong.label = [0xFF]
    #expect(reason { _ = try issue(try issuance(), wrong) } == .badClaims)
    wrong = try issuance("e-2", expires: portal.example.now)
    #expect(reason { _ = try issue(try issuance(), wrong) } == .badClaims)
    wrong = try issuance("e-2")
    wrong.courses = []
    #expect(reason { _ = try issue(try issuance(), wrong) } == .badClaims)
    wrong.courses = [course, course]
    #expect(reason { _ = try issue(try issuance(), wrong) } == .badClaims)
    wrong.courses = [try Example.name("rope")]
    #expect(reason { _ = try issue(try issuance(), wrong) } == .missing)
    #expect(try issued == 0)
  }

  @Test func issuesNothingOfARevokedNameAndRaisesEpochs() throws {
    _ = try issue(try issuance("e-1"), try issuance("e-2"))
    let now = portal.example.now
    let outcome = try portal.keys.revoke(
      [try Example.name("e-1")], rekeying: true, acceptsUnknown: false, now: now)
    #expect(outcome.epochs == [course: 2])
    #expect(reason { _ = try issue(try issuance("e-1")) } == .revoked)
    var check = portal.example.check
    check.keys = portal.trusted
    let token = try issue(try issuance("e-3"))[0]
    #expect(try check.entitlement(in: token).grants.map(\.epoch) == [2])
    let again = try portal.keys.revoke(
      [try Example.name("e-1")], rekeying: false, acceptsUnknown: false, now: now)
    #expect(again.revoked.isEmpty && again.epochs.isEmpty)
  }

  @Test func revokesAllOrNothing() throws {
    _ = try issue(try issuance())
    let names = [try Example.name("e-1"), try Example.name("e-nobody")]
    #expect(
      reason {
        _ = try portal.keys.revoke(names, rekeying: true, acceptsUnknown: false, now: 0)
      } == .missing)
    #expect(try portal.keys.ledger.events().revoked == [])
  }

  @Test func namesAnOrderTheSameEachTimeAndNoTwoAlike() throws {
    let root = portal.example.root
    let other = CourseRoot(course: course, secret: [UInt8](repeating: 8, count: 32))
    let names = try [
      ("stripe", "1001", root), ("paddle", "1001", root), ("stripe", "1002", root),
      ("stripe", "1001", other),
    ].map {
      Identifier.order(provider: try Example.name($0.0), order: $0.1.utf8, root: $0.2)
    }
    #expect(Set(names).count == 4)
    #expect(
      Identifier.order(provider: try Example.name("stripe"), order: "1001".utf8, root: root)
        == names[0])
    // printf 'stripe\0001001' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0707…07
    let code = try Tool.run(
      "sh",
      [
        "-c",
        "printf 'stripe\\0001001' | openssl dgst -sha256 -mac HMAC -macopt hexkey:"
          + Hex.text(root.secret),
      ])
    #expect(code?.output.contains(names[0].description.dropFirst(2)) == true)
  }
}
