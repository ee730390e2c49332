import Bytes
import CourseModel
import Files

/// The pages that search engines may list (sitemaps.org, protocol 0.9).
struct Sitemap {
  private let portal: PublicPortal

  /// How many addresses a file has at most: the protocol allows 50,000, but a file is held whole, and read whole again
  /// when one of its pages has changed.
  static let limit = 10_000

  init(_ portal: PublicPortal) { self.portal = portal }

  /// `sitemap.xml`, which for a large portal is a list of `sitemap-1.xml` and so on.
  ///
  /// Without absolute addresses there is none.
  func write(_ receive: PageReceiver) throws(FileError) {
    let output = RelativePath("sitemap.xml")
    guard portal.setting.absolute(output) != nil else { return }
    let pages = self.pages
    guard pages.count > Self.limit else {
      return try receive(output, .bytes(sitemap(pages[...])))
    }
    var index = Self.declaration
    index.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for start in stride(from: 0, to: pages.count, by: Self.limit) {
      let part = RelativePath("sitemap-\(start / Self.limit + 1).xml")
      index.append("<sitemap>")
      index.append(element: "loc", portal.setting.absolute(part))
      index.append("</sitemap>\n")
      try receive(part, .bytes(sitemap(pages[start...].prefix(Self.limit))))
    }
    index.append("</sitemapindex>\n")
    try receive(output, .bytes(index))
  }

  private struct Page {
    var output: RelativePath
    var changed: CalendarDate?
    var translations: [Course] = []
  }

  private var pages: [Page] {
    let home = RelativePath("index.html")
    var pages = [Page(output: home)]
    for listing in portal.setting.listings where listing.output != home {
      pages.append(Page(output: listing.output))
    }
    for course in portal.courses {
      pages.append(
        Page(
          output: course.output, changed: course.changed,
          translations: portal.translations(of: course)))
      for section in course.sections {
        if section.slug != nil {
          pages.append(Page(output: section.output, changed: section.lastModified))
        }
        for lesson in section.lessons where portal.opening(of: lesson) == nil {
          pages.append(Page(output: lesson.output, changed: lesson.changed))
        }
      }
    }
    pages += portal.authors.map { Page(output: $0.output) }
    return pages + portal.portal.pages.map { Page(output: $0.output) }
  }

  private static var declaration: [UInt8] {
    [UInt8]("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
  }

  private func sitemap(_ pages: ArraySlice<Page>) -> [UInt8] {
    let absolute = portal.setting.absolute
    var xml = Self.declaration
    xml.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
    xml.append(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n")
    for page in pages {
      guard let url = absolute(page.output) else { continue }
      xml.append("<url>")
      xml.append(element: "loc", url)
      xml.append(element: "lastmod", page.changed?.isoText)
      for course in page.translations {
        guard let url = absolute(course.output) else { continue }
        xml.append("<xhtml:link rel=\"alternate\" hreflang=\"")
        xml.append(xml: course.language.text)
        xml.append("\" href=\"")
        xml.append(xml: url)
        xml.append("\"/>\n")
      }
      xml.append("</url>\n")
    }
    xml.append("</urlset>\n")
    return xml
  }
}
