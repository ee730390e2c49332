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
        text.html.append("\"")
      }
      text.html.append(">")
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

  private mutating func renderAnswer(_ item: MarkdownNode, _ kind: QuestionKind) {
    switch kind {
    case .text: appendWords(QuestionKind.answer(in: item.firstLine(math)) ?? [])
    case .number:
      // Authors type "3.14 +- 0.01".
      let answer = QuestionKind.answer(in: item.firstLine(math)) ?? []
      text.html.append(text: String(utf8: answer).replacing("+-", with: "±"))
    case .matching:
      if let pair = QuestionKind.pair(in: item.firstLine(math)) {
        appendWords(pair.left)
        text.html.append(" → ")
        appendWords(pair.right)
      }
    case .single, .multiple, .ordering: repeatParagraphs(of: item)
    }
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
