import Bytes
import Entitlements
import Foundation

/// A vector in a file that any program can read: lines of `name: value`, an empty line, the token.
struct SignatureVector {
  var fields: [String: String] = [:]
  var token: [UInt8] = []

  /// Beside the tests of all targets, because the reader in the browser is tested with them too.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/SignatureVectors")

  init(_ attack: TokenAttack, _ example: Example) {
    fields = [
      "expect": attack.expected?.rawValue ?? "accepted",
      "key": String(utf8: Base64.url.encoded(example.key.publicKey.bytes)),
      "author": example.author.description, "portal": example.portal.description,
      "course": example.course.description, "now": String(example.now), "revoked": "e-revoked",
    ]
    token = attack.token
  }

  init(parsing text: [UInt8]) {
    var rest = text[...]
    while let end = rest.firstIndex(of: 0x0A) {
      let line = String(utf8: rest[..<end])
      rest = rest[(end + 1)...]
      if line.isEmpty { break }
      let parts = line.split(separator: ": ", maxSplits: 1)
      if parts.count == 2 { fields[String(parts[0])] = String(parts[1]) }
    }
    token = Array(rest.dropLast())
  }

  /// The file; the token's own line end, if it has one, stands before the file's.
  var text: [UInt8] {
    let names = ["expect", "key", "author", "portal", "course", "revoked", "now"]
    let lines = names.map { "\($0): \(fields[$0] ?? "")\n" }.joined()
    return Array((lines + "\n").utf8) + token + [0x0A]
  }

  /// What checking the token says: a code, or `accepted`.
  func verdict() throws -> String {
    let key = try PublicKey(Base64.url.decoded(Array((fields["key"] ?? "").utf8)) ?? [])
    let check = EntitlementCheck(
      keys: TrustedKeys(root: key, author: try Example.name(fields["author"] ?? "")),
      portal: try Example.name(fields["portal"] ?? ""),
      course: try Example.name(fields["course"] ?? ""),
      revoked: [try Example.name(fields["revoked"] ?? "")], now: Int(fields["now"] ?? "") ?? 0)
    return reason { _ = try check.entitlement(in: token) }?.rawValue ?? "accepted"
  }
}
