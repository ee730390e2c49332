import Bytes

/// A piece of HTML content.
package enum HTMLNode: Hashable, Sendable {
  case element(HTMLElement)

  /// Text as a reader sees it: UTF-8 with references resolved; in `script` and `style` the source.
  case text([UInt8])

  /// What stands between `<!--` and `-->`.
  case comment([UInt8])
}

/// An attribute of an element.
package struct HTMLAttribute: Hashable, Sendable {
  /// The name in lower case, but for SVG's and MathML's own names such as `viewBox`.
  package var name: String

  /// The value in UTF-8 with references resolved; empty for an attribute without value.
  package var value: [UInt8]

  /// An attribute with a value in UTF-8.
  package init(_ name: String, _ value: [UInt8] = []) {
    precondition(!name.isEmpty && name.utf8.allSatisfy(\.isHTMLNameByte), "not an attribute name")
    self.name = name
    self.value = value
  }

  /// An attribute with a text as value.
  package init(_ name: String, _ value: String) {
    self.init(name, Array(value.utf8))
  }
}

/// An element with its attributes and content.
package struct HTMLElement: Hashable, Sendable {
  /// The tag name in lower case, but for SVG's own names such as `foreignObject`.
  package var name: String

  /// The attributes in source order, each name once.
  package var attributes: [HTMLAttribute]

  /// The content in order; never written for void elements.
  package var children: [HTMLNode]

  /// The line of the start tag in the parsed bytes, from 1; 0 for an element that was not parsed.
  package var line: Int

  /// An element made by hand.
  package init(
    _ name: String, attributes: [HTMLAttribute] = [], children: [HTMLNode] = [], line: Int = 0
  ) {
    precondition(!name.isEmpty && name.utf8.allSatisfy(\.isHTMLNameByte), "not a tag name")
    self.name = name
    self.attributes = attributes
    self.children = children
    self.line = line
  }
}

extension HTMLElement {
  /// The value of the attribute `name`; setting nil removes it, setting a new name appends it.
  package subscript(name: String) -> [UInt8]? {
    get { attributes.first { $0.name == name }?.value }
    set {
      let index = attributes.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): attributes[index].value = value
      case (let index?, nil): attributes.remove(at: index)
      case (nil, let value?): attributes.append(HTMLAttribute(name, value))
      case (nil, nil): break
      }
    }
  }

  /// The value of the attribute `name` as text.
  package func text(of name: String) -> String? {
    self[name].map { String(utf8: $0) }
  }
}

extension UInt8 {
  /// Whether the byte may stand in a tag or attribute name here; HTML allows more, which is dropped.
  var isHTMLNameByte: Bool {
    isASCIIAlphanumeric || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
      || self == UInt8(ascii: ":") || self == UInt8(ascii: ".")
  }
}
