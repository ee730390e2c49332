import Diagnostics
import Foundation
import Testing

@Suite struct SARIFReportTests {
  private struct Log: Decodable {
    var version: String
    var runs: [Run]

    struct Run: Decodable {
      var tool: Tool
      var columnKind: String
      var results: [Result]
    }

    struct Tool: Decodable {
      var driver: Driver
    }

    struct Driver: Decodable {
      var name: String
      var semanticVersion: String
      var rules: [Descriptor]
    }

    struct Descriptor: Decodable {
      var id: String
      var shortDescription: Message?
      var help: Message?
    }

    struct Message: Decodable {
      var text: String
    }

    struct Result: Decodable {
      var ruleId: String
      var ruleIndex: Int
      var level: String
      var message: Message
      var locations: [Location]
      var partialFingerprints: [String: String]
      var fixes: [Change]?
    }

    struct Change: Decodable {
      var description: Message
      var artifactChanges: [FileChange]
    }

    struct FileChange: Decodable {
      var artifactLocation: Artifact
      var replacements: [Replacement]
    }

    struct Replacement: Decodable {
      var deletedRegion: Region
      var insertedContent: Message
    }

    struct Location: Decodable {
      var physicalLocation: Place
    }

    struct Place: Decodable {
      var artifactLocation: Artifact
      var region: Region
    }

    struct Artifact: Decodable {
      var uri: String
    }

    struct Region: Decodable {
      var startLine: Int
      var startColumn: Int?
      var endColumn: Int?
    }
  }

  private func run(_ findings: Findings) throws -> Log.Run {
    let log = try JSONDecoder().decode(Log.self, from: Data(SARIFReport.text(of: findings)))
    #expect(log.version == "2.1.0")
    #expect(log.runs.count == 1)
    return try #require(log.runs.first)
  }

  @Test func namesTheProgramAndItsRules() throws {
    let driver = try run(SampleFindings.findings).tool.driver
    #expect(driver.name == "Clevio")
    #expect(driver.semanticVersion == "1.2.3")
    #expect(driver.rules.map(\.id) == ["image-alt", "service-unused", "value-price"])
    #expect(driver.rules[0].shortDescription?.text == "A picture has no words")
    #expect(driver.rules[0].help?.text == "Write some.")
  }

  @Test func tellsEachFindingAtItsPlaceInTheRepository() throws {
    let run = try run(SampleFindings.findings)
    let result = run.results[0]
    #expect(result.ruleId == "value-price" && result.ruleIndex == 2 && result.level == "error")
    #expect(result.message.text == "\"49 €\" is 100% wrong: a, b\nand <c>\nwrite 49 EUR")
    let place = result.locations[0].physicalLocation
    #expect(place.artifactLocation.uri == "docs/academy/courses/%C3%A9%20b.md")
    #expect(run.results.map(\.level) == ["error", "warning", "note"])
  }

  @Test func countsColumnsInCodePoints() throws {
    let run = try run(SampleFindings.findings)
    #expect(run.columnKind == "unicodeCodePoints")
    let region = run.results[0].locations[0].physicalLocation.region
    #expect(region.startLine == 2 && region.startColumn == 8 && region.endColumn == 14)
  }

  @Test func leavesColumnsOutOfWholeFilesAndOfFilesThatCannotBeRead() throws {
    let results = try run(SampleFindings.findings).results
    for result in results.dropFirst() {
      #expect(result.locations[0].physicalLocation.region.startColumn == nil)
    }
  }

  @Test func givesEqualFindingsFingerprintsOfTheirOwn() throws {
    let twice = [SampleFindings.all[1], SampleFindings.all[1]]
    let prints = try run(SampleFindings.of(twice)).results.map(\.partialFingerprints)
    #expect(prints[0]["clevio/v1"] != prints[1]["clevio/v1"])
    #expect(prints.allSatisfy { $0["clevio/v1"]?.count == 16 })
  }

  @Test func holdsFixesWithTheirColumnsInCodePoints() throws {
    let finding = Diagnostic(
      "value-price", .error, "m", at: SourcePosition(path: "courses/é b.md", line: 2),
      fix: Fix(line: 2, column: 12, replacing: "€\"", with: "EUR\""))
    let result = try run(SampleFindings.of([finding])).results[0]
    let change = try #require(result.fixes?.first?.artifactChanges.first)
    #expect(change.artifactLocation.uri == "courses/%C3%A9%20b.md")
    let replacement = try #require(change.replacements.first)
    #expect(replacement.insertedContent.text == "EUR\"")
    let region = replacement.deletedRegion
    #expect(region.startLine == 2 && region.startColumn == 12 && region.endColumn == 14)
    #expect(try run(SampleFindings.findings).results.allSatisfy { $0.fixes == nil })
  }

  @Test func isALogWithoutResultsWhereNothingIsFound() throws {
    let run = try run(SampleFindings.of([]))
    #expect(run.results.isEmpty && run.tool.driver.rules.isEmpty)
  }
}
