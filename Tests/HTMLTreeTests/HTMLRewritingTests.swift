import Bytes
import HTMLTree
import TestSupport
import Testing

@Suite struct HTMLRewritingTests {
  @Test func keepsDropsUnwrapsAndReplaces() throws {
    var nodes = try fragment(
      "<p>a<b>b<i>c</i></b><script>d</script><iframe src=e></iframe><u>f<s>g</s></u></p><script>h</script>"
    )
    var visited: [String] = []
    nodes.rewrite { element in
      visited.append(element.name)
      switch element.name {
      case "p":
        element["class"] = [UInt8]("x")
        return .keep
      case "b": return .unwrap
      case "script": return .drop
      case "iframe":
        let link = HTMLElement("a", attributes: [HTMLAttribute("href", element["src"] ?? [])])
        return .replace(with: [.text([UInt8]("[")), .element(link), .text([UInt8]("]"))])
      default: return .keep
      }
    }
    #expect(
      String(utf8: nodes.serialized)
        == "<p class=\"x\">ab<i>c</i>[<a href=\"e\"></a>]<u>f<s>g</s></u></p>")
    #expect(visited == ["p", "b", "i", "script", "iframe", "u", "s", "script"])
  }

  @Test func visitsNeitherDroppedContentNorReplacements() throws {
    var nodes = try fragment("<div><b>x</b></div><i>y</i>")
    var visited: [String] = []
    nodes.rewrite { element in
      visited.append(element.name)
      return element.name == "div" ? .drop : .replace(with: [.element(element)])
    }
    #expect(visited == ["div", "i"])
  }

  @Test func passesErrorsOnAndLeavesTheTree() throws {
    struct Refusal: Error {}
    var nodes = try fragment("<b>x</b><i>y</i>")
    let before = nodes
    #expect(throws: Refusal.self) {
      try nodes.rewrite { (element) throws(Refusal) in
        if element.name == "i" { throw Refusal() }
        return .drop
      }
    }
    #expect(nodes == before)
  }
}
