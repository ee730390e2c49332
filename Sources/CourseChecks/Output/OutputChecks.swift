package import CourseModel
package import Diagnostics
package import Files
import Synchronization

/// What is wrong with the files of a portal, found as they are made.
///
/// A page is looked at once and dropped; what is kept of it is what others may need: numbers for
/// its places, and addresses that no page before it had.
package final class OutputChecks: Sendable {
  private let portal: Portal
  private let url: [UInt8]
  private let prices: ShownPrices
  private let state = Mutex(State())

  private struct State {
    var found = FoundOnPages()
    var files = OutputFiles()
    var weights = PageWeights()
    /// Whether what comes is no longer a page, even if it is HTML.
    var hasAllPages = false
  }

  private static var pageRules: [any PageRule.Type] {
    [
      WellFormedMarkup.self, RepeatedAttribute.self, UniqueIDs.self, Landmarks.self,
      PageHeading.self, NamedLinks.self, LabelledFields.self, PageReferences.self,
      PageLanguage.self, PageTitle.self, LinkedDataForm.self,
    ]
  }

  /// How many findings on one page are kept.
  private static let pageLimit = 20

  /// Is ready for the files of a portal.
  package init(_ portal: Portal) {
    self.portal = portal
    url = Array((portal.settings.url ?? "").utf8)
    prices = ShownPrices(portal, url: url)
  }

  /// Looks at a file; any thread may.
  package func look(at content: FileContent, _ output: RelativePath) {
    let name = OutputName(output.text.utf8)
    let isPage = state.withLock { state in
      state.files.sizes[name] = content.size
      return output.fileExtension == "html" && !state.hasAllPages
    }
    // What lies on disk is an author's own file, handed on as it is.
    guard case .bytes(let bytes) = content else { return }
    if isPage {
      look(atPage: bytes, output)
    } else {
      look(atList: bytes, output)
    }
  }

  /// From now on HTML is no page, but an author's file that is offered for download.
  package func endPages() { state.withLock { $0.hasAllPages = true } }

  private func look(atPage bytes: [UInt8], _ output: RelativePath) {
    let facts = PageReader.facts(of: bytes, at: output)
    var findings = OutputChecks.pageRules.flatMap { $0.findings(in: facts) }
    findings += prices.findings(in: facts)
    // Only a portal that says where it will stand is found by search engines.
    if !url.isEmpty { findings += PageDescription.findings(in: facts) }
    let links = PageLinks(facts, url: url)
    state.withLock { state in
      state.found.add(findings.prefix(OutputChecks.pageLimit), on: facts)
      state.files.add(facts, links, isListed: !url.isEmpty)
      state.weights.add(facts, links)
    }
  }

  private func look(atList bytes: [UInt8], _ output: RelativePath) {
    let isFeed = output.name == "feed.xml"
    let isSitemap = output.parent == .root && output.name.hasPrefix("sitemap")
    guard isFeed || isSitemap else { return }
    let findings = isFeed ? FeedForm.findings(in: bytes) : []
    let pages = isSitemap ? SitemapForm.pages(in: bytes, url: url) : []
    state.withLock { state in
      for finding in findings { state.found.add(finding, on: output, kind: "") }
      state.files.add(pages, listedIn: output)
    }
  }

  /// All that was found, once all files were looked at; in no order.
  package func findings() -> [Diagnostic] {
    state.withLock { state in
      state.files.tell(&state.found)
      state.weights.tell(&state.found, budgets: portal.check.budgets, sizes: state.files.sizes)
      return state.found.diagnostics(PageSources(portal))
    }
  }
}
