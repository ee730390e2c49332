import Bytes
import CommonMark
import MathTypesetting

/// What a learner answers with: nothing of it tells what is right.
extension TextRenderer {
  /// Writes the controls of a question.
  mutating func renderChoices(_ list: MarkdownNode, _ kind: QuestionKind, named name: [UInt8]) {
    let items = Array(list.children)
    switch kind {
    case .single, .multiple:
      renderTask(kind)
      renderBoxes(items, kind, named: name)
    case .text, .number: renderField(kind, items)
    case .matching:
      renderTask(kind)
      renderPairs(items.compactMap { QuestionKind.pair(in: $0.firstLine(math)) })
    case .ordering:
      renderTask(kind)
      renderSteps(shuffled(items) { $0.firstLine(math) })
    }
  }

  private mutating func renderTask(_ kind: QuestionKind) {
    text.html.append("<p class=\"quiz-task\">")
    text.html.append(escaping: setting.strings.text(kind.instruction))
    text.html.append("</p>\n")
  }

  private mutating func renderBoxes(
    _ items: [MarkdownNode], _ kind: QuestionKind, named name: [UInt8]
  ) {
    let type: StaticString = kind == .single ? "radio" : "checkbox"
    text.html.append("<ul class=\"quiz-choices\">\n")
    for (index, item) in items.enumerated() {
      text.html.append("<li>")
      openTag("label", [])
      text.html.append(">")
      openTag("input", [("type", [UInt8](type)), ("name", name)])
      text.html.append(" value=\"")
      text.html.append(decimal: index)
      text.html.append("\"><span>")
      for block in item.children where block.kind == .paragraph { renderInlines(of: block) }
      text.html.append("</span></label>")
      // What takes more than words stands under them, since a label holds no blocks.
      for block in item.children where block.kind != .blockQuote && block.kind != .paragraph {
        render(block: block)
      }
      text.html.append("</li>\n")
      text.words.append(UInt8(ascii: "\n"))
    }
    text.html.append("</ul>\n")
  }

  private mutating func renderField(_ kind: QuestionKind, _ items: [MarkdownNode]) {
    openTag("label", [("class", [UInt8]("quiz-field"))])
    text.html.append("><span class=\"quiz-task\">")
    text.html.append(escaping: setting.strings.text(kind.instruction))
    text.html.append("</span>")
    openTag(
      "input",
      [
        ("type", [UInt8]("text")), ("autocomplete", [UInt8]("off")),
        ("autocapitalize", [UInt8]("off")), ("spellcheck", [UInt8]("false")),
        ("dir", [UInt8]("auto")),
      ])
    // The keys that some phones have for decimals hold no sign.
    let answers = items.compactMap { QuestionKind.answer(in: $0.firstLine(math)) }
    if kind == .number, answers.compactMap(QuestionKind.bounds).allSatisfy({ $0.least >= 0 }) {
      text.html.append(" inputmode=\"decimal\"")
    }
    text.html.append("></label>\n")
  }

  private mutating func renderPairs(_ pairs: [(left: [UInt8], right: [UInt8])]) {
    var seen: Set<[UInt8]> = []
    let different = pairs.map { $0.right }.filter { seen.insert($0).inserted }
    let rights = shuffled(different) { $0 }
    // Options hold no formulas, so there they are named by letters.
    let hasFormulas = rights.contains { setting.readsMath && !MathSpans($0).spans.isEmpty }
    if hasFormulas {
      text.html.append("<ol class=\"quiz-rights\" type=\"A\">\n")
      for right in rights {
        text.html.append("<li>")
        appendWords(right)
        text.html.append("</li>\n")
      }
      text.html.append("</ol>\n")
    }
    text.html.append("<ul class=\"quiz-pairs\">\n")
    for pair in pairs {
      text.html.append("<li>")
      openTag("label", [])
      text.html.append("><span>")
      appendWords(pair.left)
      text.html.append("</span>")
      openTag("select", [])
      text.html.append(">")
      openTag("option", [("value", [])])
      text.html.append(">")
      text.html.append(escaping: setting.strings.text("quiz_choose"))
      text.html.append("</option>")
      for (index, right) in rights.enumerated() {
        openTag("option", [("value", AnswerDigest.mark(of: right))])
        text.html.append(">")
        text.html.append(escaping: hasFormulas ? Self.letter(index) : right)
        text.html.append("</option>")
      }
      text.html.append("</select></label></li>\n")
    }
    text.html.append("</ul>\n")
  }

  /// The marker that browsers give an item of a list with capital letters.
  private static func letter(_ index: Int) -> [UInt8] {
    let last = UInt8(ascii: "A") + UInt8(index % 26)
    return (index < 26 ? [] : letter(index / 26 - 1)) + [last]
  }

  private mutating func renderSteps(_ items: [MarkdownNode]) {
    text.html.append("<ol class=\"quiz-steps\">\n")
    for item in items {
      let words = item.firstLine(math)
      openTag("li", [("data-value", AnswerDigest.mark(of: words))])
      text.html.append("><span>")
      for block in item.children where block.kind == .paragraph { renderInlines(of: block) }
      text.html.append("</span><span class=\"quiz-moves needs-script\">")
      for (direction, key) in [("up", "quiz_up"), ("down", "quiz_down")] {
        let label = setting.strings.text(key, ["item": String(utf8: words)])
        openTag(
          "button",
          [
            ("type", [UInt8]("button")), ("data-move", Array(direction.utf8)),
            ("aria-label", Array(label.utf8)),
          ])
        text.html.append("><span class=\"icon icon-")
        text.html.append(text: direction)
        text.html.append("\"></span></button>")
      }
      text.html.append("</span></li>\n")
      text.words.append(UInt8(ascii: "\n"))
    }
    text.html.append("</ol>\n")
  }

  /// Writes words of the source with their formulas, whose mistakes the list itself tells of.
  mutating func appendWords(_ words: [UInt8]) {
    let spans = MathSpans(setting.readsMath ? words : [])
    var start = 0
    for span in spans.spans {
      text.html.append(escaping: words[start..<span.whole.lowerBound])
      do throws(MathError) {
        try Formula.appendMathML(of: spans.tex(of: span), display: false, to: &text.html)
      } catch {
        text.html.append(escaping: words[span.whole])
      }
      start = span.whole.upperBound
    }
    text.html.append(escaping: words[start...])
  }

  mutating func renderInlines(of paragraph: MarkdownNode) {
    for inline in paragraph.children { render(block: inline) }
  }

  /// Words in an order that tells nothing and never changes.
  private func shuffled<Element>(_ elements: [Element], by words: (Element) -> [UInt8]) -> [Element]
  {
    let keys = elements.map { scatter(words($0)) }
    var order = elements.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    if order == Array(elements.indices), !order.isEmpty { order.append(order.removeFirst()) }
    return order.map { elements[$0] }
  }

  private func scatter(_ words: [UInt8]) -> UInt64 {
    words.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }
}
