import ImageMetadata
import Testing

@Suite struct SVGHazardTests {
  @Test(arguments: [
    "<path d='M0 0' transform='scale(2)'/>", "<use href='#a'/>", "<use xlink:href='#a'/>",
    "<image href='images/b.png'/>", "<image href='data:image/png;base64,AA//BB'/>",
    "<rect fill='url(#a)' style='stroke: url(\"#b\"); fill: red'/>",
    "<style>a { fill: url(#b) } /* note */</style>", "<a href='https://example.org/'><text/></a>",
    "<style>@font-face { src: url(data:font/woff2;base64,AA//BB) }</style>",
    "<text>see https://example.org and javascript: too</text>", "<!-- <script> http://x -->",
    "<![CDATA[<script>]]>", "<e only_selected='x' p:onload='x' on='x'/>",
    "<metadata xmlns:dc='http://purl.org/dc'><dc:title xml:lang='en'>a</dc:title></metadata>",
    "<animate attributeName='opacity' from='0' to='1' values='0;1'/>",
    "<g inkscape:export='C:\\x (1).png' aria-label='a // b'/>",
  ])
  func findsNothingInPlainDrawings(content: String) {
    #expect(SVGHazard.all(in: drawing(content)) == [])
  }

  @Test(
    arguments: [
      ("<script>alert(1)</script>", .script), ("<SCRIPT/>", .script), ("<s:script/>", .script),
      ("<script\nhref='a.js'/>", .script), ("<rect onclick='x'/>", .eventHandler),
      ("<rect ONLOAD = \"x\"/>", .eventHandler), ("<rect a='>' onload='x'/>", .eventHandler),
      ("<set attributeName='onclick' to='x'/>", .eventHandler),
      ("<set attributeName='&#111;nclick' to='x'/>", .eventHandler),
      ("<a href='javascript:x'/>", .scriptAddress), ("<a href=' JaVa\nScript:x'/>", .scriptAddress),
      ("<a href='&#x6a;avascript:x'/>", .scriptAddress),
      (
        "<a href='&#x0000000000000000000000000000000000000000000000000000000000000000000006a;avascript:x'/>",
        .scriptAddress
      ),
      ("<a href='java&#9;script&#58;x'/>", .scriptAddress),
      ("<a xlink:href='vbscript:x'/>", .scriptAddress),
      ("<animate attributeName='href' values='#a;javascript:x'/>", .scriptAddress),
      ("<use href='data:image/svg+xml,x'/>", .scriptAddress),
      ("<a href='data:text/html,x'/>", .scriptAddress),
      ("<image href='https://evil.example/a.png'/>", .otherHost),
      ("<image xlink:href='//evil.example/a.png'/>", .otherHost),
      ("<image href='/\\evil.example/a.png'/>", .otherHost),
      ("<image href='https:evil'/>", .otherHost),
      ("<image href='&#104;ttp&#58;//evil'/>", .otherHost),
      ("<g xml:base='https://evil/'/>", .otherHost),
      ("<set attributeName='href' to='https://evil'/>", .otherHost),
      ("<rect fill='url(https://evil/#a)'/>", .otherHost),
      ("<rect style='fill: URL( \"//evil\" )'/>", .otherHost),
      ("<rect style='background: image-set(\"https:evil\" 1x)'/>", .otherHost),
      ("<rect style='fill: u\\72l(a)'/>", .otherHost),
      ("<style>@import 'a.css';</style>", .otherHost),
      ("<style>@IMPORT url(x)</style>", .otherHost),
      ("<style>&#64;import url(x)</style>", .otherHost),
      ("<style><![CDATA[ a { fill: url(//evil) } ]]></style>", .otherHost),
      ("<style><![CDATA[ </style> @import 'x' ]]></style>", .otherHost),
      ("<style>@imp<!-- -->ort 'x'</style>", .otherHost),
      ("<style><x></x>@import 'x'</style>", .otherHost),
      ("<style>@\\69mport 'x'</style>", .otherHost),
      ("<style>a { fill: url(data:x) url(//evil) }</style>", .otherHost),
      ("<style>a { fill: url(http:/evil) }", .otherHost),
      ("<?xml-stylesheet href='a.css'?>", .otherHost),
      ("<foreignObject><b/></foreignObject>", .foreignObject), ("<rect a=b onload=x>", .unreadable),
      ("<rect a='x", .unreadable), ("<!-- x", .unreadable), ("\0", .unreadable),
    ] as [(String, SVGHazard)])
  func findsWhatRunsOrLoads(content: String, hazard: SVGHazard) {
    #expect(SVGHazard.all(in: drawing(content)).contains(hazard))
  }

  @Test func findsEntitiesAndOtherEncodings() {
    let entity = "<!DOCTYPE svg [<!ENTITY a '<script/>'>]><svg>&a;</svg>"
    #expect(SVGHazard.all(in: Array(entity.utf8)) == [.entity])
    let shifted = "<?xml version='1.0' encoding = \"UTF-7\"?><svg/>"
    #expect(SVGHazard.all(in: Array(shifted.utf8)) == [.unreadable])
    let plain = "<?xml version=\"1.0\" encoding=\"utf-8\" standalone='no'?>\n<svg/>"
    #expect(SVGHazard.all(in: Array(plain.utf8)) == [])
    let wide = "<svg/>".utf8.flatMap { [$0, 0] as [UInt8] }
    #expect(SVGHazard.all(in: [0xFF, 0xFE] + wide).contains(.unreadable))
  }

  @Test func tellsEachHazardOnceInOrder() {
    let text = "<a onclick='x' href='javascript:x'/><script/><b onclick='y'/><script/>"
    #expect(SVGHazard.all(in: drawing(text)) == [.eventHandler, .scriptAddress, .script])
  }

  private func drawing(_ content: String) -> [UInt8] {
    Array(
      "<svg xmlns='http://www.w3.org/2000/svg' xmlns:s='http://www.w3.org/2000/svg'>\(content)</svg>"
        .utf8)
  }
}
