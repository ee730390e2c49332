import Bytes
import CourseModel
import Diagnostics
import MathTypesetting
import PolicyReview

@testable import Entitlements

/// A reader of foreign bytes, and what must hold whatever it is fed with.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case json
  case base64
  case token
  case entitlement
  case head
  case keyList = "key-list"
  case manifest
  case publicKey = "public-key"
  case secretKey = "secret-key"
  case ledger
  case state
  case orders
  case script
  case lesson
  case slots
  case policy
  case formula

  /// Reads bytes; a rule that is broken stops the program.
  package func run(_ bytes: [UInt8]) {
    switch self {
    case .json: FuzzTarget.readJSON(bytes)
    case .base64: FuzzTarget.readBase64(bytes)
    case .token: FuzzTarget.readToken(bytes)
    case .entitlement: FuzzTarget.readSigned(bytes, as: .entitlement)
    case .head: FuzzTarget.readSigned(bytes, as: .head)
    case .keyList: FuzzTarget.readSigned(bytes, as: .keys)
    case .manifest: FuzzTarget.readManifest(bytes)
    case .publicKey: FuzzTarget.readPublicKey(bytes)
    case .secretKey: FuzzTarget.readSecretKey(bytes)
    case .ledger: FuzzTarget.readLedger(bytes)
    case .state: FuzzTarget.readState(bytes)
    case .orders: FuzzTarget.readOrders(bytes)
    case .script: FuzzTarget.readScript(bytes)
    case .lesson: FuzzTarget.readLesson(bytes)
    case .slots: FuzzTarget.readSlots(bytes)
    case .policy: FuzzTarget.readPolicy(bytes)
    case .formula: FuzzTarget.readFormula(bytes)
    }
  }

  /// Stops where a rule does not hold.
  static func demand(_ holds: Bool, _ rule: StaticString) {
    precondition(holds, "\(rule)")
  }
}

extension FuzzTarget {
  private static func readJSON(_ bytes: [UInt8]) {
    guard let value = try? SignedValue(parsing: bytes) else { return }
    let text = value.json
    demand((try? SignedValue(parsing: text)) == value, "what is written reads the same")
    demand(text.count <= bytes.count * 6 + 2, "nothing grows out of bounds")
  }

  private static func readBase64(_ bytes: [UInt8]) {
    for form in [Base64.url, .padded] {
      if let plain = form.decoded(bytes) {
        demand(form.encoded(plain) == bytes, "bytes have one text")
      }
      demand(form.decoded(form.encoded(bytes)) == bytes, "what is written reads the same")
    }
  }

  private static func readToken(_ bytes: [UInt8]) {
    _ = InspectedToken(bytes)
    let token = EntitlementFile.token(in: bytes)
    guard let entitlement = try? FuzzExample.check.entitlement(in: token) else { return }
    demand(token == FuzzExample.token, "nobody makes another signature")
    demand(entitlement.portal == FuzzExample.portal, "the portal is the right one")
  }

  /// Takes the bytes for a payload that was rightly signed.
  private static func readSigned(_ bytes: [UInt8], as type: TokenType) {
    let token = FuzzExample.signed(payload: bytes, as: type)
    let trusted = FuzzExample.check.keys
    guard
      let opened = try? SignedToken(
        opening: token, as: type, trusting: trusted, now: FuzzExample.now)
    else { return }
    switch type {
    case .entitlement:
      guard let read = try? Entitlement(opened) else { return }
      let again = read.signed(by: FuzzExample.key)
      let other = try? SignedToken(
        opening: again, as: type, trusting: trusted, now: FuzzExample.now)
      demand(other?.payload == opened.payload, "what is written says the same")
    case .head:
      guard let read = try? PortalHead(opened) else { return }
      let again = read.signed(by: FuzzExample.key)
      let other = try? SignedToken(
        opening: again, as: type, trusting: trusted, now: FuzzExample.now)
      demand(other?.payload == opened.payload, "what is written says the same")
    case .keys: _ = try? KeyList(opened)
    }
  }

