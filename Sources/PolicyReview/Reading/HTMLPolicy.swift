import Bytes
import HTMLTree

/// Reads a policy that is a page of HTML.
enum HTMLPolicy {
  static func page(of bytes: [UInt8], path: String) -> PolicyPage {
    var builder = PolicyPageBuilder()
    let language = read(bytes, from: 1, into: &builder)
    return PolicyPage(path: path, blocks: builder.blocks, declaredLanguage: language)
  }

  /// Reads markup whose first line is a given one.
  ///
  /// - Returns: The language of the page, where it says one.
  @discardableResult static func read(
    _ bytes: [UInt8], from firstLine: Int, into builder: inout PolicyPageBuilder
  ) -> String? {
    let (source, parts) = HTMLPart.parts(of: bytes)
    let lines = LineStarts(of: source, from: firstLine)
    var reading = Reading()
    for part in parts {
      switch part {
      case .startTag(let name, let attributes):
        reading.open(name, attributes, &builder)
      case .endTag(let name): reading.close(name, &builder)
      case .text(let text, let offset) where !reading.isUnread:
        let place = lines.place(of: offset)
        builder.add(text, line: place.line, column: place.column)
      case .reference(let text, let offset) where !reading.isUnread:
        let place = lines.place(of: offset)
        builder.add(replacement: text, line: place.line, column: place.column)
      case .text, .reference: break
      }
    }
    builder.end()
    return reading.language
  }

  /// Where in a page the reader is.
  private struct Reading {
    var language: String?
    private var items = 0
    private var unread: String?

    /// Whether readers do not see what comes, as a page's `title`.
    var isUnread: Bool { unread != nil }

    private static let unreadElements: Set = ["title", "template", "textarea", "select", "svg"]
    private static let phrasing: Set = [
      "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i",
      "img",
      "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup",
      "time",
      "u", "var", "wbr",
    ]

    mutating func open(
      _ name: String, _ attributes: [HTMLAttribute], _ builder: inout PolicyPageBuilder
    ) {
      func value(_ name: String) -> String? {
        attributes.first { $0.name == name }.map { String(utf8: $0.value) }
      }
      if unread == nil, Reading.unreadElements.contains(name) { unread = name }
      if name == "html" { language = value("lang") }
      if name == "a", let destination = value("href") { return builder.openLink(to: destination) }
      if name == "br" { return builder.add(replacement: [0x0A], line: 1, column: 1) }
      guard !Reading.phrasing.contains(name) else { return }
      if Reading.isItem(name) { items += 1 }
      builder.begin(kind(of: name))
    }

    mutating func close(_ name: String, _ builder: inout PolicyPageBuilder) {
      if name == unread { unread = nil }
      if name == "a" { return builder.closeLink() }
      guard !Reading.phrasing.contains(name) else { return }
      if Reading.isItem(name) { items = max(0, items - 1) }
      if name == "ul" || name == "ol" || name == "dl" { items = 0 }
      builder.end()
    }

    private static func isItem(_ name: String) -> Bool { ["li", "dt", "dd"].contains(name) }

    private func kind(of name: String) -> PolicyBlock.Kind {
      let bytes = Array(name.utf8)
      if bytes.count == 2, bytes[0] == UInt8(ascii: "h"), (0x31...0x36).contains(bytes[1]) {
        return .heading(level: Int(bytes[1] - 0x30))
      }
      if name == "td" || name == "th" { return .cell }
      return items > 0 ? .item : .paragraph
    }
  }
}

/// Where the lines of a text begin.
struct LineStarts {
  private let starts: [Int]
  private let firstLine: Int

  init(of source: [UInt8], from firstLine: Int) {
    self.firstLine = firstLine
    starts = [0] + source.indices.lazy.filter { source[$0] == 0x0A }.map { $0 + 1 }
  }

  /// The line and the column, from 1, of an offset in bytes.
  func place(of offset: Int) -> (line: Int, column: Int) {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return (firstLine + low, offset - starts[low] + 1)
  }
}
