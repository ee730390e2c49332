import Diagnostics
import Files

/// What was found on pages; what a template brought about on many is told once.
struct FoundOnPages {
  private struct Key: Hashable {
    var rule: Diagnostic.ID
    var message: PageFinding.Message
    /// The page whose text it is in, and its words there; `nil` for what templates wrote.
    var page: RelativePath?
    var words: String?

    init(_ finding: PageFinding, on page: RelativePath) {
      (rule, message) = (finding.rule, finding.message)
      if finding.isInText { (self.page, words) = (page, finding.clues.first) }
    }
  }

  private struct Found {
    var finding: PageFinding
    var page: RelativePath
    var kind: String
    var pages = 1
  }

  private var found: [Key: Found] = [:]

  /// Adds what was found on one page.
  mutating func add(_ findings: some Sequence<PageFinding>, on page: PageFacts) {
    var told: Set<Key> = []
    for finding in findings where told.insert(Key(finding, on: page.output)).inserted {
      add(finding, on: page.output, kind: page.kind)
    }
  }

  /// Adds a finding; `pages` of them have it, of which `page` is the first.
  mutating func add(
    _ finding: PageFinding, on page: RelativePath, kind: String, pages: Int = 1
  ) {
    let key = Key(finding, on: page)
    guard var known = found[key] else {
      found[key] = Found(finding: finding, page: page, kind: kind, pages: pages)
      return
    }
    if page < known.page {
      (known.finding, known.page, known.kind) = (finding, page, kind)
    }
    known.pages += pages
    found[key] = known
  }

  /// The findings, each where an author can act on it; in no order.
  func diagnostics(_ sources: PageSources) -> [Diagnostic] {
    var sources = sources
    return found.values.map { found in
      Diagnostic(
        found.finding.rule, found.finding.severity,
        found.finding.message.text(on: found.page, others: found.pages - 1),
        at: sources.position(of: found.finding, on: found.page, kind: found.kind),
        help: found.finding.help)
    }
  }
}
