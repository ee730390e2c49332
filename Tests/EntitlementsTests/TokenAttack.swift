import Bytes
import Entitlements
import Files

/// A token that somebody might try, and what must come of it.
struct TokenAttack {
  /// What it is, as the name of its vector file.
  let name: String
  /// The code that it is refused with, or `nil` if it is accepted.
  let expected: Refusal.Reason?
  /// The token.
  let token: [UInt8]

  init(_ name: String, _ expected: Refusal.Reason?, _ token: [UInt8]) {
    self.name = name
    self.expected = expected
    self.token = token
  }

  /// All of them, made anew; the same each time.
  static func all() throws -> [TokenAttack] {
    let example = try Example()
    return try headers(example) + signatures(example) + forms(example) + payloads(example)
      + claims(example)
  }

  private static func headers(_ example: Example) throws -> [TokenAttack] {
    let kid = example.key.publicKey.id.description
    let stranger = example.stranger.publicKey.id.description
    let x = String(utf8: Base64.url.encoded(example.stranger.publicKey.bytes))
    func header(
      alg: String = "EdDSA", kid: String = kid, typ: String = "clevio-entitlement+jws",
      more: String = ""
    ) -> String { "{\"alg\":\"\(alg)\",\"kid\":\"\(kid)\",\"typ\":\"\(typ)\"\(more)}" }
    func attack(
      _ name: String, _ expected: Refusal.Reason, _ header: String
    ) throws -> TokenAttack {
      TokenAttack(name, expected, try example.forged(header: header))
    }
    let jwk = ",\"jwk\":{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"\(x)\"}"
    return [
      try attack("alg-none-signature-kept", .wrongHeader, header(alg: "none")),
      try attack("alg-lower-case", .wrongHeader, header(alg: "eddsa")),
      try attack("alg-ed25519-spelling", .wrongHeader, header(alg: "Ed25519")),
      try attack("header-jwk", .wrongHeader, header(more: jwk)),
      try attack("header-jku", .wrongHeader, header(more: ",\"jku\":\"https://a.example/k\"")),
      try attack("header-x5u", .wrongHeader, header(more: ",\"x5u\":\"https://a.example/k\"")),
      try attack("header-crit", .wrongHeader, header(more: ",\"crit\":[\"exp\"]")),
      try attack("header-b64-false", .wrongHeader, header(more: ",\"b64\":false")),
      try attack("header-zip", .wrongHeader, header(more: ",\"zip\":\"DEF\"")),
      try attack("kid-path", .unknownKey, header(kid: "../../etc/passwd")),
      try attack("kid-empty", .unknownKey, header(kid: "")),
      try attack("head-as-entitlement", .wrongType, header(typ: "clevio-head+jws")),
      try attack("key-list-as-entitlement", .wrongType, header(typ: "clevio-keys+jws")),
      try attack("typ-jwt", .wrongType, header(typ: "JWT")),
      try attack("typ-case", .wrongType, header(typ: "Clevio-Entitlement+JWS")),
      try attack("typ-missing", .wrongHeader, "{\"alg\":\"EdDSA\",\"kid\":\"\(kid)\"}"),
      try attack("header-spaces", .wrongHeader, header().replacing(",", with: ", ")),
      try attack(
        "header-order", .wrongHeader,
        "{\"kid\":\"\(kid)\",\"alg\":\"EdDSA\",\"typ\":\"clevio-entitlement+jws\"}"),
      try attack("header-escape", .wrongHeader, header(alg: "EdD\\u0053A")),
      try attack(
        "header-alg-twice", .malformed,
        "{\"alg\":\"none\",\"alg\":\"EdDSA\",\"kid\":\"\(kid)\",\"typ\":\"clevio-entitlement+jws\"}"
      ),
      try attack("header-not-an-object", .wrongHeader, "[\"EdDSA\"]"),
      try attack("header-bom", .malformed, "\u{FEFF}" + header()),
      try attack("header-trailing-bytes", .malformed, header() + "x"),
      TokenAttack(
        "unknown-kid", .unknownKey,
        try example.forged(header: header(kid: stranger), by: example.stranger)),
      TokenAttack("other-signer", .badSignature, try example.forged(by: example.stranger)),
    ]
  }

