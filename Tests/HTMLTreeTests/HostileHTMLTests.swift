import Bytes
import HTMLTree
import TestSupport
import Testing

@Suite struct HostileHTMLTests {
  /// 64 KiB each of what is quadratic in some parser.
  @Test(arguments: [
    "<a ", "<a>", "<!--", "<!", "&", "&amp", "&a;", "<", "</", "</p>", "<b>", "<b><p>", "</b><b>",
    "<table>",
    "<table><tr>", "<svg>", "<svg><style>", "<math><mi>", "<![CDATA[", "<svg><![CDATA[", "<title>",
    "<script>",
    "<script><!--", "<script><!--<script>", "<li>", "<dd><p>", "<form>", "<select>", "<p x='",
    "<p x=\"y\">",
    "<source>", "<template>", "<noscript>", "<x></y>", "<div><b>", "-->", "<br/>", "<button>",
    "<ruby><rt>",
    "<svg><foreignObject>", "<!--->", "]]>", "<style></", "\r", "\0", "\u{FFFE}", "<a b='&",
  ])
  func readsInLinearTime(unit: String) throws {
    let text = String(repeating: unit, count: (1 << 16) / unit.utf8.count)
    let nodes = try fragment(text)
    #expect(try HTMLFragment(parsing: nodes.serialized).nodes == nodes)
  }

  @Test func neverReadsExternalEntities() throws {
    let text = "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>&x;</p>"
    #expect(try rewritten(text).contains("<p>&amp;x;</p>"))
  }

  @Test func closesDeepUnknownElementsInLinearTime() throws {
    let text = String(repeating: "<x>", count: 20_000) + String(repeating: "</y>", count: 20_000)
    #expect(try fragment(text).elements.reduce(0) { count, _ in count + 1 } == 20_000)
  }

  @Test func flattensDeepNesting() throws {
    let open = String(repeating: "<div>", count: 100_000)
    let close = String(repeating: "</div>", count: 100_000)
    let nodes = try fragment(open + "x" + close + "<p>after</p>")
    #expect(nodes.count == 2, "what follows is not swallowed")
    #expect(nodes.elements.reduce(0) { count, _ in count + 1 } == 100_001)
    var depth = 0
    var level = nodes
    while case .element(let element)? = level.first {
      depth += 1
      level = element.children
    }
    #expect(depth == HTMLLimit.depth + 1)
    #expect(try HTMLFragment(parsing: nodes.serialized).nodes == nodes)
    #expect(String(utf8: nodes.textContent) == "xafter")
  }

  @Test func refusesWhatIsTooLarge() {
    let bytes = [UInt8](repeating: 0x61, count: HTMLLimit.byteCount + 1)
    #expect(throws: HTMLError.tooLarge(byteCount: bytes.count, limit: HTMLLimit.byteCount)) {
      try HTMLFragment(parsing: bytes)
    }
  }

  @Test func refusesTooManyAttributes() throws {
    let attributes = { (count: Int) in (0..<count).map { " a\($0)" }.joined() }
    #expect(throws: HTMLError.tooManyAttributes(line: 2, limit: HTMLLimit.attributes)) {
      try fragment("\n<p" + attributes(HTMLLimit.attributes + 1) + ">")
    }
    let nodes = try fragment("<p" + attributes(HTMLLimit.attributes) + ">")
    #expect(nodes.firstElement(named: "p")?.attributes.count == HTMLLimit.attributes)
  }

  /// Some releases of libxml2 cut at ten million bytes unless told otherwise.
  @Test(arguments: [
    ("<p title='", "'>"), ("<p>", "</p>"), ("<!--", "-->"), ("<style>", "</style>"),
  ])
  func keepsLongTextsWhole(start: String, end: String) throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 10_000_001)
    let nodes = try HTMLFragment(parsing: Array(start.utf8) + long + Array(end.utf8)).nodes
    let element = nodes.elements.first { _ in true }
    #expect(nodes.count == 1)
    #expect(
      nodes == [.comment(long)] || element?["title"] == long || element?.children == [.text(long)])
  }

  @Test func readsTheSameOnManyThreads() async throws {
    var soup = TagSoup(seed: 7)
    let texts = (0..<200).map { _ in soup.text() }
    let expected = try texts.map { try fragment($0) }
    try await withThrowingTaskGroup(of: [[HTMLNode]].self) { group in
      for _ in 0..<8 {
        group.addTask { try texts.map { try fragment($0) } }
      }
      for try await result in group { #expect(result == expected) }
    }
  }
}
