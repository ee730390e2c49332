import ArgumentParser
import Entitlements

/// The options of commands that sign the key list anew.
struct KeyListOptions: ParsableArguments {
  @Option(
    help: "From when on the list is refused, such as 400d (default: 400d, or its end if later).")
  var expires: EntitlementTime?

  @OptionGroup var keys: KeyFolderOptions
  @OptionGroup var passphrase: PassphraseOptions

  @Flag(help: "Report as JSON on standard output.")
  var json = false

  func change(of folder: KeyFolder) throws -> KeyFolder.ListChange {
    let now = Clock.now
    let end = try folder.keyList(now: now)?.expires ?? 0
    let expires = expires?.time(now: now) ?? max(end, now + 400 * 86_400)
    guard expires > now else { throw ValidationError("The list would be refused at once.") }
    return KeyFolder.ListChange(passphrase: try passphrase.read(), now: now, expires: expires)
  }

  func report(
    _ folder: KeyFolder, _ change: KeyFolder.ListChange, messages: [String]
  ) throws(Failure) -> SigningReport {
    let list = try folder.keyList(now: change.now)
    let keys = list?.keys.map { SignedValue.text($0.publicKey.id.description) } ?? []
    let version = list?.version ?? 0
    return SigningReport(
      facts: [
        ("version", .integer(version)), ("expires", .integer(change.expires)),
        ("keys", .list(keys)),
      ],
      messages: messages + [
        "key list version \(version), to \(TokenTime.day(change.expires))",
        "Publish it: build the portal again with --keys, and sign it with \"clevio sign\".",
      ])
  }
}
