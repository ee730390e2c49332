import ArgumentParser
import Entitlements

/// `clevio sign`.
struct Sign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign",
    abstract: "Sign a built portal, so that anybody can tell a true copy from a changed one.",
    discussion: """
      Every file is listed with its SHA-256 in manifest.json, and clevio-head.jws signs that list. Sign after \
      each build, and publish the folder as it is then. SOURCE_DATE_EPOCH, where set, counts as now.
      """)

  @Argument(
    help: "The folder that a build wrote (default: public in the portal's folder).",
    completion: .directory)
  var folder: String?

  @OptionGroup var portal: PortalNameOptions

  @Option(
    help: "From when on checkers refuse the copy, such as 400d or 2028-01-31.")
  var expires = EntitlementTime.after(400 * 86_400)

  @Option(
    name: .customLong("head-version"),
    help: "The signature's number, above the last one (default: the next).")
  var version: Int?

  @Flag(help: "Also write manifest.json.minisig, which signify and minisign verify.")
  var signify = false

  @OptionGroup var keys: KeyFolderOptions
  @OptionGroup var passphrase: PassphraseOptions

  @Flag(help: "Report as JSON on standard output.")
  var json = false

  /// How much earlier than the signature the key list may end before it is told, in seconds.
  private static let listMargin = 30 * 86_400

  func validate() throws {
    if let version, !(1...SignedValue.greatestInteger).contains(version) {
      throw ValidationError("--head-version takes a number from 1 up.")
    }
  }

  func run() throws {
    let now = try Clock.reproducibleNow()
    let name = try portal.name(besides: folder)
    let folder = folder ?? portal.defaultOutput
    try reporting(asJSON: json) {
      let keyFolder = try keys.open()
      let signing = PortalSigning(
        folder: folder, portal: name, now: now, expires: expires.time(now: now), version: version,
        signsForSignify: signify)
      let outcome = try signing.sign(with: keyFolder, passphrase: try passphrase.read())
      return report(outcome, folder, keyListEnd: try keyFolder.keyList(now: now)?.expires)
    }
  }

  private func report(
    _ outcome: PortalSigning.Outcome, _ folder: String, keyListEnd: Int?
  ) -> SigningReport {
    let head = outcome.head
    var warnings: [String] = []
    // A list that was renewed just before ends just before, too.
    if let keyListEnd, keyListEnd < head.expires - Sign.listMargin {
      warnings.append(
        "The key list ends before that: checkers refuse the copy from \(TokenTime.day(keyListEnd)) on. Give the list "
          + "a later end with \"clevio key renew\", then build and sign again.")
    }
    if outcome.unlisted > 0 {
      warnings.append(
        "warning: manifest.json tells everybody the addresses of "
          + "\(counted(outcome.unlisted, "file")) of closed lessons (media: unlisted), and whoever "
          + "has an address has the file. Seal what is to stay closed: media: encrypted.")
    }
    let revoked = head.revoked.isEmpty ? "" : ", \(head.revoked.count) revoked"
    return SigningReport(
      facts: head.facts + [
        ("files", .integer(outcome.files)), ("bytes", .integer(outcome.bytes)),
        ("unlisted", .integer(outcome.unlisted)),
        ("kid", .text(outcome.key.description)),
      ],
      messages: [
        "\(folder): portal \(head.portal) version \(head.version) signed as \(head.author), "
          + "\(counted(outcome.files, "file")), to \(TokenTime.day(head.expires))\(revoked)"
      ] + warnings)
  }
}

extension PortalHead {
  /// What programs are told of a signed portal.
  var facts: [(String, SignedValue)] {
    var courses: [[UInt8]: SignedValue] = [:]
    for (course, epoch) in epochs { courses[course.bytes] = .integer(epoch) }
    return [
      ("author", .text(author.bytes)), ("portal", .text(portal.bytes)),
      ("version", .integer(version)), ("issued", .integer(issued)), ("expires", .integer(expires)),
      ("revoked", .list(revoked.map { .text($0.bytes) })), ("epochs", .object(courses)),
    ]
  }
}
