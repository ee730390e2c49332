import Bytes

/// A payload that a trusted key signed: JWS compact serialization (RFC 7515) with Ed25519 (RFC
/// 8037).
///
/// All agility is left out: each type of token has one exact header for each key, keys come only
/// from those that are trusted beforehand, and the payload is read only after the signature was
/// right.
package struct SignedToken: Hashable, Sendable {
  /// What was signed.
  package let payload: SignedValue

  /// The key that signed.
  package let key: ListedKey

  /// Signs a payload.
  ///
  /// - Returns: The token's text, always the same for the same arguments on Linux.
  package static func sign(
    _ payload: SignedValue, as type: TokenType, with key: SigningKey
  ) -> [UInt8] {
    var token = Base64.url.encoded(header(of: type, key: key.publicKey.id))
    token.append(UInt8(ascii: "."))
    token.append(contentsOf: Base64.url.encoded(payload.json))
    let signature = key.signature(for: token)
    token.append(UInt8(ascii: "."))
    token.append(contentsOf: Base64.url.encoded(signature))
    return token
  }

  /// Checks a token's form, key and signature, in this order, and reads its payload.
  ///
  /// - Parameters:
  ///   - token: The text, without a line end.
  ///   - type: The only type that is accepted.
  ///   - keys: The only keys that are accepted.
  ///   - now: The time that counts as now, in seconds since 1970.
  /// - Throws: ``Refusal``, naming the first thing that is wrong.
  package init(
    opening token: [UInt8], as type: TokenType, trusting keys: TrustedKeys, now: Int
  ) throws(Refusal) {
    guard token.count <= type.greatestSize else {
      throw Refusal(
        .tooLarge, "the \(type.name) has \(token.count) bytes, more than \(type.greatestSize)")
    }
    let parts = token.split(
      separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 3 else {
      throw Refusal(.malformed, "the \(type.name) is not made of three parts")
    }
    let id = try SignedToken.keyID(inHeader: parts[0], of: type)
    key = try keys.key(id, for: type, now: now)
    guard let signature = Base64.url.decoded(parts[2]), signature.count == 64 else {
      throw Refusal(.badSignature, "the signature of the \(type.name) is not one")
    }
    let signed = token[..<parts[1].endIndex]
    guard key.publicKey.isValid(signature, for: Array(signed)) else {
      throw Refusal(.badSignature, "the \(type.name) is not what was signed")
    }
    guard let json = Base64.url.decoded(parts[1]) else {
      throw Refusal(.badClaims, "the payload of the \(type.name) is not base64url")
    }
    do throws(JSONError) {
      payload = try SignedValue(parsing: json)
    } catch {
      throw Refusal(
        .badClaims, "the payload of the \(type.name) is not strict JSON: \(error.problem)")
    }
  }

  /// The header's bytes, the only ones for this type and key.
  private static func header(of type: TokenType, key: KeyID) -> [UInt8] {
    var header: [UInt8] = []
    header.append("{\"alg\":\"EdDSA\",\"kid\":\"")
    header.append(text: key.description)
    header.append("\",\"typ\":\"")
    header.append(text: type.rawValue)
    header.append("\"}")
    return header
  }

  private static func keyID(
    inHeader part: ArraySlice<UInt8>, of type: TokenType
  ) throws(Refusal) -> KeyID {
    guard let bytes = Base64.url.decoded(part) else {
      throw Refusal(.malformed, "the header of the \(type.name) is not base64url")
    }
    let header: SignedValue
    do throws(JSONError) {
      header = try SignedValue(parsing: bytes)
    } catch {
      throw Refusal(
        .malformed, "the header of the \(type.name) is not strict JSON: \(error.problem)")
    }
    guard case .object(let members) = header, members[[UInt8]("alg")] == .text("EdDSA"),
      case .text(let id) = members[[UInt8]("kid")], case .text(let found) = members[[UInt8]("typ")],
      members.count == 3
    else {
      throw Refusal(.wrongHeader, "the header must name EdDSA, a key and a type, and nothing else")
    }
    guard found == Array(type.rawValue.utf8) else {
      throw Refusal(.wrongType, "this is not signed as the \(type.name)")
    }
    guard let id = KeyID(id) else { throw Refusal(.unknownKey, "the header's kid names no key") }
    guard bytes == SignedToken.header(of: type, key: id) else {
      throw Refusal(.wrongHeader, "the header is not written as the format demands")
    }
    return id
  }
}
