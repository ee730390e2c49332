import ArgumentParser
import Entitlements
import PreviewServer

/// `clevio serve-check`.
struct ServeCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve-check",
    abstract: "Tell a web server whether a visitor may have a paid course's files.",
    discussion: """
      Listens on port \(standardPort), for nginx's auth_request and Caddy's forward_auth, which ask /check. The \
      server must set X-Clevio-Course itself, from the path that it serves. Visitors unlock by POST /unlock, which \
      sets a cookie; programs send the entitlement as "Authorization: Bearer". See the manual's page "Let your web \
      server check".
      """)

  @OptionGroup var trust: TrustOptions

  @Option(
    help:
      "The signed portal's folder: what is revoked there is refused; read again when it changes.",
    completion: .directory)
  var portalFolder: String?

  @Option(help: "The portal's name in signed things (default: that of the portal's folder).")
  var portal: Identifier?

  @OptionGroup var listening: ListeningOptions

  @Option(help: "The path that the cookie is for.")
  var cookiePath = "/"

  static let standardPort = 8_040

  func validate() throws {
    guard portalFolder != nil || portal != nil else {
      throw ValidationError(
        "Say which portal is meant: --portal-folder FOLDER (with revocations), or --portal NAME.")
    }
    guard cookiePath.hasPrefix("/"),
      cookiePath.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ";") })
    else { throw ValidationError("--cookie-path takes a path such as /academy/.") }
  }

  func run() throws {
    let terminal = Terminal(isQuiet: false)
    try exiting {
      let check = CourseCheck(
        trust: try believed(), cookiePath: cookiePath, now: { Clock.now },
        report: { terminal.complain($0) })
      let server = try listening.server(port: ServeCheck.standardPort, terminal: terminal)
      let address = listening.address(of: server)
      try Service.run(server, at: address, printedTo: terminal) {
        .response(check.respond(to: $0))
      }
      return .success
    }
  }

  private func believed() throws(Failure) -> CourseCheck.Trust {
    guard let portalFolder else {
      guard let portal else { preconditionFailure("one of the two was checked for") }
      return .keys(try trust.all(now: Clock.now), portal: portal)
    }
    let keys = try trust.root(outside: portalFolder)
    return .portal(
      try WatchedPortal(
        PortalVerification(folder: portalFolder, keys: keys, portal: portal, now: Clock.now)))
  }
}
