import Bytes

/// HTML rewritten as the small part of HTML that libxml2, a parser of HTML 4, reads as HTML 5 means it.
///
/// Each element has both tags, well nested; names carry a prefix (`x-p`, `s-path`, `m-mi`), so that no
/// rule of HTML 4 applies to them; all text is escaped; attribute values are quoted.
struct CanonicalMarkup {
  /// The markup, in one root element.
  private(set) var bytes: [UInt8]

  /// The line of each start tag in the source, in order, without the root.
  private(set) var lines: [Int32] = []

  private let source: [UInt8]

  init(of source: [UInt8]) {
    self.source = source
    self.bytes = [UInt8]("<r>")
    bytes.reserveCapacity(source.count + source.count / 4 + 16)
  }

  /// Whether `name` can be written: HTML allows more names than anyone uses, libxml2 fewer.
  static func allows(name: some Collection<UInt8>) -> Bool {
    guard let first = name.first, name.count <= 90 else { return false }
    return (first.isASCIILetter || first == UInt8(ascii: "_") || first == UInt8(ascii: ":"))
      && name.allSatisfy(\.isHTMLNameByte)
  }

  mutating func appendStartTag(_ name: String, of tag: HTMLTag?, in namespace: ElementNamespace) {
    bytes.append("<")
    appendName(name, in: namespace)
    for attribute in tag?.attributes ?? [] {
      let attributeName = source[attribute.name]
      guard Self.allows(name: attributeName) else { continue }
      bytes.append(" ")
      bytes.append(contentsOf: attributeName.lazy.map(\.asciiLowercased))
      bytes.append("=\"")
      appendText(attribute.value, isAttribute: true)
      bytes.append("\"")
    }
    bytes.append(">")
    lines.append(Int32(clamping: tag?.line ?? 0))
  }

  mutating func appendEndTag(_ name: String, in namespace: ElementNamespace) {
    bytes.append("</")
    appendName(name, in: namespace)
    bytes.append(">")
  }

  /// Appends the source in `range` with its references resolved.
  mutating func appendText(_ range: Range<Int>, isAttribute: Bool = false) {
    var start = range.lowerBound
    while let reference = source[start..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
      bytes.append(escaping: source[start..<reference])
      let rest = source[reference..<range.upperBound]
      if let found = CharacterReference(at: rest, isInAttribute: isAttribute) {
        bytes.append(escaping: found.replacement)
        start = reference + found.byteCount
      } else {
        bytes.append("&amp;")
        start = reference + 1
      }
    }
    bytes.append(escaping: source[start..<range.upperBound])
  }

  /// Appends text that holds no references.
  mutating func appendVerbatim(_ text: some Collection<UInt8>) {
    bytes.append(escaping: text)
  }

  mutating func appendComment(_ range: Range<Int>) {
    bytes.append("<!--")
    bytes.append(contentsOf: source[range])
    bytes.append("-->")
  }

  private mutating func appendName(_ name: String, in namespace: ElementNamespace) {
    switch namespace {
    case .html: bytes.append("x-")
    case .svg: bytes.append("s-")
    case .mathML: bytes.append("m-")
    }
    bytes.append(contentsOf: name.utf8)
  }
}
