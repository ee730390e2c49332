import Bytes
import Diagnostics
import HTMLTree
import Testing

@testable import PortalRendering

@Suite struct RawHTMLTests {
  @Test(arguments: [
    ("a <svg><title>Knot</title><script>run()</script><style>.x{}</style>b</svg>", "Knotb"),
    ("a <script>if (x) run() // *y*</script> b", " b"), ("a <noscript>n</noscript> b", " b"),
    ("a <svg><script/>b</svg> c", "b c"), ("a <script>b", "b"), ("a </script> b", " b"),
    ("a <template>x <style>y</style> z</template> b", " b"),
    ("a <iframe src=x>y</iframe> b", " b"),
  ])
  func keepsNoWordsOfWhatIsLeftOut(markdown: String, words: String) throws {
    let rendered = try RenderedText(markdown)
    #expect(rendered.words == "a \(words)\n")
    #expect(!rendered.html.contains("run()") && !rendered.html.contains(".x{"))
  }

  @Test(arguments: [
    ("<script>alert(1)</script>\n\nb", "html-dropped 1:1", "b"),
    ("a <script>alert(1)</script> b", "html-dropped 1:3", "a  b"),
    ("<style>p {}</style>\n\nb", "html-dropped 1:1", "b"),
    ("`<script>` then <script>x</script>", "html-dropped 1:17", "<script> then"),
    ("`<b onclick=\"x\">` <b onclick=\"x\">c</b>", "html-attribute 1:22", "<b onclick=\"x\"> c"),
    ("a\n\n<p onclick=\"x()\">b</p>", "html-attribute 3:4", "a\nb"),
    ("a\n\n<p\n  OnClick=x>b</p>", "html-attribute 4:3", "a\nb"),
    ("<video onplay=x muted src=a.mp4></video>", "html-attribute 1:8 link-target 1:27", ""),
    ("Vec<T> is", "html-element 1:4", "Vec is"),
    ("a\nb <foo> c <foo> d", "html-element 2:3 html-element 2:11", "a\nb  c  d"),
    ("<form action=//b.example/>a</form>", "foreign-content 1:7", "a"),
    ("<button formaction=//b.example/>a</button>", "foreign-content 1:9", "a"),
    ("<form action=x>a<input name=b></form>", "html-element 1:1 html-dropped 1:17", "a"),
    (
      "a <iframe src=\"https://v.example/e\"></iframe>", "foreign-content 1:16",
      "a Open on v.example"
    ),
    ("<iframe src='//v.example/e' title='Film'></iframe>", "foreign-content 1:14", "Film"),
    ("<iframe src=x.html></iframe>b", "html-dropped 1:1", "b"),
    ("<object data=https://v.example/e></object>", "foreign-content 1:14", "Open on v.example"),
    ("<embed src=data:x>b", "html-dropped 1:1", "b"),
    ("<meta http-equiv=refresh content='0;url=https://e.example'>b", "html-dropped 1:1", "b"),
    ("<base href=https://e.example>b", "html-dropped 1:1", "b"),
    ("<link rel=stylesheet href=https://e.example/a.css>b", "html-dropped 1:1", "b"),
    (
      "<video src=https://e.example/a.mp4></video>", "foreign-content 1:12",
      "https://e.example/a.mp4"
    ),
    ("<svg><script>x</script><text>a</text></svg>", "html-dropped 1:6", "a"),
    (
      "<svg><foreignObject><b>a</b></foreignObject></svg>", "html-element 1:6 html-element 1:21",
      "a"
    ),
    ("<svg><use href=https://e.example/a#b /></svg>", "html-element 1:6", ""),
  ])
  func tellsWhatIsLeftOut(markdown: String, findings: String, words: String) throws {
    let rendered = try RenderedText(markdown)
    #expect(rendered.findings.joined(separator: " ") == findings)
    let shown = try rendered.nodes().innerText
    #expect(shown.trimmingPrefix(/\s+/).replacing(/\s+$/, with: "") == words)
  }

