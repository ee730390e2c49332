import Bytes
import Diagnostics
import Files
import HTMLTree

/// Takes from an author's raw HTML what would run code or load from other hosts.
///
/// The whole text is parsed, so that tags that begin in one block and end in another are seen as a browser
/// sees them. Tags that the renderer wrote carry a mark and stay as they are.
struct RawHTMLCleaner {
  /// Where raw HTML begins.
  struct Mark {
    /// The place in the rendered HTML, in bytes.
    var offset: Int
    /// The line of the text that it stands on.
    var line: Int
  }

  let setting: TextSetting
  let mark: [UInt8]
  let marks: [Mark]
  let source: SourceText

  /// Cleans a rendered text.
  func clean(_ text: inout PageText, slugs: inout HeadingSlugs) {
    var cleaning = Cleaning(
      setting: setting, mark: String(utf8: mark.dropFirst()), places: places(in: text.html),
      source: source, slugs: slugs)
    do throws(HTMLError) {
      var fragment = try HTMLFragment(parsing: text.html)
      fragment.nodes.rewrite { cleaning.visit(&$0) }
      text.html.removeAll(keepingCapacity: true)
      fragment.serialize(into: &text.html)
    } catch {
      cleaning.report(
        "html-size", .error, "the page's HTML cannot be read: \(error)", line: 1,
        help: "split the page")
      text.html = []
    }
    slugs = cleaning.slugs
    text.ids += cleaning.ids
    text.assets += cleaning.assets
    text.anchors += cleaning.anchors
    text.diagnostics += cleaning.diagnostics
  }

  /// The lines of the rendered HTML on which raw HTML begins, with the source's lines.
  private func places(in html: [UInt8]) -> [(rendered: Int, source: Int)] {
    var places: [(Int, Int)] = []
    var line = 1
    var offset = 0
    for mark in marks {
      while offset < min(mark.offset, html.count) {
        if html[offset] == UInt8(ascii: "\n") { line += 1 }
        offset += 1
      }
      places.append((line, mark.line))
    }
    return places
  }
}

/// The state of cleaning one text.
private struct Cleaning {
  let setting: TextSetting
  let mark: String
  let places: [(rendered: Int, source: Int)]
  let source: SourceText
  var slugs: HeadingSlugs
  var ids: [[UInt8]] = []
  var assets: [Asset] = []
  var anchors: [AnchorUse] = []
  var diagnostics: [Diagnostic] = []

  mutating func visit(_ element: inout HTMLElement) -> HTMLRewriting {
    if element[mark] != nil {
      element[mark] = nil
      return .keep
    }
    switch element.name {
    case "script", "style", "link", "meta", "base", "template", "noscript", "title":
      reportDropped(element)
      return .drop
    case "iframe", "frame", "embed", "object", "applet", "portal":
      return .replace(with: embed(element))
    case "img": return image(&element)
    case "video", "audio": return player(&element)
    case "source", "track": return part(&element)
    case "input":
      if element["type"]?.equals("checkbox") == true {
        element.attributes = [HTMLAttribute("type", "checkbox"), HTMLAttribute("disabled")]
        return .keep
      }
      reportDropped(element)
      return .drop
    case "h1": element.name = "h2"
    case "tt": element.name = "code"
    case "strike": element.name = "del"
    default:
      if !RawHTMLRules.elements.contains(element.name) {
        if !RawHTMLRules.formatting.contains(element.name) {
          report(
            "html-element", .warning, "the element <\(element.name)> is left out; its words stay",
            line: line(of: element),
            help: "write it in backquotes if the words themselves are meant")
        }
        return .unwrap
      }
    }
    cleanAttributes(of: &element)
    return .keep
  }

  private mutating func cleanAttributes(of element: inout HTMLElement) {
    var kept: [HTMLAttribute] = []
    for attribute in element.attributes {
      switch RawHTMLRules.verdict(on: attribute, of: element.name) {
      case .keep: kept.append(attribute)
      case .drop: break
      case .report:
        report(
          "html-attribute", setting.isStrict ? .error : .warning,
          "the attribute \(attribute.name)= runs code and is left out", line: line(of: element),
          near: attribute.name, help: "remove it; pages run no scripts of their own")
      case .identifier:
        if slugs.claim(attribute.value) {
          ids.append(attribute.value)
          kept.append(attribute)
        }
      case .link:
        if let url = address(of: attribute.value, on: element) {
          kept.append(HTMLAttribute(attribute.name, url))
        }
      }
    }
    element.attributes = kept
  }

  /// The address to write; `nil`, with a finding, if it leads nowhere.
  private mutating func address(of destination: [UInt8], on element: HTMLElement) -> [UInt8]? {
    let position = position(line: line(of: element), near: String(utf8: destination))
    switch TextLinks(setting: setting).resolve(Array(destination.trimmingASCIIWhitespace)) {
    case .address(let url, let use):
      if let asset = use.asset { assets.append(asset) }
      if let page = use.page {
        anchors.append(AnchorUse(page: page, id: use.id, position: position, target: use.target))
      }
      return url
    case .refused(let finding):
      diagnostics.append(finding.diagnostic(at: position, isImage: element.name == "img"))
      return nil
    }
  }

  private func isForeign(_ url: [UInt8]) -> Bool {
    if case .external = setting.resolver.target(
      of: Array(url.trimmingASCIIWhitespace), from: setting.file)
    {
      return true
    }
    return false
  }

