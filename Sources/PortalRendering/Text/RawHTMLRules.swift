import Bytes
import HTMLTree

/// What of an author's HTML goes onto a page.
///
/// What is not named here does not.
enum RawHTMLRules {
  /// Elements that may stay, with their content.
  static let elements: Set<String> = [
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption",
    "cite", "code", "col", "colgroup", "data", "dd", "del", "details", "dfn", "div", "dl", "dt",
    "em",
    "figcaption", "figure", "footer", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "ins",
    "kbd",
    "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section",
    "small",
    "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead",
    "time",
    "tr", "u", "ul", "var", "wbr",
  ]

  /// Elements of old HTML that only dress their content; nobody misses them.
  static let formatting: Set<String> = [
    "big", "font", "label", "nobr", "main", "nav", "html", "head", "body",
  ]

  /// Elements that go with their content.
  static let dropped: Set<String> = [
    "script", "style", "link", "meta", "base", "template", "noscript", "title",
  ]

  /// Elements that show or play a file.
  static let media: Set<String> = ["img", "video", "audio", "source", "track"]

  /// Elements that show another page or run a program.
  static let embedding: Set<String> = ["iframe", "frame", "embed", "object", "applet", "portal"]

  /// Elements within `svg` that may stay.
  static let svgElements: Set<String> = [
    "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan",
    "title", "desc", "defs", "marker", "linearGradient", "radialGradient", "stop", "clipPath",
    "mask",
    "pattern", "symbol",
  ]

  /// Elements within `math` that may stay.
  static let mathElements: Set<String> = [
    "math", "semantics", "annotation", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac",
    "msqrt",
    "mroot", "msub", "msup", "msubsup", "munder", "mover", "munderover", "mtable", "mtr", "mtd",
    "mstyle", "mpadded", "mphantom", "merror", "mmultiscripts", "mprescripts", "ms",
  ]

  /// Elements whose words stand in a line with those around them.
  static let inLine: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "nobr", "q", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
  ]

  /// Whether nothing in an element is read as words of the text.
  static func isWordless(_ name: String) -> Bool {
    dropped.contains(name) || embedding.contains(name) || media.contains(name)
      || ["pre", "svg", "math"].contains(name)
  }

  /// What our own tags are called that a text with raw HTML marks.
  static let marked: Set<String> = [
    "a", "audio", "button", "div", "fieldset", "form", "h2", "h3", "h4", "h5", "h6", "img", "input",
    "label", "legend", "li", "option", "pre", "select", "table", "video",
  ]

  /// Attributes that any element may have; besides these, `aria-*`.
  private static let attributes: Set<String> = [
    "class", "dir", "hidden", "lang", "role", "title", "translate",
  ]

  private static let attributesByElement: [String: Set<String>] = [
    "a": ["download", "hreflang", "rel", "type"],
    "col": ["span"],
    "colgroup": ["span"],
    "data": ["value"],
    "del": ["datetime"],
    "details": ["open"],
    "ins": ["datetime"],
    "li": ["value"],
    "ol": ["reversed", "start", "type"],
    "td": ["abbr", "colspan", "headers", "rowspan"],
    "th": ["abbr", "colspan", "headers", "rowspan", "scope"],
    "time": ["datetime"],
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

  /// What becomes of an attribute of an HTML element.
  static func verdict(on attribute: HTMLAttribute, of element: String) -> Verdict {
    let name = attribute.name
    if name.hasPrefix("on") { return .report }
    switch (element, name) {
    case (_, "id"), ("a", "name"): return attribute.value.isEmpty ? .drop : .identifier
    case ("a", "href"): return .link
    default:
      let isKnown =
        attributes.contains(name) || name.hasPrefix("aria-")
        || attributesByElement[element]?.contains(name) == true
      return isKnown ? .keep : .drop
    }
  }

  /// The class for what old HTML's `align` asks for, which cells of Markdown's tables have, too.
  static func alignment(of element: HTMLElement) -> String? {
    let value = element.text(of: "align")?.lowercased()
    return ["left", "center", "right"].first { $0 == value }
  }

  /// What becomes of an attribute inside `svg` and `math`, whose attributes are too many to name.
  static func verdict(onForeign attribute: HTMLAttribute) -> Verdict {
    let name = attribute.name
    if name.hasPrefix("on") { return .report }
    if name == "id" { return attribute.value.isEmpty ? .drop : .identifier }
    let isAddress = ["action", "href", "src", "style", "data", "altimg"].contains(name)
    if isAddress || name.contains(":") || name.hasPrefix("own-") { return .drop }
    return refersElsewhere(attribute.value) ? .drop : .keep
  }

  /// Whether a value of CSS may lead to another place than this page; escapes could hide that it
  /// does.
  private static func refersElsewhere(_ value: [UInt8]) -> Bool {
    if value.contains(UInt8(ascii: "\\")) { return true }
    let text = value.map(\.asciiLowercased)
    for index in text.indices where text[index] == UInt8(ascii: "(") {
      let name = text[..<index].suffix(while: { $0.isASCIILetter || $0 == UInt8(ascii: "-") })
      let loads = name.equals("url") || name.equals("src") || name.suffix(5).equals("image")
      if loads || name.suffix(3).equals("set"),
        text[index...].dropFirst().first != UInt8(ascii: "#")
      {
        return true
      }
    }
    return false
  }
}

extension BidirectionalCollection {
  /// The longest end of the collection whose elements all fit.
  fileprivate func suffix(while fits: (Element) -> Bool) -> SubSequence {
    var start = endIndex
    while start != startIndex, fits(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
