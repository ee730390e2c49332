import ArgumentParser
import Bytes

/// The options of commands that issue entitlements.
struct IssuingOptions: ParsableArguments {
  @OptionGroup var portal: PortalNameOptions

  @Option(help: "Issue links to this page of the portal, which carry the entitlement.")
  var link: String?

  @OptionGroup var keys: KeyFolderOptions
  @OptionGroup var passphrase: PassphraseOptions

  @Flag(help: "Report as JSON on standard output.")
  var json = false

  func validate() throws {
    guard let link else { return }
    let isPlain = link.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") }
    guard link.hasPrefix("https://"), link.utf8.count > 8, isPlain else {
      throw ValidationError("--link takes an address that begins with https://.")
    }
  }
}

/// Values separated by commas (RFC 4180).
struct TableText {
  private(set) var text: [UInt8] = []

  /// Adds a line; values with marks of the format are put into quotation marks.
  mutating func append(_ values: [[UInt8]]) {
    for (index, value) in values.enumerated() {
      if index > 0 { text.append(",") }
      guard value.contains(where: [UInt8]("\",\r\n").contains) else {
        text += value
        continue
      }
      text.append("\"")
      for byte in value { text += byte == UInt8(ascii: "\"") ? [byte, byte] : [byte] }
      text.append("\"")
    }
    text.append("\r\n")
  }

  /// Adds a line.
  mutating func append(_ values: String...) { append(values.map { Array($0.utf8) }) }
}
