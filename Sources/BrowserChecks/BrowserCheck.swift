package import CourseModel
package import Diagnostics
package import Files

/// What a browser sees of a built portal, held against what the portal declares.
package struct BrowserCheck {
  let portal: Portal
  let pages: [SampledPage]

  /// Prepares the check of a portal.
  ///
  /// - Parameters:
  ///   - portal: The portal.
  ///   - output: What was built of it.
  /// - Throws: ``FileError`` if a page cannot be read.
  package init(of portal: Portal, output: FileTree) throws(FileError) {
    self.portal = portal
    pages = try SampledPage.pages(of: output)
  }

  /// Visits one page of each kind before and after each choice.
  ///
  /// - Parameters:
  ///   - browser: The browser, which shows the portal at its home.
  ///   - progress: Told how many of how many pages were visited.
  /// - Returns: What is wrong, in no order.
  /// - Throws: ``FileError`` if the browser dies, hangs or talks nonsense.
  package func findings(
    by browser: Browser, progress: @escaping (Int, Int) -> Void = { _, _ in }
  ) throws(FileError) -> [Diagnostic] {
    let declaration = Declaration(of: portal)
    let rules: [any VisitRule.Type] = [
      ColdLoad.self, Rejection.self, Acceptance.self, Withdrawal.self, OptOutSignal.self,
    ]
    let due = rules.filter { $0.applies(to: declaration) }
    var findings = VisitFindings(of: portal)
    for (index, rule) in due.enumerated() {
      let done = index * pages.count
      var round = VisitRound(browser: browser, pages: pages, declaration: declaration)
      round.progress = { progress(done + $0, due.count * pages.count) }
      try rule.visit(round, &findings)
    }
    return findings.diagnostics
  }
}
