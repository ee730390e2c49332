import Diagnostics
import Files

/// Before any choice, pages ask no other host for anything and keep nothing.
enum ColdLoad: VisitRule {
  static func applies(to declaration: Declaration) -> Bool { true }

  static func visit(_ round: VisitRound, _ findings: inout VisitFindings) throws(FileError) {
    let visitor = try Visitor(round.browser)
    try round.open(as: visitor, allowing: round.declaration.beforeChoice) {
      page, deeds throws(FileError) in
      findings.report("net-cold", .error, page, deeds, "before any choice")
      if !deeds.kept.isEmpty { try visitor.forget() }
    }
    try visitor.leave()
  }
}
