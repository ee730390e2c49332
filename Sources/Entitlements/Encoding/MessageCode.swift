import Crypto

/// HMAC-SHA256 (RFC 2104), by which two who share a secret know each other's messages.
package enum MessageCode {
  /// Whether a code of 64 hexadecimal digits in lower case is that of a message; takes as long for
  /// a wrong code as for a right one.
  package static func isValid(
    _ code: some Collection<UInt8>, of message: [UInt8], secret: [UInt8]
  ) -> Bool {
    guard let bytes = Hexadecimal.decoded(code), bytes.count == 32 else { return false }
    return HMAC<SHA256>.isValidAuthenticationCode(
      bytes, authenticating: message, using: SymmetricKey(data: secret))
  }
}
