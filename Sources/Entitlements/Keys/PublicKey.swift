import Crypto

/// An Ed25519 public key (RFC 8032) that can tell one signer from another.
package struct PublicKey: Hashable, Sendable {
  /// 32 bytes.
  package let bytes: [UInt8]

  /// The key's name.
  package let id: KeyID

  /// Takes a key.
  ///
  /// - Throws: ``Refusal`` if it is not 32 bytes, not written in its shortest form, or a point of
  /// small order, for which anybody can make signatures that are right for many messages.
  package init(_ bytes: [UInt8]) throws(Refusal) {
    guard bytes.count == 32, let key = PublicKey.curveKey(bytes) else {
      throw Refusal(.badKeyFile, "this is not an Ed25519 key", help: "get the author's key again")
    }
    guard PublicKey.isSound(bytes) else {
      throw Refusal(.weakKey, "this key accepts signatures that nobody made")
    }
    self.bytes = Array(key.rawRepresentation)
    id = KeyID(of: bytes)
  }

  private static func curveKey(_ bytes: [UInt8]) -> Curve25519.Signing.PublicKey? {
    do { return try Curve25519.Signing.PublicKey(rawRepresentation: bytes) } catch { return nil }
  }

  /// Whether a signature of 64 bytes is right.
  package func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
    PublicKey.curveKey(bytes)?.isValidSignature(signature, for: message) ?? false
  }

  /// Whether the point's y is below the field's prime and the point not of small order.
  private static func isSound(_ bytes: [UInt8]) -> Bool {
    var y = bytes
    y[31] &= 0x7F
    let isAtLeastPrime = y[31] == 0x7F && y[1..<31].allSatisfy { $0 == 0xFF } && y[0] >= 0xED
    return !isAtLeastPrime && !smallOrder.contains(y)
  }

  /// The y of the eight points of small order, in little-endian bytes; each stands for two points,
  /// and those of order 1, 2 and 4 are 1, −1 and 0.
  private static let smallOrder: Set<[UInt8]> = [
    [UInt8](repeating: 0, count: 32),
    [1] + [UInt8](repeating: 0, count: 31),
    [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
    [
      0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67,
      0x0F,
      0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03,
      0x7A,
    ],
    [
      0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98,
      0xF0,
      0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC,
      0x05,
    ],
  ]
}
