import Bytes
import Diagnostics
import Foundation
import Testing

@Suite struct JSONReportTests {
  private struct Entry: Codable, Equatable {
    var id: String
    var severity: String
    var message: String
    var path: String
    var line: Int
    var column: Int
    var length: Int
    var help: String?
    var fix: Replacement?
  }

  private struct Replacement: Codable, Equatable {
    var line: Int
    var column: Int
    var original: String
    var replacement: String
  }

  @Test func tellsEverythingInOrder() throws {
    let found = [
      Diagnostic(
        "value-price", .error, "\"price\" is \"4\\9\"\n\u{1B}",
        at: SourcePosition(path: "a/é.md", line: 3, column: 8, length: 4), help: "write 49 EUR",
        fix: Fix(line: 3, column: 8, replacing: "4\\9", with: "\"49 EUR\"")),
      Diagnostic("x", .note, "", at: SourcePosition(path: "")),
    ]
    let entries = try JSONDecoder().decode([Entry].self, from: Data(JSONReport.text(of: found)))
    #expect(
      entries == [
        Entry(
          id: "value-price", severity: "error", message: "\"price\" is \"4\\9\"\n\u{1B}",
          path: "a/é.md", line: 3, column: 8, length: 4, help: "write 49 EUR",
          fix: Replacement(line: 3, column: 8, original: "4\\9", replacement: "\"49 EUR\"")),
        Entry(
          id: "x", severity: "note", message: "", path: "", line: 1, column: 1, length: 0, help: nil
        ),
      ])
    #expect(String(utf8: JSONReport.text(of: found)).contains("\"help\": null, \"fix\": null"))
  }

  @Test func isAnEmptyArrayForNothing() {
    #expect(String(utf8: JSONReport.text(of: [])) == "[]\n")
  }
}
