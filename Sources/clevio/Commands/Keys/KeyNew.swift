import ArgumentParser
import Entitlements

/// `clevio key new`.
struct KeyNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Make a key folder with an author's key.",
    discussion: "Nothing that is there is overwritten.")

  @Option(help: "The author's name in signed things, for ever: a-z, 0-9 and -.")
  var author: Identifier

  @OptionGroup var keys: KeyFolderOptions
  @OptionGroup var passphrase: PassphraseOptions

  @Flag(help: "Report as JSON on standard output.")
  var json = false

  func run() throws {
    try reporting(asJSON: json) {
      let folder = try KeyFolder.create(
        keys.path, author: author, passphrase: try passphrase.readNew(), now: Clock.now)
      return SigningReport(
        facts: [
          ("author", .text(author.bytes)), ("folder", .text(folder.path)),
          ("kid", .text(folder.root.id.description)), ("words", .text(folder.root.id.words)),
        ],
        messages: [
          "\(folder.path): the keys of \(author)", "fingerprint: \(folder.root.id.words)",
          "Copy the folder to a second place now, and the passphrase to a third: without them "
            + "nothing can be signed or sold, and nobody can make them again.",
          "Next, for each paid course: clevio key course NAME",
        ])
    }
  }
}
