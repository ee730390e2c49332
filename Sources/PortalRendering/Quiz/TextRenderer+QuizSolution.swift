import Bytes
import CommonMark

extension TextRenderer {
  /// The right answers with what the author says of each.
  mutating func renderSolution(_ list: MarkdownNode, _ kind: QuestionKind) {
    text.html.append(kind == .ordering ? "<ol>\n" : "<ul>\n")
    for (index, item) in list.children.enumerated() {
      let quotes = item.children.filter { $0.kind == .blockQuote }
      let isRight = item.taskIsDone ?? (kind != .single && kind != .multiple)
      if !isRight, quotes.isEmpty { continue }
      openTag("li", [("class", [UInt8](isRight ? "right" : "wrong"))])
      if kind == .single || kind == .multiple {
        text.html.append(" data-choice=\"")
        text.html.append(decimal: index)
        text.html.append("\">")
        appendVerdict(isRight)
      } else {
        text.html.append(">")
      }
      renderAnswer(item, kind)
      if !quotes.isEmpty {
        text.html.append("<div class=\"quiz-feedback\">")
        for quote in quotes { renderContent(of: quote) }
        text.html.append("</div>")
      }
      text.html.append("</li>\n")
    }
    text.html.append(kind == .ordering ? "</ol>\n" : "</ul>\n")
  }

  /// Says of a choice by a sign, and by words for who does not see it, whether it is right.
  private mutating func appendVerdict(_ isRight: Bool) {
    let words = setting.strings.text(isRight ? "quiz_right" : "quiz_wrong")
    openTag(
      "span",
      [
        ("class", [UInt8](isRight ? "icon icon-tick" : "icon icon-cross")),
        ("role", [UInt8]("img")), ("aria-label", Array(words.utf8)),
      ])
    text.html.append("></span>")
  }

  private mutating func renderAnswer(_ item: MarkdownNode, _ kind: QuestionKind) {
    switch kind {
    case .text: appendWords(QuestionKind.answer(in: item.firstLine(math)) ?? [])
    case .number:
      let answer = QuestionKind.answer(in: item.firstLine(math)) ?? []
      text.html.append(escaping: shown(number: answer))
    case .matching:
      if let pair = QuestionKind.pair(in: item.firstLine(math)) {
        appendWords(pair.left)
        text.html.append(" → ")
        appendWords(pair.right)
      }
    case .single, .multiple, .ordering: repeatParagraphs(of: item)
    }
  }

  /// A number as readers write it, for which authors type `3.14 +- 0.01` or `[1, 10]`.
  private func shown(number answer: [UInt8]) -> String {
    let text = String(utf8: answer)
    let isRange = text.hasPrefix("[")
    let parts =
      isRange
      ? text.dropFirst().dropLast().split(separator: ",")
      : text.replacing("+-", with: "±").split(separator: "±")
    let mark = setting.strings.text("decimal_mark")
    var numbers = parts.map { part in
      String(utf8: Array(part.utf8.trimmingASCIIWhitespace)).replacing(".", with: mark)
    }
    if let bounds = QuestionKind.bounds(of: answer), bounds.least == bounds.greatest {
      numbers = Array(numbers.prefix(1))
    }
    if !isRange { return numbers.joined(separator: " ± ") }
    // Beside a sign, the dash needs room.
    let isSigned = numbers.contains { $0.hasPrefix("-") || $0.hasPrefix("+") }
    return numbers.joined(separator: isSigned ? " – " : "–")
  }

  /// Writes a choice once more; what there is to tell of it was told the first time.
  private mutating func repeatParagraphs(of item: MarkdownNode) {
    let told = (text.diagnostics.count, text.anchors.count, text.assets.count)
    isRepeating = true
    for block in item.children where block.kind == .paragraph { renderInlines(of: block) }
    isRepeating = false
    text.diagnostics.removeSubrange(told.0...)
    text.anchors.removeSubrange(told.1...)
    text.assets.removeSubrange(told.2...)
  }
}
