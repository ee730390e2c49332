import Testing

@Suite struct FeedLinkTests {
  private func feeds(of page: String, in portal: BuiltPortal) -> [String] {
    portal.text(page).split(separator: "\n").compactMap { line in
      guard line.contains("type=\"application/atom+xml\"") else { return nil }
      return between("href=\"", "\"", in: String(line))
    }
  }

  @Test func leadsFromACourseToItsFeed() throws {
    let portal = try BuiltPortal([
      "courses/knots/index.md": "---\ndate: 2026-12-01\n---\n# Knots\n",
      "courses/knots/reef.md": "# Reef\n",
      "courses/sails/index.md": "# Sails\n",
      "courses/sails/jib.md": "# Jib\n",
    ])
    #expect(feeds(of: "courses/knots/index.html", in: portal) == ["feed.xml", "../../feed.xml"])
    #expect(portal.has("courses/knots/feed.xml"))
    #expect(feeds(of: "courses/sails/index.html", in: portal) == ["../../feed.xml"])
    #expect(!portal.has("courses/sails/feed.xml"))
  }

  @Test func leadsToNoFeedWithoutAnAddress() throws {
    let portal = try BuiltPortal([
      "clevio.yml": "title: Harbour\n",
      "courses/knots/index.md": "---\ndate: 2026-12-01\n---\n# Knots\n",
      "courses/knots/reef.md": "# Reef\n",
    ])
    #expect(feeds(of: "courses/knots/index.html", in: portal) == [])
  }
}
