import CourseModel
import Diagnostics
import Foundation
import PolicyReview
import Testing

/// Policies of the tests, and what is found in them.
enum Review {
  /// A policy of `Tests/Fixtures/Policies`.
  static func text(of fixture: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/Policies")
    return try String(contentsOf: folder.appending(path: fixture), encoding: .utf8)
  }

  static func findings(
    in text: String, named path: String, under jurisdictions: Set<String> = ["eu"]
  ) throws -> [Diagnostic] {
    try findings(in: Array(text.utf8), named: path, under: jurisdictions)
  }

  static func findings(
    in bytes: [UInt8], named path: String, under jurisdictions: Set<String> = ["eu"]
  ) throws -> [Diagnostic] {
    let today = try #require(CalendarDate(parsing: "2026-11-27"))
    return PolicyReview.findings(in: bytes, path: path, jurisdictions: jurisdictions, today: today)
  }

  /// Findings as `line rule`, ordered.
  static func summary(of findings: [Diagnostic]) -> [String] {
    findings.map { "\($0.position.line) \($0.id)" }
  }
}
