import Files
import Testing

@Suite struct SharedImageTests {
  /// What networks are told of a page's picture, by property.
  private func image(of page: String, in portal: BuiltPortal) -> [String: String] {
    let properties = portal.text(page).split(separator: "\n").compactMap { line in
      between("property=\"og:image", "\"", in: String(line)).map { name in
        (name, between("content=\"", "\"", in: String(line)) ?? "")
      }
    }
    return Dictionary(properties) { $1 }
  }

  private func portal(cover: String) throws -> BuiltPortal {
    try BuiltPortal(
      sources: FileTree([
        RelativePath("clevio.yml"): .bytes(Array("url: https://harbour.example/\n".utf8)),
        RelativePath("courses/knots/index.md"): .bytes(
          Array("---\ncover: \(cover)\ncover_alt: A reef knot\n---\n# Knots\n".utf8)),
        RelativePath("courses/knots/01-first/index.md"): .bytes(Array("# First\n".utf8)),
        RelativePath("courses/knots/01-first/reef.md"): .bytes(Array("# Reef\n".utf8)),
        RelativePath("courses/knots/knot.gif"): .bytes(
          Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0]
            + [2, 2, 0x44, 1, 0, 0x3B]),
        RelativePath("courses/knots/knot.svg"): .bytes(
          Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>".utf8)),
      ]))
  }

  @Test func showsTheCoverOfACourseWithEachOfItsPages() throws {
    let portal = try portal(cover: "knot.gif")
    let pages = ["index.html", "first/index.html", "first/reef.html"]
    for page in pages {
      #expect(
        image(of: "courses/knots/\(page)", in: portal) == [
          "": "https://harbour.example/courses/knots/knot.gif", ":alt": "A reef knot",
        ], "\(page)")
    }
    #expect(image(of: "index.html", in: portal) == [:])
  }

  @Test func offersNoDrawingWhichNetworksDoNotShow() throws {
    let portal = try portal(cover: "knot.svg")
    #expect(portal.text("courses/knots/index.html").contains("og:title"))
    #expect(image(of: "courses/knots/index.html", in: portal) == [:])
  }
}
