import Bytes
import CommonMark
import Diagnostics
import HTMLTree

/// Takes from an author's raw HTML what would run code or load from other hosts.
///
/// The whole text is parsed, so that tags that begin in one block and end in another are seen as a
/// browser sees them. Tags that the renderer wrote carry a mark and stay as they are.
struct RawHTMLCleaner {
  /// Where raw HTML begins.
  struct Mark {
    /// The place in the rendered HTML, in bytes.
    var offset: Int
    /// The line of the text that it stands on.
    var line: Int
  }

  let setting: TextSetting
  /// The first attribute of our own tags, with the space before it.
  let mark: [UInt8]
  let marks: [Mark]
  let source: SourceText

  /// Cleans a rendered text.
  func clean(_ text: inout PageText, slugs: inout HeadingSlugs) {
    var cleaning = HTMLCleaning(
      setting: setting, mark: String(utf8: mark.dropFirst()), places: places(in: text.html),
      source: source, slugs: slugs)
    do throws(HTMLError) {
      var fragment = try HTMLFragment(parsing: text.html)
      fragment.nodes.rewrite { cleaning.visit(&$0) }
      // What authors call by a name keeps it, wherever it stands.
      fragment.nodes.rewrite { cleaning.name(&$0) }
      fragment.nodes.removeComments()
      text.html.removeAll(keepingCapacity: true)
      fragment.serialize(into: &text.html)
    } catch {
      let (problem, line, help) = RawHTMLCleaner.explanation(of: error)
      cleaning.report(
        "html-size", .error, "the page's HTML cannot be read: \(problem)",
        line: line.map { cleaning.line(ofRendered: $0) } ?? 1, help: help)
      text.html = []
    }
    slugs = cleaning.slugs
    text.ids += cleaning.ids
    text.assets += cleaning.assets
    text.services.formUnion(cleaning.services)
    text.anchors += cleaning.anchors
    text.diagnostics += cleaning.diagnostics
  }

  /// What is wrong in an author's words, the line of the rendered HTML if one is known, and what to do.
  private static func explanation(of error: HTMLError) -> (String, line: Int?, help: String) {
    switch error {
    case .tooManyAttributes(let line, let limit):
      ("a tag has more than \(limit) attributes", line, "close the tag, or take some of them out")
    case .tooLarge(_, let limit):
      ("it has more than \(limit >> 20) MB", nil, "split the page")
    case .outOfMemory: ("there is too little memory", nil, "split the page")
    }
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

extension [HTMLNode] {
  /// Takes away what an author wrote for other authors.
  fileprivate mutating func removeComments() {
    removeAll { if case .comment = $0 { true } else { false } }
    for index in indices {
      guard case .element(var element) = self[index] else { continue }
      element.children.removeComments()
      self[index] = .element(element)
    }
  }
}
