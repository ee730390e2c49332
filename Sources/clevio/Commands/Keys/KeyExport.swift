import ArgumentParser
import Bytes
import Entitlements

/// `clevio key export`.
struct KeyExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print a public key, for hosts and buyers.",
    discussion: """
      Publish it where a portal's host has no say, such as another site of yours: a key that comes with the \
      folder that it is to check proves nothing.
      """)

  @Option(
    help: "The form: pem for OpenSSL, jwk for JOSE libraries, signify for signify and minisign.")
  var form = PublicKeyFile.Form.pem

  @Option(help: "The key's name, as \"clevio key list\" shows it (default: the root key).")
  var kid: String?

  @OptionGroup var keys: KeyFolderOptions

  @Flag(help: "Report as JSON on standard output.")
  var json = false

  func run() throws {
    try reporting(asJSON: json) {
      let folder = try keys.open()
      let list = try folder.keyList(now: Clock.now)?.keys ?? []
      let known = [folder.root] + list.map(\.publicKey)
      guard let key = known.first(where: { kid == nil || $0.id.description == kid }) else {
        throw Failure.refused(
          .missing, "there is no key of this name", help: "see the keys with \"clevio key list\"")
      }
      let text = String(utf8: PublicKeyFile.text(of: key, author: folder.author, as: form))
      return SigningReport(
        facts: [
          ("author", .text(folder.author.bytes)), ("kid", .text(key.id.description)),
          ("words", .text(key.id.words)), ("form", .text(form.rawValue)), ("key", .text(text)),
        ],
        result: [String(text.dropLast())])
    }
  }
}

extension PublicKeyFile.Form: ExpressibleByArgument {
  /// What may be written.
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
