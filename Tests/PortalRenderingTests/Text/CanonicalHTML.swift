import Bytes
import HTMLTree
import TestSupport

@testable import PortalRendering

/// Why Clevio's HTML of a text is not that of cmark-gfm.
enum IntendedDifference: String, CaseIterable {
  case headingLevel = "a page's only h1 is its title, so headings begin with h2"
  case headingAnchor = "headings have ids and links to themselves"
  case code = "code has a label, colours, and a class in small letters"
  case table = "tables scroll sideways, and classes align their cells"
  case taskList = "a task's box is labelled by its words"
  case figure = "a picture with a title and nothing beside it is a figure"
  case pictureSize = "pictures have sizes and load late"
  case foreignPicture = "a picture of another host is a link"
  case fileAddress = "links to files lead to where the portal has them"
  case page = "links to an author's own pages and scripts are dropped"
  case schemes = "links of other schemes than http, https, mailto and tel are dropped"
  case emptyLink = "a link without an address is dropped"
  case rawHTML = "raw HTML is cleaned"
  case openMarkup = "a tag or a comment without an end is ended"
  case comments = "comments are left out"
}

/// HTML in a form in which only what matters differs: Clevio's intended differences are undone in
/// it and noted.
struct CanonicalHTML {
  /// What was undone.
  private(set) var differences: Set<IntendedDifference> = []
  /// What is added to the level of a heading of cmark-gfm's.
  private var headingShift = 0

  /// Canonical HTML of cmark-gfm's output for a text.
  mutating func theirs(_ html: String, of markdown: String) throws -> String {
    let closed = ClosedMarkup(Array(html.utf8)) { html.lowercased().contains("</\($0)") }
    if closed.firstOpened != nil { differences.insert(.openMarkup) }
    let nodes = try HTMLFragment(parsing: closed.html).nodes
    let levels = nodes.compactMap { node -> Int? in
      guard case .element(let element) = node else { return nil }
      return CanonicalHTML.level(of: element)
    }
    let isRaw = markdown.contains("<h1>")
    headingShift = isRaw ? 0 : levels.min().map { 2 - $0 } ?? 0
    return CanonicalHTML.dump(meet(nodes))
  }

  /// Canonical HTML of Clevio's output.
  mutating func ours(_ html: [UInt8]) throws -> String {
    CanonicalHTML.dump(undo(try HTMLFragment(parsing: html).nodes))
  }

  /// Nodes as lines, without the numbers of source lines.
  static func dump(_ nodes: [HTMLNode]) -> String {
    HTMLDump(of: tidy(nodes)).description.replacing(/> \d+\n/, with: ">\n")
  }

  private static func level(of element: HTMLElement) -> Int? {
    guard element.name.count == 2, element.name.first == "h" else { return nil }
    return element.name.last?.wholeNumberValue
  }

  // MARK: Clevio's side

  private mutating func undo(_ nodes: [HTMLNode]) -> [HTMLNode] {
    nodes.flatMap { node -> [HTMLNode] in
      guard case .element(var element) = node else { return [node] }
      if element.name == "figure" { return undo(figure: element) }
      if element.hasClass("table"), element.name == "div" {
        differences.insert(.table)
        return undo(element.children)
      }
      if element.name == "label" {
        differences.insert(.taskList)
        return undo(element.children)
      }
      undoHeading(&element)
      undoAttributes(&element)
      undoForeignImage(&element)
      element.children = undo(element.children)
      return [.element(element)]
    }
  }

  private mutating func undo(figure: HTMLElement) -> [HTMLNode] {
    guard case .element(var first)? = figure.children.first else { return [.element(figure)] }
    if figure.hasClass("code") {
      if first.name == "figcaption", case .element(let pre)? = figure.children.last { first = pre }
      guard case .element(var code)? = first.children.first else { return [.element(figure)] }
      differences.insert(.code)
      code.children = [.text(Array(code.children.innerText.utf8))]
      first.attributes = []
      first.children = [.element(code)]
      return [.element(first)]
    }
    guard ["img", "a"].contains(first.name) else { return [.element(figure)] }
    differences.insert(.figure)
    return [.element(HTMLElement("p", children: undo([.element(first)])))]
  }

