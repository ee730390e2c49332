import Testing

@testable import PortalRendering

@Suite struct ForeignMarkupTests {
  @Test(arguments: [
    ("::: note\n\na\n\n:::", "1:1"), ("a\n\n:::::: callout", "3:1"), ("!!! note\n    a", "1:1"),
    ("> ??? tip", "1:3"), ("???+ tip", "1:1"), ("=== \"Linux\"", "1:1"),
    ("- {{< film 1 >}}", "1:3"), ("{{% tip %}}", "1:1"), ("{{#include a.md}}", "1:1"),
    ("{% include a.html %}", "1:1"), ("[TOC]\n\n## A", "1:1"),
    ("```rust\n// a\n{{#include a.rs:b}}\n{{#include c.rs}}\n```", "3:1"),
    ("a\n\n```mermaid\ngraph TD; A-->B;\n```", "3:4"),
    ("::: note\n\n!!! note", "1:1 3:1"), ("a {{< film 1 >}}", "1:3"),
    ("[a]({{< ref \"b.md\" >}}) {{% c %}}", "1:5 1:25"), ("## A {{% b %}}", "1:6"),
    ("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c", "1:1"), ("a\n\n<<<<<<< HEAD\n\nb", "3:1"),
    ("\\begin{align}\nx\n\\end{align}", "1:1"), ("![[a.png]]", "1:1"),
    ("import Tabs from \"@theme/Tabs\";", "1:1"), ("export const a = 1", "1:1"),
    ("## A\n{: .no_toc }", "2:1"), ("Term\n: what it is", "2:1"), ("Term\n\n:   what it is", "3:1"),
    ("a{width=50%} b", "1:2"), ("a [b](#main){: .c}", "1:13"), ("a [b]{.mark} c", "1:6"),
    ("*a*{.b} c", "1:4"), ("a\n{: .note}", "2:1"), ("> a\n{: .note }", "2:1"),
    ("[a]{#b} [c]{#d}", "1:4"), ("`a`{key=\"b\"}", "1:4"), ("a ![[b.png]] c", "1:3"),
  ])
  func tellsOfMarkupOfOtherTools(markdown: String, places: String) throws {
    let rendered = try RenderedText(markdown)
    #expect(
      rendered.findings == places.split(separator: " ").map { "text-markup \($0)" })
  }

  @Test(arguments: [
    "a ::: b", "`:::`", "```\n::: note\n{{< a >}}\n```", "!!!! a", "!!!", "???", "{{ name }}",
    "a\n===", "== a", "[toc](#a)\n\n## A", "    {{< a >}}", "```\n# {{include}}\n```",
    "> [!NOTE]\n> a", "a <<<<<<< b", "`<<<<<<< HEAD`", "a \\begin{b}", "[[a]]",
    "import what you need", "export it", "a\n:b", "a {width} b", "a {.b} c", "f(x){.b}",
    "{x=1, y=2} is a set",
    "{xs=1, ys=2} too",
    "a\n{:ok, b}", "[a]{b}", "*a*{1=b}", "[[a]] b", "## [a](#main){#b}", "in: b", ":+1: b",
  ])
  func leavesOtherWordsAlone(markdown: String) throws {
    #expect(try RenderedText(markdown).findings == [])
  }
}