  private static func readManifest(_ bytes: [UInt8]) {
    guard let manifest = try? FolderManifest(parsing: bytes) else { return }
    let files = manifest.entries.map {
      (path: Array(manifest.path(of: $0)), digest: manifest.digest(of: $0), size: $0.size)
    }
    for file in files {
      let parts = file.path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      demand(
        !parts.contains { $0.isEmpty || $0.elementsEqual("..".utf8) }, "no path leaves the folder")
    }
    demand((try? FolderManifest(of: files))?.text == bytes, "a list has one text")
  }

  private static func readPublicKey(_ bytes: [UInt8]) {
    guard let content = try? PublicKeyFile.read(bytes) else { return }
    let text = PublicKeyFile.text(of: content.key, author: content.author, as: .jwk)
    demand((try? PublicKeyFile.read(text)) == content, "what is written reads the same")
  }

  private static func readSecretKey(_ bytes: [UInt8]) {
    guard let secret = try? SecretKeyFile.secret(in: bytes, .signing, passphrase: [0x61]) else {
      return
    }
    demand(secret.count == 32, "a secret has 32 bytes")
  }

  private static func readLedger(_ bytes: [UInt8]) {
    guard let event = try? LedgerEvent(parsing: bytes) else { return }
    demand((try? LedgerEvent(parsing: event.line)) == event, "what is written reads the same")
    demand(!event.line.contains(0x0A), "an event is one line")
  }

  private static func readState(_ bytes: [UInt8]) {
    guard let state = try? VerifierState(parsing: bytes) else { return }
    demand((try? VerifierState(parsing: state.text)) == state, "what is written reads the same")
  }

  private static func readOrders(_ bytes: [UInt8]) {
    let table = OrderTable(
      parsing: bytes, path: "orders.csv", courses: [FuzzExample.course], now: FuzzExample.now)
    for order in table.orders {
      demand(Order.isNumber(order.number), "a number is a number")
      demand((1...200).contains(order.label.count), "a label has its size")
    }
  }

  private static func readScript(_ bytes: [UInt8]) {
    guard let script = try? SealedScript(parsing: bytes) else { return }
    demand(script.text == bytes, "a script has one text")
  }

  /// Opens the bytes as a sealed file, and seals them as the inside of one.
  private static func readLesson(_ bytes: [UInt8]) {
    let key = FuzzExample.contentKey
    demand(
      (try? SealedFile.open(bytes, path: "a", with: key)) == nil, "nobody seals without the key")
    let file = SealedFile.seal(gzip: bytes, path: "a", with: key)
    guard let content = try? SealedFile.open(file, path: "a", with: key) else { return }
    demand(content.count <= SealedFile.contentLimit, "the content has its limit")
  }

  private static func readSlots(_ bytes: [UInt8]) {
    guard let table = try? SlotTable(parsing: bytes) else { return }
    demand(table.text == bytes, "a table has one text")
    _ = table.wrappedKey(for: [UInt8](repeating: 1, count: 32))
  }

  /// Reads the bytes in each form of text that a policy may have.
  private static func readPolicy(_ bytes: [UInt8]) {
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    let today = CalendarDate(daysSince1970: FuzzExample.now / 86_400)
    for path in ["a.md", "a.html", "a.txt"] {
      let found = PolicyReview.findings(
        in: bytes, path: path, jurisdictions: ["eu", "us-ca"], today: today)
      demand(
        found.allSatisfy { (1...lines).contains($0.position.line) && $0.position.column > 0 },
        "a finding is in the file")
    }
  }

  private static func readFormula(_ bytes: [UInt8]) {
    for isDisplay in [false, true] {
      var page: [UInt8] = []
      do throws(MathError) {
        try Formula.appendMathML(of: bytes, display: isDisplay, to: &page)
        demand(page.hasPrefix("<math"), "what is written is a formula")
      } catch {
        demand(page.isEmpty, "nothing is written of what is wrong")
        demand(
          error.offset >= 0 && error.length >= 0 && error.offset + error.length <= bytes.count,
          "a mistake is in the formula")
        demand(error.message.utf8.count < 400, "a message is short")
      }
    }
  }
}
