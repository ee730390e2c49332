import Crypto

/// The SHA-256 of some bytes (FIPS 180-4).
package struct ContentDigest: Hashable, Sendable, CustomStringConvertible {
  /// 32 bytes.
  package let bytes: [UInt8]

  /// The digest of `content`.
  package init(of content: [UInt8]) { bytes = Array(SHA256.hash(data: content)) }

  /// 64 lower-case hexadecimal digits.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
