import Bytes
import CourseModel
import Diagnostics
import Files

/// Consent can be taken back; then what services kept goes, and nothing of them is loaded.
///
/// Services do not run here, because none of their files is loaded: what they would have kept is written for them.
enum Withdrawal: VisitRule {
  static func visit(_ round: VisitRound, _ findings: inout VisitFindings) throws(FileError) {
    let visitor = try Visitor(round.browser)
    // Without an acceptance there is nothing to take back; why there is none is told by another rule.
    if try round.choose(VisitRound.accept, as: visitor) == nil, let page = round.pages.first?.path {
      try visitor.run(writing(what: round.declaration.optional.flatMap(\.storage)))
      guard try visitor.press(VisitRound.settings), try visitor.press(VisitRound.withdraw) else {
        findings.report(
          "net-withdraw", .error, page,
          problem: "has no link to the consent settings that can be seen, "
            + "with a button to refuse all",
          help: "keep [data-cookie-settings] in the footer's template, and the dialog as it is")
        return try visitor.leave()
      }
      let allowance = round.declaration.afterRefusal
      try round.open(as: visitor, allowing: allowance) { page, deeds in
        findings.report("net-withdraw", .error, page, deeds, "after consent was taken back")
      }
    }
    try visitor.leave()
  }

  /// Statements that keep one example of each item of the portal's own host.
  private static func writing(what items: [StoredItem]) -> String {
    items.compactMap { item -> String? in
      guard let pattern = item.name?.value, pattern != "*", item.party == .first else { return nil }
      let name = pattern.replacing("*", with: "1").quotedAsJSON
      switch item.kind {
      case .cookie: return "document.cookie = \(name) + '=1; Path=/; Max-Age=86400';"
      case .localStorage: return "localStorage.setItem(\(name), '1');"
      case .sessionStorage: return "sessionStorage.setItem(\(name), '1');"
      case .indexedDB: return "indexedDB.open(\(name));"
      case .cacheStorage: return "caches.open(\(name));"
      case .pixel: return nil
      }
    }.joined(separator: "\n")
  }
}
