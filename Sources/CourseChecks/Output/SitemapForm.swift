import Bytes
import Diagnostics
import Files

/// A sitemap lists pages that are there and may be listed, by their whole addresses (sitemaps.org,
/// protocol 0.9).
enum SitemapForm {
  /// A page that a sitemap lists.
  struct Page {
    var address: String
    /// The page's file; `nil` for an address that is not the portal's.
    var output: RelativePath?
  }

  /// The pages that a sitemap lists.
  static func pages(in xml: [UInt8], url: [UInt8]) -> [Page] {
    xml.withUnsafeBufferPointer { bytes in
      var pages: [Page] = []
      var scanner = MarkupScanner(bytes, isXML: true)
      var resolver = AddressResolver(folder: .root, url: url)
      let location = MarkupName("loc".utf8)
      var isLocation = false
      while let token = scanner.next() {
        if token == .text, isLocation {
          let written = xml[scanner.range]
          var page = Page(address: String(utf8: written))
          if written.starts(with: url), resolver.target(of: written) != nil {
            page.output = RelativePath(String(utf8: resolver.path))
          }
          pages.append(page)
        }
        isLocation = token == .startTag && scanner.name == location
      }
      return pages
    }
  }

  /// What is wrong with a page that a sitemap lists.
  static func finding(
    _ page: Page, in list: RelativePath, _ files: [OutputName: Int], hidden: Set<OutputName>
  ) -> PageFinding? {
    guard let output = page.output else {
      return report(
        .part("\"\(page.address)\" is no address of the portal"),
        help: "write the portal's whole address as url: in clevio.yml")
    }
    let name = OutputName(output.text.utf8)
    if files[name] == nil {
      return report(.page("is not there, but stands in \"\(list)\""), help: "build the page")
    }
    guard hidden.contains(name) else { return nil }
    return report(
      .page("says noindex, but stands in \"\(list)\""),
      help: "leave the slot {{page.robots}} to say which pages are not listed")
  }

  private static func report(_ message: PageFinding.Message, help: String) -> PageFinding {
    PageFinding.report(
      "sitemap-page", .warning, message, clues: ["noindex", "name=\"robots\""], help: help)
  }
}
