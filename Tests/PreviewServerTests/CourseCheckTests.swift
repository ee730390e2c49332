import Bytes
import Entitlements
import Synchronization
import TestSupport
import Testing

@testable import PreviewServer

@Suite struct CourseCheckTests {
  private let now = 1_800_000_000
  private let folder: TemporaryFolder
  private let keys: UnlockedKeys
  private let trusted: TrustedKeys
  private let portal: Identifier
  private let knots: Identifier

  init() throws {
    folder = try TemporaryFolder()
    portal = try #require(Identifier("harbour"))
    knots = try #require(Identifier("knots"))
    let author = try #require(Identifier("ada"))
    let made = try KeyFolder.create(
      folder.path + "/keys", author: author, passphrase: [1], rounds: 1, now: 0)
    try made.addCourse(knots, passphrase: [1], rounds: 1, now: 0)
    keys = try made.unlock(passphrase: [1], now: 0)
    trusted = TrustedKeys(root: made.root, author: author)
  }

  private func check(_ cookiePath: String = "/") -> CourseCheck {
    let now = now
    return CourseCheck(
      trust: .keys(trusted, portal: portal), cookiePath: cookiePath, now: { now }, report: { _ in })
  }

  private func token(expires: Int? = nil, courses: [Identifier]? = nil) throws -> [UInt8] {
    let issuance = Issuance(
      portal: portal, id: .random(), label: [0x61], courses: courses ?? [knots],
      issued: now - 1_000, expires: expires)
    return try keys.issue([issuance], now: now)[0]
  }

  private func request(
    _ method: String, _ path: String, _ fields: [(String, [UInt8])] = [], body: [UInt8] = []
  ) -> HTTPRequest {
    let parts = path.split(separator: "?", maxSplits: 1).map { Array($0.utf8) }
    return HTTPRequest(
      method: Array(method.utf8), path: parts[0], query: parts.count > 1 ? parts[1] : [],
      fields: fields.map { HTTPField(Array($0.utf8), $1) }, body: body)
  }

  private func answer(
    _ method: String, _ path: String, _ fields: [(String, [UInt8])] = [], body: [UInt8] = [],
    cookiePath: String = "/"
  ) -> (status: HTTPStatus, fields: [String: String], body: String) {
    let response = check(cookiePath).respond(to: request(method, path, fields, body: body))
    let pairs = response.fields.map { (String(utf8: $0.name), String(utf8: $0.value)) }
    return (
      response.status, Dictionary(pairs, uniquingKeysWith: { $0 + "|" + $1 }),
      String(utf8: response.body)
    )
  }

  private let course = ("x-clevio-course", Array("knots".utf8))

  private func bearer(_ token: [UInt8], _ scheme: String = "Bearer ") -> (String, [UInt8]) {
    ("authorization", Array(scheme.utf8) + token)
  }

  @Test func letsBuyersInByTokenOrCookie() throws {
    let token = try token()
    #expect(answer("GET", "/check", [course, bearer(token)]).status == .noContent)
    #expect(answer("GET", "/check", [course, bearer(token, "bearer  ")]).status == .noContent)
    for cookie in ["clevio=%", "a=b; clevio=%; c", "a=b;clevio=%"] {
      let text = cookie.replacing("%", with: String(utf8: token))
      #expect(answer("GET", "/check", [course, ("cookie", Array(text.utf8))]).status == .noContent)
    }
    let basic = ("authorization", Array("Basic YTpi".utf8))
    let cookie = ("cookie", Array("clevio=".utf8) + token)
    #expect(answer("GET", "/check", [course, basic, cookie]).status == .noContent)
  }

