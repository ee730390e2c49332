import Bytes
import HTMLTree

/// What of an author's HTML goes onto a page.
enum RawHTMLRules {
  /// Elements that may stay, with their content.
  static let elements: Set<String> = [
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption",
    "cite", "code", "col", "colgroup", "data", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
    "figcaption", "figure", "footer", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "ins", "kbd",
    "label", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small",
    "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time",
    "tr", "u", "ul", "var", "wbr",
    "math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msqrt",
    "mroot", "msub", "msup", "msubsup", "munder", "mover", "munderover", "mtable", "mtr", "mtd",
    "mstyle", "mpadded", "mphantom", "merror", "mmultiscripts", "mprescripts", "ms",
    "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan",
    "title", "desc", "defs", "marker", "linearGradient", "radialGradient", "stop", "clipPath", "mask",
    "pattern", "symbol",
  ]

  /// Elements of old HTML that only dress their content; nobody misses them.
  static let formatting: Set<String> = [
    "big", "center", "font", "nobr", "main", "nav", "picture", "html", "head", "body",
  ]

  /// What becomes of an attribute.
  enum Verdict {
    case keep
    case drop
    /// Left out, and the author is told.
    case report
    /// An id, which must be the page's only one.
    case identifier
    /// An address to be resolved.
    case link
  }

  private static let obsolete: Set<String> = [
    "align", "valign", "bgcolor", "border", "cellpadding", "cellspacing", "frame", "rules", "nowrap",
    "hspace", "vspace", "clear", "face", "color", "background", "style", "srcset", "sizes", "src",
    "action", "formaction", "data", "longdesc", "ping", "manifest", "usemap", "profile", "codebase",
    "classid", "archive", "srcdoc", "poster", "cite", "xlink:href", "http-equiv", "markdown", "name",
    "autofocus", "contenteditable", "is", "slot", "part", "nonce", "integrity", "crossorigin", "target",
    "itemprop", "itemscope", "itemtype", "accesskey", "form", "for", "xmlns:xlink",
  ]

  static func verdict(on attribute: HTMLAttribute, of element: String) -> Verdict {
    let name = attribute.name
    if name.hasPrefix("on") { return .report }
    if name == "id" { return attribute.value.isEmpty ? .drop : .identifier }
    if name == "name", element == "a" { return attribute.value.isEmpty ? .drop : .identifier }
    if name == "href" { return element == "a" ? .link : .drop }
    if obsolete.contains(name) || name.hasPrefix("own-") { return .drop }
    if ["width", "height", "size"].contains(name), ["td", "th", "table", "hr", "pre", "col"].contains(element) {
      return .drop
    }
    if refersElsewhere(attribute.value) { return .drop }
    return .keep
  }

  /// Whether a value has `url(` that leads to another place than this page.
  private static func refersElsewhere(_ value: [UInt8]) -> Bool {
    let text = String(utf8: value.map(\.asciiLowercased))
    guard let found = text.range(of: "url(") else { return false }
    return !text[found.upperBound...].hasPrefix("#")
  }
}

extension String {
  /// Where `other` first stands in this text.
  fileprivate func range(of other: String) -> Range<String.Index>? { ranges(of: other).first }
}
