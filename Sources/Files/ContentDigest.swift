import Crypto

/// The SHA-256 of some bytes (FIPS 180-4).
package struct ContentDigest: Hashable, Sendable, CustomStringConvertible {
  /// 32 bytes.
  package let bytes: [UInt8]

  /// The digest of `content`.
  package init(of content: [UInt8]) { bytes = Array(SHA256.hash(data: content)) }

  /// A digest that was kept; `nil` if it is none.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// The digest of a file, which is read in pieces.
  ///
  /// - Throws: ``FileError`` if it cannot be read.
  package init(of content: FileContent) throws(FileError) {
    var hash = SHA256()
    let piece = 1 << 20
    for start in stride(from: 0, to: content.size, by: piece) {
      hash.update(data: try content.read(start..<min(content.size, start + piece)))
    }
    bytes = Array(hash.finalize())
  }

  /// 64 lower-case hexadecimal digits.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
