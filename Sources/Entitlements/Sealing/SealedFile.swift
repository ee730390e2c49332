import Bytes
import Crypto

/// A sealed file: `CLV1`, salt 32, commitment 16, ciphertext, tag 16.
///
/// What is sealed is `length of gzip, 4 bytes big-endian | gzip | zeros up to a multiple of 4,096`,
/// under AES-256-GCM. All but the content's size in steps of 4,096 is hidden; the same content at
/// the same place gives the same bytes, as salt, key and nonce follow from both.
package enum SealedFile {
  /// The greatest content in bytes.
  package static let contentLimit = 64 << 20

  private static let magic = [UInt8]("CLV1")
  private static let step = 4_096
  private static let headLength = 4 + 32 + 16
  private static let tagLength = 16

  /// Seals content.
  ///
  /// - Parameters:
  ///   - content: At most ``contentLimit`` bytes.
  ///   - path: The file's name within the course, such as `basics/reef-knot`; it opens at no other.
  ///   - key: The course's key.
  /// - Returns: The same bytes for the same arguments.
  package static func seal(_ content: [UInt8], path: String, with key: ContentKey) -> [UInt8] {
    precondition(content.count <= contentLimit, "what is longer must be sealed in parts")
    return seal(gzip: Gzip.compressed(content), path: path, with: key)
  }

  static func seal(gzip: [UInt8], path: String, with key: ContentKey) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(gzip.count + 4 + step)
    for shift in [24, 16, 8, 0] { plain.append(UInt8(truncatingIfNeeded: gzip.count >> shift)) }
    plain += gzip
    plain += [UInt8](repeating: 0, count: (step - plain.count % step) % step)
    let context = context(path, key)
    var authentication = HMAC<SHA256>(
      key: SymmetricKey(data: key.derived(info: [UInt8]("siv"), count: 32)))
    authentication.update(data: context + [0])
    authentication.update(data: plain)
    let salt = Array(authentication.finalize())
    let head = magic + salt + commitment(key, salt)
    let (cipherKey, nonce) = cipher(key, salt, context)
    do {
      let box = try AES.GCM.seal(
        plain, using: cipherKey, nonce: try AES.GCM.Nonce(data: nonce),
        authenticating: context + head)
      return head + box.ciphertext + box.tag
    } catch {
      preconditionFailure("AES-GCM seals what fits into memory: \(error)")
    }
  }

  /// Opens a sealed file.
  ///
  /// - Throws: ``Refusal``: `wrong-key` if the file was sealed with another key or for another epoch,
  ///   `lesson-damaged` if it was changed, or sealed for another place.
  package static func open(
    _ file: [UInt8], path: String, with key: ContentKey
  ) throws(Refusal) -> [UInt8] {
    guard file.count >= headLength + step + tagLength, file.starts(with: magic),
      (file.count - headLength - tagLength).isMultiple(of: step)
    else { throw damaged(path) }
    let salt = Array(file[4..<36])
    guard file[36..<headLength].elementsEqual(commitment(key, salt)) else {
      throw Refusal(.wrongKey, "\(path) was sealed with another key")
    }
    let context = context(path, key)
    let (cipherKey, nonce) = cipher(key, salt, context)
    let plain: [UInt8]
    do {
      let box = try AES.GCM.SealedBox(
        nonce: try AES.GCM.Nonce(data: nonce), ciphertext: file[headLength...].dropLast(tagLength),
        tag: file.suffix(tagLength))
      plain = Array(
        try AES.GCM.open(box, using: cipherKey, authenticating: context + file[..<headLength]))
    } catch { throw damaged(path) }
    let length = plain[..<4].reduce(0) { $0 << 8 | Int($1) }
    guard length <= plain.count - 4, plain.count - 4 - length < step,
      plain[(4 + length)...].allSatisfy({ $0 == 0 }),
      let content = Gzip.decompressed(Array(plain[4..<(4 + length)]), limit: contentLimit)
    else { throw damaged(path) }
    return content
  }

  /// Whether a file was sealed with a key; its content may be damaged.
  static func isSealed(_ file: [UInt8], with key: ContentKey) -> Bool {
    file.count >= headLength && file.starts(with: magic)
      && file[36..<headLength].elementsEqual(commitment(key, Array(file[4..<36])))
  }

  private static func damaged(_ path: String) -> Refusal {
    Refusal(.lessonDamaged, "\(path) is not as it was sealed")
  }

  /// What ties a file to its place.
  private static func context(_ path: String, _ key: ContentKey) -> [UInt8] {
    var context = [UInt8]("clevio/v1/lesson")
    for part in [key.course.description, path, String(key.epoch)] {
      context.append(0)
      context.append(text: part)
    }
    return context
  }

  /// What tells the right key from others before anything is opened.
  private static func commitment(_ key: ContentKey, _ salt: [UInt8]) -> [UInt8] {
    key.derived(salt: salt, info: [UInt8]("commit"), count: 16)
  }

  private static func cipher(
    _ key: ContentKey, _ salt: [UInt8], _ context: [UInt8]
  ) -> (SymmetricKey, nonce: [UInt8]) {
    let bytes = key.derived(salt: salt, info: context, count: 44)
    return (SymmetricKey(data: bytes[..<32]), Array(bytes[32...]))
  }
}