  @Test(arguments: [
    "<details open>\n<summary>More</summary>\n\nWords *here*.\n\n</details>",
    "<div class=\"note\" dir=\"rtl\" lang=\"ar\" title=\"t\">\n\n- a\n\n</div>",
    "a <kbd>Ctrl</kbd> <sub>b</sub> <mark>c</mark> <abbr title=\"d\">e</abbr> <br> <q>f</q>",
    "<table>\n<tr><td colspan=\"2\" rowspan=\"3\">a</td></tr>\n</table>",
    "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>",
    "<ol start=\"3\" type=\"a\" reversed=\"\">\n<li value=\"7\">a</li>\n</ol>",
    "<ruby>字<rt>b</rt></ruby>",
    "<svg viewBox=\"0 0 9 9\" role=\"img\"><title>a</title><path d=\"M0 0\" fill=\"red\"></path></svg>",
    "<time datetime=\"2027-01-01\">a</time> <ins datetime=\"2027\">b</ins> <del>c</del>",
  ])
  func keepsWhatIsHarmless(markdown: String) throws {
    let rendered = try RenderedText(markdown)
    #expect(rendered.findings == [])
    let written = try HTMLFragment(parsing: Array(markdown.utf8)).nodes.allElements
    let shown = try rendered.elements()
    for element in written {
      #expect(
        shown.contains { $0.name == element.name && $0.attributes == element.attributes },
        "\(element.name)")
    }
  }

  @Test func unwrapsWhatOnlyDresses() throws {
    let rendered = try RenderedText("<p align=justify><font color=red>a</font></p>")
    #expect(rendered.findings == [])
    #expect(try rendered.elements().map(\.name) == ["p"])
    #expect(try rendered.elements("p").first?.attributes == [])
  }

  /// What leads nowhere does not look as if it did.
  @Test(arguments: [
    ("a <a href=\"none.md\">b <i>c</i></a>", ["p", "i"]),
    ("a <a href=\"none.md\" id=d>b</a>", ["p", "a"]), ("a <a href=\"#main\">b</a>", ["p", "a"]),
    ("a <a id=d></a>b", ["p", "a"]),
  ])
  func keepsOnlyTheWordsOfLinksThatLeadNowhere(markdown: String, names: [String]) throws {
    #expect(try RenderedText(markdown).elements().map(\.name) == names)
  }

  @Test(arguments: [
    ("<center>a</center>", "div", "center"), ("<p align=center>a</p>", "p", "center"),
    ("<div class=own align=RIGHT>\n\n*a*\n\n</div>", "div", "own right"),
    ("<table><tr><td align=left>a</td></tr></table>", "td", "left"),
  ])
  func alignsAsOldHTMLAsks(markdown: String, name: String, names: String) throws {
    let rendered = try RenderedText(markdown)
    #expect(rendered.findings == [])
    let element = try #require(rendered.elements(name).last)
    #expect(element.attributes == [HTMLAttribute("class", names)])
  }

  @Test func namesHeadingsAsMarkdownDoes() throws {
    let rendered = try RenderedText(
      "## Set up\n\n<h1 align=center>Set <b>up</b></h1>\n\n<h3>Own</h3>\n\n<p id=own>b</p>\n\n[a](#set-up-1)"
    )
    #expect(rendered.findings == [])
    #expect(try rendered.elements("h2").last?["id"] == Array("set-up-1".utf8))
    #expect(try rendered.elements("h3").last?["id"] == Array("own-1".utf8))
    #expect(try rendered.elements("p").contains { $0["id"] == Array("own".utf8) })
  }

  /// What is read can be searched for, in the order in which it stands.
  @Test(arguments: [
    ("<details><summary>More <b>of</b> it</summary>\n\nA\n\n</details>", "More of it\nA\n"),
    ("<dl><dt>T</dt>\n  <dd>a &amp;\n b</dd></dl>\n\nc", "T\na & b\nc\n"),
    ("<ul><li>a<ul><li>b</ul></ul>", "a\nb\n"), ("<p>H<sub>2</sub>O</p>", "H2O\n"),
    ("<div>a<script>b</script>c<pre>d</pre><img src=x.png alt=e></div>", "a\nc\ne\n"),
    ("a<br>b", "a b\n"), ("<!-- a -->\n\nb", "b\n"), ("<p>$x$</p>", "$x$\n"),
  ])
  func collectsTheWords(markdown: String, words: String) throws {
    #expect(try RenderedText(markdown).words == words)
  }

  /// As wide as it is, it scrolls in a box of its own, as tables of Markdown do.
  @Test func putsTablesIntoBoxes() throws {
    let rendered = try RenderedText(
      "<table>\n<tr><td>a <table><tr><td>b</td></tr></table></td></tr>\n</table>\n\n| c |\n|---|\n| d |"
    )
    #expect(rendered.findings == [])
    let boxes = try rendered.elements("div")
    #expect(boxes.map { $0.text(of: "class") } == ["table", "table"])
    #expect(boxes.map { $0.text(of: "tabindex") } == ["0", "0"])
    #expect(boxes.allSatisfy { $0.text(of: "aria-label")?.isEmpty == false })
    #expect(try rendered.elements("table").allSatisfy { $0.attributes.isEmpty })
    #expect(boxes.map { $0.children.allElements.filter { $0.name == "table" }.count } == [2, 1])
  }

  @Test func seesTagsThatEndInAnotherBlock() throws {
    let rendered = try RenderedText("<div onclick=x>\n\n## A\n\n<b>c\n\nd</b>\n\n</div>\n\ne")
    let div = try #require(rendered.elements("div").first)
    #expect(div.attributes == [])
    #expect(div.children.allElements.map(\.name).contains("h2"))
    #expect(try #require(rendered.nodes().allElements.last).name == "p")
  }

  /// The ids of headings count first, wherever they stand.
  @Test func keepsIDsApart() throws {
    let rendered = try RenderedText(
      "<a id=\"a\"></a><b id=\"x\">c</b><i id=\"x\">d</i><u id=\"main\">e</u>\n\n<a name=\"n\"></a>\n\n## A"
    )
    let ids = try rendered.elements().compactMap { $0.text(of: "id") }
    #expect(ids.sorted() == ["a", "n", "x"])
    #expect(rendered.ids.sorted() == ids.sorted())
    #expect(try rendered.elements("h2").first?.text(of: "id") == "a")
  }

  /// An author's tag that swallows one of ours is not taken for ours.
  @Test(arguments: [
    "<div onmouseover=alert(1)\n\n## Heading",
    "<iframe src=https://e.example/\n\n## Heading",
    "<p title=\"\n\n## Heading",
    "<p onclick=x title=\"\n\n[a](#b)\n\n\" id=\"",
    "<img src=https://e.example/a.png onerror=x title=\"\n\n[a](#b)",
    "<div onclick='x\n\n- [x] a\n\n| a |\n|---|\n| [c](#d) |",
    "<section onclick=x\n\n[^1]\n\n[^1]: a\n",
    "<div onclick=x own-0123456789abcdef>\n\n## Heading",
    "<script src=https://e.example/\n\n## Heading",
  ])
  func trustsNoTagThatAnAuthorBegan(markdown: String) throws {
    let rendered = try RenderedText(markdown)
    #expect(try Hazard.all(in: rendered.nodes()) == [])
    #expect(!rendered.html.contains("own-"))
    // A script goes on to its end tag, and so does its block.
    if markdown.contains("Heading"), !markdown.hasPrefix("<script") {
      #expect(try rendered.elements("h2").count == 1)
    }
  }

  /// What is begun and not ended takes nothing of the page with it.
  @Test(arguments: [
    "<div class=\"a\n\nthe end", "<div class='a\n\nthe end", "<div class\n\nthe end",
    "<div a=b\n\nthe end", "a <textarea> b\n\nthe end",
    "<iframe src=\"https://e.example\" />\n\nthe end",
    "a <title> b\n\nthe end", "a <xmp> b\n\nthe end", "<div><!-- a\n\nthe end",
    "<div><!-- a --!!>\n\nthe end", "<div><!-- a --!->\n\nthe end", "<div><!---!>\n\nthe end",
    "</div x='\n\nthe end",
    "<div><?a\n\nthe end", "<noframes>\n\nthe end",
  ])
  func endsWhatIsOpen(markdown: String) throws {
    let rendered = try RenderedText(markdown)
    #expect(rendered.html.contains("<p>the end</p>"))
    #expect(rendered.text.diagnostics.contains { $0.id == "html-open" && $0.position.line == 1 })
  }

  @Test(arguments: [("audio", "a sound"), ("video", "a video")])
  func callsWhatWouldLoadByItsName(element: String, name: String) throws {
    let rendered = try RenderedText("<\(element) src=https://e.example/a></\(element)>")
    #expect(
      rendered.text.diagnostics.map(\.message) == [
        "\(name) would load from another host: \"https://e.example/a\"; it is shown as a link"
      ])
  }

  @Test(arguments: [
    ("<!-- a\n\ngone", "html-open 1:1"), ("c\n\n<!-- one -->\n<!-- a\n\ngone", "html-open 4:1"),
    ("- c\n\n  <!-- a\n\n  gone", "html-open 3:3"),
  ])
  func tellsOfACommentThatTakesAllThatFollows(markdown: String, findings: String) throws {
    let rendered = try RenderedText(markdown)
    #expect(rendered.findings == [findings])
    #expect(rendered.text.diagnostics.map(\.message) == ["a comment has no end"])
    #expect(!rendered.html.contains("gone"))
  }

  @Test(arguments: [
    ("<p>b\nc</p> d <!-- a\n\ne", "html-open 2:9"), ("> <p>b\n> c</p> <!-- a", "html-open 2:9"),
    ("<p>b\n<b>c</b>\n</p><a href=\"x\n\ne", "html-open 3:5"),
  ])
  func tellsWhereWhatHasNoEndBegins(markdown: String, finding: String) throws {
    let rendered = try RenderedText(markdown)
    #expect(rendered.findings.filter { $0.hasPrefix("html-open") } == [finding])
  }

  @Test(arguments: [
    ("<aside>\n[\"Tips\"](https://a.example)\n</aside>", "html-markdown 2:8"),
    ("a\n\n</aside>\n## B", "html-markdown 4:1"),
    ("> <details><summary>c</summary>\n> ```sh\n> d\n> ```", "html-markdown 2:3"),
    ("<div>\n~~~\na\n~~~\n</div>", "html-markdown 2:1"),
    ("<p>a ![b](c.png)</p>\n\n<p>[b](d)</p>", "html-markdown 1:9"),
  ])
  func tellsOfMarkdownInHTML(markdown: String, finding: String) throws {
    #expect(try RenderedText(markdown).findings.filter { $0.contains("markdown") } == [finding])
  }

  @Test(arguments: [
    "<div>\n\n[a](#main)\n\n## B\n\n</div>", "<pre>\n# a\n[b](c)\n</pre>", "<p>a[0](b), # c</p>",
    "<!-- [a](b)\n## c -->", "<p>#a\n####### b\n#</p>", "<p title='[a](b)'>c</p>",
    "<p><code>[a](b)</code> [c] (d)</p>", "a <b>[c](#main)</b>", "<p>``a``\n``b``</p>",
  ])
  func takesNothingElseForMarkdownInHTML(markdown: String) throws {
    #expect(try RenderedText(markdown).findings == [])
  }

  @Test func dropsComments() throws {
    let rendered = try RenderedText(
      "a <!-- one --> b\n\n<!-- two -->\n\n<div>c<!-- three --></div>\n\n<!--> d -->\n\n<?php four ?>"
    )
    for word in ["one", "two", "three", "four", "<!--"] { #expect(!rendered.html.contains(word)) }
    for word in ["a ", "b", "c"] { #expect(rendered.html.contains(word)) }
  }

  @Test func makesCodeThatRunsAnErrorWherePortalsAreStrict() throws {
    let text = "<script>x</script>\n\n<p onclick=x>a</p>\n\n<foo>"
    let strict = try RenderedText(text) { $0.isStrict = true }
    #expect(strict.text.diagnostics.sorted().map(\.severity) == [.error, .error, .warning])
    #expect(try RenderedText(text).text.diagnostics.allSatisfy { $0.severity == .warning })
  }

  /// Raw HTML anywhere on a page must not change what the renderer writes itself.
  @Test func leavesOurOwnTagsAlone() throws {
    let text = """
      ## A {#x}

      - [x] done

      | a |
      |--:|
      | $x^2$ |

      ```swift
      let a = 1
      ```

      > [!NOTE]
      > b[^1]

      <!-- tabs -->

      ### T

      c

      <!-- /tabs -->

      [^1]: $\\left( y \\right)$ [d](#x)
      """
    let plain = try RenderedText(text)
    let mixed = try RenderedText(text + "\n\n<hr>")
    #expect(plain.findings == [])
    let tags = { (elements: [HTMLElement]) in
      elements.map { "\($0.name) \($0.attributes.map { "\($0.name)=\(String(utf8: $0.value))" })" }
    }
    let before = try tags(plain.elements())
    let after = try tags(mixed.elements().filter { $0.name != "hr" })
    #expect(after.difference(from: before).map { "\($0)" } == [])
  }
}
