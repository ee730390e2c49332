import Bytes
import CommonMark
import CourseModel
import Diagnostics
import Files

/// Markup that Markdown takes for plain words, because something in it is missing.
extension TextRenderer {
  /// How many bytes a label or a path may have to be told of; CommonMark takes no longer label (§6.3).
  private static let longestMarkup = 999

  /// Tells of a path with spaces where an address was meant, and of a footnote that is not there.
  mutating func reportPlainMarkup(
    in literal: UnsafeBufferPointer<UInt8>, of node: MarkdownNode
  ) {
    if let first = literal.first {
      if "|-:".utf8.contains(first) { reportPlainTable(at: literal, of: node) }
      if ItemMark.begins(with: first) { reportMissingSpaceOfItem(at: literal, of: node) }
    }
    if literal.place(of: UInt8(ascii: "*"), from: 0) != nil {
      reportPlainStrong(in: literal, of: node)
    }
    var start = literal.startIndex
    for end in literal.places(of: UInt8(ascii: "]")) {
      // Only the innermost brackets count, so that no byte is told of twice.
      let bracket = literal[start..<end].lastIndex(of: UInt8(ascii: "["))
      start = end + 1
      guard let bracket else { continue }
      let label = literal[(bracket + 1)..<end]
      if bracket > 1, literal[(bracket - 2)...].hasPrefix("![[") { reportEmbedding(near: node) }
      if label.first == UInt8(ascii: "^"), label.count > 1,
        label.count <= TextRenderer.longestMarkup, !label.contains(where: \.isASCIIWhitespace)
      {
        reportMissingFootnote(Array(literal[bracket...end]), of: node)
      } else if end + 1 < literal.count, literal[end + 1] == UInt8(ascii: "(") {
        reportSpacedAddress(literal[(end + 2)...], of: node)
      } else if end + 1 < literal.count, literal[end + 1] == UInt8(ascii: "[") {
        reportMissingAddress(of: label, before: literal[(end + 1)...], in: literal, of: node)
      }
    }
  }

  /// Tells of words between asterisks that are not strong, because a sign is next to them on the one side and a letter
  /// on the other (CommonMark §6.2), as often in languages without spaces.
  private mutating func reportPlainStrong(
    in literal: UnsafeBufferPointer<UInt8>, of node: MarkdownNode
  ) {
    var opening: Range<Int>?
    var index = 0
    while let start = literal.place(of: UInt8(ascii: "*"), from: index) {
      index = literal[start...].firstIndex { $0 != UInt8(ascii: "*") } ?? literal.count
      guard (2...3).contains(index - start) else { continue }
      if let open = opening, open.count == index - start, !literal[start - 1].isASCIIWhitespace,
        start - open.upperBound <= TextRenderer.longestMarkup
      {
        report(strong: Array(literal[open.lowerBound..<index]), signs: open.count, of: node)
        opening = nil
      } else {
        // What a sign follows that ends words is a mark of a footnote, or of a pointer.
        let begins =
          index < literal.count && !literal[index].isASCIIWhitespace
          && !",.;:!?)".utf8.contains(literal[index])
        opening = begins ? start..<index : nil
      }
    }
  }

  private mutating func report(strong words: [UInt8], signs: Int, of node: MarkdownNode) {
    // Behind backslashes the asterisks themselves are meant.
    guard let place = find(words, near: node),
      lines.length(of: words, at: place) == words.count
    else { return }
    report(
      "text-strong", .warning,
      "\"\(String(repeating: "*", count: signs))\" stands between a sign and a letter, so readers see it",
      line: place.line, column: place.column, length: words.count,
      help: "write a space between the sign and the letter, or <strong>…</strong>")
  }

  private mutating func reportMissingFootnote(_ reference: [UInt8], of node: MarkdownNode) {
    text.diagnostics.append(
      Diagnostic(
        "footnote-missing", .warning, "there is no footnote for \"\(String(utf8: reference))\"",
        at: position(of: reference, near: node),
        help: "write it on a line of its own: \(String(utf8: reference)): …"))
  }

