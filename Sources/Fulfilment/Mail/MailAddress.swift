import Bytes

/// An address that mail programs take (RFC 5322 §3.4), perhaps with a name.
package struct MailAddress: Hashable, Sendable {
  /// The address, such as `ada@example.org`: ASCII, without quotes.
  package let address: String

  /// The name; empty if there is none.
  package let name: String

  /// Reads `ada@example.org` or `Ada <ada@example.org>`; `nil` for what could be anything else, as
  /// a second address or a field of a mail's header.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 400, bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    var address = bytes.trimmingASCIIWhitespace
    var name: [UInt8] = []
    if let open = address.lastIndex(of: UInt8(ascii: "<")) {
      guard address.last == UInt8(ascii: ">") else { return nil }
      name = Array(address[..<open].trimmingASCIIWhitespace)
      address = address[(open + 1)...].dropLast()
    }
    guard MailAddress.isAddress(Array(address)),
      name.allSatisfy({ ![UInt8]("<>\"\\").contains($0) })
    else { return nil }
    self.address = String(utf8: address)
    self.name = String(utf8: name)
  }

  private static func isAddress(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, (1...64).contains(parts[0].count), (1...253).contains(parts[1].count)
    else { return false }
    let labels = parts[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let words = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return words.allSatisfy { word in !word.isEmpty && word.allSatisfy(isLocalByte) }
      && parts[0].first != UInt8(ascii: "-")
      && labels.allSatisfy { label in
        (1...63).contains(label.count) && label.first != UInt8(ascii: "-")
          && label.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
      }
  }

  private static func isLocalByte(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || [UInt8]("!#$%&'*+-/=?^_`{|}~").contains(byte)
  }
}
