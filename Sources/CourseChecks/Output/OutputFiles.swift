import Bytes
import Files

/// The files of a portal, and what refers to them from other files.
///
/// Links in texts are checked where they are written; here are those of templates, and of lists.
struct OutputFiles {
  /// The sizes of all files.
  var sizes: [OutputName: Int] = [:]

  /// An address that leads to a file or to a place on a page, with one of the pages that have it.
  private struct Reference {
    var target: AddressResolver.Target
    var written: String
    var page: PageName
    var pages = 1

    /// Counts another page, and keeps the one of the two that no order of threads decides on.
    mutating func add(_ other: PageName, _ address: () -> String) {
      pages += 1
      if other.name < page.name { (page, written) = (other, address()) }
    }
  }

  /// A page with what it is.
  private struct PageName {
    var name: OutputName
    var output: RelativePath
    var kind: String

    init(_ page: PageFacts) {
      name = OutputName(page.output.text.utf8)
      (output, kind) = (page.output, page.kind)
    }
  }

  private var places: Set<OutputName> = []
  private var references: [OutputName: Reference] = [:]
  private var hiddenPages: Set<OutputName> = []
  /// The pages that may be found, and those that another page leads to.
  private var pages: [(page: RelativePath, kind: String)] = []
  private var linkedPages: Set<OutputName> = []
  /// The pages that sitemaps list, by the list.
  private var listed: [(page: SitemapForm.Page, list: RelativePath)] = []
  /// The pages of each title, of those that search engines list.
  private var titles: [OutputName: [(page: RelativePath, kind: String, title: String)]] = [:]

  /// Takes what other files may need to know of a page.
  mutating func add(_ page: PageFacts, _ links: PageLinks, isListed: Bool) {
    let own = PageName(page)
    for id in page.ids { places.insert(own.name.place(page.value(id.range))) }
    if page.isHiddenFromSearch || page.isRedirect {
      hiddenPages.insert(own.name)
    } else {
      pages.append((page.output, page.kind))
      if isListed, page.isFoundBySearch, let title = page.title {
        let title = page.text(title)
        titles[OutputName(title.utf8), default: []].append((page.output, page.kind, title))
      }
    }
    for link in links.links {
      let file = link.target.file
      if link.kind == .page, file != own.name { linkedPages.insert(file) }
      if !link.place.isInText { refer(link, on: own, in: page) }
    }
  }

  private mutating func refer(_ link: PageLinks.Link, on page: PageName, in facts: PageFacts) {
    let (file, id) = (link.target.file, link.target.id)
    let target = id.isEmpty ? file : file.place(id)
    let written = { facts.text(link.place.range) }
    if references[target]?.add(page, written) == nil {
      references[target] = Reference(target: link.target, written: written(), page: page)
    }
  }

  /// Takes the pages that a sitemap lists.
  mutating func add(_ pages: [SitemapForm.Page], listedIn list: RelativePath) {
    for page in pages { listed.append((page, list)) }
  }

  /// Tells what is wrong, once all files are known.
  func tell(_ found: inout FoundOnPages) {
    for (target, reference) in references {
      guard let problem = problem(with: reference, target) else { continue }
      let page = reference.page
      found.add(problem, on: page.output, kind: page.kind, pages: reference.pages)
    }
    for pages in titles.values where pages.count > 1 {
      for page in pages.sorted(by: { $0.page < $1.page }).dropFirst() {
        found.add(PageTitle.repeated(page.title), on: page.page, kind: page.kind)
      }
    }
    for (page, kind) in pages where !linkedPages.contains(OutputName(page.text.utf8)) {
      if let finding = OrphanPage.finding(page, kind) { found.add(finding, on: page, kind: kind) }
    }
    for (page, list) in listed {
      guard let finding = SitemapForm.finding(page, in: list, sizes, hidden: hiddenPages) else {
        continue
      }
      found.add(finding, on: page.output ?? list, kind: "")
    }
  }

  private func problem(with reference: Reference, _ target: OutputName) -> PageFinding? {
    let (written, id) = (reference.written, reference.target.id)
    if sizes[reference.target.file] == nil { return OutputLink.missingFile(written) }
    // Scripts take what stands behind the sign for their own where it says "=".
    if id.isEmpty || places.contains(target) || id.contains(UInt8(ascii: "="))
      || id.hasPrefix(":~:")
    {
      return nil
    }
    return OutputLink.missingPlace(written, String(utf8: id))
  }
}
