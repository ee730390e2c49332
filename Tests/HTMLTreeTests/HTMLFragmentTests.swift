import Bytes
import HTMLTree
import TestSupport
import Testing

@Suite struct HTMLFragmentTests {
  @Test(arguments: [
    "hello <b>x</b>", "", "<p>1</p>\n<p>2</p>\n",
    "<video controls><source src=\"a\"><source src=\"b\"><track src=\"c\">no</video>",
    "a<wbr>b<br>c<hr><embed src=\"x\"><img alt=\"x\"><input>",
    "<picture><source srcset=\"a\"><img src=\"b\"></picture>",
    "<details open><summary>s</summary><p>x</p></details>",
    "<main><section><article><aside><nav>x</nav></aside></article></section></main>",
    "<template><tr><td>x</td></tr></template>",
    "<a href=\"x\"><table><tbody><tr><td>1</td></tr></tbody></table></a>",
    "<a href=\"x\"><div>block</div></a> t", "<b><p>x</p>y</b>z", "<i><h1>x</h1></i>",
    "<object data=\"x\"><param name=\"a\"><embed src=\"y\"></object>",
    "<custom-el><p>x</p></custom-el>", "<button><h2>x</h2></button>",
    "<noscript><img src=\"x\"></noscript>", "<figure><figcaption>x</figcaption></figure>",
    "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "<dialog><form>x</form></dialog>",
    "<iframe src=\"x\"><p>a & b</p></iframe>", "<pre>\n\nx</pre>", "<ruby>a<rt>b</rt></ruby>",
    "<select><optgroup label=\"x\"><option>1</option><option selected>2</option></optgroup></select>",
    "<math><mi>x</mi><mspace></mspace><mo>+</mo></math>", "<s-x>y</s-x><x-r>z</x-r><r>q</r>",
    "<h1><a id=\"x\"></a>Y</h1>", "<table><caption>c</caption><tr><td>x</td></tr></table>",
    "<p title=\"a&gt;b\">x</p>",
  ])
  func keepsWhatIsRight(text: String) throws {
    #expect(try rewritten(text) == text)
  }

