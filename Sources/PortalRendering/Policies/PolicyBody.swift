import Bytes
import CourseModel
import Files
import PolicyPages

/// A document's text as it stands on a page: its pieces rendered one after another.
struct PolicyBody {
  private(set) var text = PageText()

  /// Renders a text; a copy that is kept has none of the page's functions.
  init(
    _ policy: PolicyText, on output: RelativePath, title: String, pages: PolicyRendering,
    hasParts: Bool
  ) {
    let site = pages.site
    let addresses = site.policyAddresses(in: pages.language)
    for piece in policy.pieces {
      switch piece {
      case .generated(let markdown):
        // What is wrong here is not the author's doing, and tests would have found it.
        var made = render(
          markdown, file: RelativePath("policies.md"), output, title, pages,
          resolver: LinkResolver(addresses: addresses))
        made.diagnostics = []
        made.anchors = []
        PolicyBody.leadToBeginnings(ofOwnPagesIn: &made.html, on: output, pages)
        add(made)
      case .own(let markdown, let file):
        var resolver = site.resolver
        resolver.addresses = addresses
        var made = render(markdown, file: file, output, title, pages, resolver: resolver)
        if !hasParts { made.diagnostics = [] }
        add(made)
      case .part(let part):
        if hasParts {
          PolicyPartRendering(pages: pages, output: output).render(part, into: &text.html)
        }
      }
    }
  }

  /// Takes the headings out of links to pages in an operator's own words, which need not have them.
  private static func leadToBeginnings(
    ofOwnPagesIn html: inout [UInt8], on output: RelativePath, _ pages: PolicyRendering
  ) {
    let site = pages.site
    for document in PolicyDocument.allCases
    where site.hasPolicy(document) && !site.policies.isMade(document, for: pages.language) {
      let page = site.policyPage(document, in: pages.language).reference(from: output.parent)
      let link = [UInt8]("href=\"") + page + [UInt8]("#")
      while let start = html.firstRange(of: link, from: 0),
        let end = html[start.upperBound...].firstIndex(of: UInt8(ascii: "\""))
      {
        html.removeSubrange(start.upperBound - 1..<end)
      }
    }
  }

  private func render(
    _ markdown: String, file: RelativePath, _ output: RelativePath, _ title: String,
    _ pages: PolicyRendering, resolver: LinkResolver
  ) -> PageText {
    let site = pages.site
    var setting = TextSetting(
      file: file, firstLine: 1, output: output, title: title, resolver: resolver,
      images: site.images, strings: pages.strings)
    setting.readsMath = false
    setting.isStrict = site.portal.settings.isStrict
    setting.reservedIDs = ["main", "summary-of-changes", "versions"]
    setting.takenIDs = text.ids
    return TextRenderer.render(Array(markdown.utf8), in: setting)
  }

  private mutating func add(_ piece: PageText) {
    text.html += piece.html
    text.outline += piece.outline
    text.ids += piece.ids
    text.anchors += piece.anchors
    text.assets += piece.assets
    let start = text.words.count
    text.headings += piece.headings.map { start + $0.lowerBound..<start + $0.upperBound }
    text.words += piece.words
    text.diagnostics += piece.diagnostics
    text.services.formUnion(piece.services)
  }
}
