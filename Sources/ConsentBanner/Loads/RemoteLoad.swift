import Bytes

/// Something in markup or styles that a browser would load from another host, or run, unasked.
package struct RemoteLoad: Sendable {
  /// What it is, with its article: `a script`.
  package let what: String
  /// The address, or the words, as they were written.
  package let address: String
  /// The place of those words.
  package let range: Range<Int>
  /// Whether it is code within the markup, which no page runs, rather than an address.
  package var isCode = false
}

extension RemoteLoad {
  /// What an attribute of an element would load; `nil` for one that loads nothing from elsewhere.
  package init?(_ name: String, _ value: [UInt8], of element: String) {
    let tag = MarkupTag(name: element.lowercased(), attributes: [], range: 0..<0, wholeRange: 0..<0)
    guard let (kind, what) = LoadingAttribute.kind(of: name.lowercased(), in: tag),
      let address = LoadingAttribute.foreignAddress(in: value, kind)
    else { return nil }
    self.init(what: what, address: String(utf8: address), range: 0..<value.count)
  }
}

/// Which attributes of which elements make a browser load something (HTML Standard, SVG 2).
enum LoadingAttribute {
  /// What a value leads to.
  enum Kind {
    case address
    /// Addresses with widths, and commas between.
    case set
    /// Addresses with blanks between.
    case list
    /// Addresses or styles with semicolons between: what a drawing shows one after another.
    case steps
    /// Styles.
    case style
    /// A page within the attribute.
    case markup
    /// Seconds and an address.
    case refresh
  }

  /// The relations of `link` that load nothing.
  private static let quietRelations: Set<String> = [
    "alternate", "author", "bookmark", "canonical", "external", "help", "license", "me", "next",
    "nofollow", "noopener", "noreferrer", "prev", "privacy-policy", "search", "tag",
    "terms-of-service", "up",
  ]

  /// How a tag's attribute is read, and what it loads, in words; `nil` for one that loads nothing.
  static func kind(of name: String, in tag: MarkupTag) -> (kind: Kind, what: String)? {
    switch (tag.name, name) {
    case (_, "style"): (.style, "a style")
    case (_, "ping"), (_, "attributionsrc"): (.list, "a ping")
    case (_, "background"): (.address, "a background")
    case (_, "srcdoc"): (.markup, "an embedded page")
    case (_, "manifest"): (.address, "a manifest")
    case (_, "formaction"), ("form", "action"): (.address, "a form")
    case ("script", "src"), ("script", "href"), ("script", "xlink:href"): (.address, "a script")
    case ("link", "href"):
      isQuiet(tag["rel"] ?? []) ? nil : (.address, "a linked file")
    case ("link", "imagesrcset"), (_, "srcset"): (.set, "an image")
    case ("base", "href"): (.address, "a base address")
    case ("meta", "content"):
      (tag["http-equiv"] ?? []).map(\.asciiLowercased).equals("refresh")
        ? (.refresh, "a redirection") : nil
    case ("iframe", "src"), ("frame", "src"), ("embed", "src"), ("object", "data"),
      ("object", "codebase"), ("object", "archive"), ("object", "classid"), ("applet", "code"),
      ("applet", "codebase"), ("applet", "archive"), ("portal", "src"), ("fencedframe", "src"):
      (.address, "an embedded page")
    case ("video", "src"), ("audio", "src"), ("source", "src"), ("track", "src"):
      (.address, "a film or sound")
    case ("video", "poster"): (.address, "a poster")
    case (_, "src"), (_, "lowsrc"), (_, "dynsrc"): (.address, "an image")
    case ("use", "href"), ("use", "xlink:href"), ("image", "href"), ("image", "xlink:href"),
      ("feimage", "href"), ("feimage", "xlink:href"), ("pattern", "href"), ("mpath", "href"):
      (.address, "a drawing")
    case ("set", "to"), ("animate", "to"), ("animate", "from"), ("animate", "by"),
      ("animate", "values"):
      (.steps, "an animation")
    case (_, "fill"), (_, "stroke"), (_, "filter"), (_, "mask"), (_, "clip-path"), (_, "cursor"),
      (_, "marker-start"), (_, "marker-mid"), (_, "marker-end"):
      (.style, "a drawing")
    default: nil
    }
  }

  private static func isQuiet(_ relations: [UInt8]) -> Bool {
    let words = String(utf8: relations).lowercased().split { $0.isWhitespace }
    return !words.isEmpty && words.allSatisfy { quietRelations.contains(String($0)) }
  }

  private static let runningSchemes = ["javascript:", "vbscript:", "data:text/html"]

