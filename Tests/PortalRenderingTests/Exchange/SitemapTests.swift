import CourseModel
import Files
import Foundation
import Testing

@testable import PortalRendering

@Suite struct SitemapTests {
  private func sitemap(_ portal: Portal) throws(FileError) -> [(RelativePath, [UInt8])] {
    var files: [(RelativePath, [UInt8])] = []
    try Sitemap(PublicPortal(portal, setting: SamplePortal.setting(of: portal))).write {
      path, content throws(FileError) in files.append((path, try content.read()))
    }
    return files
  }

  @Test func listsEveryListedPageOnce() throws {
    let files = try SamplePortal.files(of: SamplePortal.portal())
    let text = try #require(files["sitemap.xml"])
    let pages = text.components(separatedBy: "<loc>").dropFirst().map {
      String($0.components(separatedBy: "</loc>")[0].dropFirst(SamplePortal.base.count))
    }
    #expect(
      pages == [
        "index.html", "tags/rope.html", "courses/knots/index.html", "courses/knots/bowline.html",
        "courses/knots/more/index.html", "courses/knots/reef.html", "courses/knots/today.html",
        "courses/knoten/index.html", "courses/knoten/palstek.html", "courses/rigging/index.html",
        "courses/rigging/intro.html", "courses/rigging/closed.html", "authors/ada.html",
        "about.html",
      ])
    #expect(
      files["robots.txt"] == "User-agent: *\nAllow: /\n\nSitemap: \(SamplePortal.base)sitemap.xml\n"
    )
  }

  @Test func tellsOfChangesAndTranslations() throws {
    let text = try #require(SamplePortal.files(of: SamplePortal.portal())["sitemap.xml"])
    let entries = text.components(separatedBy: "<url>")
    let course = try #require(entries.first { $0.contains("knots/index.html</loc>") })
    #expect(course.contains("<lastmod>2027-02-03</lastmod>"))
    for (language, slug) in [("de", "knoten"), ("en", "knots")] {
      let link =
        "<xhtml:link rel=\"alternate\" hreflang=\"\(language)\" "
        + "href=\"\(SamplePortal.base)courses/\(slug)/index.html\"/>"
      #expect(text.components(separatedBy: link).count == 3, "\(language)")
    }
    #expect(entries.contains { $0.contains("reef.html") && $0.contains("<lastmod>2027-02-20") })
    // To be opened is a change.
    #expect(entries.contains { $0.contains("today.html") && $0.contains("<lastmod>2027-03-01") })
    #expect(text.components(separatedBy: "<lastmod>").count == 4)
  }

  @Test(arguments: [(9_994, 1), (9_995, 3), (25_000, 4)])
  func isSplitWhereItIsLarge(lessons: Int, files: Int) throws {
    var portal = SamplePortal.portal()
    portal.courses = [
      SamplePortal.course(
        "c", "C", lessons: (0..<lessons).map { SamplePortal.lesson("c", "l\($0)") })
    ]
    let made = try sitemap(portal)
    #expect(made.count == files)
    // The list of the others is made when they are.
    let locations = made.dropLast(files > 1 ? 1 : 0).map {
      String(decoding: $0.1, as: UTF8.self).components(separatedBy: "<loc>").count - 1
    }
    // The catalogue, a listing, the course, two authors, and a page.
    #expect(locations.reduce(0, +) == lessons + 6)
    #expect(locations.allSatisfy { $0 <= Sitemap.limit })
    if files > 1 {
      let index = String(decoding: made[files - 1].1, as: UTF8.self)
      #expect(index.contains("<loc>\(SamplePortal.base)sitemap-\(files - 1).xml</loc>"))
    }
  }
}
