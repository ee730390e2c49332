import ArgumentParser
import Entitlements

/// `clevio verify`.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Tell whether a copy of a portal is, to the byte, what its author signed.",
    discussion: """
      For hosts, buyers of a stick, and CI. Everything that is wrong is told, not only the first. With --state \
      the newest version that was seen is remembered, so that an old copy cannot pass for the newest.
      """)

  @Argument(help: "The folder of the copy.", completion: .directory)
  var folder = "public"

  @OptionGroup var trust: TrustOptions

  @Option(help: "The portal that is expected (default: any of the author's).")
  var portal: Identifier?

  @Option(
    help: "The file that remembers what was seen; made if missing.", completion: .file())
  var state: String?

  @Option(
    help: "The time that counts as now, such as +30d or 2028-01-31; nothing is remembered then.")
  var at: EntitlementTime?

  @Flag(help: "Search the files for entitlements and private keys.")
  var leaks = false

  @Flag(
    help: "Accept a buyer's copy: entitlement.js beside a reader, and courses that are left out.")
  var packed = false

  @Flag(help: "Report as JSON on standard output.")
  var json = false

  func run() throws {
    try reporting(asJSON: json) {
      var verification = PortalVerification(
        folder: folder, keys: try trust.root(outside: folder), portal: portal, statePath: state,
        now: at?.time(now: Clock.now) ?? Clock.now, findsSecrets: leaks, remembers: at == nil)
      verification.isPacked = packed
      return report(try verification.run())
    }
  }

  private func report(_ outcome: PortalVerification.Outcome) -> SigningReport {
    let facts =
      (outcome.head?.facts ?? []) + [
        ("files", .integer(outcome.files)), ("bytes", .integer(outcome.bytes)),
        ("kid", outcome.key.map { .text($0.description) } ?? .null),
        ("end", outcome.end.map { .integer($0) } ?? .null),
      ]
    guard outcome.refusals.isEmpty, let head = outcome.head else {
      return SigningReport(outcome.refusals, facts: facts)
    }
    return SigningReport(
      facts: facts,
      messages: [
        "\(folder): a true copy of the portal \(head.portal) version \(head.version) of "
          + "\(head.author), \(counted(outcome.files, "file")), signed on \(TokenTime.day(head.issued)), "
          + "to \(TokenTime.day(outcome.end ?? head.expires))"
      ])
  }
}
