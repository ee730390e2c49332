import Bytes

extension PageReader {
  /// Takes a start tag.
  mutating func start() {
    let element = scanner.element
    while let last = open.last, !last.isForeign, let element,
      last.element?.isEnded(by: element) == true
    { pop() }
    let parent = open.last
    let tag = place(of: scanner.range)
    if isTwice(element) { mistake(.nested, scanner.nameRange, tag) }
    noteRepeatedAttributes()
    let isForeign = parent?.isForeign == true || element == .svg || element == .math
    let isTemplate = parent?.isTemplate == true
    let isSilent = parent?.isSilent == true || isHidden
    if !isTemplate { note(tag, isSilent: isSilent, isForeign: isForeign) }
    let isEmpty = isForeign ? scanner.isSelfClosing : element?.isVoid == true
    guard !isEmpty else { return }
    count(element, by: 1)
    open.append(
      OpenElement(
        name: scanner.name, element: element, nameRange: scanner.nameRange, tag: tag,
        holdsText: tag.isInText || scanner[.marksText] != nil, isForeign: isForeign,
        isSilent: isSilent, isTemplate: isTemplate || element == .template,
        isInSection: parent?.isInSection == true || element?.isSection == true,
        isPrice: isPrice(within: parent)))
    if !isTemplate, !isSilent { expectName(of: element, tag) }
  }

  /// Whether an element of a kind that cannot lie within another of its kind does.
  private func isTwice(_ element: Element?) -> Bool {
    switch element {
    case .a: links > 0
    case .button: buttons > 0
    case .form: forms > 0
    default: false
    }
  }

  /// Whether an element of the class `price` begins, or goes on; what is struck out does not hold.
  private func isPrice(within parent: OpenElement?) -> Bool {
    if parent?.isPrice == true {
      return scanner.name != PageReader.struckOut && scanner.name != PageReader.deleted
    }
    guard let classes = scanner[.classes] else { return false }
    return bytes[classes].split(separator: UInt8(ascii: " ")).contains { $0.equals("price") }
  }

  private static let struckOut = MarkupName("s".utf8)
  private static let deleted = MarkupName("del".utf8)

  private var isHidden: Bool {
    scanner[.hidden] != nil || scanner[.isAriaHidden].map { bytes[$0].equals("true") } == true
  }

  private mutating func noteRepeatedAttributes() {
    let attributes = scanner.attributes
    guard attributes.count > 1 else { return }
    if attributes.count <= 16 {
      for (index, attribute) in attributes.enumerated()
      where attributes[..<index].contains(where: { $0.name == attribute.name }) {
        noteRepeated(attribute.nameRange)
      }
      return
    }
    var known: Set<MarkupName> = []
    for attribute in attributes where !known.insert(attribute.name).inserted {
      noteRepeated(attribute.nameRange)
    }
  }

  private mutating func noteRepeated(_ name: Range<Int>) {
    guard facts.repeatedAttributes.count < PageFacts.mistakeLimit else { return }
    facts.repeatedAttributes.append(place(of: name))
  }

  // MARK: What tags say

  private mutating func note(_ tag: PageFacts.Place, isSilent: Bool, isForeign: Bool) {
    if let id = scanner[.id] { facts.ids.append(place(of: id)) }
    if let ids = scanner[.labelledBy] { refer(to: ids, by: .labelledBy) }
    if let ids = scanner[.describedBy] { refer(to: ids, by: .describedBy) }
    if let id = scanner[.htmlFor] { refer(to: id, by: .htmlFor) }
    guard !isForeign else { return }
    noteAddresses()
    switch scanner.element {
    case .html: facts.language = scanner[.lang]
    case .base: facts.hasBase = true
    case .body: facts.kind = scanner[.pageKind].map { String(utf8: bytes[$0]) } ?? ""
    case .meta: noteMeta()
    case .h1 where !isSilent: facts.titles.append(tag)
    case .img where scanner[.alt].map(isBlank) == false: nameless.removeAll()
    case .input, .select, .textarea:
      if !isSilent { noteControl(tag) }
    default: break
    }
    if hasLabel { nameless.removeAll() }
    if !isSilent, let kind = landmark {
      facts.landmarks.append(PageFacts.Landmark(kind: kind, tag: tag, hasLabel: hasLabel))
    }
  }

