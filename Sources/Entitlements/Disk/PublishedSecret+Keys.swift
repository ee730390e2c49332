import Bytes

extension PublishedSecret {
  /// Finds a private key, or a key folder's ledger, in the beginning of a file.
  ///
  /// The line that announces a key is a key only with bytes below it, but at the very beginning:
  /// lessons may show that line.
  init?(amongKeysIn text: [UInt8]) {
    if PEM.isPrivateKey(text) || PublishedSecret.holdsPEM(text) || PublishedSecret.holdsJWK(text) {
      self = .privateKey
    } else if PublishedSecret.isLedger(text) {
      self = .ledger
    } else {
      return nil
    }
  }

  private static func holdsPEM(_ text: [UInt8]) -> Bool {
    let label = Array("PRIVATE KEY".utf8)
    var place = 0
    while let found = text.firstRange(of: label, from: place) {
      place = found.upperBound
      let before = text[..<found.lowerBound].suffix(40)
      if let line = before.firstRange(ofBytes: "-----BEGIN "),
        isPrivateKey(text[line.lowerBound...].prefix(16_384))
      {
        return true
      }
    }
    return false
  }

  /// A JSON Web Key (RFC 7517) with its private part.
  private static func holdsJWK(_ text: [UInt8]) -> Bool {
    let type = Array("\"kty\"".utf8)
    var place = 0
    while let found = text.firstRange(of: type, from: place) {
      let rest = text[found.upperBound...]
      guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else { return false }
      let before = text[place..<found.lowerBound]
      if let start = before.lastIndex(of: UInt8(ascii: "{")), hasPrivatePart(text[start..<end]) {
        return true
      }
      place = end
    }
    return false
  }

  private static func hasPrivatePart(_ key: ArraySlice<UInt8>) -> Bool {
    guard let name = key.firstRange(ofBytes: "\"d\"") else { return false }
    let value = key[name.upperBound...].drop { $0.isASCIIWhitespace || $0 == UInt8(ascii: ":") }
    guard value.first == UInt8(ascii: "\"") else { return false }
    let digits = value.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
    return (Base64.url.decoded(digits) ?? []).count >= 28
  }

  private static func isLedger(_ text: [UInt8]) -> Bool {
    guard text.hasPrefix("{\"at\":") else { return false }
    do throws(Refusal) {
      _ = try LedgerEvent(parsing: text.prefix { $0 != UInt8(ascii: "\n") })
      return true
    } catch {
      return false
    }
  }
}
