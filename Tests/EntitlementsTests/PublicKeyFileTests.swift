import Bytes
import Entitlements
import TestSupport
import Testing

@Suite struct PublicKeyFileTests {
  @Test func readsWhatItWrote() throws {
    let example = try Example()
    let key = example.key.publicKey
    let pem = PublicKeyFile.text(of: key, author: example.author, as: .pem)
    #expect(try PublicKeyFile.read(pem).key == key)
    #expect(try PublicKeyFile.read(pem).author == nil)
    let jwk = PublicKeyFile.text(of: key, author: example.author, as: .jwk)
    #expect(try PublicKeyFile.read(jwk).key == key)
    #expect(try PublicKeyFile.read(jwk).author == example.author)
  }

  @Test func takesWindowsLineEnds() throws {
    let key = try Example().key.publicKey
    let pem = String(utf8: PublicKeyFile.text(of: key, author: nil, as: .pem))
    let lines = pem.split(separator: "\n").joined(separator: "\r\n")
    #expect(try PublicKeyFile.read(Array(lines.utf8)).key == key)
  }

  @Test(
    arguments: [
      "", "x", "{}", "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n",
      "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
      "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
      "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp\"}",
      "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
      "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"kid\":\"me\"}",
    ])
  func refusesWhatIsNoKey(text: String) {
    #expect(reason { _ = try PublicKeyFile.read(Array(text.utf8)) } != nil)
  }

  @Test func refusesAPrivateKeyInWords() throws {
    let secret = SecretKeyFile.text(
      of: try Example().key.seed, .signing, passphrase: [1], rounds: 1)
    let refusal = #expect(throws: Refusal.self) { try PublicKeyFile.read(secret) }
    #expect(refusal?.message == "this is a private key")
    let jwk = "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AA\",\"d\":\"AA\"}"
    let other = #expect(throws: Refusal.self) { try PublicKeyFile.read(Array(jwk.utf8)) }
    #expect(other?.message == "this is a private key")
  }

  @Test func writesPEMThatOpenSSLReads() throws {
    let key = try Example().key.publicKey
    let folder = try TemporaryFolder()
    folder.write(String(utf8: PublicKeyFile.text(of: key, author: nil, as: .pem)), to: "key.pem")
    let arguments = ["pkey", "-pubin", "-in", folder.path + "/key.pem", "-noout", "-text"]
    guard let outcome = try Tool.run("openssl", arguments) else { return }
    #expect(outcome.status == 0)
    #expect(outcome.output.filter(\.isHexDigit).contains(Hex.text(key.bytes)))
  }
}
