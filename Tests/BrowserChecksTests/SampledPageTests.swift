import BrowserChecks
import Files
import Testing

@Suite struct SampledPageTests {
  @Test func takesOnePageOfEachKindAndOneWithEachService() throws {
    let lesson = "<body data-page=\"lesson\"><a data-page=\"trap\">"
    let pages = try SampledPage.pages(
      of: FileTree(texts: [
        "404.html": "<body data-page=\"not-found\">", "index.html": "<body data-page=\"home\">",
        "courses/a/1.html": lesson, "courses/a/2.html": lesson,
        "courses/a/3.html": lesson + "<div data-clv-svc=\"tube\"><div data-clv-svc=\"map\">",
        "courses/a/4.html": lesson + "<div data-clv-svc=\"map\">",
        "courses/a/5.html": "<p>no theme's page", "courses/a/6.html": "<p>none either",
        "assets/x.js": "data-page=\"script\"",
      ]))
    #expect(
      pages.map(\.path.text) == [
        "index.html", "404.html", "courses/a/1.html", "courses/a/3.html", "courses/a/5.html",
      ])
  }

  @Test func findsNoPageWhereThereIsNone() throws {
    #expect(try SampledPage.pages(of: FileTree()) == [])
  }
}
