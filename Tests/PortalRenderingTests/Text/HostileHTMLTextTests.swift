import Bytes
import HTMLTree
import TestSupport
import Testing

@testable import PortalRendering

@Suite struct HostileHTMLTextTests {
  /// What attackers write where they may write HTML or Markdown.
  static let snippets = [
    "<script>alert(1)</script>", "<SCRIPT SRC=https://e.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</script>",
    "<script/src=//e.example/x.js>", "<script\n>alert(1)</script\n>",
    "<<script>alert(1);//<</script>",
    "<img src=x onerror=alert(1)>", "<img src=\"x\" onerror=\"alert(1)\" />",
    "<IMG SRC=javascript:alert(1)>",
    "<img src=`javascript:alert(1)`>", "<img \"\"\"><script>alert(1)</script>\">",
    "<img/onerror=alert(1)/src=x>",
    "<img src=x:x onerror=alert(1)//",
    "<img src=\"https://e.example/a.png\" srcset=\"https://e.example/b 2x\">",
    "<img srcset=\"https://e.example/b 2x\" alt=a>", "<img src='//e.example/a'>",
    "<img src='\\\\e.example/a'>",
    "<img src='/\\e.example/a'>", "<img lowsrc=https://e.example/a dynsrc=https://e.example/b>",
    "<svg onload=alert(1)>", "<svg/onload=alert(1)//", "<svg><script>alert(1)</script></svg>",
    "<svg><script href=https://e.example/x.js />",
    "<svg><a xlink:href=javascript:alert(1)><text>a</text></a></svg>",
    "<svg><use href=\"data:image/svg+xml,<svg id=x onload=alert(1)>#x\"/></svg>",
    "<svg><image href=https://e.example/a.png /></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><set attributeName=href to=javascript:alert(1) /></svg>",
    "<svg><foreignObject><iframe src=https://e.example></iframe></foreignObject></svg>",
    "<svg><style>@import 'https://e.example/a.css'</style></svg>",
    "<svg><rect fill='url(https://e.example/a.svg#b)'/></svg>",
    "<svg><rect fill='\\75rl(https://e.example/a.svg#b)'/></svg>",
    "<svg><rect filter='url(#a) url(//e.example/a.svg#b)'/></svg>",
    "<svg><rect mask='image-set(\"https://e.example/a.png\" 1x)' cursor='url( \"//e.example/c\")'/></svg>",
    "<svg><feImage href=https://e.example/a /></svg>",
    "<svg><title><img src=x onerror=alert(1)></title></svg>",
    "<svg><desc><script>alert(1)</script></desc></svg>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
    "<math xlink:href=javascript:alert(1)><mi href=javascript:alert(1)>a</mi></math>",
    "<math><annotation-xml encoding=text/html><script>alert(1)</script></annotation-xml></math>",
    "<math><mtext><table><mglyph><style><math><img src onerror=alert(1)>",
    "<math><maction actiontype=statusline#https://e.example xlink:href=javascript:alert(1)>a</maction></math>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe src=data:text/html,<script>alert(1)</script>>",
    "<frameset onload=alert(1)><frame src=//e.example>",
    "<object data=javascript:alert(1)></object>",
    "<object data=data:text/html;base64,PHNjcmlwdD4=></object>",
    "<embed src=https://e.example/a.swf>",
    "<applet code=x archive=https://e.example/a.jar></applet>",
    "<link rel=stylesheet href=https://e.example/a.css>",
    "<LINK REL=preload HREF=//e.example/a AS=image>",
    "<style>body{background:url(https://e.example/a)}</style>",
    "<style>@import url(//e.example/a);</style>",
    "<div style=\"background:url(https://e.example/a)\">a</div>", "<p style=behavior:url(#x)>a</p>",
    "<body background=https://e.example/a onload=alert(1)>",
    "<table background=//e.example/a><td background=//e.example/b>a",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href=https://e.example/>",
    "<form action=https://e.example/><input type=submit formaction=javascript:alert(1)></form>",
    "<button formaction=javascript:alert(1)>a</button>",
    "<input type=image src=https://e.example/a onfocus=alert(1) autofocus>",
    "<input type=checkbox onclick=alert(1) src=//e.example/a>",
    "<select onfocus=alert(1) autofocus><option>a</select>",
    "<textarea onfocus=alert(1) autofocus>a</textarea>", "<keygen onfocus=alert(1) autofocus>",
    "<isindex action=javascript:alert(1)>",
    "<video src=https://e.example/a poster=//e.example/b onerror=alert(1)></video>",
    "<video><source onerror=alert(1) src=//e.example/a>",
    "<audio src=x onerror=alert(1)></audio>",
    "<video><track src=https://e.example/a.vtt kind=captions default></video>",
    "<details open ontoggle=alert(1)><summary>a</summary></details>",
    "<marquee onstart=alert(1)>a</marquee>",
    "<a href=\"javascript:alert(1)\">a</a>", "<a href=\"jav&#x0A;ascript:alert(1)\">a</a>",
    "<a href=\" &#14; javascript:alert(1)\">a</a>",
    "<a href=\"java\u{0}script:alert(1)\">a</a>",
    "<a href=\"&#0000106&#0000097vascript:alert(1)\">a</a>",
    "<a href=data:text/html,<script>alert(1)</script>>a</a>",
    "<a href=# onclick=alert(1) ping=https://e.example target=_blank style=position:fixed>a</a>",
    "<area href=javascript:alert(1)>",
    "<b onmouseover=alert(1)>a</b>", "<b/onclick=alert(1)>a</b>", "<b \u{C}onclick=alert(1)>a</b>",
    "<x onclick=alert(1)>a</x>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<template><img src=x onerror=alert(1)></template>",
    "<title><a title=\"</title><img src=x onerror=alert(1)>\">",
    "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\">",
    "<plaintext><img src=x onerror=alert(1)>",
    "<noembed><img title=\"</noembed><img src onerror=alert(1)>\"></noembed>",
    "<!--<img src=\"--><img src=x onerror=alert(1)//\">", "<!--><script>alert(1)</script>-->",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>", "<?xml-stylesheet href=\"javascript:alert(1)\"?>",
    "<!DOCTYPE x [<!ENTITY y \"<script>alert(1)</script>\">]>&y;",
    "[a](javascript:alert(1))", "[a](javascript://%0aalert(1))", "[a](<javascript:alert(1)>)",
    "[a](JAVASCRIPT&colon;alert(1))",
    "![a](javascript:alert(1))", "![a](https://e.example/\"onerror=\"alert(1))",
    "[a](https://e.example/\"onclick=\"alert(1) \"t\\\" onclick=alert(1)\")",
    "[a]: javascript:alert(1)\n\n[a]", "<javascript:alert(1)>", "![a\" onerror=\"alert(1)](x.png)",
    "## a\" onclick=\"alert(1) {#x\"onclick=alert(1)}",
    "```\" onclick=alert(1)\n<script>alert(1)</script>\n```", "`<script>alert(1)</script>`",
    "$\\href{javascript:alert(1)}{x}$",
    "$\\text{<img src=x onerror=alert(1)>}$",
    "$\\unicode{<script>}$ $\\style{background:url(//e.example)}{x}$",
    "[^<script>]\n\n[^<script>]: <img src=x onerror=alert(1)>",
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
    "<!-- tabs -->\n\n### \"><script>alert(1)</script>\n\n<!-- /tabs -->",
    "> [!NOTE]\n> <img src=x onerror=alert(1)>", "- [x] <img src=x onerror=alert(1)>",
    "<!-- quiz -->\n\n## Q\n\n1. [x] <img src=x onerror=alert(1)>\n2. [ ] b\n\n<!-- /quiz -->",
    "<!-- quiz -->\n\n## Q\n\n- <script>a -> b\n- \"onclick=x -> <img src=x onerror=alert(1)>\n\n<!-- /quiz -->",
    "<!-- quiz -->\n\n## Q\n\n- = <script>alert(1)</script>\n- = b\n\n<!-- /quiz -->",
  ]

