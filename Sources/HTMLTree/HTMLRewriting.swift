/// What becomes of an element that a rewriting walk has visited.
package enum HTMLRewriting: Sendable {
  /// The element stays as the visitor left it; its content is visited next.
  case keep

  /// The element goes with all its content, which is not visited.
  case drop

  /// The element goes, its content stays in its place and is visited next.
  case unwrap

  /// The nodes take the element's place. They are final: a visitor that keeps parts of the element
  /// in them rewrites those parts itself.
  case replace(with: [HTMLNode])
}

extension [HTMLNode] {
  /// Visits every element in document order, parents first, and does with it what `visit` answers.
  ///
  /// The recursion is as deep as the tree, which parsing caps.
  package mutating func rewrite<Failure: Error>(
    _ visit: (inout HTMLElement) throws(Failure) -> HTMLRewriting
  ) throws(Failure) {
    var result: [HTMLNode] = []
    result.reserveCapacity(count)
    for node in self {
      guard case .element(var element) = node else {
        result.append(node)
        continue
      }
      switch try visit(&element) {
      case .keep:
        try element.children.rewrite(visit)
        result.append(.element(element))
      case .drop: break
      case .unwrap:
        try element.children.rewrite(visit)
        result.append(contentsOf: element.children)
      case .replace(let nodes): result.append(contentsOf: nodes)
      }
    }
    self = result
  }
}