  private static func signatures(_ example: Example) throws -> [TokenAttack] {
    let good = try example.forged()
    let parts = good.split(separator: 0x2E).map { Array($0) }
    let signature = Base64.url.decoded(parts[2]) ?? []
    let none = Base64.url.encoded(Array("{\"alg\":\"none\"}".utf8))
    let hs256 = Base64.url.encoded(Array("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".utf8))
    let mac = ContentDigest(of: example.key.publicKey.bytes).bytes
    func signed(_ bytes: [UInt8]) -> [UInt8] {
      parts[0] + [0x2E] + parts[1] + [0x2E] + Base64.url.encoded(bytes)
    }
    var flipped = signature
    flipped[5] ^= 1
    // The group's order L, added to S, gives a second signature that careless verifiers take.
    let order = Hex.bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
    var malleable = signature
    var carry = 0
    for index in 0..<32 {
      let sum = Int(signature[32 + index]) + Int(order[index]) + carry
      malleable[32 + index] = UInt8(sum & 255)
      carry = sum >> 8
    }
    var lastBits = good
    lastBits[lastBits.count - 1] += 1
    var edited = parts[1]
    edited[20] = edited[20] == 0x41 ? 0x42 : 0x41
    return [
      TokenAttack("alg-none", .wrongHeader, none + [0x2E] + parts[1] + [0x2E]),
      TokenAttack(
        "hs256-with-public-key", .wrongHeader,
        hs256 + [0x2E] + parts[1] + [0x2E] + Base64.url.encoded(mac)),
      TokenAttack("payload-edited", .badSignature, parts[0] + [0x2E] + edited + [0x2E] + parts[2]),
      TokenAttack("signature-bit", .badSignature, signed(flipped)),
      TokenAttack("signature-63-bytes", .badSignature, signed(Array(signature.dropLast()))),
      TokenAttack("signature-65-bytes", .badSignature, signed(signature + [0])),
      TokenAttack("signature-empty", .badSignature, signed([])),
      TokenAttack("signature-zero", .badSignature, signed([UInt8](repeating: 0, count: 64))),
      TokenAttack("signature-malleable", .badSignature, signed(malleable)),
      TokenAttack("signature-trailing-bits", .badSignature, lastBits),
      TokenAttack("signature-padding", .badSignature, good + Array("==".utf8)),
      TokenAttack("signature-newline", .badSignature, good + [0x0A]),
    ]
  }

  private static func forms(_ example: Example) throws -> [TokenAttack] {
    let good = try example.forged()
    let parts = good.split(separator: 0x2E).map { Array($0) }
    let standard = good.map { $0 == 0x2D ? UInt8(ascii: "+") : $0 == 0x5F ? UInt8(ascii: "/") : $0 }
    var newline = good
    newline.insert(0x0A, at: parts[0].count + 10)
    let text = parts.map { String(utf8: $0) }
    let json =
      "{\"payload\":\"\(text[1])\",\"protected\":\"\(text[0])\",\"signature\":\"\(text[2])\"}"
    let header = parts[0] + Array("=".utf8)
    return [
      TokenAttack("accepted", nil, good),
      TokenAttack("header-padding", .malformed, header + good.dropFirst(parts[0].count)),
      TokenAttack("standard-alphabet", .badSignature, standard),
      TokenAttack("payload-newline", .badSignature, newline),
      TokenAttack("two-tokens", .malformed, good + good),
      TokenAttack("two-tokens-with-dot", .malformed, good + [0x2E] + good),
      TokenAttack("five-parts", .malformed, Array("a.b.c.d.e".utf8)),
      TokenAttack("two-parts", .malformed, parts[0] + [0x2E] + parts[1]),
      TokenAttack("json-serialization", .malformed, Array(json.utf8)),
      TokenAttack("empty", .malformed, []),
      TokenAttack("dots", .malformed, Array("..".utf8)),
      TokenAttack("70-kilobytes", .tooLarge, good + [UInt8](repeating: 0x41, count: 70_000)),
    ]
  }

