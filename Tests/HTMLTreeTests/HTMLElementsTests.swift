import Bytes
import HTMLTree
import Testing

@Suite struct HTMLElementsTests {
  @Test func comeInDocumentOrder() throws {
    let nodes = try fragment("<ul>\n<li><b>1</b>\n<li>2</ul><p><i>3</i>")
    #expect(nodes.elements.map(\.name) == ["ul", "li", "b", "li", "p", "i"])
    #expect(nodes.elements.map(\.line) == [1, 2, 2, 3, 3, 3])
  }

  @Test func areFoundByNameAndClass() throws {
    let nodes = try fragment("<p class='x  y'>1<p>2<b id=c></b>")
    #expect(nodes.firstElement(named: "b")?.text(of: "id") == "c")
    #expect(nodes.firstElement(named: "p")?.hasClass("y") == true)
    #expect(nodes.firstElement(named: "p")?.hasClass("x  y") == false)
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
