import Bytes

/// A signature over `manifest.json` in the form of signify and of minisign's legacy mode, for
/// people who have neither this program nor a JOSE library.
package enum DetachedSignature {
  /// The file's name in the folder.
  package static let fileName = "manifest.json.minisig"

  /// The greatest size of the file.
  static let greatestSize = 4_096

  /// The key's number in these programs: the first 8 bytes of its name.
  static func number(of key: PublicKey) -> [UInt8] { Array(key.id.bytes.prefix(8)) }

  /// The signature's file.
  ///
  /// - Parameters:
  ///   - manifest: The bytes that are signed.
  ///   - comment: What is signed along: ASCII, one line.
  ///   - key: The key.
  /// - Returns: The file's bytes.
  package static func text(of manifest: [UInt8], comment: String, key: SigningKey) -> [UInt8] {
    let signature = key.signature(for: manifest)
    let trusted = Array(comment.utf8)
    var text: [UInt8] = []
    text.append("untrusted comment: signature from clevio key ")
    text.append(text: key.publicKey.id.words)
    text.append("\n")
    text += Base64.padded.encoded(Array("Ed".utf8) + number(of: key.publicKey) + signature)
    text.append("\ntrusted comment: ")
    text += trusted
    text.append("\n")
    text += Base64.padded.encoded(key.signature(for: signature + trusted))
    text.append("\n")
    return text
  }

  /// Refuses a file that does not hold a signature of `key` over `manifest`.
  static func check(_ text: [UInt8], of manifest: [UInt8], key: PublicKey) throws(Refusal) {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count == 5, lines[4].isEmpty, lines[0].hasPrefix("untrusted comment: "),
      lines[2].hasPrefix("trusted comment: "), let first = Base64.padded.decoded(lines[1]),
      let second = Base64.padded.decoded(lines[3]), first.count == 74, second.count == 64,
      first.starts(with: Array("Ed".utf8) + number(of: key)),
      key.isValid(Array(first.suffix(64)), for: manifest),
      key.isValid(second, for: Array(first.suffix(64)) + lines[2].dropFirst(17))
    else {
      throw Refusal(
        .badSignature, "\(fileName) is not the head's key's signature of the manifest",
        path: fileName)
    }
  }
}
