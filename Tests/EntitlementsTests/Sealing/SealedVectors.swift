import Bytes
import Entitlements
import Foundation

/// Sealed files that Python's `cryptography` wrote, in `Tests/Fixtures/SealedVectors`.
struct SealedVectors: Decodable {
  struct File: Decodable {
    var script: String
    var path: String
    var epoch: Int
    var content: Data
    var sha256: String
  }

  struct Token: Decodable {
    var jti: String
    var token: String
  }

  struct Slots: Decodable {
    var script: String
    var epoch: Int
    var entitlements: [String]
  }

  struct FileName: Decodable {
    var source: String
    var name: String
  }

  var courseSecret: String
  var fileName: FileName
  var slots: Slots
  var tokens: [Token]
  var files: [File]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/SealedVectors")

  static func read() throws -> SealedVectors {
    try JSONDecoder().decode(
      SealedVectors.self, from: Data(contentsOf: folder.appending(path: "vectors.json")))
  }

  static func text(of script: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: script)))
  }

  func root() throws -> CourseRoot {
    CourseRoot(course: try Example.name("knots"), secret: Hex.bytes(courseSecret))
  }

  func slotTable() throws -> SlotTable {
    try SlotTable(parsing: SealedVectors.text(of: slots.script))
  }

  /// What the token of a buyer says of the course.
  func grant(_ buyer: String) throws -> CourseGrant {
    let example = try Example()
    guard let token = tokens.first(where: { $0.jti == buyer }) else {
      throw Example.NoName(text: buyer)
    }
    return try example.check.entitlement(in: Array(token.token.utf8)).grants[0]
  }
}