  /// Each as it stands, within a line, and before other content.
  @Test(arguments: snippets) func letsNothingRunOrLoad(snippet: String) throws {
    for text in [snippet, "a \(snippet) b", "<div>\n\(snippet)\n\n## H\n\n[l](#h) ![p](a.png)\n"] {
      let rendered = try RenderedText(text)
      let nodes = try rendered.nodes()
      // A quiz is a form of our own, without attributes that a form could do harm with.
      let isQuiz = nodes.allElements.contains { $0.hasClass("quiz") }
      let own = isQuiz ? ["<form>", "<button>", "<button>"] : []
      #expect(Hazard.all(in: nodes) == own, "\(text)")
      // What browsers make of it is what was looked at.
      #expect(try HTMLFragment(parsing: nodes.serialized).nodes == nodes, "\(text)")
    }
  }

  @Test func looksAtEnough() { #expect(Self.snippets.count > 100) }

  /// A test of the test: these do hold what no page may.
  @Test(arguments: [
    "<script></script>", "<p onclick=x>", "<a href=javascript:x>a</a>",
    "<img src=https://e.example/a>", "<img src=//e.example/a>",
    "<img srcset=a>", "<p style=a>", "<svg><rect fill='url(//e.example)'/></svg>",
    "<svg><use href='#a'/></svg>",
    "<a href=' java\nscript:x'>a</a>", "<form></form>", "<video poster=http://e.example></video>",
  ])
  func seesHazards(html: String) throws {
    #expect(try !Hazard.all(in: HTMLFragment(parsing: Array(html.utf8)).nodes).isEmpty)
  }
}
