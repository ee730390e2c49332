import Bytes
import ConsentBanner
import CourseModel
import Diagnostics
import Files
import HTMLTree

/// Content that loads.
extension HTMLCleaning {
  mutating func image(_ element: inout HTMLElement) -> HTMLRewriting {
    let url = element["src"] ?? []
    let alternative = element["alt"] ?? []
    let words = alternative.isEmpty ? url : alternative
    if setting.isForeign(url) {
      if let waiting = waiting(for: url, as: .image, element: "img", on: element) { return waiting }
      reportForeign("an image", url, on: element)
      return .replace(with: [foreignImage(url, alternative)])
    }
    guard let (address, file) = address(of: url, on: element) else {
      return .replace(with: [.text(alternative)])
    }
    guard let file, MediaKind(of: file) == .picture else {
      diagnostics.append(LinkFinding.noPicture(url, at: position(of: url, on: element)))
      return .replace(with: [link(to: address, words: words)])
    }
    if setting.media?.mode == .encrypted { reportSet(of: element) }
    if element["alt"] == nil {
      diagnostics.append(
        Diagnostic(
          "image-alt", .warning, "the image has no words for who cannot see it",
          at: position(of: url, on: element), help: "add alt=\"…\" to the tag"))
    }
    var attributes = [HTMLAttribute("src", address), HTMLAttribute("alt", alternative)]
    attributes += widths(of: element)
    if let title = element["title"] { attributes.append(HTMLAttribute("title", title)) }
    if let size = size(of: element, showing: file) {
      attributes.append(HTMLAttribute("width", String(size.width)))
      attributes.append(HTMLAttribute("height", String(size.height)))
    }
    attributes.append(HTMLAttribute("loading", "lazy"))
    attributes.append(HTMLAttribute("decoding", "async"))
    element.attributes = attributes
    return .keep
  }

  /// A picture's size in CSS pixels, as wide or as high as the author wants it.
  private func size(of element: HTMLElement, showing file: RelativePath) -> (
    width: Int, height: Int
  )? {
    guard let size = setting.images.size(of: file) else { return nil }
    if let width = pixels(element["width"]) {
      return (width, max(1, size.height * width / size.width))
    }
    if element["height"]?.last != UInt8(ascii: "%"), let height = pixels(element["height"]) {
      return (max(1, size.width * height / size.height), height)
    }
    return size
  }

  /// About how wide texts are, in CSS pixels.
  private static let column = 640

  /// What a width or a height comes to in CSS pixels; a share is one of the text's width.
  private func pixels(_ value: [UInt8]?) -> Int? {
    guard let digits = value?.prefix(while: \.isASCIIDigit), digits.count <= 5,
      let number = Int(String(utf8: digits)), number > 0
    else { return nil }
    switch String(utf8: value?.dropFirst(digits.count) ?? []) {
    case "", "px": return number
    case "%" where number <= 100: return max(1, Self.column * number / 100)
    default: return nil
    }
  }

  mutating func player(_ element: inout HTMLElement) -> HTMLRewriting {
    let inner = element.children.compactMap { child -> [UInt8]? in
      guard case .element(let source) = child, source.name == "source" else { return nil }
      return source["src"]
    }
    let urls = [element["src"], element["poster"]].compactMap(\.self) + inner
    if let foreign = urls.first(where: setting.isForeign) {
      if let waiting = waiting(for: foreign, as: .media, element: element.name, on: element) {
        return waiting
      }
      reportForeign(element.name == "audio" ? "a sound" : "a video", foreign, on: element)
      return .replace(with: [link(to: LinkText.external(foreign), words: foreign)])
    }
    if element.name == "video", element["muted"] == nil, !hasCaptions(element) {
      diagnostics.append(
        Diagnostic(
          "video-captions", .warning, "the video has no captions",
          at: position(of: urls.first ?? [], on: element),
          help: "add <track kind=\"captions\" srclang=\"…\" src=\"….vtt\"> inside the tag"))
    }
    var attributes = [HTMLAttribute("controls"), HTMLAttribute("preload", "metadata")]
    for name in ["src", "poster"] {
      if let url = element[name], let (address, _) = address(of: url, on: element) {
        attributes.append(HTMLAttribute(name, address))
      }
    }
    for name in ["width", "height"] {
      if name == "width" || element[name]?.last != UInt8(ascii: "%"),
        let number = pixels(element[name])
      {
        attributes.append(HTMLAttribute(name, String(number)))
      }
    }
    for name in ["loop", "muted", "playsinline", "aria-label"] {
      if let value = element[name] { attributes.append(HTMLAttribute(name, value)) }
    }
    element.attributes = attributes
    return .keep
  }

  private func hasCaptions(_ element: HTMLElement) -> Bool {
    element.children.contains { child in
      guard case .element(let track) = child, track.name == "track" else { return false }
      let kind = String(utf8: track["kind"] ?? []).lowercased()
      return kind.isEmpty || ["captions", "subtitles"].contains(kind)
    }
  }

  mutating func part(_ element: inout HTMLElement) -> HTMLRewriting {
    reportSet(of: element)
    if let url = element["src"], setting.isForeign(url) {
      reportForeign("a film or sound", url, on: element)
      return .drop
    }
    guard let url = element["src"], let (address, _) = address(of: url, on: element) else {
      return .drop
    }
    var attributes = [HTMLAttribute("src", address)]
    for name in ["type", "kind", "srclang", "label", "default"] {
      if let value = element[name] { attributes.append(HTMLAttribute(name, value)) }
    }
    element.attributes = attributes
    return .keep
  }

