import Bytes
import Diagnostics
import Files
import HTMLTree
import TestSupport
import Testing

@testable import PortalRendering

@Suite struct ImageTests {
  private static func files() -> [String: [UInt8]] {
    let folder = "courses/knots/01-basics/"
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"20\""
    return [
      folder + "a.png": png(width: 400, height: 300),
      folder + "film.mp4": [0], folder + "sound.mp3": [0], folder + "notes.pdf": [0],
      folder + "02-next.md": Array("# Next\n".utf8),
      folder + "good.svg": Array("\(svg)><path d=\"M0 0\"/></svg>".utf8),
      folder + "bad.svg": Array("\(svg)><script>x</script></svg>".utf8),
    ]
  }

  /// A picture of one colour, as far as its size can be told.
  private static func png(width: UInt16, height: UInt16) -> [UInt8] {
    let size = [
      0, 0, UInt8(width >> 8), UInt8(width & 255), 0, 0, UInt8(height >> 8), UInt8(height & 255),
    ]
    let header = Array("IHDR".utf8) + size + [8, 0, 0, 0, 0]
    return [0x89] + Array("PNG\r\n\u{1A}\n".utf8) + [0, 0, 0, 13] + header + [0, 0, 0, 0]
      + [0, 0, 0, 0] + Array("IEND".utf8) + [0xAE, 0x42, 0x60, 0x82]
  }

  @Test func haveSizesAndWords() throws {
    let rendered = try RenderedText("See ![The \"knot\"](a.png 'T').", files: Self.files())
    let picture = try #require(rendered.elements("img").first)
    #expect(picture.text(of: "src") == "a.png")
    #expect(picture.text(of: "alt") == "The \"knot\"")
    #expect(picture.text(of: "title") == "T")
    #expect(picture.text(of: "width") == "400")
    #expect(picture.text(of: "height") == "300")
    #expect(picture.text(of: "loading") == "lazy")
    #expect(rendered.words == "See The \"knot\".\n")
    #expect(rendered.text.assets.map(\.output.text) == ["courses/knots/basics/a.png"])
    #expect(rendered.findings == [])
  }

  @Test(arguments: [
    ("![](a.png)", "image-alt 1:5", "img"),
    ("![w](b.png)", "image-target 1:6", "p"),
    ("a ![w](https://x.example/a.png)", "foreign-content 1:8", "a"),
    ("![w](//x.example/a.png)", "foreign-content 1:6", "a"),
    ("![w](bad.svg)", "file-refused 1:6", "p"),
    ("![w](notes.pdf)", "image-target 1:6", "a"),
    ("![w](02-next.md)", "image-target 1:6", "a"),
    ("![w](javascript:x)", "link-scheme 1:6", "p"),
    ("![w](data:image/png;base64,AA)", "link-scheme 1:6", "p"),
    ("<img src=\"a.png\">", "image-alt 1:11", "img"),
    ("<img src=b.png alt=w>", "image-target 1:10", "p"),
    ("x <img src=https://x.example/a.png alt=w>", "foreign-content 1:12", "a"),
    ("x <img alt=w src='bad.svg'>", "file-refused 1:19", "p"),
    ("x <img alt=w src='notes.pdf'>", "image-target 1:19", "a"),
  ])
  func tellOfWhatIsNotShown(markdown: String, finding: String, element: String) throws {
    let rendered = try RenderedText(markdown, files: Self.files())
    #expect(rendered.findings == [finding])
    let last = try rendered.elements().last
    #expect(element == "p" ? try rendered.elements("img").isEmpty : last?.name == element)
    #expect(element == "img" || rendered.html.contains("w"))
  }

  @Test func showsWhereAnAddressIsCut() throws {
    let address = "https://x.example/" + String(repeating: "a", count: 70)
    let long = try RenderedText("![w](\(address).png)").text.diagnostics
    #expect(long.first?.message.contains("\"\(address.prefix(80))…\"") == true)
  }

  @Test func tellsOfWordsThatLackEvenWhereThePictureDoes() throws {
    let rendered = try RenderedText("![](b.png) ![](b.mp4)", files: Self.files())
    #expect(rendered.findings == ["image-alt 1:5", "image-target 1:5", "image-target 1:16"])
  }

  @Test(arguments: [
    ("![w](good.svg)", "img", "width", "30"),
    ("![w](film.mp4)", "video", "aria-label", "w"),
    ("![w](sound.mp3)", "audio", "src", "sound.mp3"),
    ("<img src=a.png alt=w width=200>", "img", "height", "150"),
    ("<img src=a.png alt=w width=200px>", "img", "width", "200"),
    ("<img src=a.png alt=w width=50%>", "img", "width", "320"),
    ("<img src=a.png alt=w width=50%>", "img", "height", "240"),
    ("<img src=a.png alt=w height=50%>", "img", "height", "300"),
    ("<img src=a.png alt=w height=30>", "img", "width", "40"),
    ("<img src=a.png alt=w width=500%>", "img", "width", "400"),
    ("<video src=film.mp4 autoplay onplay=x></video>", "video", "preload", "metadata"),
    ("<video><source src=film.mp4 type=video/mp4></video>", "source", "src", "film.mp4"),
    (
      "<picture><source srcset=https://x.example/a.png><img src=a.png alt=w></picture>", "img",
      "src", "a.png"
    ),
  ])
  func areShownByTheirKind(
    markdown: String, element: String, attribute: String, value: String
  ) throws {
    let rendered = try RenderedText("x \(markdown)", files: Self.files())
    #expect(try rendered.elements(element).first?.text(of: attribute) == value)
    #expect(try rendered.elements(element).first?["autoplay"] == nil)
  }

