import ArgumentParser
import Entitlements

/// `clevio key list`.
struct KeyListing: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the keys and courses of the key folder.",
    discussion: "No secret is shown, and no passphrase needed.")

  @OptionGroup var keys: KeyFolderOptions

  @Flag(help: "Report as JSON on standard output.")
  var json = false

  func run() throws {
    try reporting(asJSON: json) {
      let folder = try keys.open()
      let list = try folder.keyList(now: Clock.now)
      let events = try folder.ledger.events()
      let courses = try folder.courses().map { ($0, events.epoch(of: $0)) }
      let listed = list?.keys ?? [ListedKey(folder.root)]
      return SigningReport(
        facts: [
          ("author", .text(folder.author.bytes)), ("folder", .text(folder.path)),
          ("root", .text(folder.root.id.description)), ("keys", .list(listed.map(\.fact))),
          (
            "list",
            list.map {
              .object(["version": .integer($0.version), "expires": .integer($0.expires)])
            } ?? .null
          ),
          (
            "courses",
            .list(
              courses.map { .object(["course": .text($0.0.bytes), "epoch": .integer($0.1)]) })
          ),
        ],
        result: text(of: folder, list, listed, courses))
    }
  }

  private func text(
    of folder: KeyFolder, _ list: KeyList?, _ keys: [ListedKey], _ courses: [(Identifier, Int)]
  ) -> [String] {
    var lines = ["author \(folder.author), keys in \(folder.path)"]
    lines.append("root key \(folder.root.id) (\(folder.root.id.words))")
    if let list {
      lines.append("key list version \(list.version), to \(TokenTime.day(list.expires))")
      for key in keys {
        let end = key.expires == ListedKey.never ? "no end" : "to \(TokenTime.day(key.expires))"
        lines.append("signing key \(key.publicKey.id) (\(key.publicKey.id.words)), \(end)")
      }
    } else {
      lines.append("no key list: the root key signs everything")
    }
    if courses.isEmpty { lines.append("no courses: make a secret with \"clevio key course NAME\"") }
    return lines + courses.map { "course \($0.0), epoch \($0.1)" }
  }
}

extension ListedKey {
  fileprivate var fact: SignedValue {
    .object([
      "kid": .text(publicKey.id.description), "words": .text(publicKey.id.words),
      "types": .list(types.map(\.rawValue).sorted().map { .text($0) }),
      "courses": courses.map { .list($0.map { .text($0.bytes) }) },
      "not_before": .integer(notBefore), "expires": .integer(expires),
    ])
  }
}
