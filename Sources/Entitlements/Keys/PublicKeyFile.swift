import Bytes
import Files

/// Public keys as files that other programs read.
package enum PublicKeyFile {
  /// A file's form.
  package enum Form: String, Hashable, Sendable, CaseIterable {
    /// SubjectPublicKeyInfo (RFC 8410) in PEM, for OpenSSL and most libraries.
    case pem
    /// JSON Web Key (RFC 8037), with the author's name as `iss`.
    case jwk
    /// The form of signify and minisign.
    case signify
  }

  /// A key with the author's name, where the file has one.
  package struct Content: Hashable, Sendable {
    /// The key.
    package let key: PublicKey
    /// The author that the file names.
    package let author: Identifier?
  }

  private static let pemPrefix: [UInt8] = [
    0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]

  /// The file's bytes.
  package static func text(of key: PublicKey, author: Identifier?, as form: Form) -> [UInt8] {
    switch form {
    case .pem: return PEM.encoded(pemPrefix + key.bytes, label: "PUBLIC KEY")
    case .jwk:
      let value = SignedValue.object([
        "kty": .text("OKP"), "crv": .text("Ed25519"), "x": .text(Base64.url.encoded(key.bytes)),
        "kid": .text(key.id.description), "iss": author.map { .text($0.bytes) },
      ])
      return value.json + [UInt8]("\n")
    case .signify:
      var text: [UInt8] = []
      text.append("untrusted comment: clevio public key ")
      text.append(text: key.id.words)
      text.append("\n")
      text += Base64.padded.encoded(
        Array("Ed".utf8) + DetachedSignature.number(of: key) + key.bytes)
      return text + [UInt8]("\n")
    }
  }

  /// Reads a file in PEM or as a JSON Web Key.
  package static func read(at path: String) throws(Failure) -> Content {
    guard let file = try OpenFile.reading(path) else {
      // Nothing was looked at, so nothing is refused.
      throw .machine(FileError("read", path: path, cause: "there is no such file"))
    }
    let text = try file.readAll(limit: 16_384)
    return try refusing { () throws(Refusal) in try read(text) }
  }

  /// Reads a file's text, in PEM or as a JSON Web Key.
  ///
  /// - Throws: ``Refusal``, also for a private key, which must not be handed to a checker.
  package static func read(_ text: [UInt8]) throws(Refusal) -> Content {
    if PEM.isPrivateKey(text) { throw privateKey }
    if let bytes = PEM.decoded(text, label: "PUBLIC KEY") {
      guard bytes.starts(with: pemPrefix), bytes.count == 44 else {
        throw Refusal(.badKeyFile, "this is not an Ed25519 key", help: "get the author's key again")
      }
      return Content(key: try PublicKey(Array(bytes.dropFirst(12))), author: nil)
    }
    guard let value = try? SignedValue(parsing: text), case .object(let members) = value else {
      throw Refusal(
        .badKeyFile, "this is neither a public key in PEM nor a JSON Web Key",
        help: "give the author's author.pub.pem or author.jwk")
    }
    if members[[UInt8]("d")] != nil { throw privateKey }
    return try read(value)
  }

  private static let privateKey = Refusal(
    .badKeyFile, "this is a private key", help: "give the public key, such as author.pub.pem")

  private static func read(_ value: SignedValue) throws(Refusal) -> Content {
    var claims = try ClaimReader(value)
    guard try claims.value("kty") == .text("OKP"), try claims.value("crv") == .text("Ed25519")
    else {
      throw Refusal(.badKeyFile, "this is not an Ed25519 key", help: "get the author's key again")
    }
    let key = try PublicKey(try claims.bytes("x", count: 32))
    if claims.has("kid"), try claims.text("kid", limit: 43) != Array(key.id.description.utf8) {
      throw Refusal(.badKeyFile, "the key is not the one that it is called", help: "get it again")
    }
    return Content(key: key, author: claims.has("iss") ? try claims.identifier("iss") : nil)
  }
}
