import Diagnostics
import Files
import PortalBuild
import TestSupport
import Testing

/// Files that are broken in any way are told of, and never end a check.
@Suite struct HalfWrittenFileTests {
  private func findings(_ path: RelativePath, _ bytes: [UInt8]) throws -> [Diagnostic] {
    var files = RuleFixture.portal
    files[path] = bytes
    return try MutantReading.ofPortal(files).findings()
  }

  private static let texts = RuleFixture.portal.keys.filter {
    ["yml", "md"].contains($0.fileExtension)
  }.sorted()

  /// Whether each finding is in a file that is there, at a place within it.
  private func expectPlaces(of found: [Diagnostic], in path: RelativePath, _ bytes: [UInt8]) {
    for finding in found where finding.position.path == path.text {
      let lines = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 1
      #expect((1...lines).contains(finding.position.line), "\(finding)")
      #expect(finding.position.column >= 1 && finding.position.length >= 0, "\(finding)")
    }
  }

  @Test(arguments: texts)
  func checksAFileThatWasCutOff(path: RelativePath) throws {
    let whole = try #require(RuleFixture.portal[path])
    for part in 0..<8 {
      let cut = Array(whole.prefix(whole.count * part / 8))
      expectPlaces(of: try findings(path, cut), in: path, cut)
    }
  }

  @Test(arguments: texts)
  func checksAFileWithBytesThatAreNoText(path: RelativePath) throws {
    let whole = try #require(RuleFixture.portal[path])
    var random = SplitMix(seed: 7)
    for odd: [UInt8] in [
      [0], [0xFF, 0xFE], [0xC3], [0xED, 0xA0, 0x80], [0x0D], [0xEF, 0xBB, 0xBF],
    ] {
      var bytes = whole
      bytes.insert(contentsOf: odd, at: Int.random(in: 0...whole.count, using: &random))
      let found = try findings(path, bytes)
      expectPlaces(of: found, in: path, bytes)
      let isText = String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)
      if !isText { #expect(!found.isEmpty, "\(odd) in \(path)") }
    }
  }

  @Test(arguments: ["clevio.yml", "legal.yml"])
  func tellsOfSettingsThatAreNone(path: String) throws {
    let odd = [
      "[", "{", "- a\n", "a: &a [*a]\n", "\"", "title: [\n", "%YAML 9\n", "\t", "a: b: c\n",
    ]
    for text in odd {
      let found = try findings(RelativePath(path), Array(text.utf8))
      let own = found.filter { $0.position.path == path && $0.severity == .error }
      #expect(!own.isEmpty, "\(text) in \(path)")
    }
  }

  @Test func tellsOfALockThatWasCutOff() throws {
    let build = try MutantReading.ofPortal(RuleFixture.portal)
    let lock = try #require(try build.lockedPolicies().file)
    for part in 1..<6 {
      var cut = build
      cut.sources[RelativePath("policies.lock")] = .bytes(Array(lock.prefix(lock.count * part / 6)))
      let found = try cut.check().diagnostics
      #expect(!found.isEmpty)
    }
  }
}
