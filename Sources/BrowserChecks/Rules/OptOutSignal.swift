import CourseModel
import Diagnostics
import Files

/// Global Privacy Control keeps services off that sell or share, even for who accepts all, and pages say so.
enum OptOutSignal: VisitRule {
  static func applies(to declaration: Declaration) -> Bool {
    declaration.optional.contains(where: \.isSharing)
  }

  static func visit(_ round: VisitRound, _ findings: inout VisitFindings) throws(FileError) {
    let visitor = try Visitor(round.browser, sendsSignal: true)
    // Where it is not meant to be heard, what is loaded in spite of it tells enough.
    if round.declaration.honoursSignal, let page = round.pages.first?.path {
      _ = try visitor.open(page)
      if try !visitor.sees(".clv-signal") {
        findings.report(
          "net-gpc", .error, page,
          problem: "does not say that the signal of the browser (Global Privacy Control) is heard",
          help: "keep the sentence with class clv-signal in the banner's template")
      }
    }
    if try round.choose(VisitRound.accept, as: visitor) == nil {
      let allowance = round.declaration.afterAcceptance { !$0.isSharing }
      try round.open(as: visitor, allowing: allowance) { page, deeds in
        findings.report(
          "net-gpc", .error, page, deeds, "though the browser sends Global Privacy Control")
      }
    }
    try visitor.leave()
  }
}
