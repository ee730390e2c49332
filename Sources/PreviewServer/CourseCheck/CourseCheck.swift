import Bytes
package import Entitlements

/// The service that a web server asks whether a visitor may have a course's files.
///
/// The course is what the server's configuration says, never what a visitor sends: the server must
/// set the field `X-Clevio-Course` itself.
package struct CourseCheck: Sendable {
  /// Whose word counts.
  package enum Trust: Sendable {
    /// A signed folder, with what is revoked.
    case portal(WatchedPortal)
    /// Keys alone, for a portal of this name.
    case keys(TrustedKeys, portal: Identifier)
  }

  /// A token that is longer does not fit into a browser's cookie with its name and attributes.
  static let longestCookie = 3_800

  private let trust: Trust
  private let cookie: UnlockCookie
  private let now: @Sendable () -> Int
  private let report: @Sendable (String) -> Void

  /// Makes the service.
  ///
  /// - Parameters:
  ///   - trust: Whose word counts.
  ///   - cookiePath: The path that the cookie is for, such as `/`.
  ///   - now: The time, in seconds since 1970.
  ///   - report: Takes a line for the log; it never holds a token.
  package init(
    trust: Trust, cookiePath: String = "/", now: @escaping @Sendable () -> Int,
    report: @escaping @Sendable (String) -> Void
  ) {
    self.trust = trust
    cookie = UnlockCookie(path: cookiePath)
    self.now = now
    self.report = report
  }

  /// Answers a request.
  package func respond(to request: HTTPRequest) -> HTTPResponse {
    let isPost = request.method.equals("POST")
    switch String(utf8: request.path) {
    case "/check": return check(request)
    case "/unlock" where isPost: return unlock(request)
    case "/unlock" where request.method.equals("GET"): return UnlockPage.form(for: request)
    case "/logout" where isPost: return logout(request)
    case "/unlock": return .methodNotAllowed(but: "GET, POST")
    case "/logout": return .methodNotAllowed(but: "POST")
    default: return HTTPResponse(.notFound)
    }
  }

  private func check(_ request: HTTPRequest) -> HTTPResponse {
    guard let name = request.value(of: "x-clevio-course"), let course = Identifier(name) else {
      report("the web server names no course: it must set X-Clevio-Course")
      return refusal(.forbidden, "no-course")
    }
    guard let token = bearer(in: request) ?? UnlockCookie.token(in: request) else {
      var response = refusal(.unauthorized, "no-token")
      response.fields.append(HTTPField("www-authenticate", "Bearer realm=\"clevio\""))
      return response
    }
    do throws(Refusal) {
      _ = try entitlement(in: token, course: course)
      return HTTPResponse(.noContent)
    } catch { return refusal(.forbidden, error.reason.rawValue) }
  }

  private func unlock(_ request: HTTPRequest) -> HTTPResponse {
    guard UnlockPage.isOwn(request) else { return refusal(.forbidden, "other-site") }
    let form = FormBody(of: request)
    let token = EntitlementFile.token(in: form.token)
    let entitlement: Entitlement
    do throws(Refusal) {
      entitlement = try self.entitlement(in: token, course: nil)
    } catch {
      guard form.isForm else { return refusal(.forbidden, error.reason.rawValue) }
      return UnlockPage.refused(error, returning: form.place)
    }
    guard token.count <= CourseCheck.longestCookie else {
      guard form.isForm else { return refusal(.contentTooLarge, "too-large") }
      let tooLarge = Refusal(
        .tooLarge, "the entitlement has too many courses for a browser to keep",
        help: "ask for one with fewer")
      return UnlockPage.refused(tooLarge, .contentTooLarge, returning: form.place)
    }
    let field = cookie.field(
      token, lifetime: entitlement.expires.map { $0 - now() }, isSecure: isSecure(request))
    return done(form, field, "Unlocked. This browser gets the files now: go back to the course.")
  }

  private func logout(_ request: HTTPRequest) -> HTTPResponse {
    guard UnlockPage.isOwn(request) else { return refusal(.forbidden, "other-site") }
    return done(
      FormBody(of: request), cookie.field([], lifetime: 0, isSecure: isSecure(request)),
      "Locked. This browser gets the files no longer.")
  }

  private func done(
    _ form: FormBody, _ cookie: HTTPField, _ message: StaticString
  ) -> HTTPResponse {
    guard let place = form.place else {
      // Without a page, a browser would show nothing at all.
      return form.isForm
        ? UnlockPage.done(message, cookie) : HTTPResponse(.noContent, fields: [cookie])
    }
    return HTTPResponse(.seeOther, fields: [cookie, HTTPField("location", place)])
  }

  private func refusal(_ status: HTTPStatus, _ reason: String) -> HTTPResponse {
    HTTPResponse(status, fields: [HTTPField("x-clevio-reason", reason)])
  }

  private func entitlement(
    in token: [UInt8], course: Identifier?
  ) throws(Refusal) -> Entitlement {
    switch trust {
    case .portal(let portal):
      let (check, problem) = portal.check(of: course, now: now())
      if let problem { report("the portal's new head is not taken: \(problem.message)") }
      return try check.entitlement(in: token)
    case .keys(let keys, let portal):
      let check = EntitlementCheck(keys: keys, portal: portal, course: course, now: now())
      return try check.entitlement(in: token)
    }
  }

  private func bearer(in request: HTTPRequest) -> [UInt8]? {
    guard let value = request.value(of: "authorization"), value.count > 7,
      value[..<7].map(\.asciiLowercased).equals("bearer ")
    else { return nil }
    return Array(value.dropFirst(7).trimmingASCIIWhitespace)
  }

  /// Unless the server in front says that the visitor came without encryption.
  private func isSecure(_ request: HTTPRequest) -> Bool {
    !(request.value(of: "x-forwarded-proto")?.equals("http") ?? false)
  }
}

extension Failure {
  /// What is wrong, in one line.
  fileprivate var message: String {
    switch self {
    case .refused(let refusal): refusal.message
    case .machine(let error): "\(error)"
    }
  }
}