  /// A box of a task stays; pages have no other fields of authors.
  mutating func input(_ element: inout HTMLElement) -> HTMLRewriting {
    guard element["type"]?.map(\.asciiLowercased).equals("checkbox") == true else {
      reportDropped(element)
      return .drop
    }
    // Nobody can tick a box on a page that keeps nothing; as a sign it needs no label either.
    return .replace(with: [
      .text(Array((element["checked"] == nil ? "\u{2610} " : "\u{2611} ").utf8))
    ])
  }

  mutating func embed(_ element: HTMLElement) -> [HTMLNode] {
    let url = element["src"] ?? element["data"] ?? element["data-src"] ?? []
    if case .replace(let nodes)? = waiting(for: url, as: .frame, element: "iframe", on: element) {
      return nodes
    }
    guard !url.isEmpty, setting.isForeign(url) else {
      reportDropped(element)
      return []
    }
    reportForeign("an embedded page", url, on: element)
    let address = LinkText.external(url)
    let host = address.split(separator: UInt8(ascii: "/")).dropFirst().first ?? []
    let title = element.text(of: "title") ?? ""
    let words =
      title.isEmpty ? setting.strings.text("embed_open", ["host": String(utf8: host)]) : title
    let anchor = link(to: address, words: Array(words.utf8))
    return [
      .element(
        HTMLElement("span", attributes: [HTMLAttribute("class", "embed")], children: [anchor]))
    ]
  }

  /// What stands in the place of content of a declared service; `nil` for what nobody declared.
  private mutating func waiting(
    for url: [UInt8], as kind: LoadKind, element name: String, on element: HTMLElement
  ) -> HTMLRewriting? {
    // A placeholder holds links, which do not nest.
    guard !isInLink, let content = setting.gate.content(for: url, as: kind) else { return nil }
    let size = pixels(element["width"]).flatMap { width in
      pixels(element["height"]).map { (width, $0) }
    }
    let html = setting.gate.placeholder(
      for: content, element: name,
      title: element.text(of: "title") ?? element.text(of: "alt") ?? "",
      size: size, strings: setting.strings)
    do throws(HTMLError) {
      let nodes = try HTMLFragment(parsing: html).nodes
      services.insert(content.service.id.value)
      return .replace(with: nodes)
    } catch { return nil }
  }

  /// A script of a declared service waits; every other one goes.
  mutating func script(_ element: inout HTMLElement) -> HTMLRewriting {
    let url = element["src"] ?? element["data-src"] ?? []
    guard let content = setting.gate.content(for: url, as: .script) else {
      reportDropped(element)
      return .drop
    }
    guard setting.gate.runsServices else {
      report(script: element, "pages of a paid course run no scripts of services", "remove it")
      return .drop
    }
    guard content.service.script == nil, content.service.scriptTag == nil else {
      report(
        script: element, "the declaration of \"\(content.service.id.value)\" starts it already",
        "remove it; legal.yml is enough")
      return .drop
    }
    services.insert(content.service.id.value)
    var attributes = [
      HTMLAttribute("type", "text/plain"), HTMLAttribute("data-clv-svc", content.service.id.value),
      HTMLAttribute("data-clv-cat", content.service.effectiveCategory.rawValue),
      HTMLAttribute("data-clv-src", content.source),
    ]
    for name in ["async", "defer", "integrity", "crossorigin"] {
      if let value = element[name] { attributes.append(HTMLAttribute(name, value)) }
    }
    return .replace(with: [.element(HTMLElement("script", attributes: attributes))])
  }

  private mutating func report(script element: HTMLElement, _ why: String, _ help: String) {
    diagnostics.append(
      Diagnostic(
        "html-dropped", setting.isStrict ? .error : .warning, "the script is left out: \(why)",
        at: position(of: [UInt8]("<script"), on: element), help: help))
  }

  /// Tells of pictures for other widths that would come from another host.
  private mutating func reportSet(of element: HTMLElement) {
    guard let set = element["srcset"], let load = RemoteLoad("srcset", set, of: element.name) else {
      return
    }
    reportForeign("an image", Array(load.address.utf8), on: element)
  }

  /// The link that the renderer wrote as an image, since it does not know of the links of authors.
  func standIn(for image: HTMLElement) -> HTMLNode {
    let words = (isInLink ? image["data-link"] : nil) ?? image["alt"] ?? []
    return link(to: image["src"] ?? [], words: words, style: image["class"])
  }

  /// A link that says that it leads to a picture, and to which host.
  private func foreignImage(_ url: [UInt8], _ alternative: [UInt8]) -> HTMLNode {
    let words = setting.words(ofImageElsewhere: url, alternative)
    return link(
      to: LinkText.external(url), words: isInLink && !alternative.isEmpty ? alternative : words,
      style: [UInt8]("foreign-image"))
  }

  /// A link in the place of what does not load; links do not nest, so inside of one only its words.
  private func link(to url: [UInt8], words: [UInt8], style: [UInt8]? = nil) -> HTMLNode {
    guard !isInLink else { return .text(words) }
    let attributes =
      (style.map { [HTMLAttribute("class", $0)] } ?? []) + [
        HTMLAttribute("href", url)
      ]
    return .element(HTMLElement("a", attributes: attributes, children: [.text(words)]))
  }
}
