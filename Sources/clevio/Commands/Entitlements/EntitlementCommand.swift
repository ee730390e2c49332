import ArgumentParser

/// `clevio entitlement`.
struct EntitlementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entitlement", abstract: "Give buyers what opens their courses.",
    discussion: """
      An entitlement is a small signed file that opens courses in the reader, without a server and offline. Who \
      has the file can read: send it to the buyer and to nobody else.
      """,
    subcommands: [
      EntitlementIssue.self, EntitlementMint.self, EntitlementInspect.self,
      EntitlementCheckCommand.self, EntitlementRevoke.self, EntitlementPack.self,
    ])
}
