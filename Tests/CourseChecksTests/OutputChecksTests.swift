import CourseChecks
import CourseModel
import Diagnostics
import Files
import TestSupport
import Testing

/// What is found in single files of a portal.
@Suite struct OutputChecksTests {
  private func checks(url: String? = "https://knots.example/") -> OutputChecks {
    var settings = PortalSettings()
    settings.url = url
    return OutputChecks(
      Portal(
        settings: settings, courses: [], authors: [], pages: [],
        today: CalendarDate(daysSince1970: 20_000), sources: FileTree()))
  }

  /// What is found on one page, without the page's name.
  private func messages(ofPage page: [UInt8]) -> [String] {
    let checks = checks(url: nil)
    let path = RelativePath("index.html")
    checks.look(at: .bytes(page), path)
    return checks.findings().sorted().map {
      $0.message.replacing(" on the page \"index.html\"", with: "")
    }
  }

  /// The same for the content of a page that is right.
  private func messages(of content: String) -> [String] {
    messages(
      ofPage: Array(
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Knots</title></head>
        <body><main><h1>Knots</h1>\(content)</main></body></html>
        """.utf8))
  }

  @Test(arguments: [
    "", "<p>A<p>B", "<ul><li>A<li>B</ul>", "<dl><dt>A<dd>B<dt>C</dl>",
    "<table><tr><td>A<td>B<tr><td>C</table>",
    "<select aria-label=\"A\"><option>A<option>B</select>",
    "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\"/><g><title>A</title></g></svg>",
    "<P CLASS=a>A</P><br/><img alt='' src=\"data:,\">", "1 < 2 & 3 > 2 <3", "<!-- <b> --><!----->",
    "<!-- a --!!> <p id> -->", "<!---!><p id>-->",
    "<script>if (a < b) document.write('</b>')</script>", "<textarea title=\"A\"><b></textarea>",
    "<template><a href=\"x\"></a><p id=\"a\"></p></template><p id=\"a\"></p>",
    "<a href=\"https://other.example/\"><img alt=\"Words\" src=\"data:,\"></a>",
    "<a href=\"#\">Up</a> <a href=\"#top\">Up</a> <a href=\"#a%20b&amp;c\">A</a><i id=\"ü\"></i>"
      + "<a href=\"#%C3%BC\">Ü</a><i id=\"a\"></i><a name=\"x\"></a>",
    "<label>Name <input></label><label for=\"b\">Name</label><input id=\"b\"><input type=submit>",
    "<nav>A</nav><article><header>A</header><header>B</header></article>",
    "<button hidden></button><p hidden><a href=\"mailto:a@b.example\"></a></p>",
    "<p>A</p >", "<a href=\"?a=b\">A</a>",
  ])
  func findsNothingInMarkupThatIsRight(content: String) {
    let known =
      content.contains("a%20b") ? ["href=\"#a%20b&amp;c\" names an id that is not there"] : []
    #expect(messages(of: content) == known)
  }

  @Test(arguments: [
    ("<div><span></div>", ["the element <span> is not closed"]),
    ("<p><div>A</div></p>", ["the tag </p> closes nothing"]),
    ("<b><i>A</b></i>", ["the element <i> is not closed", "the tag </i> closes nothing"]),
    ("</br>", ["the tag </br> closes nothing"]),
    ("<form><form></form></form>", ["an element <form> stands within another"]),
    ("<svg><g></svg>", ["the element <g> is not closed"]),
    ("<p class=a CLASS=b>A", ["a tag has the attribute CLASS= twice"]),
    ("<p id>A", ["\"\" is no id"]), ("<!-- a --!><p id>A<!-- b -->", ["\"\" is no id"]),
    ("<!--><p id>A<!-- b -->", ["\"\" is no id"]), ("<p id=\"a b\">A", ["\"a b\" is no id"]),
    ("<a href=\"tel:1\"> <span aria-hidden=\"true\">x</span></a>", ["a link has no words"]),
    ("<a href=\"tel:1\"><img alt=\"\" src=\"data:,\"></a>", ["a link has no words"]),
    ("<input type=\"image\" src=\"data:,\">", ["a button has no words"]),
    (
      "<select id=\"a\"></select><label for=\"b\">A</label><p id=\"b\">",
      ["a field of a form has no label"]
    ),
    (
      "<p aria-labelledby=\"a b\"><i id=\"b\"></i>",
      ["aria-labelledby=\"a\" names an id that is not there"]
    ),
    ("<div role=\"main\">A</div>", ["the page \"index.html\" has a second <main>"]),
    (
      "<script type=\"application/ld+json\">{\"@type\": 1,}</script>",
      ["the data for search engines are not JSON: a name is missing at byte 12"]
    ),
    (
      "<script type=\"application/ld+json\">{\"@type\": \"ItemList\", \"itemListElement\": "
        + "[{\"position\": 1, \"item\": {\"@type\": \"Course\", \"name\": \"A\", \"url\": \"/\", "
        + "\"description\": \"B\", \"provider\": {\"name\": \"\"}}}]}</script>",
      ["the data for search engines lack the \"name\" of a provider"]
    ),
    (
      "<script type=\"application/ld+json\">{\"@type\": \"ItemList\"}</script>",
      ["the data for search engines lack the \"itemListElement\" of a list"]
    ),
    (
      "<img alt=\"\" src=\"../../../b.png\">", ["\"../../../b.png\" leads to no file of the portal"]
    ),
    (
      "<a href=\"index.html#b\">A</a>",
      ["\"index.html#b\" leads to a page without the place \"#b\""]
    ),
  ])
  func findsWhatIsWrong(content: String, expected: [String]) {
    #expect(messages(of: content) == expected)
  }

  /// The page for addresses that are not there is shown at any depth, so its links begin at the server's root.
  @Test(arguments: [
    ("https://knots.example/", "/index.html", "/none.html"),
    ("https://knots.example/school/", "/school/index.html", "/school/none.html"),
    ("https://knots.example:80/a/b/", "/a/b/", "/a/b/none.html"),
  ])
  func followsAddressesFromTheRootOfTheServer(url: String, there: String, none: String) {
    let checks = checks(url: url)
    let page = """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Knots</title>
      <meta name="robots" content="noindex"></head>
      <body><main><h1>Knots</h1><a href="\(there)">A</a> <a href="\(none)">B</a>
      <a href="//knots.example/other">C</a></main></body></html>
      """
    for name in ["index.html", "404.html"] {
      checks.look(at: .bytes(Array(page.utf8)), RelativePath(name))
    }
    let links = checks.findings().filter { $0.id == "page-link" }.map(\.message)
    #expect(links.count == 1)
    #expect(links.first?.hasPrefix("\"\(none)\" leads to no file of the portal") == true)
  }

  @Test func tellsOfEachPageThatIsCutOff() {
    let page = "<!doctype html><html lang=en><title>A</title><body><main><h1>A</h1><p>A <a hr"
    #expect(
      messages(ofPage: Array(page.utf8)) == [
        "a tag or a comment does not end", "the element <a> is not closed",
        "the element <main> is not closed",
      ])
    let comment = "<!doctype html><html lang=en><title>A</title><main><h1>A</h1></main><!-- A"
    #expect(messages(ofPage: Array(comment.utf8)) == ["a tag or a comment does not end"])
  }

  @Test func countsThePagesOfWhatATemplateBroughtAbout() {
    let checks = checks(url: nil)
    for name in ["b", "c", "a"] {
      checks.look(
        at: .bytes(
          Array("<!doctype html><html lang=en><title>A</title><main><h1>A</h1><b></main>".utf8)),
        RelativePath("\(name).html"))
    }
    #expect(
      checks.findings().filter { $0.id == "page-markup" }.map(\.message) == [
        "the element <b> is not closed on the page \"a.html\" (and on 2 more)"
      ])
  }

  // MARK: Lists of pages

  private func messages(ofFeed feed: String) -> [String] {
    let checks = checks()
    checks.look(at: .bytes(Array(feed.utf8)), RelativePath("feed.xml"))
    return checks.findings().sorted().map {
      $0.message.replacing(" on the page \"feed.xml\"", with: "")
    }
  }

  @Test func takesAFeedThatIsComplete() {
    let feed = """
      <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>https://knots.example/</id>
      <title>Knots</title><updated>2027-01-10T00:00:00Z</updated>
      <entry><id>https://knots.example/a.html</id><title>Bends</title>
      <updated>2027-01-10T00:00:00Z</updated><link href="https://knots.example/a.html"/></entry></feed>
      """
    #expect(messages(ofFeed: feed) == [])
  }

  @Test(arguments: [
    ("<feed><id>a</id><title> </title><updated>b</updated></feed>", "a <feed> has no <title>"),
    (
      "<feed><id>a</id><title>b</title><updated>c</updated><entry><id>d</id><title>e</title></entry></feed>",
      "a <entry> has no <updated>"
    ),
    (
      "<feed><id>a</id><title>b</title><updated>c</updated><link href=\"a.html\"/></feed>",
      "the address \"a.html\" is not a whole one"
    ),
    ("<feed><id>a</id><title>b</title><updated>c</updated>", "the element <feed> is not closed"),
    ("<rss></rss>", "there is no <feed>"),
  ])
  func tellsWhatAFeedLacks(feed: String, message: String) {
    #expect(messages(ofFeed: feed) == [message])
  }

  @Test(
    arguments: [
      ("https://knots.example/a.html", nil), ("https://knots.example/", "is not there"),
      ("https://other.example/a.html", "is no address of the portal"), ("a.html", "is no address"),
    ] as [(String, String?)])
  func tellsWhatASitemapListsWrongly(address: String, problem: String?) {
    let checks = checks()
    checks.endPages()
    checks.look(at: .bytes([]), RelativePath("a.html"))
    checks.look(
      at: .bytes(Array("<urlset><url><loc>\(address)</loc></url></urlset>".utf8)),
      RelativePath("sitemap.xml"))
    let messages = checks.findings().map(\.message)
    #expect(messages.count == (problem == nil ? 0 : 1))
    if let problem { #expect(messages.first?.contains(problem) == true, "\(messages)") }
  }

  // MARK: Hostile pages

  private static let pieces = [
    "<", ">", "</", "/>", "<!--", "-->", "<!", "<?", "\"", "'", "=", " ", "\n", "a", "b>", "svg",
    "<a href=", "<p id=x", "<script", "</script", "<title>", "<template>", "&#x110000;", "&amp;",
    "<select>", "<button>", "<main>", "%", "%C3", "#", "://", "..", "<base href=x>", "<h1>",
    "\u{0}",
    "<script type=application/ld+json>{", "[", "}", "<loc>", "<entry>",
  ]

  @Test func readsWhateverBytesThereAre() {
    var random = SplitMix(seed: 7)
    for round in 0..<400 {
      var page: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<120, using: &random) {
        if Bool.random(using: &random), let piece = Self.pieces.randomElement(using: &random) {
          page += Array(piece.utf8)
        } else {
          page.append(UInt8.random(in: 0...255, using: &random))
        }
      }
      let checks = checks()
      checks.look(at: .bytes(page), RelativePath("a/b.html"))
      checks.look(at: .bytes(page), RelativePath("feed.xml"))
      checks.look(at: .bytes(page), RelativePath("sitemap.xml"))
      let findings = checks.findings()
      #expect(!findings.isEmpty, "round \(round)")
      #expect(findings.allSatisfy { !$0.message.isEmpty && $0.position.line >= 1 })
    }
  }

  @Test(arguments: [
    "<b>", "</i>", "<a href=x>", "<p a a", " a=b", "<!-->", "<", "<li id=x>", "<svg/>",
  ])
  func takesTimeInLineWithThePage(piece: String) {
    let page = Array(String(repeating: piece, count: 100_000).utf8)
    #expect(!messages(ofPage: [UInt8]("<".utf8) + page).isEmpty)
  }
}
