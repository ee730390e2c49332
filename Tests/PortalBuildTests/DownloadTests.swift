import Testing

@Suite struct DownloadTests {
  @Test func callsAFileByItsTitleOrItsName() throws {
    let portal = try BuiltPortal([
      "courses/knots/reef.md": """
      ---
      downloads:
        - rope.csv
        - {src: files/knots.pdf, title: "All knots & bends"}
      ---
      # Reef
      """,
      "courses/knots/rope.csv": "a,b\n", "courses/knots/files/knots.pdf": "%PDF-1.7\n",
    ])
    #expect(portal.errors == [])
    let page = portal.text("courses/knots/reef.html")
    for (url, title) in [
      ("rope.csv", "rope.csv"), ("files/knots.pdf", "All knots &amp; bends"),
    ] {
      let link = try #require(between("<a href=\"\(url)\" download>", "</a>", in: page))
      #expect(link.contains("<span>\(title)</span>"))
    }
    #expect(portal.has("courses/knots/files/knots.pdf"))
  }
}
