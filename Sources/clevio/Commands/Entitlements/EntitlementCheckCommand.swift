import ArgumentParser
import Entitlements

/// `clevio entitlement check`.
struct EntitlementCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tell whether a portal accepts an entitlement.",
    discussion: """
      With --site, what the published portal says of keys and revoked entitlements counts; with --portal, what \
      the key folder says, if you are the author.
      """)

  @Argument(help: "The entitlement's file.", completion: .file())
  var file: String

  @OptionGroup var trust: TrustOptions

  @Option(help: "The folder of a signed portal.", completion: .directory)
  var site: String?

  @Option(help: "The portal's name (default: that of the --site).")
  var portal: Identifier?

  @Option(help: "The course that is to be opened (default: any).")
  var course: Identifier?

  @Option(help: "The time that counts as now, such as +30d or 2028-01-31.")
  var at: EntitlementTime?

  @Flag(help: "Report as JSON on standard output.")
  var json = false

  func validate() throws {
    guard site != nil || portal != nil else {
      throw ValidationError("Say for which portal: --site FOLDER or --portal NAME.")
    }
  }

  func run() throws {
    let now = at?.time(now: Clock.now) ?? Clock.now
    try reporting(asJSON: json) {
      let token = try EntitlementFile.read(file)
      let check = try question(now: now)
      do throws(Refusal) {
        return report(try check.entitlement(in: token))
      } catch {
        return SigningReport([error])
      }
    }
  }

  private func question(now: Int) throws(Failure) -> EntitlementCheck {
    if let site {
      let verification = PortalVerification(
        folder: site, keys: try trust.root(outside: site), portal: portal, now: now)
      let signed = try verification.head()
      return EntitlementCheck(
        keys: signed.keys, portal: signed.head.portal, course: course,
        revoked: Set(signed.head.revoked), sold: Set(signed.head.epochs.keys), now: now)
    }
    guard let portal else { preconditionFailure("a portal or its folder is given") }
    let revoked = try trust.keyFolder?.ledger.events().revoked ?? []
    return EntitlementCheck(
      keys: try trust.all(now: now), portal: portal, course: course, revoked: Set(revoked),
      now: now)
  }

  private func report(_ entitlement: Entitlement) -> SigningReport {
    let courses = entitlement.grants.map(\.course)
    let end = entitlement.expires.map { "to \(TokenTime.day($0))" } ?? "without end"
    let names = courses.map(\.description).joined(separator: ", ")
    return SigningReport(
      facts: entitlement.facts,
      messages: [
        "accepted: \(entitlement.id), \(ShownText.quoted(entitlement.label)), for \(names), \(end)"
      ])
  }
}

extension Entitlement {
  /// What programs are told of an entitlement: nothing that opens anything.
  var facts: [(String, SignedValue)] {
    [
      ("author", .text(author.bytes)), ("portal", .text(portal.bytes)),
      ("entitlement", .text(id.bytes)), ("label", .text(label)),
      ("courses", .list(grants.map { .text($0.course.bytes) })), ("issued", .integer(issued)),
      ("expires", expires.map { .integer($0) } ?? .null),
    ]
  }
}
