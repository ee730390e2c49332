import CXML

/// Lets libxml2 read canonical markup and makes nodes of what it reports.
///
/// The only place with pointers.
final class MarkupReader {
  private var frames = [HTMLElement("r")]
  private var text: [UInt8] = []
  private var lines: ArraySlice<Int32>

  private init(lines: [Int32]) {
    self.lines = lines[...]
  }

  /// The nodes that `markup` stands for.
  static func nodes(of markup: CanonicalMarkup) throws(HTMLError) -> [HTMLNode] {
    _ = initialization
    guard let count = Int32(exactly: markup.bytes.count) else {
      throw .tooLarge(byteCount: markup.bytes.count, limit: Int(Int32.max))
    }
    let reader = MarkupReader(lines: markup.lines)
    let status = markup.bytes.withUnsafeBytes { bytes in
      CXMLReadMarkup(
        bytes.bindMemory(to: CChar.self).baseAddress, count, events,
        Unmanaged.passUnretained(reader).toOpaque())
    }
    guard status == 0 else { throw .outOfMemory }
    return reader.frames[0].children
  }

  /// libxml2 asks for one call before threads use it.
  private static let initialization: Void = CXMLInitialize()

  private static var events: CXMLMarkupEvents {
    CXMLMarkupEvents(
      startElement: { state, name, attributes in
        guard let reader = reader(state), let name else { return }
        reader.startElement(String(cString: name), attributes)
      },
      endElement: { state, _ in reader(state)?.endElement() },
      characters: { state, bytes, count in
        guard let reader = reader(state), let bytes else { return }
        reader.text.append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
      },
      comment: { state, bytes in
        guard let reader = reader(state), let bytes else { return }
        reader.append(.comment(cBytes(bytes)))
      })
  }

  private func startElement(
    _ name: String, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    guard let namespace = ElementNamespace(prefixOf: name) else { return }
    flushText()
    let name = namespace.elementName(String(name.dropFirst(2)))
    var element = HTMLElement(name, line: Int(lines.popFirst() ?? 0))
    var next = attributes
    while let pair = next, let attributeName = pair[0] {
      let name = namespace.attributeName(String(cString: attributeName))
      element.attributes.append(HTMLAttribute(name, pair[1].map(cBytes) ?? []))
      next = pair + 2
    }
    frames.append(element)
  }

  private func endElement() {
    flushText()
    if frames.count > 1, let element = frames.popLast() { append(.element(element)) }
  }

  private func append(_ node: HTMLNode) {
    flushText()
    frames[frames.count - 1].children.append(node)
  }

  private func flushText() {
    if text.isEmpty { return }
    frames[frames.count - 1].children.append(.text(text))
    text = []
  }
}

private func reader(_ state: UnsafeMutableRawPointer?) -> MarkupReader? {
  state.map { Unmanaged<MarkupReader>.fromOpaque($0).takeUnretainedValue() }
}

private func cBytes(_ text: UnsafePointer<UInt8>) -> [UInt8] {
  var count = 0
  while text[count] != 0 { count += 1 }
  return Array(UnsafeBufferPointer(start: text, count: count))
}

extension ElementNamespace {
  /// The namespace that a name of ``CanonicalMarkup`` tells; nil for its root.
  fileprivate init?(prefixOf name: String) {
    switch name.utf8.first {
    case UInt8(ascii: "x"): self = .html
    case UInt8(ascii: "s"): self = .svg
    case UInt8(ascii: "m"): self = .mathML
    default: return nil
    }
  }
}
