import Bytes
import Entitlements
import Foundation

/// A token or a key list that differs from a good one by chance, and what the checker says of it.
///
/// The reader in the browser is held to the same verdicts.
struct TokenVariation {
  /// What was varied.
  enum Part: String, CaseIterable {
    /// The payload of an entitlement, signed anew.
    case payload
    /// The payload of a key list, signed anew.
    case list
    /// The finished token.
    case token
  }

  let part: Part
  let bytes: [UInt8]

  /// One file, a line for each variation: the part, its bytes in base64url, the verdict.
  static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/TokenVariations.txt")

  /// The variations, the same each time.
  static func all(_ example: Example) throws -> [TokenVariation] {
    var chance = Chance(seed: 20_271)
    let payload = Array(try example.payload().utf8)
    let list = try listPayload(example)
    let token = try example.forged()
    return (0..<240).map { _ in TokenVariation(part: .payload, bytes: chance.varied(payload)) }
      + (0..<160).map { _ in TokenVariation(part: .list, bytes: chance.varied(list)) }
      + (0..<60).map { _ in TokenVariation(part: .token, bytes: chance.edited(token)) }
  }

  /// What checking says: a code, or `accepted`.
  func verdict(_ example: Example) throws -> String {
    var check = example.check
    check.revoked = [try Example.name("e-revoked")]
    let refused = reason {
      if part == .list {
        let list = try TokenVariation.signed(bytes, as: .keys, example)
        check.keys = try check.keys.adding(listIn: list, now: example.now)
      }
      let token =
        switch part {
        case .payload: try example.forged(payload: bytes)
        case .list: try example.forged()
        case .token: bytes
        }
      _ = try check.entitlement(in: token)
    }
    return refused?.rawValue ?? "accepted"
  }

  /// The line of the file.
  func line(_ example: Example) throws -> String {
    "\(part.rawValue) \(String(utf8: Base64.url.encoded(bytes))) \(try verdict(example))\n"
  }

  private static func listPayload(_ example: Example) throws -> [UInt8] {
    let keys = [
      ListedKey(
        example.key.publicKey, courses: [example.course], notBefore: example.now - 1_000,
        expires: example.now + 1_000),
      ListedKey(example.stranger.publicKey, types: [.head]),
    ]
    let list = KeyList(
      author: example.author, version: 3, issued: example.now - 1_000, expires: example.now + 1_000,
      keys: keys)
    let parts = list.signed(by: example.key).split(separator: UInt8(ascii: "."))
    return Base64.url.decoded(parts[1]) ?? []
  }

  private static func signed(
    _ payload: [UInt8], as type: TokenType, _ example: Example
  ) throws -> [UInt8] {
    let id = example.key.publicKey.id
    let header = "{\"alg\":\"EdDSA\",\"kid\":\"\(id)\",\"typ\":\"\(type.rawValue)\"}"
    return try example.forged(header: header, payload: payload)
  }
}

/// Changes bytes by chance, the same way for the same seed.
private struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Knuth's linear congruential generator; its upper bits are good enough.
  private mutating func number(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(bound, 1)))
  }

  private static let values = [
    "null", "true", "0", "-0", "1", "-1", "1.0", "1e3", "9007199254740991", "9007199254740992",
    "253402300799", "253402300800", "1800000000", "1800000300", "1800000301", "1799999699", "[]",
    "{}", "[[]]", "{\"a\":1,\"a\":1}", "{\"__proto__\":1}", "\"\"", "\"ada\"", "\"knots\"",
    "\"\\ud83d\\ude00\"", "\"\\udc00\"", "\"\u{202E}\u{2028}\"", "\"-a\"", "\"a b\"",
    "\"e-revoked\"",
    "\"clevio-head+jws\"", "[\"clevio-entitlement+jws\"]", "[\"knots\",\"knots\"]", "\"AAAA\"",
  ]
  private static let signs =
    Array("\"{}[],:0123456789.eE-+\\u _az\t\n".utf8) + [0x00, 0x7F, 0xC3, 0xFF]

  /// JSON with a value exchanged, a member lost, or a few bytes edited.
  mutating func varied(_ json: [UInt8]) -> [UInt8] {
    let text = String(utf8: json)
    let pattern = /"[a-z_]+":(?:"[^"]*"|[0-9]+|\[[^\[\]{}]*\])/
    let members = text.matches(of: pattern).map(\.range)
    let range = members[number(below: members.count)]
    let member = text[range]
    let name = member.prefix { $0 != ":" }
    switch number(below: 6) {
    case 0, 1, 2:
      let value = Chance.values[number(below: Chance.values.count)]
      return Array(
        (text[..<range.lowerBound] + name + ":" + value + text[range.upperBound...]).utf8)
    case 3:
      let rest = text[range.upperBound...]
      let end = rest.first == "," ? rest.dropFirst() : rest
      return Array((text[..<range.lowerBound] + end).utf8)
    case 4:
      return Array((text[..<range.upperBound] + "," + member + text[range.upperBound...]).utf8)
    default: return edited(json)
    }
  }

  /// Bytes of which up to three are exchanged, lost or doubled.
  mutating func edited(_ bytes: [UInt8]) -> [UInt8] {
    var edited = bytes
    for _ in 0...number(below: 3) {
      let place = number(below: edited.count)
      switch number(below: 3) {
      case 0: edited[place] = Chance.signs[number(below: Chance.signs.count)]
      case 1: edited.remove(at: place)
      default: edited.insert(edited[place], at: place)
      }
    }
    return edited
  }
}
