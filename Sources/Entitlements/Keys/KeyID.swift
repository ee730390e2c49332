import Bytes
import Files

/// Which key: its RFC 7638 thumbprint, 43 characters of base64url.
package struct KeyID: Hashable, Sendable, CustomStringConvertible {
  /// The 32 bytes.
  package let bytes: [UInt8]

  /// The thumbprint of a public key of 32 bytes.
  init(of key: [UInt8]) {
    var json: [UInt8] = []
    json.append("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"")
    json.append(contentsOf: Base64.url.encoded(key))
    json.append("\"}")
    bytes = ContentDigest(of: json).bytes
  }

  /// Reads a thumbprint; `nil` if the text is not one.
  package init?(_ text: some BidirectionalCollection<UInt8>) {
    guard text.count == 43, let bytes = Base64.url.decoded(text) else { return nil }
    self.bytes = bytes
  }

  /// The thumbprint.
  package var description: String { String(utf8: Base64.url.encoded(bytes)) }

  /// The first 64 bits as four words that can be read aloud: consonants and vowels take turns, each
  /// word stands for 16 bits.
  package var words: String {
    let consonants = Array("bdfghjklmnprstvz".utf8)
    let vowels = Array("aiou".utf8)
    let words = stride(from: 0, to: 8, by: 2).map { index in
      let bits = Int(bytes[index]) << 8 | Int(bytes[index + 1])
      let letters = [
        consonants[bits >> 12], vowels[bits >> 10 & 3], consonants[bits >> 6 & 15],
        vowels[bits >> 4 & 3], consonants[bits & 15],
      ]
      return String(utf8: letters)
    }
    return words.joined(separator: "-")
  }
}
