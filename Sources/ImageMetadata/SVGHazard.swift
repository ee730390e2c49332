import Bytes

/// Something in an SVG file that runs or loads when the file is opened in a browser.
package enum SVGHazard: Hashable, Sendable {
  /// An element `script`.
  case script
  /// An attribute `on…`, or an animation of one.
  case eventHandler
  /// A `javascript:` or `vbscript:` address, or a `data:` address that is no raster image.
  case scriptAddress
  /// An address on another host: of an image, a font, a style sheet, a paint.
  case otherHost
  /// An element `foreignObject`, which may hold any HTML.
  case foreignObject
  /// A declared entity, which may hold any of these.
  case entity
  /// Text in another encoding than UTF-8, or no XML, so that it cannot be told.
  case unreadable
}

extension SVGHazard {
  /// The hazards of an SVG file that is served as XML, each once, in the order of the file.
  ///
  /// The answer errs on the side of caution: an address in a comment of a style sheet counts too.
  package static func all(in bytes: [UInt8]) -> [SVGHazard] {
    var scan = SVGScan(bytes: bytes)
    scan.run()
    return scan.found
  }
}

private struct SVGScan {
  let bytes: [UInt8]
  private(set) var found: [SVGHazard] = []
  /// How many elements are open from the last `style` on; 0 outside.
  private var styleDepth = 0
  private var style: [UInt8] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func run() {
    if bytes.contains(0) { add(.unreadable) }
    var tokens = XMLTokens(bytes)
    while let token = tokens.next() {
      switch token {
      case .startTag(let tag): check(tag)
      case .endTag:
        styleDepth = max(0, styleDepth - 1)
        if styleDepth == 0 { endStyle() }
      case .text(let range):
        if styleDepth > 0 { style.append(contentsOf: XMLReferences.resolved(bytes[range])) }
      case .characterData(let range): if styleDepth > 0 { style.append(contentsOf: bytes[range]) }
      case .comment: continue
      case .instruction(let range): checkInstruction(bytes[range])
      case .documentType(let range):
        // Entities are declared between brackets.
        if bytes[range].contains(UInt8(ascii: "[")) { add(.entity) }
      case .malformed: add(.unreadable)
      }
    }
    endStyle()
  }

  private mutating func add(_ hazard: SVGHazard) {
    if !found.contains(hazard) { found.append(hazard) }
  }

  private mutating func endStyle() {
    if SVGAddress.leavesHost(styleSheet: style[...]) { add(.otherHost) }
    style = []
  }

  private mutating func checkInstruction(_ text: ArraySlice<UInt8>) {
    let isDeclaration = text.hasPrefix("xml") && text.dropFirst(3).first?.isASCIIWhitespace == true
    guard isDeclaration else {
      // A style sheet may be another file of this portal, but nothing here can tell.
      if text.hasPrefix("xml-stylesheet") { add(.otherHost) }
      return
    }
    let lowercased = text.map(\.asciiLowercased)
    let encoding = lowercased.split(separator: UInt8(ascii: "=")).map { $0.trimmingASCIIWhitespace }
    guard let index = encoding.firstIndex(where: { $0.suffix(8).equals("encoding") }),
      index + 1 < encoding.count
    else { return }
    let value = encoding[index + 1].dropFirst()
    if !value.hasPrefix("utf-8"), !value.hasPrefix("us-ascii") { add(.unreadable) }
  }

  private mutating func check(_ tag: XMLTag) {
    if tag.localName == "script" { add(.script) }
    if tag.localName == "foreignobject" { add(.foreignObject) }
    if tag.localName == "style" || styleDepth > 0, !tag.isEmpty { styleDepth += 1 }
    for attribute in tag.attributes { check(attribute, of: tag) }
  }

  private mutating func check(_ attribute: XMLAttribute, of tag: XMLTag) {
    let fullName = bytes[attribute.name]
    guard !fullName.hasPrefix("xmlns") else { return }
    let name = XMLName.local(fullName).map(\.asciiLowercased)
    let value = XMLReferences.resolved(bytes[attribute.value])
    if fullName.count == name.count, isHandler(name) { add(.eventHandler) }
    if name.equals("attributename"), isHandler(value.map(\.asciiLowercased)) { add(.eventHandler) }
    let address = SVGAddress.normalized(value)
    if SVGAddress.runsScript(address) { add(.scriptAddress) }
    if isAddress(name) {
      let isPlainLink = tag.localName == "a" && name.equals("href")
      if !isPlainLink, SVGAddress.leavesHost(address) { add(.otherHost) }
    } else if fullName.count == name.count, SVGAddress.leavesHost(attribute: value) {
      add(.otherHost)
    }
  }

  private func isHandler(_ name: [UInt8]) -> Bool {
    let name = name.trimmingASCIIWhitespace
    // Every event's name is letters only; drawing programs write "only_selected".
    return name.count > 2 && name.hasPrefix("on") && name.allSatisfy(\.isASCIILetter)
  }

  /// Whether an attribute holds an address, or the values that an animation gives to one.
  private func isAddress(_ name: [UInt8]) -> Bool {
    let names: [StaticString] = [
      "href", "src", "base", "to", "from", "by", "values", "srcset", "poster", "data",
    ]
    return names.contains { name.equals($0) }
  }
}