  private static func payloads(_ example: Example) throws -> [TokenAttack] {
    let payload = try example.payload()
    let bytes = Array(payload.utf8)
    func attack(
      _ name: String, _ expected: Refusal.Reason?, _ text: String, _ other: String
    ) throws -> TokenAttack {
      TokenAttack(name, expected, try example.forged(replacing: text, with: other))
    }
    let expires = "\"exp\":\(example.now + 86_400)"
    let bomb = String(repeating: "[", count: 20_000) + String(repeating: "]", count: 20_000)
    return [
      try attack("exp-twice", .badClaims, expires, expires + "," + expires),
      try attack("exp-twice-by-escape", .badClaims, expires, expires + ",\"\\u0065xp\":1"),
      try attack("nfc-and-nfd", .badClaims, expires, expires + ",\"\u{E9}\":1,\"e\u{301}\":1"),
      try attack("exp-float", .badClaims, expires, "\"exp\":1800086400.0"),
      try attack("exp-exponent", .badClaims, expires, "\"exp\":18e8"),
      try attack("exp-too-great", .badClaims, expires, "\"exp\":9223372036854775808"),
      try attack("exp-year-10000", .badClaims, expires, "\"exp\":253402300800"),
      try attack("exp-negative", .badClaims, expires, "\"exp\":-1"),
      try attack("exp-text", .badClaims, expires, "\"exp\":\"1800086400\""),
      try attack("exp-null", .badClaims, expires, "\"exp\":null"),
      try attack("exp-before-nbf", .badClaims, expires, "\"exp\":1"),
      try attack("lone-surrogate", .badClaims, "order 1001", "\\ud800"),
      try attack("label-nul", nil, "order 1001", "a\\u0000b"),
      try attack("label-html", nil, "order 1001", "<script>&\\\"\u{2028}\u{202E}"),
      try attack("label-empty", .badClaims, "order 1001", ""),
      try attack("label-long", .badClaims, "order 1001", String(repeating: "x", count: 201)),
      try attack("nesting-bomb", .badClaims, "\"order 1001\"", bomb),
      try attack("unknown-claim", .badClaims, expires, expires + ",\"admin\":true"),
      try attack("proto-claim", .badClaims, expires, expires + ",\"__proto__\":{}"),
      try attack("trailing-comma", .badClaims, "\"order 1001\"", "\"order 1001\","),
      TokenAttack("trailing-bytes", .badClaims, try example.forged(payload: bytes + [0x78])),
      TokenAttack(
        "byte-order-mark", .badClaims, try example.forged(payload: [0xEF, 0xBB, 0xBF] + bytes)),
      TokenAttack("not-utf8", .badClaims, try example.forged(payload: bytes + [0xFF])),
      TokenAttack("payload-empty", .badClaims, try example.forged(payload: [])),
      TokenAttack("payload-list", .badClaims, try example.forged(payload: Array("[]".utf8))),
    ]
  }

  private static func claims(_ example: Example) throws -> [TokenAttack] {
    func attack(
      _ name: String, _ expected: Refusal.Reason?, _ text: String, _ other: String
    ) throws -> TokenAttack {
      TokenAttack(name, expected, try example.forged(replacing: text, with: other))
    }
    let now = example.now
    let expires = "\"exp\":\(now + 86_400)"
    let issued = "\"iat\":\(now - 1_000)"
    let notBefore = "\"nbf\":\(now - 1_000)"
    let payload = try example.payload()
    let grant = String(payload.split(separator: "[")[1].split(separator: "]")[0])
    return [
      try attack("wrong-author", .wrongAuthor, "\"iss\":\"ada\"", "\"iss\":\"eve\""),
      try attack("wrong-portal", .wrongPortal, "\"harbour\"", "\"other\""),
      try attack("portal-list", .badClaims, "\"harbour\"", "[\"harbour\"]"),
      try attack("expired", .expired, expires, "\"exp\":\(now - 300)"),
      try attack("expired-inside-skew", nil, expires, "\"exp\":\(now - 299)"),
      try attack("no-expiry", nil, expires + ",", ""),
      try attack("not-yet", .notYetValid, notBefore, "\"nbf\":\(now + 301)"),
      try attack("not-yet-inside-skew", nil, notBefore, "\"nbf\":\(now + 300)"),
      try attack("clock-set-back", .issuedInFuture, issued, "\"iat\":\(now + 301)"),
      try attack("revoked", .revoked, "\"e-0001\"", "\"e-revoked\""),
      try attack("jti-kelvin", .badClaims, "\"e-0001\"", "\"e-\u{212A}\""),
      try attack("jti-upper-case", .badClaims, "\"e-0001\"", "\"E-REVOKED\""),
      try attack("jti-long", .badClaims, "\"e-0001\"", "\"\(String(repeating: "e", count: 65))\""),
      try attack("wrong-course", .wrongCourse, "\"knots\"", "\"rope\""),
      try attack("course-twice", .badClaims, grant, grant + "," + grant),
      try attack("no-course", .badClaims, grant, ""),
      try attack("course-path", .badClaims, "\"knots\"", "\"../knots\""),
      try attack("epoch-zero", .badClaims, "\"ep\":1", "\"ep\":0"),
      try attack("short-wrapped-key", .badClaims, "\"k\":\"", "\"k\":\"AAAA\",\"x\":\""),
      try attack("sub-missing", .badClaims, ",\"sub\":\"order 1001\"", ""),
      try attack("grant-unknown-claim", .badClaims, "\"ep\":1", "\"ep\":1,\"all\":true"),
    ]
  }
}
