import Bytes
import Entitlements
import TestSupport
import Testing

@Suite struct SecretKeyFileTests {
  private let passphrase = Array("correct horse".utf8)
  private let secret = (0..<32).map { UInt8($0) }

  @Test func opensWithTheSamePassphraseOnly() throws {
    for kind in [SecretKeyFile.Kind.signing, .courseRoot] {
      let text = SecretKeyFile.text(of: secret, kind, passphrase: passphrase, rounds: 10)
      #expect(try SecretKeyFile.secret(in: text, kind, passphrase: passphrase) == secret)
      for wrong in ["correct horsf", "", "correct horse ", "Correct horse"] {
        #expect(
          reason { _ = try SecretKeyFile.secret(in: text, kind, passphrase: Array(wrong.utf8)) }
            == .wrongPassphrase)
      }
    }
  }

  @Test func refusesASecretOfAnotherKind() {
    let text = SecretKeyFile.text(of: secret, .courseRoot, passphrase: passphrase, rounds: 10)
    #expect(
      reason { _ = try SecretKeyFile.secret(in: text, .signing, passphrase: passphrase) }
        == .badKeyFile)
  }

  @Test func isNeverTheSameTwice() {
    let first = SecretKeyFile.text(of: secret, .signing, passphrase: passphrase, rounds: 10)
    let second = SecretKeyFile.text(of: secret, .signing, passphrase: passphrase, rounds: 10)
    #expect(first != second)
  }

  @Test func givesTheSecretOfNoFileWithAChangedOrMissingByte() {
    let text = SecretKeyFile.text(of: secret, .signing, passphrase: passphrase, rounds: 10)
    for index in text.indices {
      var changed = text
      changed[index] ^= 1
      let found = try? SecretKeyFile.secret(in: changed, .signing, passphrase: passphrase)
      // The last line end means nothing; everything else does.
      #expect(found != secret || index == text.count - 1, "byte \(index)")
      let cut = Array(text[..<index])
      let rest = try? SecretKeyFile.secret(in: cut, .signing, passphrase: passphrase)
      #expect(rest == nil || index == text.count - 1)
    }
  }

  @Test func refusesAFileThatWouldKeepTheMachineBusy() {
    let text = SecretKeyFile.text(of: secret, .signing, passphrase: passphrase, rounds: 0x01_0203)
    let lines = String(utf8: text).split(separator: "\n").dropFirst().dropLast().joined()
    var bytes = Base64.padded.decoded(Array(lines.utf8)) ?? []
    guard let index = bytes.indices.first(where: { bytes[$0...].starts(with: [2, 3, 1, 2, 3]) })
    else {
      Issue.record("no rounds in the file")
      return
    }
    bytes.replaceSubrange(index..<(index + 5), with: [2, 3, 0x7F, 0xFF, 0xFF])
    let body = String(utf8: Base64.padded.encoded(bytes))
    let file =
      "-----BEGIN ENCRYPTED PRIVATE KEY-----\n\(body)\n-----END ENCRYPTED PRIVATE KEY-----\n"
    #expect(
      reason {
        _ = try SecretKeyFile.secret(in: Array(file.utf8), .signing, passphrase: passphrase)
      } == .badKeyFile)
  }

  @Test func writesWhatOpenSSLReads() throws {
    let folder = try TemporaryFolder()
    let text = SecretKeyFile.text(of: secret, .signing, passphrase: passphrase)
    folder.write(String(utf8: text), to: "key.pem")
    let arguments = [
      "pkey", "-in", folder.path + "/key.pem", "-passin", "pass:correct horse", "-noout", "-text",
    ]
    guard let outcome = try Tool.run("openssl", arguments) else { return }
    #expect(outcome.status == 0)
    #expect(outcome.output.filter(\.isHexDigit).contains(Hex.text(secret)))
    let wrong = try Tool.run(
      "openssl", arguments.map { $0 == "pass:correct horse" ? "pass:x" : $0 })
    #expect(wrong?.status != 0)
  }

  @Test func readsWhatOpenSSLWrote() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/key.pem"
    let arguments = [
      "genpkey", "-algorithm", "ed25519", "-aes256", "-pass", "pass:correct horse", "-out", file,
    ]
    guard let outcome = try Tool.run("openssl", arguments) else { return }
    #expect(outcome.status == 0, "\(outcome.output)")
    let text = Array((folder.read("key.pem") ?? "").utf8)
    let seed = try SecretKeyFile.secret(in: text, .signing, passphrase: passphrase)
    let shown = try Tool.run(
      "openssl", ["pkey", "-in", file, "-passin", "pass:correct horse", "-noout", "-text"])
    #expect(shown?.output.filter(\.isHexDigit).contains(Hex.text(seed)) == true)
  }
}
