import Bytes
import CommonMark
import ConsentBanner
import CourseModel
import Diagnostics
import Files

extension TextRenderer {
  mutating func writeImage(_ node: MarkdownNode) {
    let alternative = math.restored(node.plainText)
    let destination = math.restored(node.destination)
    text.words.append(contentsOf: alternative)
    if setting.isForeign(destination) {
      if writeWaiting(for: destination, title: alternative) { return }
      let finding = ForeignContent(
        element: "an image", isStrict: setting.isStrict, help: setting.gate.help(for: destination))
      text.diagnostics.append(
        finding.diagnostic(url: destination, at: position(of: destination, near: node)))
      let words = setting.words(ofImageElsewhere: destination, alternative)
      writeLink(
        to: LinkText.external(destination), words,
        inLinks: alternative.isEmpty ? words : alternative, style: " class=\"foreign-image\"")
      return
    }
    switch setting.resolve(destination, deadLinks: deadLinks) {
    case .refused(let finding):
      report(finding, destination, near: node, isImage: true)
      let meant = RelativePath(String(utf8: destination))
      if alternative.isEmpty, MediaKind(of: meant) == .picture { reportMissingWords(node) }
      text.html.append(escaping: alternative)
    case .address(let url, let use):
      take(use, of: destination, near: node)
      write(node, url, of: use.asset?.source, alternative: alternative)
    }
  }

  /// Writes what stands in the place of a declared service's content; tells whether there is some.
  mutating func writeWaiting(for url: [UInt8], title: [UInt8]) -> Bool {
    guard !openLinks.contains(true) else { return false }
    let embed = setting.gate.embed(for: url)
    guard let content = embed ?? setting.gate.content(for: url, as: .image) else { return false }
    let element = embed == nil ? "img" : "iframe"
    text.services.insert(content.service.id.value)
    guard trustMark.isEmpty else {
      // The cleaner makes the placeholder, as from an author's own tag.
      text.html.append(embed == nil ? "<img src=\"" : "<iframe src=\"")
      text.html.append(escaping: url)
      text.html.append("\" title=\"")
      text.html.append(escaping: title)
      text.html.append(embed == nil ? "\">" : "\"></iframe>")
      return true
    }
    text.html += setting.gate.placeholder(
      for: content, element: element, title: String(utf8: title), strings: setting.strings)
    return true
  }

  private mutating func write(
    _ node: MarkdownNode, _ url: [UInt8], of file: RelativePath?, alternative: [UInt8]
  ) {
    switch file.map(MediaKind.init) ?? .other {
    case .video: writePlayer("video", url, label: alternative)
    case .audio: writePlayer("audio", url, label: alternative)
    case .picture:
      if alternative.isEmpty { reportMissingWords(node) }
      writePicture(node, url, size: file.flatMap(setting.images.size), alternative: alternative)
    case .other:
      let destination = math.restored(node.destination)
      text.diagnostics.append(
        LinkFinding.noPicture(destination, at: position(of: destination, near: node)))
      let words = alternative.isEmpty ? destination : alternative
      writeLink(to: url, words, inLinks: words)
    }
  }

  private mutating func reportMissingWords(_ node: MarkdownNode) {
    let destination = math.restored(node.destination)
    let position = position(of: destination, near: node)
    let trailing = find(destination, near: node).flatMap { place in
      let start = lines.start(ofLine: place.line) + place.column - 1
      let length = lines.length(of: destination, at: place)
      return TrailingAlternative(in: source, around: start..<(start + length))
    }
    text.diagnostics.append(
      Diagnostic(
        "image-alt", .warning, "the image has no words for who cannot see it", at: position,
        help: trailing == nil
          ? "write them between the brackets: ![words](\(String(utf8: destination)))"
          : "write the words of {alt=…} between the brackets", fix: trailing?.fix(at: position)))
  }

  private mutating func writePicture(
    _ node: MarkdownNode, _ url: [UInt8], size: (width: Int, height: Int)?, alternative: [UInt8]
  ) {
    text.html.append("<img")
    text.html.append(contentsOf: trustMark)
    text.html.append(" src=\"")
    text.html.append(escaping: url)
    text.html.append("\" alt=\"")
    text.html.append(escaping: alternative)
    text.html.append(UInt8(ascii: "\""))
    appendTitle(node.title)
    if let size {
      text.html.append(" width=\"")
      text.html.append(decimal: size.width)
      text.html.append("\" height=\"")
      text.html.append(decimal: size.height)
      text.html.append(UInt8(ascii: "\""))
    }
    text.html.append(" loading=\"lazy\" decoding=\"async\">")
  }

  private mutating func writePlayer(_ element: StaticString, _ url: [UInt8], label: [UInt8]) {
    text.html.append(UInt8(ascii: "<"))
    text.html.append(element)
    text.html.append(contentsOf: trustMark)
    text.html.append(" controls preload=\"metadata\" src=\"")
    text.html.append(escaping: url)
    text.html.append("\" aria-label=\"")
    text.html.append(escaping: label)
    text.html.append("\"></")
    text.html.append(element)
    text.html.append(UInt8(ascii: ">"))
  }

  /// Writes a link in place of an image; links do not nest, so inside of one only its words.
  private mutating func writeLink(
    to url: [UInt8], _ words: [UInt8], inLinks innerWords: [UInt8], style: StaticString = ""
  ) {
    guard !openLinks.contains(true) else { return text.html.append(escaping: innerWords) }
    guard trustMark.isEmpty else {
      // The cleaner makes the link, since it may stand in one of the author's.
      openTag("img", [("data-link", innerWords), ("src", url), ("alt", words)])
      text.html.append(style)
      text.html.append(UInt8(ascii: ">"))
      return
    }
    openTag(ofLinkTo: url)
    text.html.append(style)
    text.html.append(UInt8(ascii: ">"))
    text.html.append(escaping: words)
    text.html.append("</a>")
  }
}
