import Bytes
import Entitlements
import Files

/// An author, a portal and a buyer that the tests are about.
struct Example {
  /// The first key of RFC 8032 §7.1.
  let key: SigningKey
  /// The second key of RFC 8032 §7.1, which nobody trusts.
  let stranger: SigningKey
  let author: Identifier
  let portal: Identifier
  let course: Identifier
  let now = 1_800_000_000

  init() throws {
    key = try SigningKey(
      seed: Hex.bytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
    stranger = try SigningKey(
      seed: Hex.bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"))
    author = try Example.name("ada")
    portal = try Example.name("harbour")
    course = try Example.name("knots")
  }

  static func name(_ text: String) throws -> Identifier {
    guard let name = Identifier(text) else { throw NoName(text: text) }
    return name
  }

  struct NoName: Error {
    let text: String
  }

  var trusted: TrustedKeys { TrustedKeys(root: key.publicKey, author: author) }

  var check: EntitlementCheck {
    EntitlementCheck(
      keys: trusted, portal: portal, course: course, revoked: [], now: now)
  }

  var root: CourseRoot {
    CourseRoot(course: course, secret: [UInt8](repeating: 7, count: 32))
  }

  func entitlement(id: String = "e-0001") throws -> Entitlement {
    let id = try Example.name(id)
    return Entitlement(
      author: author, portal: portal, id: id, label: Array("order 1001".utf8),
      grants: [root.grant(to: id, epoch: 1)], issued: now - 1_000, notBefore: now - 1_000,
      expires: now + 86_400)
  }

  /// The header of an entitlement as text.
  var header: String {
    "{\"alg\":\"EdDSA\",\"kid\":\"\(key.publicKey.id)\",\"typ\":\"clevio-entitlement+jws\"}"
  }

  /// The payload of the entitlement as text.
  func payload() throws -> String {
    let parts = try entitlement().signed(by: key).split(separator: UInt8(ascii: "."))
    return String(utf8: Base64.url.decoded(parts[1]) ?? [])
  }

  /// A token of any header and payload with a right signature.
  func forged(
    header: String? = nil, payload: [UInt8]? = nil, by signer: SigningKey? = nil
  ) throws -> [UInt8] {
    let payload = try payload ?? Array(self.payload().utf8)
    let signed =
      Base64.url.encoded(Array((header ?? self.header).utf8)) + [0x2E]
      + Base64.url.encoded(payload)
    return signed + [0x2E] + Base64.url.encoded((signer ?? key).signature(for: signed))
  }

  /// A token whose payload has a text in place of another.
  func forged(replacing text: String, with other: String) throws -> [UInt8] {
    let payload = try payload()
    guard let range = payload.range(of: text) else { throw NoName(text: text) }
    return try forged(payload: Array(payload.replacingCharacters(in: range, with: other).utf8))
  }
}

extension String {
  fileprivate func range(of text: String) -> Range<String.Index>? { ranges(of: text).first }

  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}

/// Hexadecimal digits of published vectors.
enum Hex {
  static func bytes(_ text: String) -> [UInt8] {
    let digits = text.utf8.filter { $0 > 0x20 }
    return stride(from: 0, to: digits.count - 1, by: 2).map { index in
      UInt8(String(utf8: digits[index..<(index + 2)]), radix: 16) ?? 0
    }
  }

  static func text(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// The code that something is refused with; `nil` if it is not.
func reason(_ body: () throws -> Void) -> Refusal.Reason? { refusal(body)?.reason }

/// What something is refused with; `nil` if it is not.
func refusal(_ body: () throws -> Void) -> Refusal? {
  do {
    try body()
    return nil
  } catch let refusal as Refusal {
    return refusal
  } catch Failure.refused(let refusal) {
    return refusal
  } catch {
    return nil
  }
}

/// A SHA-256 as manifests write it.
enum ContentDigestText {
  static func of(_ bytes: [UInt8]) -> String { "\(ContentDigest(of: bytes))" }
}
