import Bytes
import ConsentBanner
import CourseModel
import Testing

struct LoadTests {
  @Test(arguments: [
    "body { background: url(https://a.test/x.png) }", "@import 'https://a.test/x.css';",
    "@import url( \"//a.test/x.css\" ) print;", "a { background: URL('\\68 ttps://a.test/x') }",
    "a { background: u\\72l(https://a.test/x) }", "a { cursor: url(//a.test/c), auto }",
    "a { background: -webkit-image-set('https://a.test/x' 1x) }",
    "a { background: url(https:\\/\\/a.test/x",
    "@font-face { src: url(https://a.test/f.woff2) format('woff2') }",
    "@import/**/\"https://a.test/x.css\";", "@import /* ; */ 'https://a.test/x.css' print;",
    "@import\n/* a */ /* b */url(//a.test/x)", "@import \"https://a.test/x;y\";",
    "@namespace svg url(http://www.w3.org/2000/svg); a { background: url(https://a.test/x) }",
  ])
  func findsWhatStylesLoad(css: String) {
    let scan = StyleScan(Array(css.utf8))
    #expect(scan.loads.count == 1)
    #expect(StyleScan(scan.cleaned).loads.isEmpty)
    #expect(!String(utf8: scan.cleaned).contains("a.test"))
  }

  @Test(arguments: [
    "/* url(https://a.test/x) */ a { color: red }", "a::after { content: 'https://a.test/' }",
    "a { background: url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E\") }",
    "a[href^='https://'] { color: red }", "@namespace svg 'http://www.w3.org/2000/svg';",
    "a { b: url(x.png) }", "\\",
    "@import 'here.css';", "@import/* */'here.css';", "a { b: url(", "@import/*", "@namespace",
    "@namespace url(http://www.w3.org/1999/xhtml);", "@namespace svg url(",
    "@namespace svg/**/url(\"http://www.w3.org/2000/svg\");",
  ])
  func leavesOtherStylesAlone(css: String) {
    let scan = StyleScan(Array(css.utf8))
    #expect(scan.loads.isEmpty)
    #expect(String(utf8: scan.cleaned) == css)
  }

