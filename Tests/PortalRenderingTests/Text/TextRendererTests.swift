import Bytes
import Diagnostics
import Dispatch
import HTMLTree
import Synchronization
import TestSupport
import Testing

@testable import PortalRendering

@Suite struct TextRendererTests {
  // MARK: Alerts

  @Test(arguments: [
    ("> [!NOTE]\n> a", "alert alert-note", "Note"),
    ("> [!tip]\n> a", "alert alert-tip", "Tip"),
    ("> [!IMPORTANT]  \n> a", "alert alert-important", "Important"),
    ("> [!Warning]\n>\n> a", "alert alert-warning", "Warning"),
    ("> [!CAUTION]\n\n- > [!NOTE]\n  > a", "alert alert-caution", "Caution"),
  ])
  func showsAlerts(markdown: String, style: String, title: String) throws {
    let alert = try #require(RenderedText(markdown).elements("div").first)
    #expect(alert.text(of: "class") == style)
    #expect(alert.children.allElements.first?.children.innerText == title)
    #expect(!alert.children.innerText.contains("[!"))
    #expect(alert.children.allElements.allSatisfy { !$0.children.isEmpty })
  }

  @Test(arguments: [
    "> [!OTHER]\n> a", "> [!NOTE] a", "> a [!NOTE]", "> **[!NOTE]**\n> a", "> [!NOTE](b)\n> a",
    "> a\n>\n> [!NOTE]",
    "[!NOTE]\na",
  ])
  func leavesOtherQuotesAlone(markdown: String) throws {
    let rendered = try RenderedText(markdown)
    #expect(try rendered.elements("div").isEmpty)
    #expect(rendered.html.contains("!"))
  }

  // MARK: Tabs

  @Test func opensATabForEachHeading() throws {
    let rendered = try RenderedText(
      "<!-- tabs -->\n\n### macOS & co\n\na\n\n#### b\n\n### Linux {#lin}\n\n> ### c\n\n<!-- /tabs -->\n\nd"
    )
    let tabs = try rendered.elements().filter { $0.hasClass("tab") }
    #expect(tabs.map { $0.text(of: "data-title") } == ["macOS & co", "Linux"])
    #expect(tabs.map { $0.text(of: "id") }.first == "macos--co")
    #expect(try rendered.elements("h3").map { $0.children.innerText } == ["b "])
    #expect(try rendered.elements("h2").map { $0.children.innerText } == ["c "])
    guard case .element(let last)? = try rendered.nodes().last(where: { $0 != .text([0x0A]) })
    else { return }
    #expect(last.name == "p", "what follows stands outside")
    #expect(rendered.findings == [])
  }

