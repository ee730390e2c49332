import Bytes

@testable import Entitlements

/// An author, a portal and a buyer that random bytes are held against.
enum FuzzExample {
  static let now = 1_800_000_000
  static let key = made { () throws(Refusal) in
    try SigningKey(seed: [UInt8](repeating: 7, count: 32))
  }
  static let author = name("ada")
  static let portal = name("harbour")
  static let course = name("knots")
  static let root = CourseRoot(course: course, secret: [UInt8](repeating: 9, count: 32))
  static let contentKey = ContentKey(of: root, epoch: 1)

  static let entitlement = Entitlement(
    author: author, portal: portal, id: name("e-1"), label: Array("order 1".utf8),
    grants: [root.grant(to: name("e-1"), epoch: 1)], issued: now, notBefore: now,
    expires: now + 86_400)

  static let token = entitlement.signed(by: key)

  static let check = EntitlementCheck(
    keys: TrustedKeys(root: key.publicKey, author: author), portal: portal, now: now)

  static func name(_ text: String) -> Identifier {
    guard let name = Identifier(text) else { preconditionFailure("\(text) is a name") }
    return name
  }

  static func made<Value>(_ make: () throws(Refusal) -> Value) -> Value {
    do throws(Refusal) { return try make() } catch { preconditionFailure(error.message) }
  }

  /// A token of any payload with a right signature.
  static func signed(payload: [UInt8], as type: TokenType) -> [UInt8] {
    let header = SignedValue.object([
      "alg": .text("EdDSA"), "kid": .text(key.publicKey.id.description),
      "typ": .text(type.rawValue),
    ])
    let signed = Base64.url.encoded(header.json) + [0x2E] + Base64.url.encoded(payload)
    return signed + [0x2E] + Base64.url.encoded(key.signature(for: signed))
  }

  static func payload(of token: [UInt8]) -> [UInt8] {
    Base64.url.decoded(token.split(separator: 0x2E)[1]) ?? []
  }
}

extension FuzzTarget {
  /// Bytes that are right, to begin with.
  package var seeds: [[UInt8]] {
    let digest = [UInt8](repeating: 3, count: 32)
    switch self {
    case .json:
      return [FuzzExample.payload(of: FuzzExample.token), [UInt8]("[1,null,\"\\u00e9\"]")]
    case .base64: return [Base64.url.encoded(digest), Base64.padded.encoded(digest)]
    case .token:
      return [
        FuzzExample.token, EntitlementFile.text(of: FuzzExample.token, as: .script),
        EntitlementFile.text(of: FuzzExample.token, as: .link("https://a.example/")),
      ]
    case .entitlement: return [FuzzExample.payload(of: FuzzExample.token)]
    case .head:
      let head = PortalHead(
        author: FuzzExample.author, portal: FuzzExample.portal, version: 3,
        issued: FuzzExample.now, expires: FuzzExample.now + 9, manifestDigest: digest,
        manifestSize: 5, revoked: [FuzzExample.name("e-2")], epochs: [FuzzExample.course: 2])
      return [FuzzExample.payload(of: head.signed(by: FuzzExample.key))]
    case .keyList:
      let list = KeyList(
        author: FuzzExample.author, version: 1, issued: 1, expires: FuzzExample.now,
        keys: [ListedKey(FuzzExample.key.publicKey, courses: [FuzzExample.course])])
      return [FuzzExample.payload(of: list.signed(by: FuzzExample.key))]
    case .manifest:
      return [
        FuzzExample.made { () throws(Refusal) in
          try FolderManifest(of: [
            (path: Array("a/b.html".utf8), digest: digest, size: 5),
            (path: Array("\u{E9}".utf8), digest: digest, size: 0),
          ]).text
        }
      ]
    case .publicKey:
      return PublicKeyFile.Form.allCases.map {
        PublicKeyFile.text(of: FuzzExample.key.publicKey, author: FuzzExample.author, as: $0)
      }
    case .secretKey:
      return [
        SecretKeyFile.text(of: FuzzExample.key.seed, .signing, passphrase: [0x61], rounds: 1)
      ]
    case .ledger: return ledgerSeeds
    case .state:
      let seen = VerifierState.Seen(version: 4, manifestDigest: digest)
      let state = VerifierState(
        author: FuzzExample.author, portal: FuzzExample.portal, keyListVersion: 1,
        heads: [FuzzExample.key.publicKey.id: seen])
      return [state.text]
    case .orders:
      return [Array("order,course,label,expires\r\n1,knots,\"a \"\"b\"\"\",2030-01-01\r\n".utf8)]
    case .script:
      return [SealedScript(sealing: [0x61], path: "a/b", with: FuzzExample.contentKey).text]
    case .lesson:
      return [
        SealedFile.seal([0x61], path: "b", with: FuzzExample.contentKey),
        Gzip.compressed(Array("<h1>Knots</h1>".utf8)),
      ]
    case .policy:
      return [
        Array(
          "# Privacy\n\nEffective 1 May 2026\n\n- the\n\nYou [click](a) and we, a@b.example.\n".utf8
        ),
        Array(
          "<h1>Privacy</h1><p>The &amp; of <a href=a>you</a>, “the section”<li>within 60 days".utf8),
      ]
    case .formula:
      return [
        Array("x^{\\frac{1}{2}} + \\left( \\sqrt[3]{y_1'} \\right) \\text{ if $n$}".utf8),
        Array("\\begin{array}{l|c} a & b \\\\[1pt] \\hline \\mathbf{c} \\end{array} \\tag{1}".utf8),
        Array("\\begin{\(String(repeating: "a", count: 60))}".utf8),
      ]
    case .slots:
      return [
        FuzzExample.made { () throws(Refusal) in
          try SlotTable(
            of: FuzzExample.root, epoch: 2, for: [FuzzExample.name("e-1"), FuzzExample.name("e-2")]
          ).text
        }
      ]
    }
  }

  private var ledgerSeeds: [[UInt8]] {
    let deeds: [LedgerEvent.Deed] = [
      .issued(
        FuzzExample.name("e-1"), portal: FuzzExample.portal, label: Array("order 1".utf8),
        courses: [FuzzExample.course], expires: 9),
      .revoked(FuzzExample.name("e-1")), .rekeyed(course: FuzzExample.course, epoch: 2),
      .signed(
        portal: FuzzExample.portal, version: 1,
        manifestDigest: [UInt8](repeating: 1, count: 32)),
      .courseAdded(FuzzExample.course, fingerprint: [UInt8](repeating: 1, count: 16)),
      .keyAdded(FuzzExample.key.publicKey.id),
    ]
    return deeds.map { LedgerEvent($0, at: 5).line }
  }
}