  private mutating func undoHeading(_ element: inout HTMLElement) {
    guard CanonicalHTML.level(of: element) != nil else { return }
    // Headings in HTML have an id alone.
    if element["id"] != nil { differences.insert(.headingAnchor) }
    element["id"] = nil
    if case .element(let anchor)? = element.children.last, anchor.hasClass("anchor") {
      element.children.removeLast()
    }
  }

  private func undoForeignImage(_ element: inout HTMLElement) {
    guard element.hasClass("foreign-image") else { return }
    let words = element.children.innerText.replacing(/[ ]?\(?picture on [^ )]+\)?$/, with: "")
    element["class"] = nil
    element.children = [.text(words.isEmpty ? element["href"] ?? [] : Array(words.utf8))]
  }

  private mutating func undoAttributes(_ element: inout HTMLElement) {
    switch element.name {
    case "ul", "ol": if element.hasClass("tasks") { element["class"] = nil }
    case "th": element["scope"] = nil
    case "img":
      differences.insert(.pictureSize)
      for name in ["width", "height", "loading", "decoding"] { element[name] = nil }
    default: break
    }
    for name in ["href", "src"] {
      if let url = element[name] { element[name] = url.percentDecoded }
    }
  }

  // MARK: cmark-gfm's side

  private mutating func meet(_ nodes: [HTMLNode]) -> [HTMLNode] {
    nodes.flatMap { node -> [HTMLNode] in
      switch node {
      case .text: return [node]
      case .comment:
        differences.insert(.comments)
        return []
      case .element(let element): return meet(element)
      }
    }
  }

  private mutating func meet(_ element: HTMLElement) -> [HTMLNode] {
    var element = element
    if RawHTMLRules.dropped.contains(element.name) {
      differences.insert(.rawHTML)
      return []
    }
    if element.name == "img" { return [meet(image: element)] }
    if element.name == "a", let node = meet(link: element) { return node }
    element.children = meet(element.children)
    if element.name == "input" { return [.element(meet(input: element))] }
    guard RawHTMLRules.elements.contains(element.name) || element.name == "h1" else {
      differences.insert(.rawHTML)
      return element.children
    }
    if let level = CanonicalHTML.level(of: element) {
      differences.insert(.headingLevel)
      element.name = "h\(min(6, max(2, level + headingShift)))"
    }
    if let alignment = element["align"], ["td", "th"].contains(element.name) {
      element["class"] = alignment
    }
    if element.name == "code", let language = element["class"] {
      element["class"] = language.map(\.asciiLowercased).prefix {
        !",{:".utf8.contains($0) || $0 == 0x2D
      }
      .map(\.self)
    }
    let kept = element.attributes.filter { RawHTMLRules.verdict(on: $0, of: element.name) != .drop }
      .filter { !$0.name.hasPrefix("on") }
    let known = ["align", "class"]
    if kept.count + (element["align"] == nil ? 0 : 1) < element.attributes.count,
      element.attributes.contains(where: { !known.contains($0.name) })
    {
      differences.insert(.rawHTML)
    }
    element.attributes = kept
    return [.element(element)]
  }

  private func meet(input element: HTMLElement) -> HTMLElement {
    var input = HTMLElement("input")
    for name in ["type", "disabled", "checked"] {
      if let value = element[name] { input[name] = value }
    }
    return input
  }

  private mutating func meet(image element: HTMLElement) -> HTMLNode {
    var image = HTMLElement("img")
    let alternative = element["alt"] ?? []
    guard let address = address(element["src"] ?? []) else { return .text(alternative) }
    if address.isForeign {
      differences.insert(.foreignPicture)
      let words = alternative.isEmpty ? element["src"] ?? [] : alternative
      return .element(
        HTMLElement("a", attributes: [HTMLAttribute("href", address.url)], children: [.text(words)])
      )
    }
    image["src"] = address.url
    image["alt"] = alternative
    image["title"] = element["title"]
    return .element(image)
  }

  /// The link with its address as the portal has it, or only its content; `nil` for an anchor
  /// without one.
  private mutating func meet(link element: HTMLElement) -> [HTMLNode]? {
    guard let destination = element["href"] else { return nil }
    let children = meet(element.children)
    guard let address = address(destination) else {
      // What is left of an anchor in raw HTML stays an element.
      return children
    }
    var link = HTMLElement(
      "a", attributes: [HTMLAttribute("href", address.url)], children: children)
    link["title"] = element["title"]
    return [.element(link)]
  }

  private mutating func address(_ destination: [UInt8]) -> (url: [UInt8], isForeign: Bool)? {
    let text = String(utf8: destination.percentDecoded)
    if destination.isEmpty {
      differences.insert(.emptyLink)
      return nil
    }
    if text.hasPrefix("#") { return (Array(text.utf8), false) }
    if text.hasPrefix("//") { return (Array("https:\(text)".utf8), true) }
    if let match = text.prefixMatch(of: /([A-Za-z][A-Za-z0-9+.\-]*):/) {
      if ["http", "https", "mailto", "tel"].contains(match.1.lowercased()) {
        return (Array(text.utf8), true)
      }
      differences.insert(.schemes)
      return nil
    }
    differences.insert(.fileAddress)
    let file = SpecificationFile(destination)
    if [".html", ".htm", ".js", ".css"].contains(where: file.path.hasSuffix) {
      differences.insert(.page)
      return nil
    }
    return (Array(file.address.utf8), false)
  }

  // MARK: Both sides

  private static let blocks: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "table",
    "thead",
    "tbody", "tr", "th", "td", "hr", "div", "section", "dl", "dt", "dd", "article", "aside",
    "header",
    "footer", "details", "summary", "address", "figure", "br",
  ]

  private static func withoutEmptyTexts(_ node: HTMLNode) -> HTMLNode {
    guard case .element(var element) = node else { return node }
    element.children.removeAll { $0 == .text([]) }
    return .element(element)
  }

  /// An anchor of nothing, which is what is left of a link that was dropped from raw HTML.
  private static func withoutEmptyAnchors(_ node: HTMLNode) -> [HTMLNode] {
    guard case .element(let element) = node, element.name == "a", element.attributes.isEmpty else {
      return [node]
    }
    return element.children
  }

  private static func isBlock(_ node: HTMLNode?) -> Bool {
    guard case .element(let element)? = node else { return false }
    return blocks.contains(element.name)
  }

  /// Joins texts, and takes away white space that no reader sees.
  private static func tidy(_ nodes: [HTMLNode], isInside: Bool = true) -> [HTMLNode] {
    var joined: [HTMLNode] = []
    for node in nodes.flatMap(withoutEmptyAnchors) {
      if case .text(let text) = node, case .text(let before)? = joined.last {
        joined[joined.count - 1] = .text(before + text)
      } else {
        joined.append(node)
      }
    }
    return joined.enumerated().compactMap { index, node -> HTMLNode? in
      switch node {
      case .comment: return node
      case .element(var element):
        if element.name == "pre" { element.children = element.children.map(withoutEmptyTexts) }
        if element.name != "pre" {
          element.children = tidy(element.children, isInside: blocks.contains(element.name))
        }
        element.attributes.sort { $0.name < $1.name }
        return .element(element)
      case .text(let bytes):
        var text = String(utf8: bytes).replacing(/[ \t\n\r\f]+/, with: " ")
        let isFirst = index == 0 ? isInside : isBlock(joined[index - 1])
        let isLast = index == joined.count - 1 ? isInside : isBlock(joined[index + 1])
        if isFirst, text.hasPrefix(" ") { text.removeFirst() }
        if isLast, text.hasSuffix(" ") { text.removeLast() }
        return text.isEmpty ? nil : .text(Array(text.utf8))
      }
    }
  }
}

/// A file that a link of an example leads to, and its address in the portal.
struct SpecificationFile {
  /// Where the file is among the sources.
  let path: String
  /// What the link becomes.
  let address: String

  /// Understands a relative link of a text in the portal's folder.
  init(_ destination: [UInt8]) {
    let text = String(utf8: destination)
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = parts[0].split(separator: "?", omittingEmptySubsequences: false)[0]
    let decoded = String(utf8: Array(file.utf8).percentDecoded)
    path = decoded.split(separator: "/").joined(separator: "/")
    let fragment = parts.count > 1 ? "#" + String(utf8: Array(parts[1].utf8).percentDecoded) : ""
    address = "files/" + path + fragment
  }
}