  @Test(arguments: [
    ("<p>1<p>2", "<p>1</p><p>2</p>"),
    ("<p>1<section>2</section>", "<p>1</p><section>2</section>"),
    ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
    ("<ul><li>a<ul><li>b</ul><li>c</ul>", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
    ("<dl><dt>a<dd><p>b<dt>c</dl>", "<dl><dt>a</dt><dd><p>b</p></dd><dt>c</dt></dl>"),
    (
      "<table><tr><td>1<td>2<tr><th>3</table>x",
      "<table><tr><td>1</td><td>2</td></tr><tr><th>3</th></tr></table>x"
    ),
    (
      "<table><thead><tr><td>1<tbody><tr><td>2</table>",
      "<table><thead><tr><td>1</td></tr></thead><tbody><tr><td>2</td></tr></tbody></table>"
    ),
    (
      "<table><tr><td><table><tr><td>x</table>y</table>",
      "<table><tr><td><table><tr><td>x</td></tr></table>y</td></tr></table>"
    ),
    (
      "<table><colgroup><col><col><tr><td>x</table>",
      "<table><colgroup><col><col></colgroup><tr><td>x</td></tr></table>"
    ),
    (
      "<select><option>1<option>2<optgroup><option>3</select>",
      "<select><option>1</option><option>2</option><optgroup><option>3</option></optgroup></select>"
    ),
    ("<ruby>a<rp>(<rt>b<rp>)</ruby>", "<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>"),
    ("<h1>a<h2>b</h1>c", "<h1>a</h1><h2>b</h2>c"),
    ("<a href=1>x<a href=2>y</a>", "<a href=\"1\">x</a><a href=\"2\">y</a>"),
    ("<button>1<button>2", "<button>1</button><button>2</button>"),
    ("<form>1<form>2</form>3", "<form>12</form>3"),
    ("<b>x<i>y</b>z</i>w", "<b>x<i>y</i></b>zw"),
    ("<b><p>x</b>y</p>z", "<b><p>xy</p></b>z"),
    ("<p>a<p/>b", "<p>a</p><p>b</p>"), ("<div/>x", "<div>x</div>"),
    ("x</p>y</div></br>z</nothing>", "xy<br>z"),
    ("<td>1<div>2</td>3", "<td>1<div>2</div></td>3"),
    ("<p><table><tr><td></p>x", "<p></p><table><tr><td>x</td></tr></table>"),
    ("<image src=x>", "<img src=\"x\">"), ("<source></source>x", "<source>x"),
    ("<html><head></head><body class=x><p>y</body></html>", "<p>y</p>"),
    ("<!doctype html>x", "x"),
    ("<plaintext>a</plaintext><b>", "<pre>a&lt;/plaintext&gt;&lt;b&gt;</pre>"),
  ])
  func nestsAsHTMLSays(text: String, expected: String) throws {
    #expect(try rewritten(text) == expected)
  }

  @Test(arguments: [
    ("&amp;&lt;&gt;&quot;", "&amp;&lt;&gt;\""), ("&check;&nbsp;x&nbspy", "✓\u{A0}x\u{A0}y"),
    ("&notit; &notin; &bogus; &amp;star;", "¬it; ∉ &amp;bogus; &amp;star;"),
    ("&#65;&#x42;&#X43;&#68 &#150; &#x80;", "ABCD – €"), ("&lang;&NotEqualTilde;", "⟨≂̸"),
    (
      "&#0;&#xD800;&#x110000;&#99999999999999999999;&#1;",
      "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"
    ),
    ("& && &; &# &#x; &#xg", "&amp; &amp;&amp; &amp;; &amp;# &amp;#x; &amp;#xg"),
    ("&#38;lt; &#60;b>", "&amp;lt; &lt;b&gt;"), ("&COPY;&COPY &AMP", "©© &amp;"),
    ("&CounterClockwiseContourIntegral;", "∳"), ("&Aacute;&thetasym;", "Áϑ"),
    ("<a href='?a=1&lt=2&copy;&copy&copyx'>", "<a href=\"?a=1&amp;lt=2©©&amp;copyx\"></a>"),
  ])
  func resolvesReferences(text: String, expected: String) throws {
    #expect(try rewritten(text) == expected)
  }

  @Test(arguments: [
    ("<a B='x' b=y C>", "<a b=\"x\" c></a>"),
    ("<a b = \"'\" c='\"' d=x\"y>", "<a b=\"'\" c=\"&quot;\" d=\"x&quot;y\"></a>"),
    ("<a b=\"<script>\">", "<a b=\"&lt;script&gt;\"></a>"),
    ("<a b=x/>y", "<a b=\"x/\">y</a>"), ("<a b=\"x\"c='>'>", "<a b=\"x\" c=\"&gt;\"></a>"),
    ("<a data-x:y.z_w=1 9=2 @c=3 =d=4 \"e=5>", "<a data-x:y.z_w=\"1\"></a>"),
    ("<a title=\"é\n\tü\u{1F600}\">", "<a title=\"é\n\tü\u{1F600}\"></a>"),
    ("<a/b/c>", "<a b c></a>"), ("x<a b='", "x"), ("x<a", "x"), ("x<", "x&lt;"), ("x</", "x&lt;/"),
    ("1 < 2 <3 <é>", "1 &lt; 2 &lt;3 &lt;é&gt;"), ("<wéb>x</wéb>", "x"),
  ])
  func readsAttributes(text: String, expected: String) throws {
    #expect(try rewritten(text) == expected)
  }

  @Test(arguments: [
    ("a<!-- b -->c", "a<!-- b -->c"), ("<!---->x", "<!---->x"), ("<!-->x", "<!---->x"),
    ("<!--->x", "<!---->x"), ("<!-- a --!> y --> z", "<!-- a --> y --&gt; z"),
    ("<!-- a -- b --->c", "<!-- a -- b --->c"), ("<!-- open <b>", "<!-- open <b>-->"),
    ("<!x>y</ z>w<?php q ?>v", "<!--x-->y<!-- z-->w<!--?php q ?-->v"), ("a</>b", "ab"),
    ("<![CDATA[x]]>y", "<!--[CDATA[x]]-->y"), ("<!a-->b", "<!--a---->b"),
    ("<!-- é -->", "<!-- é -->"),
  ])
  func readsComments(text: String, expected: String) throws {
    #expect(try rewritten(text) == expected)
  }

  @Test(arguments: [
    ("<textarea><p>&lt;b></textarea>x", "<textarea>&lt;p&gt;&lt;b&gt;</textarea>x"),
    ("<title>A <b> &amp; C</title>", "<title>A &lt;b&gt; &amp; C</title>"),
    ("<textarea>\n\nx</textarea>", "<textarea>\n\nx</textarea>"),
    ("<pre>\nx</pre>", "<pre>x</pre>"),
    ("<script>if (a<b && c) '</p>'</script>", "<script>if (a<b && c) '</p>'</script>"),
    (
      "<script><!-- <script></script> --></script>x", "<script><!-- <script></script> --></script>x"
    ),
    ("<script><!-- <script>", "<script>\\x3C!-- \\x3Cscript></script>"),
    ("<SCRIPT>x</ScRiPt >y", "<script>x</script>y"),
    ("<style>a > b {}</style>", "<style>a > b {}</style>"),
    ("<xmp><b></xmp>", "<xmp><b></xmp>"), ("<script/>x</script>y", "<script>x</script>y"),
    ("<script>a</scripty></script>b", "<script>a</scripty></script>b"),
    ("<title>x", "<title>x</title>"),
  ])
  func readsRawText(text: String, expected: String) throws {
    #expect(try rewritten(text) == expected)
  }

  @Test(arguments: [
    (
      "<SVG VIEWBOX='0 0 1 1' preserveaspectratio=none><PATH d=M0 /><g/>x</SVG>y",
      "<svg viewBox=\"0 0 1 1\" preserveAspectRatio=\"none\"><path d=\"M0\"></path><g></g>x</svg>y"
    ),
    (
      "<svg><linearGradient gradientUnits=a gradientTransform=b><stop offset=0 /></linearGradient></svg>",
      "<svg><linearGradient gradientUnits=\"a\" gradientTransform=\"b\"><stop offset=\"0\"></stop>"
        + "</linearGradient></svg>"
    ),
    (
      "<svg><foreignObject><div viewbox=1><p>x<p>y</div></foreignObject><rect/></svg>",
      "<svg><foreignObject><div viewbox=\"1\"><p>x</p><p>y</p></div></foreignObject><rect></rect></svg>"
    ),
    (
      "<svg><title>a<b>c</b></title><desc>d</svg>",
      "<svg><title>a<b>c</b></title><desc>d</desc></svg>"
    ),
    (
      "<svg><style>a&lt;b <![CDATA[<x>&amp;]]></style></svg>",
      "<svg><style>a&lt;b &lt;x&gt;&amp;amp;</style></svg>"
    ),
    ("<svg><style><img src=x></style></svg>", "<svg><style></style></svg><img src=\"x\">"),
    ("<svg><g><p>x</svg>y", "<svg><g></g></svg><p>xy</p>"),
    ("<div><svg><g></div>x", "<div><svg><g></g></svg></div>x"),
    ("<svg/>x", "<svg></svg>x"),
    (
      "<svg><a xlink:href=x><circle r=1 /></a></svg>",
      "<svg><a xlink:href=\"x\"><circle r=\"1\"></circle></a></svg>"
    ),
    (
      "<math definitionurl=x><mrow><mi>a<b>c</b></mi></mrow></math>",
      "<math definitionURL=\"x\"><mrow><mi>a<b>c</b></mi></mrow></math>"
    ),
    (
      "<math><annotation-xml encoding='TEXT/html'><p>x</annotation-xml></math>",
      "<math><annotation-xml encoding=\"TEXT/html\"><p>x</p></annotation-xml></math>"
    ),
    (
      "<math><annotation-xml><svg><path/></svg></annotation-xml></math>",
      "<math><annotation-xml><svg><path></path></svg></annotation-xml></math>"
    ),
    (
      "<svg><font>x</font><font color=red>y</svg>",
      "<svg><font>x</font></svg><font color=\"red\">y</font>"
    ),
    ("<svg><!-- editor --></svg>", "<svg></svg>"),
  ])
  func keepsSVGAndMathML(text: String, expected: String) throws {
    #expect(try rewritten(text) == expected)
  }

  @Test func tellsLines() throws {
    let nodes = try fragment("<p\nid=a>\r\nx<b>\ry</b>\n<script>\n\n</script><i>&#10;</i>\n<u>")
    #expect(
      HTMLDump(of: nodes).description == """
        <p id="a"> 1
          "\\nx"
          <b> 3
            "\\ny"
          "\\n"
          <script> 5
            "\\n\\n"
          <i> 7
            "\\n"
          "\\n"
          <u> 8

        """)
  }

  @Test func tellsLinesBeyondSixteenBits() throws {
    let nodes = try fragment(String(repeating: "<br>\n", count: 70_000) + "<p>")
    #expect(nodes.firstElement(named: "p")?.line == 70_001)
  }

  @Test(arguments: [
    ([0x61, 0x00, 0x62], "a\u{FFFD}b"), ([0xC3, 0x28, 0xFF], "\u{FFFD}(\u{FFFD}"),
    ([0xEF, 0xBB, 0xBF, 0x61], "a"), ([0x61, 0x0C, 0x0D, 0x0A, 0x0D, 0x62], "a \n\nb"),
    ([0xEF, 0xBF, 0xBE, 0x1B], "\u{FFFD}\u{FFFD}"),
    ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ([0x3C, 0x62, 0x00, 0x3E, 0x61], "a"),
  ])
  func repairsText(bytes: [UInt8], expected: String) throws {
    #expect(String(utf8: try HTMLFragment(parsing: bytes).nodes.serialized) == expected)
  }

  @Test func readsAsUTF8WhateverIsDeclared() throws {
    let text = "<meta charset=\"latin1\"><p>é</p>"
    #expect(try rewritten(text) == text)
  }
}
