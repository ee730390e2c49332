import Bytes

extension PublishedSecret {
  /// Whether a text begins with a buyer's entitlement.
  package static func isEntitlement(_ text: some Collection<UInt8>) -> Bool {
    var search = SecretSearch()
    Array(text).withUnsafeBytes { search.read($0) }
    return search.found == .entitlement
  }

  /// Whether a text begins with a private key of any kind, and not just with the line that would
  /// announce one; its lines may end in `\n` as strings write it.
  package static func isPrivateKey(_ text: some Collection<UInt8>) -> Bool {
    let lines = String(utf8: text).replacing("\\r", with: "").replacing("\\n", with: "\n")
      .split(whereSeparator: \.isNewline)
    guard let first = lines.first, PEM.isPrivateKey(first.utf8) else { return false }
    let body = lines.dropFirst().prefix { !$0.hasPrefix("-----") }.flatMap {
      $0.utf8.trimmingASCIIWhitespace
    }
    guard let bytes = Base64.padded.decoded(body), bytes.count >= 40 else { return false }
    // A sequence of DER, or OpenSSH's own form.
    return bytes[0] == 0x30 || bytes.hasPrefix("openssh-key-v1")
  }
}