  @Test func standInForOthersOnDarkAndOnWidePages() throws {
    var files = Self.files()
    files["courses/knots/01-basics/dark.svg"] = files["courses/knots/01-basics/good.svg"]
    let rendered = try RenderedText(
      """
      <picture>
      <source media="(prefers-color-scheme: dark)" srcset="dark.svg">
      <source srcset="good.svg 1x, a.png 2x, https://x.example/b.png 3x" onerror=x>
      <source srcset="none.png">
      <img src=a.png alt=w>
      </picture>
      """, files: files)
    let findings = rendered.findings.map { String($0.prefix { $0 != ":" }) }
    #expect(findings.sorted() == ["foreign-content 3", "html-attribute 3", "image-target 4"])
    let picture = try #require(rendered.elements("picture").first)
    #expect(picture.children.allElements.map(\.name) == ["source", "source", "img"])
    let sources = try rendered.elements("source")
    #expect(sources.first?.text(of: "media") == "(prefers-color-scheme: dark)")
    #expect(sources.map { $0.text(of: "srcset") } == ["dark.svg", "good.svg 1x, a.png 2x"])
    #expect(rendered.text.assets.map(\.source.name).contains("dark.svg"))
    let wide = try RenderedText(
      "<img src=a.png srcset='a.png 400w, good.svg 30w' sizes=50vw alt=w>", files: files)
    let image = try #require(wide.elements("img").first)
    #expect(image.text(of: "srcset") == "a.png 400w, good.svg 30w")
    #expect(image.text(of: "sizes") == "50vw")
  }

  @Test func areFiguresWhereTheirTitleStandsAlone() throws {
    let figure = try RenderedText("![w](a.png 'A *b* $x$')", files: Self.files())
    #expect(try figure.elements().map(\.name) == ["figure", "img", "figcaption"])
    #expect(try figure.elements("figcaption").first?.children.innerText == "A *b* $x$")
  }

  @Test func areLinksInsideOfLinksOnlyOnce() throws {
    let own = try RenderedText("[![w](a.png)](02-next.md)", files: Self.files())
    #expect(try own.elements().map(\.name) == ["p", "a", "img"])
    let foreign = try RenderedText(
      "[![w](https://x.example/a.png)](02-next.md)", files: Self.files())
    #expect(try foreign.elements().map(\.name) == ["p", "a"])
    #expect(try foreign.elements("a").first?.text(of: "href") == "next.html")
  }

  /// Browsers would end the outer link where the inner one begins, and leave it without words.
  @Test(arguments: [
    "<a href=\"02-next.md\"><img src=\"https://x.example/a.png\" alt=\"w\"></a>",
    "[<img src=\"https://x.example/a.png\" alt=\"w\">](02-next.md)",
    "<a href=\"02-next.md\">![w](https://x.example/a.png)</a>",
    "<a href=\"02-next.md\"><b>![w](notes.pdf)</b></a>",
    "<a href=\"02-next.md\"><picture><source srcset=\"https://x.example/b.png\">"
      + "<img src=\"https://x.example/a.png\" alt=\"w\"></picture></a>",
  ])
  func leaveLinksOfAuthorsTheirWords(markdown: String) throws {
    let links = try RenderedText("a \(markdown)", files: Self.files()).elements("a")
    #expect(links.map { $0.text(of: "href") } == ["next.html"])
    #expect(links.map { $0.children.innerText } == ["w"])
  }

  @Test(arguments: [
    ("![w](https://x.example/a.png)", "w (picture on x.example)"),
    ("![](//x.example/a.png)", "picture on x.example"),
    ("<b>a</b> ![w](https://x.example/a.png)", "w (picture on x.example)"),
    ("<img src=https://x.example/a.png alt=w>", "w (picture on x.example)"),
  ])
  func areLinksThatSayWhereAPictureIs(markdown: String, words: String) throws {
    let rendered = try RenderedText("b \(markdown)", files: Self.files())
    #expect(rendered.text.diagnostics.map(\.id) == ["foreign-content"])
    let link = try #require(rendered.elements("a").first)
    #expect(link.text(of: "href") == "https://x.example/a.png")
    #expect(link.hasClass("foreign-image"))
    #expect(link.children.innerText == words)
    #expect(try rendered.elements("img").isEmpty)
  }
}
