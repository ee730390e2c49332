import Bytes
package import HTMLTree

/// The elements of a tree in document order, each before its content; no recursion.
package struct HTMLElements: Sequence, IteratorProtocol, Sendable {
  private var pending: [ArraySlice<HTMLNode>]

  fileprivate init(of nodes: [HTMLNode]) {
    self.pending = [nodes[...]]
  }

  /// The next element.
  package mutating func next() -> HTMLElement? {
    while var siblings = pending.popLast() {
      guard let node = siblings.popFirst() else { continue }
      pending.append(siblings)
      guard case .element(let element) = node else { continue }
      pending.append(element.children[...])
      return element
    }
    return nil
  }
}

extension [HTMLNode] {
  /// Every element at any depth, in document order.
  package var elements: HTMLElements { HTMLElements(of: self) }

  /// The first element with the tag name `name`.
  package func firstElement(named name: String) -> HTMLElement? {
    elements.first { $0.name == name }
  }

  /// The text of all nodes in order, without comments and the source of `script`, `style` and
  /// `template`.
  package var textContent: [UInt8] {
    var result: [UInt8] = []
    var pending = [self[...]]
    while var siblings = pending.popLast() {
      guard let node = siblings.popFirst() else { continue }
      pending.append(siblings)
      switch node {
      case .text(let text): result.append(contentsOf: text)
      case .element(let element) where !["script", "style", "template"].contains(element.name):
        pending.append(element.children[...])
      case .element, .comment: break
      }
    }
    return result
  }

  /// The nodes as HTML.
  package var serialized: [UInt8] {
    var output: [UInt8] = []
    serialize(into: &output)
    return output
  }
}

extension HTMLElement {
  /// Whether `name` is one of the words of the `class` attribute.
  package func hasClass(_ name: String) -> Bool {
    guard let value = self["class"] else { return false }
    return value.split(whereSeparator: \.isASCIIWhitespace).contains { $0.elementsEqual(name.utf8) }
  }
}
