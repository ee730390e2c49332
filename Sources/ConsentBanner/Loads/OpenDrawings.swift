import Bytes

/// The elements of SVG and MathML that are open at a place of a page.
///
/// Within them no element holds text alone: browsers read on for tags (HTML Standard §13.2.6.5). HTML elements within
/// them are not followed.
struct OpenDrawings {
  /// Which start tags within an element are no drawing's.
  private enum Content {
    case drawing
    /// HTML, but for what only formulas have.
    case text
    case html
  }

  private struct Element {
    var name: String
    var isFormula: Bool
    var content: Content
  }

  private var elements: [Element] = []
  /// How many elements of a name are open, so that an end tag of none costs nothing.
  private var counts: [String: Int] = [:]

  var isEmpty: Bool { elements.isEmpty }

  /// Whether what follows stands in an element that holds no HTML, so that `<![CDATA[` begins text.
  var isInside: Bool { elements.last?.content == .drawing }

  /// Takes a start tag in; says whether its element is one of SVG or MathML.
  mutating func begin(_ tag: MarkupTag) -> Bool {
    guard let isFormula = isFormula(tag) else { return false }
    if !tag.isClosed {
      let content = OpenDrawings.content(of: tag, isFormula: isFormula)
      elements.append(Element(name: tag.name, isFormula: isFormula, content: content))
      counts[tag.name, default: 0] += 1
    }
    return true
  }

  /// Takes an end tag in.
  mutating func end(_ name: String) {
    if name == "p" || name == "br" { leave() }
    guard counts[name, default: 0] > 0 else { return }
    while let last = endLast(), last != name {}
  }

  /// Whether a tag begins an element of a formula; `nil` for one of HTML.
  private mutating func isFormula(_ tag: MarkupTag) -> Bool? {
    if let current = elements.last, !OpenDrawings.isHTML(tag.name, in: current) {
      guard OpenDrawings.ends(tag) else { return current.isFormula }
      leave()
    }
    return switch tag.name {
    case "svg": false
    case "math": true
    default: nil
    }
  }

  /// Ends what is open up to HTML, as its own tags do where they are not allowed.
  private mutating func leave() {
    while isInside { _ = endLast() }
  }

  /// Ends the innermost element; gives its name.
  private mutating func endLast() -> String? {
    guard let last = elements.popLast() else { return nil }
    counts[last.name, default: 0] -= 1
    return last.name
  }

  private static func isHTML(_ name: String, in element: Element) -> Bool {
    switch element.content {
    case .html: true
    case .text: name != "mglyph" && name != "malignmark"
    // Within an annotation a drawing begins anew.
    case .drawing: element.name == "annotation-xml" && name == "svg"
    }
  }

  private static func content(of tag: MarkupTag, isFormula: Bool) -> Content {
    switch tag.name {
    case "mi", "mo", "mn", "ms", "mtext": return isFormula ? .text : .drawing
    case "foreignobject", "desc", "title": return isFormula ? .drawing : .html
    case "annotation-xml":
      let encoding = (tag["encoding"] ?? []).map(\.asciiLowercased)
      let isHTML = encoding.equals("text/html") || encoding.equals("application/xhtml+xml")
      return isFormula && isHTML ? .html : .drawing
    default: return .drawing
    }
  }

  /// Whether a tag is one of HTML that ends the drawing in which it stands.
  private static func ends(_ tag: MarkupTag) -> Bool {
    switch tag.name {
    case "font": ["color", "face", "size"].contains { tag[$0] != nil }
    default: endingNames.contains(tag.name)
    }
  }

  private static let endingNames: Set<String> = [
    "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em",
    "embed",
    "h1", "h2", "h3", "h4", "h5", "h6", "head", "hr", "i", "img", "li", "listing", "menu", "meta",
    "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "strike", "sub", "sup",
    "table",
    "tt", "u", "ul", "var",
  ]
}
