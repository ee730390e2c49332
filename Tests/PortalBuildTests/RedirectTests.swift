import Files
import Testing

@Suite struct RedirectTests {
  @Test(
    arguments: [
      ("old.html", "old.html", "courses/a/one.html"),
      ("/old/page.html", "old/page.html", "../courses/a/one.html"),
      ("old/place/", "old/place/index.html", "../../courses/a/one.html"),
      ("old/place", "old/place/index.html", "../../courses/a/one.html"),
      ("courses/a/first.html", "courses/a/first.html", "one.html"),
      ("courses/gone/é ü.html", "courses/gone/é ü.html", "../a/one.html"),
    ])
  func leadsFromAFormerAddress(alias: String, path: String, url: String) throws {
    let portal = try BuiltPortal(["courses/a/one.md": "---\naliases: [\"\(alias)\"]\n---\n# One\n"])
    #expect(portal.errors == [])
    let page = portal.text(path)
    #expect(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(url)\">"))
    #expect(page.contains("<a href=\"\(url)\">"))
    #expect(
      page.contains("<link rel=\"canonical\" href=\"https://harbour.example/courses/a/one.html\">"))
    #expect(page.contains("noindex"))
  }

  @Test(
    arguments: [
      "../old.html", "courses/../../old.html", "https://a.example/old.html", "//a.example/old",
      "/", "", "javascript:old.html", "..",
    ])
  func refusesAnAliasOutsideThePortal(alias: String) throws {
    let portal = try BuiltPortal(["courses/a/one.md": "---\naliases: [\"\(alias)\"]\n---\n# One\n"])
    #expect(portal.errors == ["courses/a/one.md:2:11 alias-address"])
    #expect(portal.files.paths == [])
  }

  @Test(
    arguments: [
      // A page, the portal's own pages and files, and a folder or a file in each other's place.
      "courses/a/two.html", "courses/a/index.html", "courses/a", "index.html", "search.html",
      "404.html", "assets/clevio.css", "assets/clevio.css/old.html", "courses/a/two.html/old.html",
    ])
  func refusesAnAliasThatIsTaken(alias: String) throws {
    let portal = try BuiltPortal([
      "courses/a/one.md": "---\naliases: [\(alias)]\n---\n# One\n", "courses/a/two.md": "# Two\n",
    ])
    #expect(portal.errors == ["courses/a/one.md:2:11 address-duplicate"])
    #expect(portal.files.paths == [])
  }

  @Test func refusesAnAliasThatTwoPagesClaim() throws {
    let texts = [
      "courses/a/one.md": "---\naliases: [old.html]\n---\n# One\n",
      "courses/b/index.md": "---\naliases: [new.html, /old.html]\n---\n# B\n",
    ]
    for _ in 1...5 {
      #expect(try BuiltPortal(texts).errors == ["courses/b/index.md:2:21 address-duplicate"])
    }
  }

  @Test(
    arguments: [
      ["courses/a/01-one.md": "", "courses/a/02-one.md": ""],
      ["courses/a/one.md": "", "courses/a/One.md": ""],
      ["courses/a/one.md": "", "courses/a/two.md": "---\nslug: one\n---\n"],
      ["courses/a/x.md": "", "courses/b/x.md": "", "courses/b/index.md": "---\nslug: a\n---\n"],
      ["courses/a/01-s/x.md": "", "courses/a/02-s/y.md": ""],
      ["pages/search.md": "", "courses/a/x.md": ""],
      ["pages/index.md": "", "courses/a/x.md": ""],
    ])
  func refusesTwoPagesAtOneAddress(texts: [String: String]) throws {
    let portal = try BuiltPortal(texts)
    #expect(portal.errors.contains { $0.hasSuffix(" address-duplicate") })
    #expect(portal.files.paths == [])
  }

  @Test func refusesTwoPagesWhoseNamesDifferInTheirFormOfUnicodeOnly() throws {
    var sources = FileTree()
    for name in ["caf\u{E9}", "cafe\u{301}"] {
      sources[RelativePath("courses/a/\(name).md")] = .bytes([])
    }
    #expect(sources.paths.count == 2)
    let portal = try BuiltPortal(sources: sources)
    #expect(portal.errors.count == 1)
    #expect(portal.errors.first?.hasSuffix(" address-duplicate") == true)
  }

  @Test func refusesTwoFilesAtOneAddress() throws {
    // `01-s` is written as `s`, where another folder's picture lies.
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
    let portal = try BuiltPortal([
      "courses/a/index.md": "![x](s/x.svg)\n", "courses/a/s/x.svg": svg,
      "courses/a/01-s/one.md": "![x](x.svg)\n", "courses/a/01-s/x.svg": svg + "\n",
    ])
    #expect(portal.errors == ["courses/a/index.md:1:1 address-duplicate"])
  }

  @Test func keepsAPictureApartFromTheCoverThatIsMade() throws {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"1\" height=\"1\"/></svg>"
    let portal = try BuiltPortal([
      "courses/a/index.md": "![x](cover.svg)\n", "courses/a/cover.svg": svg,
    ])
    #expect(portal.errors == [])
    #expect(try portal.files.contents().values.contains(Array(svg.utf8)))
    #expect(try portal.mentions(of: "width=\"640\" height=\"360\" viewBox").count == 1)
  }
}
