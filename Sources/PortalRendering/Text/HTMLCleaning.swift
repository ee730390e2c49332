import Bytes
import CommonMark
import ConsentBanner
import Diagnostics
import Files
import HTMLTree

/// The state of cleaning one text's HTML.
struct HTMLCleaning {
  let setting: TextSetting
  /// The attribute that begins our own tags.
  let mark: String
  /// The lines of the rendered HTML on which raw HTML begins, with the source's lines, in order.
  let places: [(rendered: Int, source: Int)]
  var source: SourceText
  var slugs: HeadingSlugs
  var ids: [[UInt8]] = []
  var assets: [Asset] = []
  var anchors: [AnchorUse] = []
  var diagnostics: [Diagnostic] = []
  /// The services whose content waits in the text.
  var services: Set<String> = []
  /// How many elements were visited, and which of them was told of last.
  private var visits = 0
  private var lastReported = 0
  /// How many addresses lead nowhere.
  private var deadLinks = 0
  /// Whether what is visited stands in a `picture`.
  var isInPicture = false
  /// Whether what is visited stands in a link.
  private(set) var isInLink = false
  /// Whether what is visited stands in an author's table.
  private var isInTable = false

  init(
    setting: TextSetting, mark: String, places: [(rendered: Int, source: Int)], source: SourceText,
    slugs: HeadingSlugs
  ) {
    self.setting = setting
    self.mark = mark
    self.places = places
    self.source = source
    self.slugs = slugs
  }

  /// Decides what becomes of an element.
  mutating func visit(_ element: inout HTMLElement) -> HTMLRewriting {
    visits += 1
    // What follows the mark within a tag is ours. A tag that an author left open may have swallowed
    // one of ours, but then the author's own attributes stand before the mark.
    if element.attributes.first?.name == mark, RawHTMLRules.marked.contains(element.name) {
      element.attributes.removeFirst()
      switch element.name {
      case "a": return link(element)
      case "img" where element["data-link"] != nil: return .replace(with: [standIn(for: element)])
      default: return .keep
      }
    }
    if RawHTMLRules.media.contains(element.name) { reportHandlers(of: element) }
    switch element.name {
    case "svg": return clean(&element, allowing: RawHTMLRules.svgElements)
    case "math": return clean(&element, allowing: RawHTMLRules.mathElements)
    case "img": return image(&element)
    case "video", "audio": return player(&element)
    case "picture": return picture(element)
    case "source" where isInPicture: return pictureSource(&element)
    case "source", "track": return part(&element)
    case "input": return input(&element)
    case "script": return script(&element)
    case "table": return table(element)
    case "a": return anchor(element)
    case "h1": element.name = "h2"
    case "tt": element.name = "code"
    case "strike": element.name = "del"
    case "center":
      element.name = "div"
      element.attributes = [HTMLAttribute("align", "center")]
    case let name where RawHTMLRules.dropped.contains(name):
      reportDropped(element)
      return .drop
    case let name where RawHTMLRules.embedding.contains(name):
      return .replace(with: embed(element))
    case let name where !RawHTMLRules.elements.contains(name):
      reportLeftOut(element)
      return .unwrap
    default: break
    }
    let alignment = RawHTMLRules.alignment(of: element)
    element.attributes = kept(of: element) { RawHTMLRules.verdict(on: $0, of: $1) }
    if let alignment {
      let others: [UInt8] = element["class"].map { $0 + " ".utf8 } ?? []
      element["class"] = others + alignment.utf8
    }
    return .keep
  }

  /// Gives a heading the id that one of Markdown has, unless it has its own.
  mutating func name(_ element: inout HTMLElement) -> HTMLRewriting {
    guard ["h2", "h3", "h4", "h5", "h6"].contains(element.name), element["id"] == nil else {
      return .keep
    }
    let words = element.words
    guard !words.trimmingASCIIWhitespace.isEmpty else { return .keep }
    let id = slugs.id(for: words)
    ids.append(id)
    element.attributes.append(HTMLAttribute("id", id))
    return .keep
  }

