import Bytes
import Files
import HTMLTree
import Testing

@testable import PortalRendering

@Suite struct HeadingTests {
  @Test(arguments: [
    ("## Hello World", ["hello-world"]),
    ("## What's new? (v2.0)", ["whats-new-v20"]),
    ("## A\n\n## A\n\n## A", ["a", "a-1", "a-2"]),
    ("## a-1\n\n## a\n\n## a", ["a-1", "a", "a-2"]),
    ("## Größe & Maß", ["größe--maß"]),
    ("## Привет, мир", ["привет-мир"]),
    ("## 日本語 テスト", ["日本語-テスト"]),
    ("## हिन्दी", ["हिन्दी"]),
    ("## 🚀 Start", ["-start"]),
    ("## x² ½", ["x-"]),
    ("## Café_au-lait", ["café_au-lait"]),
    ("## `code` and *em* [link](#x)", ["code-and-em-link"]),
    ("## a &amp; b <br> c", ["a--b--c"]),
    ("## $x^2$ rule", ["x2-rule"]),
    ("## !!!", ["section"]),
    ("## main", ["main-1"]),
    ("## fn 1\n\na[^1]\n\n[^1]: b", ["fn-1-1"]),
    ("Set\ntext\n===", ["set-text"]),
  ])
  func givesIDsAsGitHubDoes(markdown: String, ids: [String]) throws {
    let rendered = try RenderedText(markdown)
    #expect(rendered.ids == ids)
    let headings = try rendered.elements().filter { ["h2", "h3"].contains($0.name) }
    #expect(headings.map { $0.text(of: "id") } == ids)
  }

  @Test(arguments: [
    ("a\n\n## \n\nb\n\n> #", ["heading-empty 3:1", "heading-empty 7:3"]),
    ("<!-- quiz -->\n\n##\n\n- [x] a\n- [ ] b\n\n<!-- /quiz -->", ["heading-empty 3:1"]),
    ("## a", []), ("## `a`", []), ("## $a$", []), ("## <b>a</b>", []),
  ])
  func tellsOfHeadingsWithoutWords(markdown: String, findings: [String]) throws {
    let rendered = try RenderedText(markdown)
    #expect(rendered.findings.filter { $0.hasPrefix("heading-empty") } == findings)
    #expect(rendered.text.outline.allSatisfy { !$0.html.isEmpty })
  }

  @Test(arguments: [
    ("## Loops {#loops-x}", ["loops-x"], "Loops", []),
    ("## *Loops* {#a_b}", ["a_b"], "Loops", []),
    ("## Ça {#ça}", ["ça"], "Ça", []),
    ("Loops {#x}\n===", ["x"], "Loops", []),
    ("## A {#b}\n\n## B", ["b", "b-1"], "A", []),
    ("## A {#main}", ["a"], "A", ["heading-id 1:7"]),
    ("## A {#x}\n\n## B {#x}", ["x", "b"], "A", ["heading-id 3:7"]),
    ("## A { #b }", ["b"], "A", []), ("## A {: #b}", ["b"], "A", []),
    ("## A {#b .c .d-e}", ["b"], "A", []), ("## A {:.c #b}", ["b"], "A", []),
    ("## A {#b #c}", ["a-b-c"], "A {#b #c}", []),
    ("## A `{#b}`", ["a-b"], "A {#b}", []),
    ("## A **{#b}**", ["a-b"], "A {#b}", []),
    ("## {#b}", ["b"], "{#b}", []),
    ("## A {#b c}", ["a-b-c"], "A {#b c}", []),
    ("## A {b}", ["a-b"], "A {b}", []),
  ])
  func takesIDsOfAuthors(
    markdown: String, ids: [String], words: String, findings: [String]
  ) throws {
    let rendered = try RenderedText(markdown)
    #expect(rendered.ids == ids)
    #expect(try #require(rendered.elements("h2").first).children.innerText == words + " ")
    #expect(rendered.words.split(separator: "\n").first.map(String.init) == words)
    #expect(rendered.findings == findings)
  }

  @Test(arguments: [
    ("# A\n\n## B\n\n### C", "T", ["h2", "h3", "h4"]),
    ("# A\n\n## B\n\n### C", "A", ["h2", "h3"]),
    ("# *A* $x$\n\n# B", "A $x$", ["h2"]),
    ("<!-- note -->\n\n# A\n\n## B", "A", ["h2"]),
    ("### A\n\n#### B", "", ["h2", "h3"]),
    ("## A\n\n###### B", "", ["h2", "h6"]),
    ("# A\n\n###### B", "", ["h2", "h6"]),
    ("words\n\n# A", "A", ["h2"]),
    ("# A {#top}\n\n## B", "A", ["h2"]), ("# A & *b*\n\n## C", "A & *b*", ["h2"]),
    ("# A & *b*\n\n## C", "A & b", ["h2"]), ("# A *b*\n\n## C", "A b c", ["h2", "h3"]),
    ("> # A\n\n## B", "", ["h2", "h2"]),
  ])
  func beginsBelowThePagesTitle(markdown: String, title: String, names: [String]) throws {
    let rendered = try RenderedText(markdown) { $0.title = title }
    let headings = try rendered.elements().map(\.name).filter { $0.hasPrefix("h") && $0.count == 2 }
    #expect(headings == names)
  }

  @Test(arguments: [
    ("# How to?\n\n## How to?", "How to?", "how-to", ["how-to", "how-to-1"]),
    ("# Knots {#k}", "Knots", "k", ["k"]), ("# Main", "Main", "main-1", ["main-1"]),
    ("# Knots\n\na", "Other", "", ["knots"]),
  ])
  func namesThePagesTitleAsGitHubDoes(
    markdown: String, title: String, id: String, ids: [String]
  ) throws {
    let rendered = try RenderedText(markdown) { $0.title = title }
    #expect(String(utf8: rendered.text.titleID ?? []) == id)
    #expect(rendered.ids == ids)
  }

  @Test(arguments: [
    ("## A *b* `c`\n\n### D\n\n#### E", ["2 A <em>b</em> <code>c</code>", "3 D"]),
    ("## A & <B>", ["2 A &amp; "]),
    ("## *[a](#b)* ![c](d.png)", ["2 a c"]),
    ("## A[^1] {#x}\n\n[^1]: n", ["2 A"]),
    ("## A {#x}", ["2 A"]),
  ])
  func listsHeadingsInTheOutline(markdown: String, outline: [String]) throws {
    let entries = try RenderedText(markdown).text.outline
    #expect(entries.map { "\($0.level) \(String(utf8: $0.html))" } == outline)
  }

  @Test func setsFormulasInTheOutline() throws {
    let text = try RenderedText("## $x$ & y {#x}\n\n## `a`").text
    let entries = text.outline.map { String(utf8: $0.html) }
    #expect(entries.first?.hasPrefix("<math") == true)
    #expect(entries.first?.hasSuffix("</math> &amp; y") == true)
    #expect(entries.last == "<code>a</code>")
  }

  @Test func linksHeadingsToThemselves() throws {
    let heading = try #require(RenderedText("## Größe").elements("h2").first)
    guard case .element(let anchor)? = heading.children.last else { throw NoAnchor() }
    #expect(anchor.text(of: "href") == "#gr%C3%B6%C3%9Fe")
    #expect(anchor.text(of: "aria-label")?.isEmpty == false)
  }

  private struct NoAnchor: Error {}
}
