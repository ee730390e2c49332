import ArgumentParser
import Entitlements

/// `clevio entitlement pack`.
struct EntitlementPack: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Make a copy of the portal that opens a buyer's courses offline.",
    discussion: """
      The copy holds the buyer's entitlement: give it to the buyer, and publish it nowhere. The portal must be \
      signed; the buyer can check the copy with "clevio verify --packed".
      """)

  @Argument(help: "The folder of the signed portal.", completion: .directory)
  var folder = "public"

  @Option(name: .customLong("for"), help: "The buyer's entitlement.", completion: .file())
  var entitlement: String

  @Option(help: "Leave all other courses out.")
  var course: Identifier?

  @Option(name: .shortAndLong, help: "The folder to make, or a file that ends in .zip.")
  var out: String

  @OptionGroup var trust: TrustOptions

  @Flag(help: "Report as JSON on standard output.")
  var json = false

  func run() throws {
    try reporting(asJSON: json) {
      var packing = PortalPacking(
        folder: folder, keys: try trust.root(outside: folder),
        token: try EntitlementFile.read(entitlement), course: course, now: Clock.now)
      let interruption = Interruption()
      defer { interruption.passOn() }
      packing.isGivenUp = { interruption.hasCome }
      switch try packing.pack(into: out) {
      case .failure(let refusal): return SigningReport(refusal.refusals)
      case .success(let outcome): return report(outcome)
      }
    }
  }

  private func report(_ outcome: PortalPacking.Outcome) -> SigningReport {
    SigningReport(
      facts: outcome.entitlement.facts + [
        ("file", .text(out)), ("files", .integer(outcome.files)),
        ("bytes", .integer(outcome.bytes)),
        ("readers", .list(outcome.courses.map { .text("courses/\($0)/reader.html") })),
      ],
      messages: [
        "\(out): \(counted(outcome.files, "file")) for \(ShownText.quoted(outcome.entitlement.label))"
      ] + outcome.courses.map { "open courses/\($0)/reader.html" })
  }
}
