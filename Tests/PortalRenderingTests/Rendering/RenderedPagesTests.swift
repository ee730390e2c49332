import Diagnostics
import Files
import Testing

@testable import PortalRendering

@Suite struct RenderedPagesTests {
  private static let page = RelativePath("courses/knots/loops.html")

  private static func pages(linkingTo links: [String]) -> RenderedPages {
    var pages = RenderedPages()
    let places = (0..<2_000).map { Array("a-long-name-of-a-place-\($0)".utf8) }
    pages.ids[page] = PlaceNames([Array("loops".utf8), Array("bends".utf8)] + places)
    pages.anchors = links.enumerated().map { index, id in
      AnchorUse(
        page: page, id: Array(id.utf8),
        position: SourcePosition(path: "a.md", line: index + 1, column: 5, length: 20),
        target: RelativePath("courses/knots/loops.md"))
    }
    return pages
  }

  @Test func tellsOfLinksToPlacesThatAreNotThere() {
    let found = Self.pages(linkingTo: ["loops", "lops", "main", "bonds", "nowhere"]).deadAnchors()
    #expect(found.map(\.position.line) == [2, 4, 5])
    #expect(found.map(\.message).first == "\"courses/knots/loops.md\" has no place \"#lops\"")
    #expect(found.map(\.help).first == "did you mean \"#loops\"?")
    #expect(
      found.map(\.fix) == [
        Fix(line: 2, column: 20, replacing: "#lops", with: "#loops"),
        Fix(line: 4, column: 19, replacing: "#bonds", with: "#bends"), nil,
      ])
  }

  /// Each of them is compared with all places.
  @Test func saysOfTheFirstFiftyLinksToAPageWhatWasMeant() {
    let found = Self.pages(linkingTo: Array(repeating: "lops", count: 20_000)).deadAnchors()
    #expect(found.count == 20_000)
    #expect(found.filter { $0.fix != nil }.map(\.position.line) == Array(1...50))
    #expect(found.allSatisfy { $0.help != nil })
  }
}