  @Test(arguments: [
    ("a\n\n<!-- tabs -->\n\n### b\n\nc", ["tabs-open 3:1"]),
    ("<!-- tabs -->\n\n### b\n\n## c\n\nd", ["tabs-open 5:1"]),
    ("<!-- tabs -->\n\n### b\n\n<!-- tabs -->\n\n### c\n\n<!-- /tabs -->", ["tabs-open 1:1"]),
    ("<!-- tabs -->\n\n### b[^1]\n\n[^1]: c", ["tabs-open 1:1"]),
    ("<!-- /tabs -->", ["tabs-open 1:1"]),
    (
      "- <!-- tabs -->\n\n  ### a\n\n> <!-- quiz -->",
      ["directive-place 1:3", "directive-place 5:3"]
    ),
    (
      "<!-- tabs -->\n\n### a\n\n<!-- quiz -->\n\n## b\n\n- [x] c\n- [ ] d\n\n<!-- /quiz -->",
      ["tabs-open 1:1"]
    ),
    ("a\n\n<!-- /quiz -->", ["directive-place 3:1"]),
    ("a\n\n<!-- quizz pass=80 -->", ["directive-place 3:1"]),
    ("<!-- tab -->\n\nx\n\n<!-- /tab -->", ["directive-place 1:1", "directive-place 5:1"]),
    ("<!-- Quiz -->\n\n<!-- /quizz -->", ["directive-place 1:1", "directive-place 3:1"]),
    ("<!-- quiz? -->\n\n<!-- a quiz -->\n\n<!-- table -->", ["directive-place 1:1"]),
  ])
  func tellsOfTabsWithoutAnEnd(markdown: String, findings: [String]) throws {
    let rendered = try RenderedText(markdown)
    #expect(rendered.findings == findings)
    // What browsers read is nested as it was written.
    #expect(
      try rendered.nodes().serialized.count { $0 == 0x3C }
        == rendered.text.html.count { $0 == 0x3C })
  }

  @Test(arguments: [
    "<!-- a = b -->", "<!-- = -->", "<!---->", "<!-- -->", "<!-->", "<!--->", "<!-- table -->",
    "<!-- quiz = -->x", "<!-- a --><!-- b -->",
  ])
  func passesOverOtherComments(comment: String) throws {
    let rendered = try RenderedText("a\n\n\(comment)\n\nb")
    #expect(rendered.html.hasPrefix("<p>a</p>\n"))
    #expect(rendered.text.diagnostics.isEmpty)
  }

  @Test(arguments: ["<!-- tabs", "<!--tabs"])
  func takesNoOpenCommentForTabs(comment: String) throws {
    let rendered = try RenderedText("a\n\n\(comment)\n\nb")
    #expect(rendered.html.hasPrefix("<p>a</p>\n"))
    #expect(rendered.text.diagnostics.map(\.id) == ["html-open"])
  }

  @Test func keepsWhatStandsBetweenComments() throws {
    #expect(try RenderedText("<!-- a --><b>c</b><!-- d -->").html == "<b>c</b>\n")
  }

  // MARK: Lists, tables and code

  @Test(arguments: [
    ("- [ ] a\n- [x] b", "<label><input type=\"checkbox\" disabled> a</label>"),
    ("- [ ] a\n- [x] b", "<label><input type=\"checkbox\" disabled checked> b</label>"),
    (
      "- [x] a\n\n- b",
      "<li>\n<p><label><input type=\"checkbox\" disabled checked> a</label></p>\n</li>"
    ),
    ("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>"),
    ("- a\n\n  b", "<li>\n<p>a</p>\n<p>b</p>\n</li>"),
    (
      "|a|b|c|\n|:-|:-:|-:|\n|1|2|3|",
      "<td class=\"left\">1</td>\n<td class=\"center\">2</td>\n<td class=\"right\">3</td>"
    ),
    ("|a|\n|-|", "<thead>\n<tr>\n<th scope=\"col\">a</th>\n</tr>\n</thead>\n</table></div>"),
    (
      "|a\\|b|`c\\|d`|\n|-|-|",
      "<th scope=\"col\">a|b</th>\n<th scope=\"col\"><code>c|d</code></th>"
    ),
    ("```\na\n```", "<figure class=\"code\"><pre tabindex=\"0\"><code>a\n</code></pre></figure>"),
    ("```nope x\n<a>\n```", "<code class=\"language-nope\">&lt;a&gt;\n</code>"),
    (
      "```rust,editable\na\n```",
      "<figcaption>Rust</figcaption><pre tabindex=\"0\"><code class=\"language-rust\">"
    ),
    ("```Swift {1}\na\n```", "<figcaption>Swift</figcaption>"),
    ("```{.python .x}\na\n```", "<figcaption>Python</figcaption>"),
    ("```{r, echo=FALSE}\na\n```", "<code class=\"language-r\">"),
    ("```{#x .swift}\na\n```", "<pre tabindex=\"0\"><code>a"),
    ("```a\"b\n```", "class=\"language-a&quot;b\""),
    ("a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>"),
    ("~~a~~ ~b~ *c* __d__", "<p><del>a</del> <del>b</del> <em>c</em> <strong>d</strong></p>"),
    ("***", "<hr>"),
    (
      "www.a.example and b@c.example",
      "<a href=\"http://www.a.example\">www.a.example</a> and <a href=\"mailto:b@c.example\">"
    ),
  ])
  func writesBlocks(markdown: String, html: String) throws {
    let rendered = try RenderedText(markdown)
    #expect(rendered.html.contains(html))
    #expect(rendered.findings == [])
  }

  // MARK: Footnotes

  @Test func linksFootnotesBothWays() throws {
    let rendered = try RenderedText(
      "- a[^n]\n- b[^n] c[^ü]\n\n[^n]: One.\n\n    - two\n[^ü]: Three")
    let references = try rendered.elements("a").filter {
      $0.text(of: "href")?.hasPrefix("#fn-") == true
    }
    #expect(references.map { $0.children.innerText } == ["1", "1", "2"])
    let back = try rendered.elements("a").filter { $0.hasClass("footnote-backref") }
    #expect(back.map { $0.text(of: "href") } == ["#fnref-n", "#fnref-n-2", "#fnref-%C3%BC"])
    let arrow = "\u{21A9}\u{FE0E}"
    #expect(back.map { $0.children.innerText } == [arrow, "\(arrow)2", arrow])
    let names = ["Back to the text 1", "Back to the text 2", "Back to the text"]
    #expect(back.map { $0.text(of: "aria-label") } == names)
    let ids = try rendered.elements().compactMap { $0.text(of: "id") }
    #expect(ids == ["fnref-n", "fnref-n-2", "fnref-%C3%BC", "fn-n", "fn-%C3%BC"])
    for link in references + back {
      let target = try #require(link.text(of: "href")).dropFirst()
      #expect(ids.contains(String(target)))
    }
  }

  @Test(arguments: [
    "a[^1]", "[^1]: a", "a[^1]\n\n[^1]: b[^1]", "a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]",
    "> a[^1]\n>\n> [^1]: b",
    "- a[^1]\n\n  [^1]: b", "[^1]\n\n[^1]: [^1]: x", "a[^A]\n\n[^a]: b\n\n[^A]: c",
    "# a[^1]\n\n[^1]: b",
  ])
  func nestsFootnotesOfAnyKind(markdown: String) throws {
    let rendered = try RenderedText(markdown)
    let ids = try rendered.elements().compactMap { $0.text(of: "id") }
    #expect(Set(ids).count == ids.count)
    #expect(
      try rendered.nodes().serialized.count { $0 == 0x3C }
        == rendered.text.html.count { $0 == 0x3C })
  }

  // MARK: The text as a whole

  @Test func collectsWordsInReadingOrder() throws {
    let rendered = try RenderedText(
      """
      ## A *b*

      c `d` [e](#x) ![f](g) $h$
      i

      ```
      j
      ```

      | k | l |
      |---|---|
      | m | n |

      - o[^1]

      [^1]: p
      """)
    #expect(rendered.words == "A b\nc d e f  i\nk\nl\nm\nn\no\np\n")
  }

  @Test(arguments: [
    ("## A\n\n### B\n\nc `d`.\n\n## E\n\nf", "c d. E f"), ("a\n\n## B", "a B"), ("## A", "A"),
  ])
  func sumsUpFromTheFirstParagraphOn(markdown: String, summary: String) throws {
    #expect(try RenderedText(markdown).text.summary == summary)
  }

  /// No word of a text is lost on its page.
  @Test func losesNoWord() throws {
    let text = """
      # Alpha bravo

      Charlie *delta* **echo** ~~foxtrot~~ `golf` [hotel](#x "india") ![juliett](kilo.png).
      Lima<br>mike <kbd>november</kbd> &copy; oscar\\*

      > [!NOTE]
      > papa quebec

      > romeo
      >
      > - sierra
      > - [x] tango

      1. uniform

         victor

      | whiskey | xray |
      |---------|-----:|
      | yankee  | zulu |

      ```js
      let amsterdam = "berlin"
      ```

          cairo

      <details><summary>dublin</summary>

      edinburgh[^1]

      </details>

      <!-- tabs -->

      ### florence

      geneva

      ### havana

      istanbul

      <!-- /tabs -->

      $5 and $6 jakarta $kiew_{lima}$ http://madrid.example

      [^1]: nairobi

      <center>oslo</center> <paris>quito</paris>

      rome
      ====
      """
    for tail in ["", "\n\n<b>x</b>"] {
      let rendered = try RenderedText(text + tail)
      let pictures = rendered.text.diagnostics.contains { $0.id == "image-target" }
      #expect(pictures, "words stand in for a picture that is missing")
      let shown = try rendered.nodes().innerText.lowercased()
      let words = text.matches(of: /[a-z]{4,}/.ignoresCase()).map { String($0.output).lowercased() }
      // Markup, and what stands in attributes, among them the titles of tabs.
      let hidden = [
        "note", "details", "summary", "tabs", "india", "kilo", "copy", "center", "paris", "http",
        "florence", "havana",
      ]
      for word in words where !hidden.contains(word) { #expect(shown.contains(word), "\(word)") }
      #expect(shown.contains("©"))
    }
  }

  @Test func rendersTheSameOnManyThreads() throws {
    let setting = try RenderedText.setting()
    let documents = (0..<4_000).map { number in
      Array(
        """
        ## Lesson \(number) ~~old~~

        www.example.org/\(number) a@b.example **x** $x_{\(number)}$ [l](#a) <kbd>K\(number % 3)</kbd>

        | a | b |
        |:--|--:|
        | ~~\(number)~~ | `c` |

        - [x] d[^1]

        [^1]: e ~~f~~ https://e.example
        """.utf8)
    }
    let alone = documents.map { TextRenderer.render($0, in: setting).html }
    let together = Mutex([[UInt8]](repeating: [], count: documents.count))
    DispatchQueue.concurrentPerform(iterations: 4) { thread in
      for index in stride(from: thread, to: documents.count, by: 4) {
        let html = TextRenderer.render(documents[index], in: setting).html
        together.withLock { $0[index] = html }
      }
    }
    #expect(together.withLock { $0 } == alone)
  }
}