  private mutating func refer(to ids: Range<Int>, by attribute: AttributeName) {
    var start = ids.lowerBound
    while start < ids.upperBound {
      var end = start
      while end < ids.upperBound, !bytes[end].isASCIIWhitespace { end += 1 }
      if end > start {
        facts.references.append(
          PageFacts.Reference(attribute: attribute, id: place(of: start..<end)))
      }
      start = end + 1
    }
  }

  private mutating func noteAddresses() {
    switch scanner.element {
    case .a, .area: noteLink()
    case .link:
      let isSheet = scanner[.rel].map { bytes[$0].equals("stylesheet") } == true
      note(.href, as: isSheet ? .styleSheet : .other)
    case .script: note(.src, as: .script)
    case .img: note(.src, as: .image)
    case .video:
      note(.src, as: .other)
      note(.poster, as: .image)
    case .audio, .source, .track, .iframe, .embed: note(.src, as: .other)
    case .object: note(.data, as: .other)
    default: break
    }
  }

  private mutating func note(_ attribute: AttributeName, as kind: PageFacts.Link.Kind) {
    guard let address = scanner[attribute], !address.isEmpty else { return }
    facts.links.append(PageFacts.Link(kind: kind, address: place(of: address)))
  }

  private mutating func noteLink() {
    guard let address = scanner[.href], !address.isEmpty else { return }
    guard bytes[address.lowerBound] == UInt8(ascii: "#") else {
      if items > 0 { itemLink = address }
      return note(.href, as: .page)
    }
    // "#" and "#top" lead to the page's beginning (HTML Standard §7.4.6.3).
    let id = address.dropFirst()
    if !id.isEmpty, !bytes[id].map(\.asciiLowercased).equals("top") {
      facts.references.append(PageFacts.Reference(attribute: .href, id: place(of: id)))
    }
  }

  private mutating func noteMeta() {
    if let name = scanner[.name], let content = scanner[.content] {
      let name = bytes[name].map(\.asciiLowercased)
      if name.equals("description") { facts.description = content }
      if name.equals("robots") {
        facts.isHiddenFromSearch = String(utf8: bytes[content]).contains("noindex")
      }
    }
    if let header = scanner[.httpEquivalent],
      bytes[header].map(\.asciiLowercased).equals("refresh")
    {
      facts.isRedirect = true
    }
  }

  private var landmark: PageFacts.Landmark.Kind? {
    if let role = scanner[.role], !role.isEmpty {
      switch String(utf8: bytes[role]) {
      case "main": return .main
      case "navigation": return .navigation
      case "banner": return .banner
      case "contentinfo": return .contentInformation
      default: return nil
      }
    }
    let isInSection = open.last?.isInSection == true
    switch scanner.element {
    case .main: return .main
    case .nav: return .navigation
    case .header: return isInSection ? nil : .banner
    case .footer: return isInSection ? nil : .contentInformation
    default: return nil
    }
  }

  // MARK: Names

  private func isBlank(_ value: Range<Int>) -> Bool {
    bytes[value].allSatisfy(\.isASCIIWhitespace)
  }

  /// Whether the tag itself says what its element is called.
  private var hasLabel: Bool {
    for word in [AttributeName.label, .labelledBy, .title] {
      if let value = scanner[word], !isBlank(value) { return true }
    }
    return false
  }

  private mutating func expectName(of element: Element?, _ tag: PageFacts.Place) {
    guard !hasLabel else { return }
    switch element {
    case .a where scanner[.href] != nil:
      nameless.append(Nameless(depth: open.count, tag: tag, isLink: true))
    case .button: nameless.append(Nameless(depth: open.count, tag: tag, isLink: false))
    default: break
    }
  }

  private mutating func noteControl(_ tag: PageFacts.Place) {
    let type = scanner[.type].map { String(utf8: bytes[$0]).lowercased() } ?? ""
    switch (scanner.element, type) {
    case (.input, "hidden"), (.input, "submit"), (.input, "reset"): return
    case (.input, "button"), (.input, "image"):
      let name = scanner[type == "image" ? .alt : .value]
      if !hasLabel, name.map(isBlank) ?? true { facts.namelessButtons.append(tag) }
    default:
      facts.controls.append(
        PageFacts.Control(tag: tag, id: scanner[.id], hasLabel: hasLabel || labels > 0))
    }
  }
}
