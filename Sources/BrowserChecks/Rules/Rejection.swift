import Diagnostics
import Files

/// Once all was refused, pages do no more than before, and keep the refusal.
enum Rejection: VisitRule {
  static func visit(_ round: VisitRound, _ findings: inout VisitFindings) throws(FileError) {
    let visitor = try Visitor(round.browser)
    if let fault = try round.choose(VisitRound.reject, as: visitor) {
      findings.report(
        "net-reject", .error, fault.page,
        problem: "asks for consent, and \(fault.problem) to refuse",
        help: "take the consent banner's template and scripts from the built-in theme")
    } else {
      try round.open(as: visitor, allowing: round.declaration.afterRefusal) { page, deeds in
        findings.report("net-reject", .error, page, deeds, "after all was refused")
      }
    }
    try visitor.leave()
  }
}
