import ArgumentParser

/// `clevio key`.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Make and keep the keys that paid courses are sold with.",
    discussion: """
      The key folder holds an author's secrets, each under the same passphrase. Keep a copy of the folder and \
      the passphrase apart from each other: nobody can make them again.
      """,
    subcommands: [
      KeyNew.self, KeyCourse.self, KeyListing.self, KeyExport.self, KeyRotate.self, KeyRenew.self,
      KeyRevoke.self,
    ])
}