  /// Whether a value is an address that runs code when somebody follows it.
  static func runs(_ name: String, _ value: [UInt8]) -> Bool {
    // Animations give their values to links.
    guard
      ["href", "xlink:href", "action", "formaction", "src", "data", "to", "from", "by", "values"]
        .contains(name)
    else { return false }
    // An animation has one value after the other.
    let steps = name == "values" ? value.split(separator: UInt8(ascii: ";")) : [value[...]]
    return steps.contains { step in
      let visible = step.filter { $0 > 0x20 && $0 != 0x7F }.prefix(24).map(\.asciiLowercased)
      return runningSchemes.contains { visible.starts(with: $0.utf8) }
    }
  }

  /// The first address of another host in a value.
  static func foreignAddress(in value: [UInt8], _ kind: Kind) -> [UInt8]? {
    switch kind {
    case .address: isForeign(value) ? value : nil
    case .set:
      value.split(separator: UInt8(ascii: ",")).map { part in
        Array(part.trimmingASCIIWhitespace.prefix { !$0.isASCIIWhitespace })
      }.first(where: isForeign)
    case .list:
      value.split(whereSeparator: \.isASCIIWhitespace).map(Array.init).first(where: isForeign)
    case .steps:
      value.split(separator: UInt8(ascii: ";")).map { Array($0.trimmingASCIIWhitespace) }
        .first(where: isForeign) ?? foreignAddress(in: value, .style)
    case .style: StyleScan(value).loads.first.map { Array($0.address.utf8) }
    case .markup: MarkupLoads(in: value).all.first.map { Array($0.address.utf8) }
    case .refresh: [refreshAddress(value)].first(where: isForeign)
    }
  }

  private static func isForeign(_ value: [UInt8]) -> Bool { ForeignAddress(value) != nil }

  private static func refreshAddress(_ value: [UInt8]) -> [UInt8] {
    // Seconds, white space or a separator, then the address (HTML §4.2.5.3, shared declarative refresh steps).
    let time = value.trimmingASCIIWhitespace.drop { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
      .trimmingASCIIWhitespace
    let isSeparated = time.first == UInt8(ascii: ";") || time.first == UInt8(ascii: ",")
    let words = time.dropFirst(isSeparated ? 1 : 0).trimmingASCIIWhitespace
    let address = LoadingAttribute.namedAddress(in: words) ?? words
    guard let quote = address.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
    else { return Array(address) }
    return Array(address.dropFirst().prefix { $0 != quote })
  }

  /// What follows `url=`; `nil` for what does not begin so.
  private static func namedAddress(in words: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard words.prefix(3).map(\.asciiLowercased).equals("url") else { return nil }
    let rest = words.dropFirst(3).trimmingASCIIWhitespace
    guard rest.first == UInt8(ascii: "=") else { return nil }
    return rest.dropFirst().trimmingASCIIWhitespace
  }
}

/// All that a piece of markup would load from other hosts or run.
package struct MarkupLoads {
  package private(set) var all: [RemoteLoad] = []

  /// Looks through the bytes of a page.
  package init(in bytes: [UInt8]) {
    for tag in MarkupTag.all(in: bytes) {
      for attribute in tag.attributes {
        if let load = MarkupLoads.load(attribute, of: tag, in: bytes) { all.append(load) }
      }
      if let code = MarkupLoads.code(in: tag, bytes) { all.append(code) }
    }
  }

  static func load(_ attribute: MarkupTag.Attribute, of tag: MarkupTag, in bytes: [UInt8])
    -> RemoteLoad?
  {
    if attribute.name.hasPrefix("on"), attribute.name.utf8.count > 2 {
      return RemoteLoad(
        what: "the attribute \(attribute.name)=",
        address: String(utf8: bytes[attribute.valueRange]),
        range: attribute.valueRange, isCode: true)
    }
    if LoadingAttribute.runs(attribute.name, attribute.value) {
      return RemoteLoad(
        what: "the attribute \(attribute.name)=",
        address: String(utf8: bytes[attribute.valueRange]),
        range: attribute.valueRange, isCode: true)
    }
    guard let (kind, what) = LoadingAttribute.kind(of: attribute.name, in: tag),
      let address = LoadingAttribute.foreignAddress(in: attribute.value, kind)
    else { return nil }
    return RemoteLoad(what: what, address: String(utf8: address), range: attribute.valueRange)
  }

  /// Code and styles that stand between tags.
  static func code(in tag: MarkupTag, _ bytes: [UInt8]) -> RemoteLoad? {
    guard let content = tag.content, !bytes[content].allSatisfy(\.isASCIIWhitespace) else {
      return nil
    }
    switch tag.name {
    case "style":
      return RemoteLoad(
        what: "a style sheet within the page", address: "<style>", range: tag.range, isCode: true)
    case "script":
      let type = String(utf8: tag["type"] ?? []).lowercased()
      let isData = type.hasSuffix("json") || type == "text/plain"
      return isData
        ? nil
        : RemoteLoad(
          what: "a script within the page", address: "<script>", range: tag.range, isCode: true)
    default: return nil
    }
  }
}
