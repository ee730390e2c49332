import Bytes
import HTMLTree
import TestSupport
import Testing

@Suite struct HTMLSerializerTests {
  private func element(_ name: String, text: String) -> HTMLNode {
    .element(HTMLElement(name, children: [.text(Array(text.utf8))]))
  }

  private func serialized(_ nodes: HTMLNode...) -> String {
    String(utf8: nodes.serialized)
  }

  @Test(arguments: [
    ("script", "'</script><img>'", "<script>'\\x3C/script><img>'</script>"),
    ("script", "<!--<script>", "<script>\\x3C!--\\x3Cscript></script>"),
    ("script", "a<b", "<script>a<b</script>"),
    ("style", "a{content:'</STYLE>'}", "<style>a{content:'\\3C /STYLE>'}</style>"),
    ("iframe", "</iframe><b>", "<iframe>&lt;/iframe><b></iframe>"),
    ("title", "</title>&", "<title>&lt;/title&gt;&amp;</title>"),
    ("textarea", "\nx", "<textarea>\n\nx</textarea>"), ("pre", "\nx", "<pre>\n\nx</pre>"),
    ("br", "x", "<br>"),
  ])
  func letsNoTextEndItsElement(name: String, text: String, expected: String) {
    #expect(serialized(element(name, text: text)) == expected)
  }

  @Test(arguments: [
    ("a-->b", "<!--a-- >b-->"), ("a--!>b", "<!--a-- !>b-->"), (">a", "<!-- >a-->"),
    ("->a", "<!-- ->a-->"), ("a-", "<!--a--->"), ("a--", "<!--a---->"),
  ])
  func letsNoCommentEndEarly(text: String, expected: String) throws {
    #expect(serialized(.comment(Array(text.utf8))) == expected)
    #expect(try rewritten(expected) == expected)
  }

  /// Where a browser may read raw text as markup, none is left: the known ways around sanitizers.
  @Test(arguments: [
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<select><style><script><img src=x onerror=alert(1)></style></select>",
    "<select><xmp><img src=x onerror=alert(1)></xmp><iframe><img src></iframe></select>",
    "<math><mi><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<noscript><style></noscript><img src=x onerror=alert(1)></style></noscript>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
    "<noscript><!--</noscript><img src=x onerror=alert(1)>--></noscript>",
    "<svg><desc><style></desc></svg><img src=x onerror=alert(1)></style>",
    "<svg><foreignObject><script></foreignObject><img src=x onerror=alert(1)></script>",
    "<textarea><style></textarea><img src=x onerror=alert(1)></style>",
    "<a title=\"<img src=x onerror=alert(1)>\">", "<svg><![CDATA[<img src=x onerror=alert(1)>]]>",
  ])
  func leavesNoMarkupThatTheTreeDoesNotHave(text: String) throws {
    var nodes = try fragment(text)
    nodes.rewrite { element in
      element["onerror"] = nil
      return element.name == "img" ? .drop : .keep
    }
    #expect(!String(utf8: nodes.serialized).contains("<img"))
  }
}
