import CourseChecks
import CourseLoading
import CourseModel
import Diagnostics
import Files
import TestSupport
import Testing

/// Which links of a portal lead to other hosts, and where they are written.
@Suite struct ExternalLinkTests {
  /// The places of links, as `path:line:column+length address`.
  private func links(in files: [String: String]) throws -> [String] {
    let today = try #require(CalendarDate(parsing: "2027-01-10"))
    let portal = try loadPortal(
      from: FileTree(texts: files), options: LoadingOptions(today: today, folderName: "academy")
    ).portal
    return ExternalLink.all(of: portal, threads: 2).map { link in
      let place = link.position
      return "\(place.path):\(place.line):\(place.column)+\(place.length) \(link.address.text)"
    }
  }

  private static let file = "courses/knots/01-bends.md"

  /// A lesson whose `1️⃣` stands before the one link, which is written in as many bytes.
  struct Written: CustomTestStringConvertible, Sendable {
    let text: String
    let length: Int
    var address = "https://bends.org/a"

    var testDescription: String { text }
  }

  @Test(arguments: [
    Written(text: "See [bends](1️⃣https://bends.org/a).", length: 19),
    Written(text: "See <1️⃣https://bends.org/a>.", length: 19),
    Written(text: "See 1️⃣https://bends.org/a.", length: 19),
    Written(text: "See 1️⃣www.bends.org/a.", length: 15, address: "http://www.bends.org/a"),
    Written(text: "See [bends][b].\n\n[b]: 1️⃣https://bends.org/a \"Bends\"", length: 19),
    Written(text: "- One\n- See\n  [bends](1️⃣https://bends.org/a#reef)", length: 24),
    Written(text: "| A |\n| --- |\n| [b](1️⃣https://bends.org/a) |", length: 19),
    Written(text: "Rope[^1]\n\n[^1]: See 1️⃣https://bends.org/a", length: 19),
    Written(text: "<p>\n<a class=\"x\" href=\"1️⃣https://bends.org/a\">b</a>\n</p>", length: 19),
    Written(text: "Rope <a href='1️⃣//bends.org/a'>b</a>", length: 13),
    Written(
      text: "[b](1️⃣https://bends.org/ä?a=1&b=2)", length: 28,
      address: "https://bends.org/%C3%A4?a=1&b=2"),
    Written(text: "[b](1️⃣HTTPS://Bends.org/A)", length: 19, address: "https://Bends.org/A"),
    Written(
      text: "One\ntwo [b](1️⃣https://bends.org/?a=1&amp;b=2)", length: 30,
      address: "https://bends.org/?a=1&b=2"),
    Written(
      text: "<p>\n<a\n href=\"1️⃣https://bends.org/?a&#61;1&amp;b\">b</a></p>", length: 32,
      address: "https://bends.org/?a=1&b"),
  ])
  func findsALinkWhereItsAddressIsWritten(link: Written) throws {
    let marked = MarkedText("---\nlang: en\n---\n# Bends\n\n\(link.text)\n")
    let place = marked.position(1, in: Self.file, length: link.length)
    #expect(
      try links(in: [Self.file: marked.text]) == [
        "\(Self.file):\(place.line):\(place.column)+\(link.length) \(link.address)"
      ])
  }

  @Test func findsEachOfSeveralLinksToOneAddress() throws {
    let text = "[a](https://b.org/) and [b](https://b.org/),\nthen <https://b.org/>.\n"
    #expect(
      try links(in: [Self.file: text]) == [
        "\(Self.file):1:5+14 https://b.org/", "\(Self.file):1:29+14 https://b.org/",
        "\(Self.file):2:7+14 https://b.org/",
      ])
  }

  @Test(arguments: [
    "`https://bends.org/a`", "    https://bends.org/a", "<!-- https://bends.org/a -->",
    "[mail](mailto:ada@bends.org), [call](tel:+4940123456), [next](02-loops.md), [top](#bends)",
    "<https://bends.example/>, <https://docs.example.com/a>, <http://a.test/>, <http://b.invalid/>",
    "<https://knots.org/school/>, [loops](https://knots.org/school/courses/knots/02-loops.html)",
    "[x](https://), [y](https:bends.org), [z](https://{id}.bends.org/)",
  ])
  func passesOverWhatLeadsToNoOtherHost(text: String) throws {
    let files = ["clevio.yml": "url: https://knots.org/school/\n", Self.file: text + "\n"]
    #expect(try links(in: files) == [])
  }

  @Test func looksAtAllThatIsPublishedAndAtNothingElse() throws {
    let files = [
      "authors/ada.md":
        "---\nlinks: [{title: Home, url: https://ada.org/}]\n---\n<https://ada.org/1>\n",
      "pages/about.md": "# About\n\n<https://about.org/>\n",
      "policies/terms.more.md": "<https://terms.org/>\n",
      "courses/knots/index.md":
        "---\nprice: 49 EUR\ncheckout_url: https://shop.org/\n---\n<https://course.org/>\n",
      "courses/knots/01-more/index.md": "# More\n\n<https://section.org/>\n",
      "courses/knots/01-more/01-closed.md": "# Closed\n\n<https://closed.org/>\n",
      "courses/secret/index.md": "---\nvisibility: draft\n---\n<https://draft.org/>\n",
      "notes.md": "<https://notes.org/>\n",
    ]
    #expect(
      try links(in: files) == [
        "authors/ada.md:2:28+16 https://ada.org/", "authors/ada.md:4:2+17 https://ada.org/1",
        "courses/knots/01-more/01-closed.md:3:2+19 https://closed.org/",
        "courses/knots/01-more/index.md:3:2+20 https://section.org/",
        "courses/knots/index.md:3:15+17 https://shop.org/",
        "courses/knots/index.md:5:2+19 https://course.org/",
        "pages/about.md:3:2+18 https://about.org/",
        "policies/terms.more.md:1:2+18 https://terms.org/",
      ])
  }

  @Test func readsAddressesThatSettingsLeadToAndNotThoseThatPagesLoad() throws {
    let files = [
      Self.file: "# Bends\n",
      "clevio.yml": "url: https://knots.org/\ncheckout_url: \"https://shop.org/\"\n",
      "legal.yml": """
      operator: {name: Ada, email: ada@knots.org}
      commerce:
        withdrawal:
          function_url: https://shop.org/withdraw
          endpoint: https://shop.org/form
      services:
        - id: stats
          privacy_url: https://stats.org/privacy
          hosts: [https://stats.org]

      """,
    ]
    #expect(
      try links(in: files) == [
        "clevio.yml:2:15+19 https://shop.org/", "legal.yml:4:19+25 https://shop.org/withdraw",
        "legal.yml:8:18+25 https://stats.org/privacy",
      ])
  }

  @Test func takesTimeThatGrowsWithTheTextAlone() throws {
    let count = 20_000
    let text =
      String(repeating: "[a][r] &amp; <https://a.org/> ", count: count)
      + "\n\n[r]: https://b&#x2e;org/\n"
    #expect(try links(in: [Self.file: text]).count > count)
  }
}
