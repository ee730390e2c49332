import Bytes
import Entitlements
import Foundation
import TestSupport
import Testing

/// Other people's verifiers take what we sign, and refuse it when it was changed.
@Suite struct InteroperabilityTests {
  private let example: Example
  private let folder: TemporaryFolder
  private let token: String
  private let changed: String

  init() throws {
    example = try Example()
    folder = try TemporaryFolder()
    token = String(utf8: try example.entitlement().signed(by: example.key))
    changed = token.replacing(".eyJh", with: ".eyJi")
    for (name, form) in [("key.pem", PublicKeyFile.Form.pem), ("key.jwk", .jwk)] {
      let text = PublicKeyFile.text(
        of: example.key.publicKey, author: form == .jwk ? example.author : nil, as: form)
      folder.write(String(utf8: text), to: name)
    }
  }

  /// Runs a script that prints `good` or `bad` for a token; 77 means that its library is missing.
  private func check(_ name: String, _ tool: String, _ flag: String, _ script: String) throws {
    #expect(token != changed)
    for (token, expected) in [(token, "good"), (changed, "bad")] {
      let environment = ["TOKEN": token, "FOLDER": folder.path]
      guard let outcome = try Tool.run(tool, [flag, script], environment: environment) else {
        return
      }
      if outcome.status == 77 {
        Tool.isMissing(name)
        return
      }
      #expect(outcome.output == expected + "\n", "\(name)")
    }
  }

  @Test func openSSLVerifiesTheSignature() throws {
    for (token, isGood) in [(token, true), (changed, false)] {
      let parts = token.split(separator: ".")
      folder.write("\(parts[0]).\(parts[1])", to: "message")
      let signature = Base64.url.decoded(Array(parts[2].utf8)) ?? []
      try Data(signature).write(to: URL(fileURLWithPath: folder.path + "/signature"))
      let arguments = [
        "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", folder.path + "/key.pem", "-in",
        folder.path + "/message", "-sigfile", folder.path + "/signature",
      ]
      guard let outcome = try Tool.run("openssl", arguments) else { return }
      #expect((outcome.status == 0) == isGood)
    }
  }

  @Test func pythonsCryptographyVerifiesTheSignature() throws {
    try check(
      "python's cryptography", "python3", "-c",
      """
      import base64, os, sys
      try:
        from cryptography.hazmat.primitives.serialization import load_pem_public_key
        from cryptography.exceptions import InvalidSignature
      except ImportError:
        sys.exit(77)
      key = load_pem_public_key(open(os.environ["FOLDER"] + "/key.pem", "rb").read())
      signed, signature = os.environ["TOKEN"].rsplit(".", 1)
      try:
        key.verify(base64.urlsafe_b64decode(signature + "=="), signed.encode())
        print("good")
      except InvalidSignature:
        print("bad")
      """)
  }

  @Test func pyJWTVerifiesTheToken() throws {
    try check(
      "PyJWT", "python3", "-c",
      """
      import os, sys
      try:
        import jwt
      except ImportError:
        sys.exit(77)
      key = jwt.PyJWK.from_json(open(os.environ["FOLDER"] + "/key.jwk").read(), algorithm="EdDSA")
      try:
        claims = jwt.decode(os.environ["TOKEN"], key, algorithms=["EdDSA"], audience="harbour",
          issuer="ada", options={"verify_exp": False, "verify_iat": False, "verify_nbf": False})
        print("good" if claims["jti"] == "e-0001" else "wrong claims")
      except jwt.InvalidSignatureError:
        print("bad")
      except jwt.DecodeError:
        print("bad")
      """)
  }

  @Test func joserfcVerifiesTheToken() throws {
    try check(
      "joserfc", "python3", "-c",
      """
      import json, os, sys, warnings
      warnings.simplefilter("ignore")
      try:
        from joserfc import jwk, jws
        from joserfc.errors import BadSignatureError
      except ImportError:
        sys.exit(77)
      key = jwk.import_key(json.load(open(os.environ["FOLDER"] + "/key.jwk")), "OKP")
      try:
        token = jws.deserialize_compact(os.environ["TOKEN"], key, algorithms=["EdDSA"])
        print("good" if b"e-0001" in token.payload else "wrong claims")
      except BadSignatureError:
        print("bad")
      """)
  }

  @Test func jwcryptoVerifiesTheToken() throws {
    try check(
      "jwcrypto", "python3", "-c",
      """
      import os, sys
      try:
        from jwcrypto import jwk, jws
      except ImportError:
        sys.exit(77)
      key = jwk.JWK.from_json(open(os.environ["FOLDER"] + "/key.jwk").read())
      token = jws.JWS()
      token.allowed_algs = ["EdDSA"]
      token.deserialize(os.environ["TOKEN"])
      try:
        token.verify(key)
        print("good" if b"e-0001" in token.payload else "wrong claims")
      except jws.InvalidJWSSignature:
        print("bad")
      """)
  }

  @Test func nodeVerifiesTheTokenWithTheJSONWebKey() throws {
    try check(
      "node", "node", "-e",
      """
      const { webcrypto, createPublicKey, verify } = require("node:crypto");
      const jwk = JSON.parse(require("node:fs").readFileSync(process.env.FOLDER + "/key.jwk"));
      const parts = process.env.TOKEN.split(".");
      const signed = Buffer.from(parts[0] + "." + parts[1]);
      const key = createPublicKey({ key: jwk, format: "jwk" });
      console.log(verify(null, signed, key, Buffer.from(parts[2], "base64url")) ? "good" : "bad");
      """)
  }
}