  /// An author's link or a place to link to; of a link that leads nowhere only its content stays.
  private mutating func anchor(_ anchor: HTMLElement) -> HTMLRewriting {
    var anchor = anchor
    let wasLink = anchor["href"] != nil
    anchor.attributes = kept(of: anchor) { RawHTMLRules.verdict(on: $0, of: $1) }
    guard wasLink, anchor["href"] == nil, anchor["id"] == nil else { return link(anchor) }
    anchor.children.rewrite { visit(&$0) }
    return .replace(with: anchor.children)
  }

  /// A link with its content, in which no other link stands.
  private mutating func link(_ link: HTMLElement) -> HTMLRewriting {
    var link = link
    let isNested = isInLink
    isInLink = isNested || link["href"] != nil
    link.children.rewrite { visit(&$0) }
    isInLink = isNested
    return .replace(with: [.element(link)])
  }

  /// Puts a table into the box in which tables of Markdown stand, so that a wide one scrolls.
  private mutating func table(_ table: HTMLElement) -> HTMLRewriting {
    var table = table
    table.attributes = kept(of: table) { RawHTMLRules.verdict(on: $0, of: $1) }
    let isNested = isInTable
    isInTable = true
    table.children.rewrite { visit(&$0) }
    isInTable = isNested
    guard !isNested else { return .replace(with: [.element(table)]) }
    let box = HTMLElement(
      "div",
      attributes: [
        HTMLAttribute("class", "table"), HTMLAttribute("role", "group"),
        HTMLAttribute("tabindex", "0"),
        HTMLAttribute("aria-label", setting.strings.text("table")),
      ], children: [.element(table)])
    return .replace(with: [.element(box)])
  }

  /// Cleans a drawing or a formula: other elements in it leave only their words.
  private mutating func clean(
    _ element: inout HTMLElement, allowing names: Set<String>
  ) -> HTMLRewriting {
    element.attributes = kept(of: element) { attribute, _ in
      RawHTMLRules.verdict(onForeign: attribute)
    }
    element.children.rewrite { inner in
      visits += 1
      if RawHTMLRules.dropped.contains(inner.name), inner.name != "title" {
        reportDropped(inner)
        return .drop
      }
      guard names.contains(inner.name) else {
        reportUnknown(inner)
        return .unwrap
      }
      inner.attributes = kept(of: inner) { attribute, _ in
        RawHTMLRules.verdict(onForeign: attribute)
      }
      return .keep
    }
    return .replace(with: [.element(element)])
  }

  /// The attributes that stay, with addresses resolved.
  private mutating func kept(
    of element: HTMLElement, _ verdict: (HTMLAttribute, String) -> RawHTMLRules.Verdict
  ) -> [HTMLAttribute] {
    var kept: [HTMLAttribute] = []
    for attribute in element.attributes {
      switch verdict(attribute, element.name) {
      case .keep: kept.append(attribute)
      case .drop: reportIfLoading(attribute, of: element)
      case .report: reportHandler(attribute, of: element)
      case .identifier:
        if slugs.claim(attribute.value) {
          ids.append(attribute.value)
          kept.append(HTMLAttribute("id", attribute.value))
        }
      case .link:
        if let (url, _) = address(of: attribute.value, on: element) {
          kept.append(HTMLAttribute(attribute.name, url))
        }
      }
    }
    return kept
  }

  /// The address to write; `nil`, with a finding, if it leads nowhere.
  mutating func address(
    of destination: [UInt8], on element: HTMLElement
  ) -> (url: [UInt8], file: RelativePath?)? {
    switch setting.resolve(destination, deadLinks: deadLinks) {
    case .address(let url, let use):
      if let asset = use.asset { assets.append(asset) }
      if let page = use.page {
        let position = position(of: destination, on: element)
        anchors.append(AnchorUse(page: page, id: use.id, position: position, target: use.target))
      }
      return (url, use.asset?.source)
    case .refused(let finding):
      deadLinks += 1
      let position = position(of: destination, on: element)
      let isImage = element.name == "img" || isInPicture && element.name == "source"
      diagnostics.append(finding.diagnostic(at: position, isImage: isImage))
      return nil
    }
  }
}

// MARK: Findings

extension HTMLCleaning {
  mutating func reportDropped(_ element: HTMLElement) {
    diagnostics.append(
      Diagnostic(
        "html-dropped", setting.isStrict ? .error : .warning,
        "the element <\(element.name)> is left out with all that is in it",
        at: position(of: tag(element), on: element),
        help: help(besides: element.name)))
  }

