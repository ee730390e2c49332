import Diagnostics
import Files

/// Once all was accepted, pages ask declared hosts only, and keep what is declared.
enum Acceptance: VisitRule {
  static func visit(_ round: VisitRound, _ findings: inout VisitFindings) throws(FileError) {
    let visitor = try Visitor(round.browser)
    if let fault = try round.choose(VisitRound.accept, as: visitor) {
      findings.report(
        "net-accept", .warning, fault.page,
        problem: "asks for consent, and \(fault.problem) to accept",
        help: "take the consent banner's template and scripts from the built-in theme")
    } else {
      try round.open(as: visitor, allowing: round.declaration.afterAcceptance()) { page, deeds in
        findings.report(
          "net-accept", .warning, page, deeds, "after all was accepted, and nothing declares it")
      }
    }
    try visitor.leave()
  }
}
