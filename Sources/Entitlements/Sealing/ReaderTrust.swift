import Bytes

/// What the page of a course's reader was told when it was built: which keys it trusts, and whom it refuses.
struct ReaderTrust: Hashable, Sendable {
  /// The greatest size of a page that is read, in bytes.
  static let greatestPage = 64 << 20

  /// The author's key list as a token; `nil` where the reader trusts the root key alone.
  let keyList: [UInt8]?
  /// The names of the entitlements that it refuses.
  let revoked: Set<[UInt8]>

  /// Reads a page; `nil` if it is no reader's.
  init?(reading page: [UInt8]) {
    // Quotation marks within the page's other texts are escaped.
    guard let list = page[...].firstRange(ofBytes: "\"keyList\":"),
      let names = page[list.upperBound...].firstRange(ofBytes: "\"revoked\":["),
      let end = page[names.upperBound...].firstIndex(of: UInt8(ascii: "]"))
    else { return nil }
    let token = page[list.upperBound...].prefix { $0 != UInt8(ascii: ",") }
    keyList = token.elementsEqual("null".utf8) ? nil : Array(token.dropFirst().dropLast())
    revoked = Set(
      page[names.upperBound..<end].split(separator: UInt8(ascii: ",")).map {
        Array($0.dropFirst().dropLast())
      })
  }
}