  /// Tells of a link to an address that is given nowhere (CommonMark §6.3), if the brackets can hardly mean anything
  /// else: indexes and keys are written in such brackets, too.
  private mutating func reportMissingAddress(
    of words: Slice<UnsafeBufferPointer<UInt8>>, before rest: Slice<UnsafeBufferPointer<UInt8>>,
    in literal: UnsafeBufferPointer<UInt8>, of node: MarkdownNode
  ) {
    let near = rest.dropFirst().prefix(TextRenderer.longestMarkup)
    guard let end = near.firstIndex(of: UInt8(ascii: "]")), end > near.startIndex else { return }
    let label = near[..<end]
    guard !label.contains(UInt8(ascii: "[")), label.contains(where: \.isASCIILetter),
      words.contains(where: \.isASCIILetter), words.first != UInt8(ascii: "!"),
      beginsWord(at: words.startIndex - 1, in: literal, of: node)
    else { return }
    let labels = lines.labels()
    guard !labels.isEmpty || words.contains(UInt8(ascii: " ")) else { return }
    let name = String(utf8: Array(label))
    let mark = Array(rest[...end])
    text.diagnostics.append(
      Diagnostic(
        "link-reference", .warning,
        "there is no address for \"[\(name)]\", so this is no link",
        at: position(of: mark, near: node),
        help: Suggestion.nearest(to: name, among: labels.prefix(100)).map {
          "did you mean [\($0)]?"
        }
          ?? "write it on a line of its own: [\(name)]: address"))
  }

  /// Whether a bracket stands behind a space or the like, and so is no index.
  private mutating func beginsWord(
    at bracket: Int, in literal: UnsafeBufferPointer<UInt8>, of node: MarkdownNode
  ) -> Bool {
    if bracket > 0 {
      let before = literal[bracket - 1]
      return !before.isASCIIAlphanumeric && before < 0x80 && !"])}_".utf8.contains(before)
    }
    guard let start = lines.start(of: node) else { return false }
    return start == 0 || source[start - 1].isASCIIWhitespace
  }

  /// Tells of a path with spaces between parentheses, which leaves a link plain words.
  private mutating func reportSpacedAddress(
    _ rest: Slice<UnsafeBufferPointer<UInt8>>, of node: MarkdownNode
  ) {
    let near = rest.prefix(TextRenderer.longestMarkup)
    guard let end = near.firstIndex(of: UInt8(ascii: ")")) else { return }
    let address = Array(near[..<end])
    // Of two addresses before one parenthesis, the last is meant.
    guard address.contains(UInt8(ascii: " ")), !address.contains(UInt8(ascii: "\"")),
      !address.contains(bytes: [UInt8]("]("))
    else { return }
    if address.first == UInt8(ascii: "#") {
      return report(address, of: node, help: "write - for each space, as in the ids of headings")
    }
    let name =
      address[...].firstRange(ofBytes: " =").map { address[..<$0.lowerBound] } ?? address[...]
    let path = RelativePath(String(utf8: Array(name.prefix { $0 != UInt8(ascii: "#") })))
    guard !path.fileExtension.isEmpty,
      path.hasExtension("md", "markdown", "pdf", "zip") || MediaKind(of: path) != .other
    else { return }
    let shown = String(utf8: address)
    report(
      address, of: node,
      help: name.count < address.count
        ? "remove the size, which pictures have themselves"
        : "put it between < and >: [words](<\(shown)>)")
  }

  private mutating func report(
    _ address: [UInt8], of node: MarkdownNode, help: String
  ) {
    text.diagnostics.append(
      Diagnostic(
        "link-target", .warning,
        "the path \"\(String(utf8: address))\" has spaces, so this is no link",
        at: position(of: address, near: node), help: help))
  }

  /// Tells of a quote that begins nearly as an alert does.
  mutating func reportNearlyAlert(_ quote: MarkdownNode) {
    guard let first = quote.firstChild?.firstChild, first.kind == .text else { return }
    let words = first.literal.trimmingASCIIWhitespace
    guard words.hasPrefix("[!"), let end = words.firstIndex(of: UInt8(ascii: "]")) else { return }
    let name = String(utf8: words[2..<end].map(\.asciiLowercased))
    let known = TextRenderer.alerts.first { $0 == name }
    let near = known ?? Suggestion.nearest(to: name, among: TextRenderer.alerts)
    let mark = Array(words[...end])
    text.diagnostics.append(
      Diagnostic(
        "alert-kind", .warning,
        known == nil
          ? "there is no alert \"\(String(utf8: mark))\""
          : "\"\(String(utf8: mark))\" stands with other words, so this is a plain quote",
        at: position(of: mark, near: first),
        help: known == nil
          ? near.map { "did you mean [!\($0.uppercased())]?" }
            ?? "write [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION]"
          : "write it alone on the first line of the quote"))
  }
}
