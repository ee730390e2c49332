import ArgumentParser
import Entitlements

/// `clevio entitlement revoke`.
struct EntitlementRevoke: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "No longer accept an entitlement, for example after a refund.",
    discussion: """
      The reader refuses it once the portal was built, signed and published again. What the buyer saved or decrypted \
      before stays readable for good. With --rekey the courses also get a new content key: after the next \
      build, all other buyers read on with the files they have, and this one cannot open what is new.
      """)

  @Argument(help: "The entitlements' names, as they were issued.")
  var ids: [Identifier]

  @Flag(help: "Seal the entitlements' courses with a new key from the next build on.")
  var rekey = false

  @Flag(help: "Revoke names that the ledger does not know.")
  var unknown = false

  @OptionGroup var keys: KeyFolderOptions

  @Flag(help: "Report as JSON on standard output.")
  var json = false

  func run() throws {
    try reporting(asJSON: json) {
      let folder = try keys.open()
      let outcome = try folder.revoke(
        ids, rekeying: rekey, acceptsUnknown: unknown, now: Clock.now)
      let epochs = outcome.epochs.sorted { $0.key < $1.key }
      var numbers: [[UInt8]: SignedValue] = [:]
      for (course, epoch) in epochs { numbers[course.bytes] = .integer(epoch) }
      var messages = ids.map {
        outcome.revoked.contains($0) ? "\($0): revoked" : "\($0): was revoked before"
      }
      messages += epochs.map { "course \($0.key): epoch \($0.value) from the next build on" }
      if rekey, epochs.isEmpty {
        messages.append("No course gets a new key: the ledger does not say what they open.")
      }
      messages.append("It takes effect when you build and sign the portal again and publish it.")
      return SigningReport(
        facts: [
          ("revoked", .list(outcome.revoked.map { .text($0.bytes) })), ("epochs", .object(numbers)),
        ],
        messages: messages)
    }
  }
}
