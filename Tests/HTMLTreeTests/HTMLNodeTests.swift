import HTMLTree
import Testing

@Suite struct HTMLNodeTests {
  @Test func elementsChangeTheirAttributes() {
    var element = HTMLElement(
      "a", attributes: [HTMLAttribute("href", "x"), HTMLAttribute("id", "y")])
    element["href"] = nil
    element["id"] = [UInt8]("z".utf8)
    element["title"] = []
    #expect(element.attributes == [HTMLAttribute("id", "z"), HTMLAttribute("title")])
  }
}