  @Test func movesWhatStylesLoadOfThePortal() {
    let css =
      "a { b: url( x.png ), URL('y z.png'), url(#m); c: image-set(\"x.png\" 1x); d: 'x.png' }"
    let scan = StyleScan(Array(css.utf8)) { address, _ in
      address.first == UInt8(ascii: "#") ? nil : Array("in/".utf8) + address
    }
    #expect(
      String(utf8: scan.cleaned)
        == "a { b: url(\"in/x.png\"), url(\"in/y z.png\"), url(#m); c: image-set(\"in/x.png\" 1x); d: 'x.png' }"
    )
  }

  @Test(arguments: [
    "<script src=//a.test/x></script>", "<SCRIPT\nSRC='https://a.test/x'></SCRIPT>",
    "<link rel='icon stylesheet' href=https://a.test/x>", "<link href=https://a.test/x>",
    "<img src=x srcset='y.png 1x, https://a.test/z.png 2x'>", "<a ping='/x https://a.test/p'>",
    "<meta http-equiv=refresh content='3; URL=\"https://a.test/\"'>",
    "<meta http-equiv=refresh content='0 https://a.test/'>",
    "<meta http-equiv=refresh content=\"0, 'https://a.test/\">",
    "<meta http-equiv=refresh content='0;\"https://a.test/\"x'>",
    "<meta http-equiv=refresh content=\"0; url = 'https://a.test/' url=x\">",
    "<img attributionsrc='https://a.test/'>",
    "<a href='java\nscript:x()'>a</a>", "<svg><a xlink:href='JavaScript:x()'/></svg>",
    "<form action='vbscript:x'></form>", "<iframe src='data:text/html,x'></iframe>",
    "<svg><use xlink:href='//a.test/x#y'/>",
    "<svg><image><set attributeName='href' to='https://a.test/x'/></image></svg>",
    "<svg><image><animate attributeName=href values='x.png; //a.test/x'/></image></svg>",
    "<svg><image><ANIMATE attributeName=href from=//a.test/x /></image></svg>",
    "<svg><image><animate attributeName=xlink:href by=//a.test/x /></image></svg>",
    "<svg><rect><set attributeName=fill to='url(https://a.test/x#y)'/></rect></svg>",
    "<svg><a><set attributeName=href to='javascript:x()'/></a></svg>",
    "<svg><a><animate attributeName=href values='#;javascript:x()'/></a></svg>",
    "<p style='background:url(//a.test/x)'>", "<img src='&#x68;ttps&colon;//a.test/x'>",
    "<iframe srcdoc='&lt;img src=//a.test/x>'></iframe>", "<p onclick='x()'>",
    "<script>x()</script>",
    "<!-- --><img src=//a.test/x>", "<!-- a --!><script src=https://a.test/x></script>",
    "<!--><img src=//a.test/x>", "<!---><img src=//a.test/x>-->", "<!-- --!--><img src=//a.test/x>",
    "<img/src='//a.test/x'/>", "<style>@import '//a.test'</style>",
    "<svg><title><img src=//a.test/x></title></svg>", "<svg><textarea><img src=//a.test/x></svg>",
    "<SVG><xmp><img src=//a.test/x></xmp></svg>", "<math><iframe><img src=//a.test/x></math>",
    "<math><title><img src=//a.test/x></title></math>",
    "<math><mi><svg><title><img src=//a.test/x></title></svg></mi></math>",
    "<math><annotation-xml><svg><title><img src=//a.test/x></title></svg></annotation-xml></math>",
    "<svg><p><svg><title><!-- a --><img src=//a.test/x></title></svg>",
    "<svg><path d='m0 0'><title/><g/></svg><p><img src=//a.test/x></p>",
    "<svg><script href=//a.test/x /></svg>", "<svg><style>a { color: red }</style></svg>",
    "<svg><![CDATA[<!--]]><img src=//a.test/x></svg>", "<![CDATA[<!-->]]><img src=//a.test/x>",
    "<svg><p></svg><title><!--</title><img src=//a.test/x>",
    "<svg/><title><!--</title><img src=//a.test/x>",
    "<svg></svg><textarea><!--</textarea><img src=//a.test/x>",
    "<svg><foreignObject><textarea><!--</textarea><img src=//a.test/x></foreignObject></svg>",
    "<svg><title><title></title><textarea><!--</textarea><img src=//a.test/x></title></svg>",
    "<p></p a='<!--'><img src=//a.test/x>", "<?a <!--?><img src=//a.test/x>",
    "<!doctype html><!a <!--><img src=//a.test/x>", "</ <!--><img src=//a.test/x>",
  ])
  func findsWhatMarkupLoads(html: String) {
    #expect(MarkupLoads(in: Array(html.utf8)).all.count == 1)
  }

  @Test(arguments: [
    "<a href='https://a.test/'>x</a>", "<!-- <img src=//a.test/x> -->",
    "<!-- --!!><img src=//a.test/x> -->", "<!---!><img src=//a.test/x>-->",
    "<img src=x.png srcset='y.png 2x'>",
    "<svg><image><animate attributeName='href' values='x.png;y.png' to='url(#z)'/></image></svg>",
    "<link rel=canonical href=https://a.test/>", "<textarea><img src=//a.test/x></textarea>",
    "<script type='text/plain' data-clv-src='https://a.test/x'></script>",
    "<script type='application/ld+json'>{\"@context\":\"https://schema.org\"}</script>",
    "<meta name=x content='0; url=https://a.test/'>",
    "<svg><foreignObject><textarea><img src=//a.test/x></textarea></foreignObject></svg>",
    "<svg><desc><title><img src=//a.test/x></title></desc></svg>",
    "<math><mtext><title><img src=//a.test/x></title></mtext></math>",
    "<math><annotation-xml encoding=TEXT/html><title><img src=//a.test/x></title></math>",
    "<svg><font color=red></font><title><img src=//a.test/x></title>",
    "<svg><![CDATA[<img src=//a.test/x>]]></svg>", "<svg><title></title></svg><title></title>",
    "<svg></svg><textarea><img src=//a.test/x></textarea>", "</p a='<img src=//a.test/x>'>",
    "<meta http-equiv=refresh content=\"0; 'x.html' https://a.test/\">",
    "<meta http-equiv=refresh content='0; x.html?url=https://a.test/'>", "<", "<a", "<a b='",
  ])
  func leavesOtherMarkupAlone(html: String) {
    #expect(MarkupLoads(in: Array(html.utf8)).all.isEmpty)
  }

  @Test func findsTagsInTheStylesOfADrawing() {
    let html = "<svg><style>a { color: red }<img src=//a.test/x></style></svg>"
    let loads = MarkupLoads(in: Array(html.utf8)).all
    #expect(loads.map(\.isCode) == [true, false])
    let gate = TemplateGate(Array(html.utf8), services: DeclaredServices(), hasConsent: true)
    #expect(String(utf8: gate.cleaned) == "<svg></svg>")
  }

  /// A quadratic way through one of them would take minutes.
  @Test(arguments: [
    ("<svg><title>", "</p></x>"), ("<svg><style>", "</p>"), ("<math><mi>", "</svg>"),
  ])
  func takesNoTimeForDeepDrawings(begin: String, end: String) {
    let html = String(repeating: begin, count: 50_000) + String(repeating: end, count: 50_000)
    let loads = MarkupLoads(in: Array("\(html)<p><img src=//a.test/x>".utf8)).all
    #expect(loads.last?.what == "an image")
  }

  @Test func letsDeclaredTagsOfATemplateWaitAndKeepsItsLines() {
    let services = DeclaredServices([service("tag", .analytics, hosts: ["a.test"])])
    let source = """
      <p>{{page.title}}</p>
      <script async
        src="https://a.test/x.js"></script>
      <script src="https://b.test/x.js"></script>
      <img src="{{cover.url}}" alt="{{cover.alt}}">
      """
    let gate = TemplateGate(Array(source.utf8), services: services, hasConsent: true)
    #expect(
      String(utf8: gate.cleaned) == """
        <p>{{page.title}}</p>
        {{#consent.runs_services}}<script type="text/plain" data-clv-svc="tag" data-clv-cat="analytics" data-clv-src="https://a.test/x.js" async></script>{{/consent.runs_services}}


        <img src="{{cover.url}}" alt="{{cover.alt}}">
        """)
    #expect(gate.refused.map(\.address) == ["https://b.test/x.js"])
    #expect(gate.used == ["tag"])
  }
}