  private func help(besides name: String) -> String {
    switch name {
    case "style", "link": "remove it, or write the style into theme/css"
    case let name where RawHTMLRules.embedding.contains(name): "write a link to the file instead"
    default: "remove it; pages run no scripts of their own"
    }
  }

  /// Tells of an element that is left out but for its words; where it would have called another host, of that.
  private mutating func reportLeftOut(_ element: HTMLElement) {
    let calls = element.attributes.filter { RemoteLoad($0.name, $0.value, of: element.name) != nil }
    for attribute in calls { reportIfLoading(attribute, of: element) }
    if calls.isEmpty, !RawHTMLRules.formatting.contains(element.name) { reportUnknown(element) }
  }

  private mutating func reportUnknown(_ element: HTMLElement) {
    diagnostics.append(
      Diagnostic(
        "html-element", .warning, "the element <\(element.name)> is left out; its words stay",
        at: position(of: tag(element), on: element),
        help: "write it in backquotes if the words themselves are meant"))
  }

  private mutating func reportHandler(_ attribute: HTMLAttribute, of element: HTMLElement) {
    diagnostics.append(
      Diagnostic(
        "html-attribute", setting.isStrict ? .error : .warning,
        "the attribute \(attribute.name)= runs code and is left out",
        at: position(of: Array(attribute.name.utf8), on: element),
        help: "remove it; pages run no scripts of their own"))
  }

  /// Tells of event handlers on an element of which only known attributes stay.
  private mutating func reportHandlers(of element: HTMLElement) {
    for attribute in element.attributes {
      if case .report = RawHTMLRules.verdict(on: attribute, of: element.name) {
        reportHandler(attribute, of: element)
      }
    }
  }

  mutating func reportForeign(_ what: String, _ url: [UInt8], on element: HTMLElement) {
    let finding = ForeignContent(
      element: what, isStrict: setting.isStrict, help: setting.gate.help(for: url))
    diagnostics.append(finding.diagnostic(url: url, at: position(of: url, on: element)))
  }

  mutating func report(
    _ id: Diagnostic.ID, _ severity: Diagnostic.Severity, _ message: String, line: Int, help: String
  ) {
    let place = SourceText.Place(line: line, column: 1)
    diagnostics.append(
      Diagnostic(id, severity, message, at: setting.position(of: place, length: 0), help: help))
  }

  /// Tells of an attribute that would have loaded something; others that mean nothing here go quietly.
  private mutating func reportIfLoading(_ attribute: HTMLAttribute, of element: HTMLElement) {
    guard let load = RemoteLoad(attribute.name, attribute.value, of: element.name) else { return }
    diagnostics.append(
      Diagnostic(
        "foreign-content", setting.isStrict ? .error : .warning,
        "the attribute \(attribute.name)= would load from another host: "
          + "\"\(load.address.utf8.shown(upTo: 80))\"; it is left out",
        at: position(of: Array(attribute.name.utf8), on: element), help: "remove it"))
  }

  private func tag(_ element: HTMLElement) -> [UInt8] { [UInt8(ascii: "<")] + element.name.utf8 }

  /// Where `words` of an element's tag stand in the source.
  mutating func position(of words: [UInt8], on element: HTMLElement) -> SourcePosition {
    let line = line(of: element)
    let isNext = visits != lastReported
    lastReported = visits
    // A tag may go over several lines.
    guard
      let place = source.find(words, in: line...(line + 20), isNext: isNext, besideCode: true)
    else {
      return setting.position(of: SourceText.Place(line: line, column: 1), length: 0)
    }
    return setting.position(of: place, length: source.length(of: words, at: place))
  }

  /// The line of the text on which an element of the rendered HTML was written.
  private func line(of element: HTMLElement) -> Int { line(ofRendered: element.line) }

  /// The line of the text that a line of the rendered HTML comes from.
  func line(ofRendered line: Int) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].rendered <= line { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 1 }
    return places[low - 1].source + line - places[low - 1].rendered
  }
}

extension HTMLElement {
  /// The words in an element, as a reader sees them.
  fileprivate var words: [UInt8] {
    children.flatMap { child -> [UInt8] in
      switch child {
      case .text(let words): words
      case .element(let element): element.words
      case .comment: []
      }
    }
  }
}
