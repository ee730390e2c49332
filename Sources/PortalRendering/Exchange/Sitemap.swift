import Bytes
import CourseModel
import Files

/// The pages that search engines may list (sitemaps.org, protocol 0.9).
struct Sitemap {
  private let portal: PublicPortal

  /// Below the protocol's limit of 50,000 addresses in a file.
  static let limit = 40_000

  init(_ portal: PublicPortal) { self.portal = portal }

  /// `sitemap.xml`, which for a large portal is a list of `sitemap-1.xml` and so on.
  ///
  /// Without absolute addresses there is none.
  func files() -> [(RelativePath, [UInt8])] {
    let entries = self.entries
    let output = RelativePath("sitemap.xml")
    guard portal.setting.absolute(output) != nil else { return [] }
    guard entries.count > Self.limit else { return [(output, Self.sitemap(entries))] }
    var files: [(RelativePath, [UInt8])] = []
    var index = Self.declaration
    index.append("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for start in stride(from: 0, to: entries.count, by: Self.limit) {
      let part = RelativePath("sitemap-\(files.count + 1).xml")
      index.append("<sitemap>")
      index.append(element: "loc", portal.setting.absolute(part))
      index.append("</sitemap>\n")
      files.append((part, Self.sitemap(entries[start...].prefix(Self.limit))))
    }
    index.append("</sitemapindex>\n")
    return [(output, index)] + files
  }

  private struct Entry {
    var url: String
    var changed: CalendarDate?
    var alternates: [(language: String, url: String)] = []
  }

  private var entries: [Entry] {
    var pages: [(output: RelativePath, changed: CalendarDate?, translations: [Course])] = []
    let home = RelativePath("index.html")
    pages.append((home, nil, []))
    for listing in portal.setting.listings where listing.output != home {
      pages.append((listing.output, nil, []))
    }
    for course in portal.courses {
      pages.append((course.output, course.changed, portal.translations(of: course)))
      for section in course.sections {
        if section.slug != nil { pages.append((section.output, nil, [])) }
        for lesson in section.lessons where portal.opening(of: lesson) == nil {
          pages.append((lesson.output, lesson.frontMatter.lastModified, []))
        }
      }
    }
    for author in portal.authors { pages.append((author.output, nil, [])) }
    for page in portal.portal.pages { pages.append((page.output, nil, [])) }
    let absolute = portal.setting.absolute
    return pages.compactMap { page in
      absolute(page.output).map { url in
        let alternates = page.translations.compactMap { course in
          absolute(course.output).map { (course.language.text, $0) }
        }
        return Entry(url: url, changed: page.changed, alternates: alternates)
      }
    }
  }

  private static var declaration: [UInt8] {
    [UInt8]("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
  }

  private static func sitemap(_ entries: some Collection<Entry>) -> [UInt8] {
    var xml = declaration
    xml.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
    xml.append(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n")
    for entry in entries {
      xml.append("<url>")
      xml.append(element: "loc", entry.url)
      xml.append(element: "lastmod", entry.changed?.isoText)
      for alternate in entry.alternates {
        xml.append("<xhtml:link rel=\"alternate\" hreflang=\"")
        xml.append(xml: alternate.language)
        xml.append("\" href=\"")
        xml.append(xml: alternate.url)
        xml.append("\"/>\n")
      }
      xml.append("</url>\n")
    }
    xml.append("</urlset>\n")
    return xml
  }
}
