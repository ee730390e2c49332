import Bytes

/// A whole HTML page: a doctype and one `html` element with `head` and `body`.
package struct HTMLDocument: Hashable, Sendable {
  /// What follows `<!doctype`, such as `html`; nil without doctype.
  package var doctype: [UInt8]?

  /// The `html` element, and comments before it.
  package var nodes: [HTMLNode]

  /// A page made by hand.
  package init(doctype: [UInt8]? = [UInt8]("html".utf8), nodes: [HTMLNode]) {
    self.doctype = doctype
    self.nodes = nodes
  }

  /// Reads a page as ``HTMLFragment/init(parsing:)`` reads a fragment; `html`, `head` and `body` are
  /// added where their tags are left out.
  package init(parsing bytes: [UInt8]) throws(HTMLError) {
    (self.doctype, self.nodes) = try HTMLParsing.nodes(of: bytes, as: .page)
  }

  /// Appends the page as HTML.
  package func serialize(into output: inout [UInt8]) {
    if let doctype {
      output.append("<!DOCTYPE ")
      output.append(contentsOf: doctype.filter { $0 != UInt8(ascii: ">") })
      output.append(">")
    }
    nodes.serialize(into: &output)
  }
}
