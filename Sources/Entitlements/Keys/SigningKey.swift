import Crypto

/// An Ed25519 private key.
package struct SigningKey: Sendable {
  /// What the key is made of: 32 secret bytes.
  package let seed: [UInt8]

  /// The public key.
  package let publicKey: PublicKey

  private let key: Curve25519.Signing.PrivateKey

  /// The key of a seed of 32 bytes.
  package init(seed: [UInt8]) throws(Refusal) {
    let made: Curve25519.Signing.PrivateKey? = {
      do { return try Curve25519.Signing.PrivateKey(rawRepresentation: seed) } catch { return nil }
    }()
    guard let made else { throw Refusal(.badKeyFile, "this is not an Ed25519 private key") }
    key = made
    self.seed = seed
    publicKey = try PublicKey(Array(made.publicKey.rawRepresentation))
  }

  /// A new key; its name does not begin with a dash, which commands would take for an option.
  package static func random() throws(Refusal) -> SigningKey {
    while true {
      let key = try SigningKey(seed: SecretBytes.make(32))
      if !key.publicKey.id.description.hasPrefix("-") { return key }
    }
  }

  /// The signature of a message, 64 bytes.
  package func signature(for message: [UInt8]) -> [UInt8] {
    do {
      return Array(try key.signature(for: message))
    } catch {
      preconditionFailure("Ed25519 signs every message: \(error)")
    }
  }
}

/// Secret bytes of the system's generator, which is fit for keys.
package enum SecretBytes {
  /// As many as asked for.
  package static func make(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }
}
