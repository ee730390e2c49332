import Bytes

/// Reads a policy that is plain text, where lines alone tell headings and lists.
enum PlainPolicy {
  /// A line without the white space around it.
  private struct Line {
    let text: ArraySlice<UInt8>
    let number: Int
    let column: Int

    /// Whether it is a paragraph of its own, which nobody broke into lines.
    var isParagraph: Bool { text.count > 120 }

    var endsLikeText: Bool { text.last.map { ".:;,!?".utf8.contains($0) } ?? false }

    private static let bullets = ["- ", "* ", "• ", "– "]

    /// Whether it begins with the mark of an item, such as `- ` or `2. `.
    var isItem: Bool {
      if hasBullet { return true }
      let rest = text.drop(while: \.isASCIIDigit)
      return rest.startIndex > text.startIndex && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
    }

    private var hasBullet: Bool { Line.bullets.contains { text.starts(with: $0.utf8) } }

    /// Whether it can be a heading when it stands alone.
    var looksLikeHeading: Bool {
      text.count <= 90 && !endsLikeText && !hasBullet && !text.contains(UInt8(ascii: "@"))
        && !text.contains(UInt8(ascii: ":"))
    }
  }

  static func page(of bytes: [UInt8], path: String) -> PolicyPage {
    var builder = PolicyPageBuilder()
    var group: [Line] = []
    for (index, bytes) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let text = bytes.trimmingASCIIWhitespace
      let line = Line(
        text: text, number: index + 1, column: text.startIndex - bytes.startIndex + 1)
      if text.isEmpty || line.isParagraph || group.last?.isParagraph == true {
        add(group, to: &builder)
        group = []
      }
      if !text.isEmpty { group.append(line) }
    }
    add(group, to: &builder)
    builder.end()
    return PolicyPage(path: path, blocks: builder.blocks)
  }

  private static func add(_ group: [Line], to builder: inout PolicyPageBuilder) {
    guard let first = group.first else { return }
    if group.count == 1, first.looksLikeHeading {
      let level = builder.blocks.isEmpty && first.number < 4 ? 1 : 2
      builder.begin(.heading(level: level))
      builder.add(first.text, line: first.number, column: first.column)
      return builder.end()
    }
    let isList = group.count > 1 && group.allSatisfy { $0.text.count <= 90 && !$0.endsLikeText }
    builder.begin(.paragraph)
    for line in group {
      if isList || line.isItem { builder.begin(.item) }
      builder.add(line.text + [0x0A], line: line.number, column: line.column)
    }
    builder.end()
  }
}
