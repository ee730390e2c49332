/// A piece of HTML as it stands inside `body`: the nodes that its author wrote.
package struct HTMLFragment: Hashable, Sendable {
  /// The nodes at the top; `html`, `head` and `body` tags and a doctype are not kept.
  package var nodes: [HTMLNode]

  /// Reads HTML as browsers do, always as UTF-8, in linear time.
  ///
  /// Ill-formed UTF-8, NUL and other control characters become U+FFFD. What is nested deeper than
  /// ``HTMLLimit/depth`` becomes siblings. No `tbody` is made up and nothing is moved out of tables.
  package init(parsing bytes: [UInt8]) throws(HTMLError) {
    self.nodes = try HTMLParsing.nodes(of: bytes)
  }

  /// Appends the fragment as HTML.
  package func serialize(into output: inout [UInt8]) {
    nodes.serialize(into: &output)
  }
}
