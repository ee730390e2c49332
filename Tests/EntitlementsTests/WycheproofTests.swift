import Bytes
import Entitlements
import Foundation
import Testing

/// The vectors of Project Wycheproof for Ed25519, from the sources of swift-crypto that the package
/// is built with.
@Suite struct WycheproofTests {
  private struct File: Decodable {
    let numberOfTests: Int
    let testGroups: [Group]
  }

  private struct Group: Decodable {
    struct Key: Decodable {
      let pk: String
    }

    let publicKey: Key
    let tests: [Vector]
  }

  private struct Vector: Decodable {
    let tcId: Int
    let msg: String
    let sig: String
    let result: String
  }

  private func file() throws -> File {
    // Beside what SwiftPM builds lie the packages that it checked out.
    var folder = Bundle.main.bundleURL
    while folder.path != "/", !FileManager.default.fileExists(atPath: folder.path + "/checkouts") {
      folder.deleteLastPathComponent()
    }
    let path = "checkouts/swift-crypto/Tests/Test Vectors/ed25519_test.json"
    let data = try Data(contentsOf: folder.appendingPathComponent(path))
    return try JSONDecoder().decode(File.self, from: data)
  }

  @Test func agreesWithEveryVector() throws {
    let file = try file()
    var count = 0
    for group in file.testGroups {
      let key = try PublicKey(Hex.bytes(group.publicKey.pk))
      for vector in group.tests {
        let (message, signature) = (Hex.bytes(vector.msg), Hex.bytes(vector.sig))
        let isValid = vector.result == "valid"
        #expect(key.isValid(signature, for: message) == isValid, "vector \(vector.tcId)")
        count += 1
      }
    }
    #expect(count == file.numberOfTests && count >= 100)
  }
}
