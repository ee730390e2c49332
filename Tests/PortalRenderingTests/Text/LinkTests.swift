import Bytes
import Diagnostics
import Files
import HTMLTree
import Testing

@testable import PortalRendering

@Suite struct LinkTests {
  private static let files: [String: [UInt8]] = [
    "courses/knots/index.md": Array("# Knots\n".utf8),
    "courses/knots/01-basics/02-next.md": Array("# Next\n".utf8),
    "courses/knots/01-basics/with space.md": Array("# Space\n".utf8),
    "courses/knots/01-basics/notes.pdf": [1],
    // The lesson about a file does not take the links to the file.
    "courses/knots/01-basics/notes.pdf.md": Array("# About the notes\n".utf8),
    "courses/knots/01-basics/page.html": [1],
    "courses/knots/01-basics/odd#name?.txt": [1],
    "courses/knots/02-more/01-far.md": Array("# Far\n".utf8),
    "courses/secret/index.md": Array("---\nvisibility: draft\n---\n# Secret\n".utf8),
    "courses/secret/01-x.md": Array("# X\n".utf8),
    "pages/about.md": Array("# About\n".utf8),
  ]

  @Test(arguments: [
    ("next.md", "02-next.md"), ("2-next.md", "02-next.md"), ("02-nxet.md", "02-next.md"),
    ("../02-more/far.md", "../02-more/01-far.md"), ("notes.pfd", "notes.pdf"),
    ("elsewhere.md", nil), ("../nowhere/02-next.md", nil),
  ])
  func suggestsTheFileThatWasPerhapsMeant(link: String, meant: String?) throws {
    let rendered = try RenderedText("[x](\(link))", files: LinkTests.files)
    #expect(rendered.findings == ["link-target 1:5"])
    #expect(
      rendered.text.diagnostics.first?.help
        == meant.map { "did you mean \"\($0)\"?" }
        ?? "write the path of a file, as seen from this one")
    #expect(rendered.text.diagnostics.first?.fix == nil)
  }

  @Test(arguments: [
    ("next.html", "02-next.md"), ("../more/far.html", "../02-more/01-far.md"),
    ("/courses/knots/more/far.html#a", "../02-more/01-far.md"),
    ("with-space.html", "with%20space.md"), ("../more/index.html", "../02-more"),
  ])
  func namesTheFileOfAPageThatALinkNamesByItsAddress(link: String, file: String) throws {
    var files = LinkTests.files
    files["courses/knots/01-basics/page.html"] = nil
    let found = try RenderedText("[x](\(link))", files: files).text.diagnostics
    #expect(found.map(\.help) == ["write \(file), the file of that page"])
  }

  @Test(arguments: [
    ("a\nb [x](a&amp;b.md)", "link-target 2:7"), ("a\n![x](a&amp;b.png)", "image-target 2:6"),
    ("[x](a\\_b.md)", "link-target 1:5"), ("[x][y]\n\n[y]: a&#38;b.md", "link-target 3:6"),
    ("<p>\n<b>\n<a href=\"a&amp;b.md\">x</a></b></p>", "link-target 3:10"),
    ("[x](n&#x6F;tes.pdf)", ""),
  ])
  func tellsOfLinksWhereReferencesSpellThem(text: String, finding: String) throws {
    let rendered = try RenderedText(text, files: LinkTests.files)
    #expect(rendered.findings == (finding.isEmpty ? [] : [finding]))
    let position = rendered.text.diagnostics.first?.position
    let written = text.split(separator: "\n", omittingEmptySubsequences: false)
    if let position {
      let rest = written[position.line - 1].utf8.dropFirst(position.column - 1 + position.length)
      #expect(rest.first.map { ")\"".utf8.contains($0) } ?? true)
    }
  }

  @Test func tellsOfEachLinkWithoutAnAddressWhereItStands() throws {
    let found = try RenderedText(
      "a [x]() b\n[y]()\n\n[z]\n\n[z]: 02-next.md", files: LinkTests.files)
    #expect(found.findings == ["link-target 1:3", "link-target 2:1"])
    #expect(found.text.diagnostics.map(\.message).allSatisfy { $0 == "the link has no address" })
  }

  @Test func takesANameOfAHostForALinkWithoutItsScheme() throws {
    let found = try RenderedText("[x](www.knots.example/a)").text.diagnostics
    #expect(found.map(\.help) == ["write https://www.knots.example/a"])
  }

  /// Each of them is compared with all files of its folder.
  @Test(arguments: ["[x](%)\n\n", "![x](%)\n\n", "<a href=\"%\">x</a>\n\n"])
  func saysOfTheFirstFiftyDeadLinksWhatWasMeant(form: String) throws {
    var files = LinkTests.files
    for number in 0..<1_000 {
      files["courses/knots/01-basics/a-long-name-of-a-file-\(number).pdf"] = [1]
    }
    let text = (0..<5_000).map { form.replacing("%", with: "nots\($0 % 10).pdf") }.joined()
    let found = try RenderedText(text, files: files).text.diagnostics.filter {
      ["link-target", "image-target"].contains($0.id.description)
    }
    #expect(found.count == 5_000)
    let suggested = found.filter { $0.help?.hasPrefix("did you mean") == true }
    #expect(suggested.map(\.position.line) == Array(stride(from: 1, to: 100, by: 2)))
  }

  @Test(arguments: [
    ("a\n\n[x](with space.md) y", "link-target 3:5"), ("![x](my picture.png)", "link-target 1:6"),
    ("[x](with space.md#part)", "link-target 1:5"), ("[x](<with space.md>)", ""),
    ("see [1](a note on knots) or f[0](a b)", ""), ("`[x](with space.md)`", ""),
    ("[x](02-next.md \"a title.md\")", ""),
  ])
  func tellsOfAPathWithSpaces(markdown: String, findings: String) throws {
    let rendered = try RenderedText(markdown, files: LinkTests.files)
    #expect(rendered.findings.joined(separator: " ") == findings)
  }

  @Test(arguments: [
    ("02-next.md", "next.html"),
    ("./02-next.md", "next.html"),
    ("02-next.md#part", "next.html#part"),
    ("02-next.md?x=1#y", "next.html#y"),
    ("02-next", "next.html"),
    ("02-next.html", "next.html"),
    ("../02-next/", "next.html"),
    ("../02-more/01-far.md", "../more/far.html"),
    ("../index.md", "../index.html"),
    ("../", "../index.html"),
    ("/pages/about.md", "../../../about.html"),
    ("../../../pages/about.md", "../../../about.html"),
    ("with%20space.md", "with-space.html"),
    ("<with space.md>", "with-space.html"),
    ("notes.pdf", "notes.pdf"),
    ("notes.pdf?v=1#page=2", "notes.pdf#page=2"),
    ("odd%23name%3F.txt", "odd%23name%3F.txt"),
    ("#place", "#place"),
    ("#größe", "#gr%C3%B6%C3%9Fe"),
    ("#gr%C3%B6%C3%9Fe", "#gr%C3%B6%C3%9Fe"),
    ("#", "#"),
    ("?x", "#"),
    ("https://e.example/?a=b&c=d#e", "https://e.example/?a=b&c=d#e"),
    ("<https://e.example/a b>", "https://e.example/a%20b"),
    ("<  https://e.example>", "https://e.example"),
    ("HTTPS://e.example/ü", "HTTPS://e.example/%C3%BC"),
    ("//e.example/x", "https://e.example/x"),
    ("mailto:a@b.example", "mailto:a@b.example"),
    ("tel:+123", "tel:+123"),
  ])
  func resolves(destination: String, address: String) throws {
    let rendered = try RenderedText("[words](\(destination))", files: Self.files)
    let link = try #require(rendered.elements("a").first)
    #expect(link.text(of: "href") == address)
    #expect(link.children.innerText == "words")
    #expect(rendered.findings == [])
    let raw = destination.trimmingPrefix("<").replacing(">", with: "").replacing("&", with: "&amp;")
    let anchor = try RenderedText("<a href=\"\(raw)\">words</a>", files: Self.files)
    #expect(try anchor.elements("a").first?.text(of: "href") == address)
    #expect(anchor.findings == [])
  }

  @Test(arguments: [
    ("missing.md", "link-target"),
    ("02-NEXT.md", "link-target"),
    ("", "link-target"),
    ("../../../../etc/passwd", "link-target"),
    ("%2e%2e/%2e%2e/%2e%2e/%2e%2e/x", "link-target"),
    ("../../secret/01-x.md", "link-withheld"),
    ("../../secret/index.md", "link-withheld"),
    ("page.html", "file-refused"),
    ("javascript:alert(1)", "link-scheme"),
    ("JaVaScRiPt:alert(1)", "link-scheme"),
    ("&#106;avascript:alert(1)", "link-scheme"),
    ("java&#x09;script:alert(1)", "link-scheme"),
    ("java&#10;script:alert(1)", "link-scheme"),
    ("javascript&colon;alert(1)", "link-scheme"),
    ("vbscript:x", "link-scheme"),
    ("data:text/html,x", "link-scheme"),
    ("blob:x", "link-scheme"),
    ("file:///etc/passwd", "link-scheme"),
    ("ftp://e.example", "link-scheme"),
  ])
  func drops(destination: String, id: String) throws {
    let rendered = try RenderedText("[words](\(destination))", files: Self.files)
    #expect(rendered.html == "<p>words</p>\n")
    #expect(rendered.text.diagnostics.map(\.id.description) == [id])
    let raw = try RenderedText("<a href=\"\(destination)\">words</a>", files: Self.files)
    #expect(try raw.elements("a").first?["href"] == nil)
    #expect(raw.text.diagnostics.map(\.id.description) == [id])
    #expect(raw.html.contains("words"))
  }

  @Test func takesReferences() throws {
    let rendered = try RenderedText(
      "[One][r] and [R]\n\n[r]: 02-next.md 'A $title$'", files: Self.files)
    #expect(try rendered.elements("a").map { $0.text(of: "href") } == ["next.html", "next.html"])
    #expect(try rendered.elements("a").map { $0.text(of: "title") } == ["A $title$", "A $title$"])
  }

  @Test(arguments: [
    ("[a](x.md)", ["1:5"]),
    ("one [a](x.md)\ntwo [b](x.md) [c](x.md)", ["1:9", "2:9", "2:19"]),
    ("> - [a](x.md)\n> - [b](x.md)", ["1:9", "2:9"]),
    ("| a |\n|---|\n| [a](x.md) |\n| [b](x.md) |", ["3:7", "4:7"]),
    ("1. a\n\n   ![b](x.md) [a](x.md)", ["3:9", "3:19"]),
    ("## a\n\n## [b](x.md)", ["3:8"]),
    ("x.md [a](x.md)", ["1:10"]),
    ("one\n[a]\n\n[a]: x.md", ["4:6"]),
    ("one [a](x\\_y.md)", ["1:9"]),
    ("**[a](\nx.md)**", ["2:1"]),
    ("a\n\n<a href=\"x.md\">b</a> <a href='x.md'>c</a>", ["3:10", "3:31"]),
    ("<div>\n<p>\n<A\n HREF=x.md>b</A>\n</div>", ["4:7"]),
    ("é [a](x.md)", ["1:8"]),
  ])
  func tellsWhereTheyAre(markdown: String, places: [String]) throws {
    let rendered = try RenderedText(markdown)
    let found = rendered.text.diagnostics.filter { $0.id.description.hasSuffix("-target") }
    #expect(found.map { "\($0.position.line):\($0.position.column)" } == places)
    let later = try RenderedText(markdown) { $0.firstLine = 8 }
    #expect(
      later.text.diagnostics.map(\.position.line)
        == rendered.text.diagnostics.map { $0.position.line + 7 })
  }

  @Test func namesNoPlaceOfAClosedLessonOnAnOpenPage() throws {
    var files = Self.files
    files["courses/sold/index.md"] = Array("---\nprice: 9 EUR\n---\n# Sold\n".utf8)
    files["courses/sold/01-a.md"] = Array("---\npreview: true\n---\n# A\n".utf8)
    files["courses/sold/02-b.md"] = Array("# B\n".utf8)
    files["courses/sold/03-c.md"] = Array("# C\n".utf8)
    func url(of link: String, in file: String) throws -> String? {
      let rendered = try RenderedText("[x](\(link))", files: files) {
        $0.file = RelativePath("courses/sold/" + file)
        $0.output = RelativePath("courses/sold/x.html")
      }
      // Whether the place is there is looked at all the same.
      #expect(rendered.text.anchors.map { String(utf8: $0.id) } == ["the-end"])
      return try rendered.elements("a").first?["href"].map { String(utf8: $0) }
    }
    #expect(try url(of: "02-b.md#the-end", in: "index.md") == "b.html")
    #expect(try url(of: "02-b.md#the-end", in: "01-a.md") == "b.html")
    #expect(try url(of: "02-b.md#the-end", in: "03-c.md") == "b.html#the-end")
    #expect(try url(of: "01-a.md#the-end", in: "index.md") == "a.html#the-end")
  }

  @Test func notesThePlacesThatLinksNeed() throws {
    let rendered = try RenderedText(
      "a\n\n[a](02-next.md#p) [b](#q) [c](02-next.md#p)\n<a href=\"#r\">d</a>", files: Self.files)
    let next = RelativePath("courses/knots/basics/next.html")
    let own = RelativePath("courses/knots/basics/start.html")
    let anchors = rendered.text.anchors
    #expect(anchors.map(\.page) == [next, own, next, own])
    #expect(anchors.map { String(utf8: $0.id) } == ["p", "q", "p", "r"])
    #expect(anchors.map(\.position.line) == [3, 3, 3, 4])
    #expect(anchors.map(\.position.column) == [5, 23, 31, 10])
  }

  @Test func takesFilesAlong() throws {
    let rendered = try RenderedText("[a](notes.pdf)", files: Self.files)
    #expect(rendered.text.assets.map(\.source.text) == ["courses/knots/01-basics/notes.pdf"])
    #expect(rendered.text.assets.map(\.output.text) == ["courses/knots/basics/notes.pdf"])
  }

  @Test func makesBrokenLinksErrorsOnlyWhereTheyRunCode() throws {
    let strict = try RenderedText("[a](javascript:x) [b](x.md)") { $0.isStrict = true }
    #expect(strict.text.diagnostics.map(\.severity) == [.error, .warning])
  }
}