  @Test func tellsWhyItRefuses() throws {
    let token = try token()
    func reason(_ fields: [(String, [UInt8])]) -> String? {
      answer("GET", "/check", fields).fields["x-clevio-reason"]
    }
    #expect(answer("GET", "/check", [course]).status == .unauthorized)
    #expect(reason([course]) == "no-token")
    #expect(reason([course, ("cookie", Array("xclevio=1".utf8))]) == "no-token")
    #expect(reason([bearer(token)]) == "no-course")
    #expect(reason([course, course, bearer(token)]) == "no-course")
    #expect(reason([("x-clevio-course", Array("Knots".utf8)), bearer(token)]) == "no-course")
    #expect(reason([("x-clevio-course", Array("rope".utf8)), bearer(token)]) == "wrong-course")
    #expect(reason([course, bearer(try self.token(expires: now - 900))]) == "expired")
    #expect(reason([course, bearer(token.dropLast() + [0x21])]) == "bad-signature")
    // A bad token is not made good by a cookie.
    let cookie = ("cookie", Array("clevio=".utf8) + token)
    #expect(reason([course, bearer([0x78]), cookie]) == "malformed")
  }

  @Test func setsACookieThatEndsWithTheEntitlement() throws {
    let token = try token(expires: now + 5_000)
    let text = String(utf8: token)
    let secure = answer("POST", "/unlock", body: token, cookiePath: "/school/")
    #expect(secure.status == .noContent)
    #expect(
      secure.fields["set-cookie"]
        == "clevio=\(text); Path=/school/; Max-Age=5000; HttpOnly; SameSite=Lax; Secure")
    let link = "https://academy.example/courses/knots/reader.html#unlock=\(text)\n"
    let plain = answer(
      "POST", "/unlock", [("x-forwarded-proto", Array("http".utf8))], body: Array(link.utf8))
    #expect(plain.fields["set-cookie"]?.hasSuffix("; HttpOnly; SameSite=Lax") == true)
    let endless = answer("POST", "/unlock", body: try self.token())
    #expect(endless.fields["set-cookie"]?.contains("; Max-Age=34560000;") == true)
  }

  @Test(arguments: [
    ("/courses/knots/reader.html", HTTPStatus.seeOther), ("/", .seeOther),
    ("//evil.example", .ok), ("https://evil.example", .ok), ("/\\evil.example", .ok),
    ("/a\r\nX: y", .ok), ("/a?b", .ok), ("", .ok),
  ])
  func goesOnOnlyToItsOwnPages(_ place: String, status: HTTPStatus) throws {
    let encoded = place.utf8.map { byte in
      byte.isASCIIAlphanumeric
        ? String(UnicodeScalar(byte))
        : "%" + (byte < 16 ? "0" : "")
          + String(byte, radix: 16)
    }.joined()
    let body = Array("return=\(encoded)&token=".utf8) + (try token())
    let form = ("content-type", Array("application/x-www-form-urlencoded".utf8))
    let found = answer("POST", "/unlock", [form], body: body)
    #expect(found.status == status)
    #expect(found.fields["location"] == (status == .seeOther ? place : nil))
    #expect(found.fields["set-cookie"] != nil)
    #expect(found.body.contains("Unlocked.") == (status == .ok))
    #expect(!found.body.contains("evil") && !found.body.contains("<form"))
    let left = answer("POST", "/logout", [form], body: Array("return=\(encoded)".utf8))
    #expect(left.status == status)
    #expect(left.body.contains("Locked.") == (status == .ok))
  }

  @Test func refusesToUnlockWithWhatIsNoEntitlement() {
    let found = answer("POST", "/unlock", body: Array("<script>".utf8))
    #expect(found.status == .forbidden)
    #expect(found.fields["set-cookie"] == nil)
    let form = ("content-type", Array("application/x-www-form-urlencoded".utf8))
    let page = answer("POST", "/unlock", [form], body: Array("token=%3Cscript%3E&return=/a".utf8))
    #expect(page.status == .forbidden)
    #expect(page.body.contains("Not accepted: the entitlement is not made of three parts; "))
    #expect(!page.body.contains("<script"))
    #expect(page.body.contains("value=\"/a\""))
  }

  @Test func refusesOtherSitesForms() throws {
    for (site, status) in [
      ("cross-site", HTTPStatus.forbidden), ("same-site", .forbidden), ("same-origin", .noContent),
      ("none", .noContent),
    ] {
      let field = ("sec-fetch-site", Array(site.utf8))
      #expect(answer("POST", "/unlock", [field], body: try token()).status == status)
      #expect(answer("POST", "/logout", [field]).status == status)
    }
  }

  @Test func refusesTokensThatNoCookieHolds() throws {
    var courses: [Identifier] = []
    for number in 0..<30 {
      let name = try #require(Identifier("course-\(number)"))
      try keys.folder.addCourse(name, passphrase: [1], rounds: 1, now: 0)
      courses.append(name)
    }
    let keys = try keys.folder.unlock(passphrase: [1], now: 0)
    let issuance = Issuance(
      portal: portal, id: .random(), label: [0x61], courses: courses, issued: now)
    let token = try keys.issue([issuance], now: now)[0]
    #expect(answer("POST", "/unlock", body: token).status == .contentTooLarge)
    let form = ("content-type", Array("application/x-www-form-urlencoded".utf8))
    let told = answer("POST", "/unlock", [form], body: Array("token=".utf8) + token)
    #expect(told.status == .contentTooLarge)
    #expect(told.body.contains("too many courses for a browser to keep"))
    let course = ("x-clevio-course", Array("course-7".utf8))
    #expect(answer("GET", "/check", [course, bearer(token)]).status == .noContent)
  }

  @Test(arguments: [
    ("GET", "/logout", HTTPStatus.methodNotAllowed), ("PUT", "/unlock", .methodNotAllowed),
    ("GET", "/", .notFound), ("GET", "/check/", .notFound), ("GET", "/unlock", .ok),
  ])
  func knowsItsAddresses(_ method: String, path: String, status: HTTPStatus) {
    #expect(answer(method, path).status == status)
  }

  @Test func followsThePortalButNeverBack() throws {
    folder.write("<p>", to: "site/index.html")
    let site = folder.path + "/site"
    func sign(at time: Int) throws {
      let signing = PortalSigning(
        folder: site, portal: portal, now: time, expires: time + 400 * 86_400)
      _ = try signing.sign(with: keys.folder, passphrase: [1])
    }
    try sign(at: now - 100)
    let old = try #require(folder.read("site/clevio-head.jws"))
    let lines = Mutex<[String]>([])
    let clock = now
    let check = CourseCheck(
      trust: .portal(
        try WatchedPortal(PortalVerification(folder: site, keys: trusted, now: now))),
      now: { clock }, report: { line in lines.withLock { $0.append(line) } })
    let id = Identifier.random()
    let token = try keys.issue(
      [Issuance(portal: portal, id: id, label: [0x61], courses: [knots], issued: now)], now: now)[0]
    let asked = request("GET", "/check", [course, bearer(token)])
    #expect(check.respond(to: asked).status == .noContent)
    try keys.folder.ledger.append([LedgerEvent(.revoked(id), at: now)])
    try sign(at: now - 50)
    #expect(check.respond(to: asked).status == .forbidden)
    for text in [old, "x", ""] {
      folder.write(text, to: "site/clevio-head.jws")
      #expect(check.respond(to: asked).status == .forbidden)
      #expect(check.respond(to: asked).status == .forbidden)
    }
    #expect(folder.remove("site/clevio-head.jws"))
    #expect(check.respond(to: asked).status == .forbidden)
    #expect(lines.withLock { $0.count } == 4)
    // Nor does a head of the key that signed before.
    let change = KeyFolder.ListChange(
      passphrase: [1], now: now - 40, expires: now + 86_400, rounds: 1)
    _ = try keys.folder.rotate(change, overlap: 86_400)
    try sign(at: now - 30)
    #expect(check.respond(to: asked).status == .forbidden)
    #expect(lines.withLock { $0.count } == 4)
    folder.write(old, to: "site/clevio-head.jws")
    #expect(check.respond(to: asked).status == .forbidden)
    #expect(lines.withLock { $0.count } == 5)
    #expect(lines.withLock { $0[0].contains("version 1") })
  }
}
