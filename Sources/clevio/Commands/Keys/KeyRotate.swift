import ArgumentParser
import Entitlements

/// `clevio key rotate`.
struct KeyRotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Make a new signing key, and let the older ones run out.",
    discussion: """
      Nobody has to trust another key: the root key signs the list of the keys that sign the rest. Build and \
      sign the portal again afterwards, so that the list is published.

      What the older keys signed is refused when their time is over, entitlements of buyers among it: issue these \
      again until then, or let the older keys count for long, such as --overlap 3650d.
      """)

  @Option(help: "How long older keys and what they signed still count, such as 30d, or until when.")
  var overlap = EntitlementTime.after(30 * 86_400)

  @OptionGroup var list: KeyListOptions

  func run() throws {
    try reporting(asJSON: list.json) {
      let folder = try list.keys.open()
      let change = try list.change(of: folder)
      let end = max(change.now, overlap.time(now: change.now))
      let key = try folder.rotate(change, overlap: end - change.now)
      let open = try folder.ledger.events().openEntitlements(at: end).count
      let warning =
        "Entitlements that older keys signed are refused from \(TokenTime.day(end)) on: until then, issue again "
        + "what you issued (\(open) in the ledger)."
      return try list.report(
        folder, change,
        messages: ["new signing key \(key.id) (\(key.id.words))"] + (open > 0 ? [warning] : []))
    }
  }
}

/// `clevio key renew`.
struct KeyRenew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "renew", abstract: "Sign the key list again, with a later end.",
    discussion: "Build and sign the portal again afterwards, so that the list is published.")

  @OptionGroup var list: KeyListOptions

  func run() throws {
    try reporting(asJSON: list.json) {
      let folder = try list.keys.open()
      let change = try list.change(of: folder)
      try folder.renewList(change)
      return try list.report(folder, change, messages: [])
    }
  }
}

/// `clevio key revoke`.
struct KeyRevoke: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Take a signing key off the list, for example a stolen one.",
    discussion: """
      Nothing that the key signed is accepted any more. Build and sign the portal again, and issue the entitlements \
      again that the key had signed.
      """)

  @Argument(help: "The key's name, as \"clevio key list\" shows it.")
  var kid: KeyID

  @OptionGroup var list: KeyListOptions

  func run() throws {
    try reporting(asJSON: list.json) {
      let folder = try list.keys.open()
      let change = try list.change(of: folder)
      try folder.revoke(kid, change)
      return try list.report(folder, change, messages: ["the key \(kid) signs nothing any more"])
    }
  }
}

extension KeyID: ExpressibleByArgument {
  /// Reads the value of an argument.
  public init?(argument: String) { self.init(Array(argument.utf8)) }
}
