import Bytes
import HTMLTree
import TestSupport
import Testing

/// Random HTML, the same for the same seed.
struct TagSoup {
  private var state: UInt64

  init(seed: UInt64) {
    self.state = seed
  }

  /// A text of up to 40 pieces: tags of every kind, text, comments, references.
  mutating func text() -> String {
    (0..<next(40)).map { _ in piece() }.joined()
  }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private mutating func piece() -> String {
    let name = Self.names[next(Self.names.count)]
    return switch next(10) {
    case 0, 1, 2, 3: "<\(name)\(Self.attributes[next(Self.attributes.count)])>"
    case 4, 5, 6: "</\(name)>"
    case 7: "<\(name)/>"
    default: Self.texts[next(Self.texts.count)]
    }
  }

  private static let names = """
    a b i p div span ul ol li dl dt dd table caption colgroup col thead tbody tr td th h1 h2 pre
    form button select option optgroup input br img hr source video picture details summary template
    script style textarea title iframe noscript noembed xmp object svg path g foreignObject desc math
    mi mo annotation-xml mglyph ruby rt rp html head body image font nobr x-y address section main
    plaintext frameset listing rtc
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let attributes = [
    "", "", " a=1", " A='&lt;' b", " title=\"--><img>\"", " color=red", " encoding=text/html",
    " x='",
    " c=\"", " /", " a=1 a=2", " =", " é=1", " viewbox=0",
  ]

  private static let texts = [
    "x", "\n", " ", "&amp;", "&", "&nbsp", "&#60;", "<", "<!--", "-->", "--!>", "<!-- c -->",
    "<!x>",
    "<![CDATA[", "]]>", "<!doctype html>", "<?x?>", "</>", "\u{E9}", "\r\n", "\0", "'", "\"",
    "\u{FFFE}",
    "<script><!--<script>", "</script>", "<style><!--</style>",
  ]
}

@Suite struct RoundTripTests {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func writesFragmentsThatReadTheSame(seed: UInt64) throws {
    var soup = TagSoup(seed: seed)
    for _ in 0..<250 {
      let text = soup.text()
      let once = try fragment(text)
      let written = once.serialized
      let again = try HTMLFragment(parsing: written).nodes
      #expect(again.serialized == written, "\(text)")
      #expect(sameIgnoringLines(once, again), "\(text)")
    }
  }

  private func sameIgnoringLines(_ left: [HTMLNode], _ right: [HTMLNode]) -> Bool {
    withoutLines(left) == withoutLines(right)
  }

  private func withoutLines(_ nodes: [HTMLNode]) -> [HTMLNode] {
    var nodes = nodes
    nodes.rewrite { element in
      element.line = 0
      return .keep
    }
    return nodes
  }
}
