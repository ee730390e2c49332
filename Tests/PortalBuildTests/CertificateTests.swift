import Diagnostics
import TestSupport
import Testing

@Suite struct CertificateTests {
  private func portal(_ matter: String, _ more: [String: String] = [:]) throws -> BuiltPortal {
    try BuiltPortal(
      [
        "courses/knots/index.md":
          "---\ntitle: Knots\nauthors: [ada]\n\(matter)\n---\n\nTie them.\n",
        "courses/knots/one.md": "# One\n\nWords.\n", "authors/ada.md": "# Ada Rope\n",
      ].merging(more) { $1 })
  }

  @Test func isAPageOfItsOwnThatNobodyLists() throws {
    let portal = try portal("certificate: true")
    #expect(portal.errors == [])
    let page = portal.text("courses/knots/certificate.html")
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(page.contains("data-certificate=\"knots\""))
    #expect(page.contains("By Ada Rope"))
    #expect(page.contains("assets/certificate.css"))
    #expect(page.contains("Nobody has checked it."))
    #expect(portal.text("courses/knots/index.html").contains("<a href=\"certificate.html\">"))
    for file in ["sitemap.xml", "index.html", "search/en/d0.js", "api/v1/courses/knots.json"] {
      #expect(!portal.text(file).contains("certificate.html"), "\(file)")
    }
  }

  /// The style sheet shows the link once the course is completed.
  @Test(arguments: [
    ("true", "<a href=\"certificate.html\">Certificate</a>"),
    ("false", "<a href=\"index.html\">Knots</a>"),
  ])
  func isWhereTheLastLessonLeads(certificate: String, link: String) throws {
    let page = try portal("certificate: \(certificate)").text("courses/knots/one.html")
    let end = try #require(between("<div class=\"lesson-done\"", "</div>", in: page))
    #expect(end.contains("<p class=\"muted\" role=\"status\"></p>\n\(link)\n"))
  }

  @Test func isNotThereUnlessItIsWanted() throws {
    let portal = try portal("certificate: false")
    #expect(!portal.has("courses/knots/certificate.html"))
    #expect(!portal.text("courses/knots/index.html").contains("certificate.html"))
  }

  @Test func takesItsAddressFromLessons() throws {
    let portal = try portal(
      "certificate: true", ["courses/knots/certificate.md": "# Certificate\n\nWords.\n"])
    #expect(portal.errors == ["courses/knots/certificate.md:1:1 address-duplicate"])
  }
}
