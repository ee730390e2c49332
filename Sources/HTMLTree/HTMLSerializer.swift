import Bytes

extension [HTMLNode] {
  /// Appends the nodes as HTML that browsers read as this tree: no white space is added, references
  /// only where they are needed, attributes without value as their bare name.
  package func serialize(into output: inout [UInt8]) {
    for node in self { HTMLSerializer.append(node, in: HTMLPlace(), to: &output) }
  }
}

/// Where a node stands, as far as that decides how a browser reads it.
private struct HTMLPlace {
  var namespace = ElementNamespace.html

  /// Whether some browser may read raw text here as markup.
  var isGuarded = false

  func inside(_ element: HTMLElement, of namespace: ElementNamespace) -> HTMLPlace {
    var place = self
    place.namespace =
      namespace.takesHTML(in: element.name, encoding: element["encoding"]) ? .html : namespace
    if namespace.guardsRawText(in: element.name) { place.isGuarded = true }
    return place
  }
}

private enum HTMLSerializer {
  static func append(_ node: HTMLNode, in place: HTMLPlace, to output: inout [UInt8]) {
    switch node {
    case .text(let text): appendText(text, to: &output)
    case .comment(let text):
      // Where a browser reads raw text, a comment hides nothing.
      if !place.isGuarded { appendComment(text, to: &output) }
    case .element(let element): append(element, in: place, to: &output)
    }
  }

  private static func append(_ element: HTMLElement, in place: HTMLPlace, to output: inout [UInt8])
  {
    let namespace = ElementNamespace(of: element.name, inside: place.namespace)
    let traits = namespace == .html ? ElementTraits(of: element.name) : []
    appendStartTag(of: element, to: &output)
    if traits.contains(.void) { return }
    if traits.contains(.rawText) {
      let text = RawText(of: element.name, isGuarded: place.isGuarded)
      output.append(contentsOf: text.contained(element.ownText))
    } else if traits.contains(.escapableRawText) {
      let text = element.ownText
      appendLineFeedIfEaten(text, in: element.name, to: &output)
      appendText(text, to: &output)
    } else {
      if case .text(let text)? = element.children.first {
        appendLineFeedIfEaten(text, in: element.name, to: &output)
      }
      let inside = place.inside(element, of: namespace)
      for child in element.children { append(child, in: inside, to: &output) }
    }
    output.append("</")
    output.append(contentsOf: element.name.utf8)
    output.append(">")
  }

  private static func appendStartTag(of element: HTMLElement, to output: inout [UInt8]) {
    output.append("<")
    output.append(contentsOf: element.name.utf8)
    for attribute in element.attributes {
      output.append(" ")
      output.append(contentsOf: attribute.name.utf8)
      if attribute.value.isEmpty { continue }
      output.append("=\"")
      output.append(escaping: attribute.value)
      output.append("\"")
    }
    output.append(">")
  }

  /// Browsers drop a line feed right after these start tags, so one that counts is written twice.
  private static func appendLineFeedIfEaten(
    _ text: [UInt8], in name: String, to output: inout [UInt8]
  ) {
    if text.first == UInt8(ascii: "\n"), ElementTraits(of: name).contains(.eatsLineFeed) {
      output.append("\n")
    }
  }

  private static func appendText(_ text: [UInt8], to output: inout [UInt8]) {
    var start = 0
    for index in text.indices {
      let reference: StaticString
      switch text[index] {
      case UInt8(ascii: "&"): reference = "&amp;"
      case UInt8(ascii: "<"): reference = "&lt;"
      case UInt8(ascii: ">"): reference = "&gt;"
      default: continue
      }
      output.append(contentsOf: text[start..<index])
      output.append(reference)
      start = index + 1
    }
    output.append(contentsOf: text[start...])
  }

  private static func appendComment(_ text: [UInt8], to output: inout [UInt8]) {
    output.append("<!--")
    // What ends a comment early gets a space: `>` and `->` at the start, `-->` and `--!>` within.
    if text.first == UInt8(ascii: ">") || text.hasPrefix("->") { output.append(" ") }
    var hyphens = 0
    for (index, byte) in text.enumerated() {
      let isBang = byte == UInt8(ascii: "!") && index + 1 < text.count
      let endsEarly =
        byte == UInt8(ascii: ">") || isBang && text[index + 1] == UInt8(ascii: ">")
      if hyphens >= 2, endsEarly { output.append(" ") }
      hyphens = byte == UInt8(ascii: "-") ? hyphens + 1 : 0
      output.append(byte)
    }
    output.append("-->")
  }
}

extension HTMLElement {
  /// The text among the children themselves.
  fileprivate var ownText: [UInt8] {
    if children.count == 1, case .text(let text) = children[0] { return text }
    return children.reduce(into: []) { result, node in
      if case .text(let text) = node { result.append(contentsOf: text) }
    }
  }
}