  // MARK: Content that loads

  private mutating func image(_ element: inout HTMLElement) -> HTMLRewriting {
    let url = element["src"] ?? []
    let alternative = element["alt"] ?? []
    if isForeign(url) {
      reportForeign("an image", url, element)
      return .replace(with: [link(to: url, words: alternative.isEmpty ? url : alternative)])
    }
    guard let address = address(of: url, on: element) else {
      return .replace(with: [.text(alternative)])
    }
    if element["alt"] == nil {
      report(
        "image-alt", .warning, "the image has no words for who cannot see it",
        line: line(of: element), near: String(utf8: url), help: "add alt=\"…\" to the tag")
    }
    var attributes = [HTMLAttribute("src", address), HTMLAttribute("alt", alternative)]
    if let title = element["title"] { attributes.append(HTMLAttribute("title", title)) }
    let size = assets.last.flatMap { setting.images.size(of: $0.source) }
    if let size {
      attributes.append(HTMLAttribute("width", String(size.width)))
      attributes.append(HTMLAttribute("height", String(size.height)))
    }
    attributes.append(HTMLAttribute("loading", "lazy"))
    attributes.append(HTMLAttribute("decoding", "async"))
    element.attributes = attributes
    return .keep
  }

  private mutating func player(_ element: inout HTMLElement) -> HTMLRewriting {
    let inner = element.children.compactMap { child -> [UInt8]? in
      guard case .element(let source) = child, source.name == "source" else { return nil }
      return source["src"]
    }
    let urls = [element["src"], element["poster"]].compactMap(\.self) + inner
    if let foreign = urls.first(where: isForeign) {
      reportForeign("a \(element.name)", foreign, element)
      return .replace(with: [link(to: foreign, words: foreign)])
    }
    var attributes = [HTMLAttribute("controls"), HTMLAttribute("preload", "metadata")]
    for name in ["src", "poster"] {
      if let url = element[name], let address = address(of: url, on: element) {
        attributes.append(HTMLAttribute(name, address))
      }
    }
    for name in ["width", "height", "loop", "muted", "playsinline", "aria-label"] {
      if let value = element[name] { attributes.append(HTMLAttribute(name, value)) }
    }
    element.attributes = attributes
    return .keep
  }

  private mutating func part(_ element: inout HTMLElement) -> HTMLRewriting {
    guard let url = element["src"], !isForeign(url), let address = address(of: url, on: element)
    else { return .drop }
    var attributes = [HTMLAttribute("src", address)]
    for name in ["type", "kind", "srclang", "label", "default"] {
      if let value = element[name] { attributes.append(HTMLAttribute(name, value)) }
    }
    element.attributes = attributes
    return .keep
  }

  private mutating func embed(_ element: HTMLElement) -> [HTMLNode] {
    let url = element["src"] ?? element["data"] ?? []
    guard !url.isEmpty, isForeign(url) else {
      reportDropped(element)
      return []
    }
    reportForeign("an embedded page", url, element)
    let host = String(utf8: url).split(separator: "/").dropFirst().first.map(String.init) ?? ""
    let title = element.text(of: "title") ?? ""
    let words = title.isEmpty ? setting.strings.text("embed_open", ["host": host]) : title
    let anchor = link(to: url, words: Array(words.utf8))
    return [
      .element(HTMLElement("span", attributes: [HTMLAttribute("class", "embed")], children: [anchor]))
    ]
  }

  private func link(to url: [UInt8], words: [UInt8]) -> HTMLNode {
    var address = Array(url.trimmingASCIIWhitespace)
    if address.hasPrefix("//") { address = [UInt8]("https:") + address }
    return .element(
      HTMLElement(
        "a", attributes: [HTMLAttribute("href", LinkText.normalised(address))],
        children: [.text(words)]))
  }

  // MARK: Findings

  private mutating func reportForeign(_ what: String, _ url: [UInt8], _ element: HTMLElement) {
    diagnostics.append(
      ForeignContent(element: what, isStrict: setting.isStrict).diagnostic(
        url: url, at: position(line: line(of: element), near: String(utf8: url))))
  }

  private mutating func reportDropped(_ element: HTMLElement) {
    report(
      "html-dropped", setting.isStrict ? .error : .warning,
      "the element <\(element.name)> is left out with all that is in it", line: line(of: element),
      near: "<" + element.name, help: "remove it; pages run no scripts of their own")
  }

  mutating func report(
    _ id: Diagnostic.ID, _ severity: Diagnostic.Severity, _ message: String, line: Int,
    near words: String = "", help: String?
  ) {
    diagnostics.append(
      Diagnostic(id, severity, message, at: position(line: line, near: words), help: help))
  }

  private func position(line: Int, near words: String) -> SourcePosition {
    let place = words.isEmpty ? (line: line, column: 1)
      : source.position(of: Array(words.utf8), from: line, to: line + 20)
    return SourcePosition(
      path: setting.file.text, line: place.line + setting.firstLine - 1, column: place.column,
      length: words.utf8.count)
  }

  /// The line of the text on which an element of the rendered HTML was written.
  private func line(of element: HTMLElement) -> Int {
    let mark = places.last { $0.rendered <= element.line }
    return mark.map { $0.source + element.line - $0.rendered } ?? 1
  }
}
