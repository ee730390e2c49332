import ArgumentParser

/// The options of commands that issue entitlements.
struct IssuingOptions: ParsableArguments {
  @OptionGroup var portal: PortalNameOptions

  @Option(
    help:
      "Issue links to this page of the portal, which carry the entitlement; {course} in it is each course's name."
  )
  var link: String?

  @OptionGroup var keys: KeyFolderOptions
  @OptionGroup var passphrase: PassphraseOptions

  @Flag(help: "Report as JSON on standard output.")
  var json = false

  /// The page that links lead to, where links are wanted.
  var readerLink: ReaderLink? { link.map(ReaderLink.init) }

  func validate() throws {
    guard let link else { return }
    let isPlain = link.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") }
    guard link.hasPrefix("https://"), link.utf8.count > 8, isPlain else {
      throw ValidationError("--link takes an address that begins with https://.")
    }
  }
}
