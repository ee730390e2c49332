import CourseChecks
import Foundation
import Testing

/// The table of what policies, consent and shops are held to, and where that is seen to.
@Suite struct PolicyRequirementTests {
  private struct Row {
    let requirement: String
    let weight: String
    let way: String
    let names: [String]
    let remark: String
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func rows() throws -> [Row] {
    let file = root.appending(path: "Tests/Fixtures/policy-requirements.tsv")
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      var cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      cells += [String](repeating: "", count: max(0, 5 - cells.count))
      return Row(
        requirement: cells[0], weight: cells[1], way: cells[2],
        names: cells[3].split(separator: " ").map(String.init), remark: cells[4])
    }
  }

  /// How many requirements each family has.
  private static let families = [
    "DOC": 8, "VER": 12, "LNK": 10, "GDP": 15, "RGT": 5, "LEG": 1, "OPR": 1, "CKP": 9,
    "TRK": 17, "NET": 5, "CNS": 16, "EML": 3, "EVT": 1, "CCP": 10, "XRF": 13, "AGE": 5,
    "SHP": 13, "TRM": 2, "DSA": 4, "A11": 2, "SEC": 1, "MED": 1, "HST": 1,
  ]

  @Test func hasEachRequirementOnce() throws {
    let requirements = try Self.rows().map(\.requirement)
    #expect(Set(requirements).count == requirements.count)
    let counts = Dictionary(grouping: requirements) { String($0.prefix { $0 != "-" }) }
    #expect(counts.mapValues(\.count) == Self.families)
  }

  @Test func namesOnlyRulesThatThereAre() throws {
    for row in try Self.rows() where row.way == "rule" {
      #expect(!row.names.isEmpty, "\(row.requirement)")
      let unknown = row.names.filter { RuleCatalogue.rule($0) == nil }
      #expect(unknown == [], "\(row.requirement)")
    }
  }

  @Test func namesOnlyTestsThatThereAre() throws {
    let tests = try Self.testSources()
    for row in try Self.rows() where row.way == "build" {
      #expect(!row.names.isEmpty, "\(row.requirement)")
      for name in row.names {
        let isThere =
          name.contains("/")
          ? FileManager.default.fileExists(atPath: Self.root.appending(path: name).path)
          : tests.contains("func \(name)(")
        #expect(isThere, "\(row.requirement): \(name)")
      }
    }
  }

  @Test func saysWhyWhereNothingIsLookedFor() throws {
    let rows = try Self.rows()
    let ways: Set = ["rule", "build", "output", "browser", "note", "other", "open"]
    #expect(rows.filter { !ways.contains($0.way) }.map(\.requirement) == [])
    #expect(rows.filter { $0.way == "note" && $0.weight != "I" }.map(\.requirement) == [])
    let unproven = rows.filter { $0.way == "other" || $0.way == "open" }
    #expect(unproven.filter(\.remark.isEmpty).map(\.requirement) == [])
  }

  private static func testSources() throws -> String {
    let files = FileManager.default.enumerator(
      at: root.appending(path: "Tests"), includingPropertiesForKeys: nil)
    let swift = files?.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
    return try swift.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
  }
}
