import Bytes
import Testing

@testable import Entitlements

/// What is signed but huge costs no more than it must.
@Suite struct LimitTests {
  private func manifest(_ count: Int) -> [UInt8] {
    let digest = String(repeating: "0", count: 64)
    var text = [UInt8]("{\n")
    text.reserveCapacity(count * 90)
    for number in 0..<count {
      if number > 0 { text.append(",\n") }
      text.append("\"")
      text.append(decimal: number + 10_000_000)
      text.append("\":[\"")
      text.append(text: digest)
      text.append("\",5]")
    }
    text.append("\n}\n")
    return text
  }

  @Test func boundsTheFilesOfAManifest() throws {
    #expect(try FolderManifest(parsing: manifest(1_000_000)).entries.count == 1_000_000)
    #expect(reason { _ = try FolderManifest(parsing: manifest(1_000_001)) } == .tooLarge)
  }

  @Test func readsAHeadThatRevokesMany() throws {
    let example = try Example()
    func head(_ count: Int) throws -> [UInt8] {
      let revoked = try (0..<count).map { try Example.name("e-\(10_000_000 + $0)") }
      return SignedToken.sign(
        .object([
          "iss": .text("ada"), "aud": .text("harbour"), "ver": .integer(1), "iat": .integer(1),
          "exp": .integer(9), "epochs": .object([:]),
          "manifest": .object([
            "sha256": .text(String(repeating: "0", count: 64)), "size": .integer(0),
          ]),
          "revoked": .list(revoked.map { .text($0.bytes) }),
        ]), as: .head, with: example.key)
    }
    func open(_ token: [UInt8]) throws -> PortalHead {
      try PortalHead(
        try SignedToken(opening: token, as: .head, trusting: example.trusted, now: 5))
    }
    #expect(try open(try head(200_000)).revoked.count == 200_000)
    let million = try head(1_000_000)
    #expect(reason { _ = try open(million) } == .tooLarge)
  }

  @Test func readsAMalformedListOfAMillionQuickly() throws {
    var text = manifest(1_000_000)
    text[text.count - 2] = 0x20
    #expect(reason { _ = try FolderManifest(parsing: text) } == .badManifest)
  }
}
