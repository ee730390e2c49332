import Bytes
import HTMLTree
import Testing

@Suite struct HTMLElementsTests {
  @Test func comeInDocumentOrder() throws {
    let nodes = try fragment("<ul>\n<li><b>1</b>\n<li>2</ul><p><i>3</i>")
    #expect(nodes.elements.map(\.name) == ["ul", "li", "b", "li", "p", "i"])
    #expect(nodes.elements.map(\.line) == [1, 2, 2, 3, 3, 3])
  }

  @Test func areFoundByNameIdentifierAndClass() throws {
    let nodes = try fragment("<p id=a class='x  y'>1<p id='\u{E9}'>2<b id=c></b>")
    #expect(nodes.firstElement(named: "b")?.text(of: "id") == "c")
    #expect(nodes.element(withID: "a")?.hasClass("y") == true)
    #expect(nodes.element(withID: "a")?.hasClass("x  y") == false)
    #expect(nodes.element(withID: "e\u{301}") == nil, "identifiers are compared as bytes")
    #expect(nodes.firstElement(named: "i") == nil)
  }

  @Test func giveTheirText() throws {
    let nodes = try fragment("a<b>b &amp;<!--x--> c</b><style>s</style><script>t</script>d")
    #expect(String(utf8: nodes.textContent) == "ab & cd")
  }

  @Test func changeTheirAttributes() {
    var element = HTMLElement(
      "a", attributes: [HTMLAttribute("href", "x"), HTMLAttribute("id", "y")])
    element["href"] = nil
    element["id"] = [UInt8]("z")
    element["title"] = []
    #expect(element.attributes == [HTMLAttribute("id", "z"), HTMLAttribute("title")])
  }
}
