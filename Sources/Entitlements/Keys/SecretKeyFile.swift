import Crypto
import CryptoExtras

/// 32 secret bytes under a passphrase: PKCS #8 with PBES2 (RFC 8018), which `openssl pkey` reads.
///
/// The form does not notice every change of the file: who reads a secret compares what follows from
/// it.
package enum SecretKeyFile {
  /// What the bytes are.
  package enum Kind: Hashable, Sendable {
    /// An Ed25519 private key.
    case signing
    /// A course's root secret, written as an X25519 key, for which any 32 bytes are right.
    case courseRoot
  }

  /// How often PBKDF2 hashes, unless a test is in a hurry.
  package static let rounds = 600_000

  /// The greatest number of rounds that is read, so that a file cannot keep a machine busy.
  private static let greatestRounds = 5_000_000

  private static let pbes2: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0D]
  private static let pbkdf2: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0C]
  private static let hmacSHA256: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x02, 0x09]
  private static let aes256CBC: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2A]

  /// The file's bytes.
  ///
  /// - Parameters:
  ///   - secret: 32 bytes.
  ///   - kind: What they are.
  ///   - passphrase: The passphrase's bytes, at least one.
  ///   - rounds: How often PBKDF2 hashes.
  /// - Returns: PEM, never the same twice.
  package static func text(
    of secret: [UInt8], _ kind: Kind, passphrase: [UInt8], rounds: Int = rounds
  ) -> [UInt8] {
    precondition(secret.count == 32, "a secret has 32 bytes")
    let salt = SecretBytes.make(16)
    let vector = SecretBytes.make(16)
    let plain = prefix(of: kind) + secret
    guard let key = key(passphrase, salt: salt, rounds: rounds),
      let sealed = crypt(plain, key: key, vector: vector, isSealing: true)
    else { preconditionFailure("AES takes a key of 32 bytes and a vector of 16") }
    let derivation = DER.sequence([
      DER.value(.identifier, pbkdf2),
      DER.sequence([
        DER.value(.octets, salt), DER.integer(rounds),
        DER.sequence([DER.value(.identifier, hmacSHA256), DER.value(.null, [])]),
      ]),
    ])
    let cipher = DER.sequence([DER.value(.identifier, aes256CBC), DER.value(.octets, vector)])
    let file = DER.sequence([
      DER.sequence([DER.value(.identifier, pbes2), DER.sequence([derivation, cipher])]),
      DER.value(.octets, sealed),
    ])
    return PEM.encoded(file, label: "ENCRYPTED PRIVATE KEY")
  }

  /// The secret of a file that this program or `openssl pkey -aes256` wrote.
  package static func secret(
    in text: [UInt8], _ kind: Kind, passphrase: [UInt8]
  ) throws(Refusal) -> [UInt8] {
    guard let file = PEM.decoded(text, label: "ENCRYPTED PRIVATE KEY"),
      let box = Box(reading: file)
    else { throw Refusal(.badKeyFile, "this is not a private key under a passphrase") }
    guard let key = key(passphrase, salt: box.salt, rounds: box.rounds),
      let plain = crypt(box.sealed, key: key, vector: box.vector, isSealing: false),
      plain.count == 48, plain[..<11] == prefix(of: kind)[..<11]
    else { throw Refusal(.wrongPassphrase, "the passphrase does not open the key") }
    guard plain.starts(with: prefix(of: kind)) else {
      throw Refusal(.badKeyFile, "the key is of another kind")
    }
    return Array(plain.suffix(32))
  }

  /// What precedes the 32 bytes in PKCS #8 (RFC 8410 §7).
  private static func prefix(of kind: Kind) -> [UInt8] {
    let curve: UInt8 = kind == .signing ? 0x70 : 0x6E
    return [
      0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, curve, 0x04, 0x22, 0x04,
      0x20,
    ]
  }

  private static func key(_ passphrase: [UInt8], salt: [UInt8], rounds: Int) -> SymmetricKey? {
    do {
      return try KDF.Insecure.PBKDF2.deriveKey(
        from: passphrase, salt: salt, using: .sha256, outputByteCount: 32,
        unsafeUncheckedRounds: rounds)
    } catch { return nil }
  }

  private static func crypt(
    _ bytes: [UInt8], key: SymmetricKey, vector: [UInt8], isSealing: Bool
  ) -> [UInt8]? {
    do {
      let vector = try AES._CBC.IV(ivBytes: vector)
      return isSealing
        ? Array(try AES._CBC.encrypt(bytes, using: key, iv: vector))
        : Array(try AES._CBC.decrypt(bytes, using: key, iv: vector))
    } catch { return nil }
  }

  private struct Box {
    let salt: [UInt8]
    let rounds: Int
    let vector: [UInt8]
    let sealed: [UInt8]

    init?(reading bytes: [UInt8]) {
      var outer = DERReader(bytes)
      guard var file = outer.readSequence(), outer.isAtEnd, var scheme = file.readSequence(),
        let sealed = file.read(.octets), file.isAtEnd, scheme.read(.identifier) == pbes2,
        var parameters = scheme.readSequence(), scheme.isAtEnd,
        var derivation = parameters.readSequence(), var cipher = parameters.readSequence(),
        parameters.isAtEnd, derivation.read(.identifier) == pbkdf2,
        var choices = derivation.readSequence(), derivation.isAtEnd,
        let salt = choices.read(.octets), let rounds = choices.readInteger()
      else { return nil }
      if choices.nextTag == DER.Tag.integer.rawValue, choices.readInteger() != 32 { return nil }
      guard var hash = choices.readSequence(), choices.isAtEnd,
        hash.read(.identifier) == hmacSHA256, hash.read(.null) == [], hash.isAtEnd,
        cipher.read(.identifier) == aes256CBC, let vector = cipher.read(.octets), cipher.isAtEnd,
        (8...64).contains(salt.count), (1...greatestRounds).contains(rounds), vector.count == 16,
        !sealed.isEmpty, sealed.count.isMultiple(of: 16), sealed.count <= 1_024
      else { return nil }
      self.salt = salt
      self.rounds = rounds
      self.vector = vector
      self.sealed = sealed
    }
  }
}
