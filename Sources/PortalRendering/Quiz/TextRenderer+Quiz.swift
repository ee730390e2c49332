import Bytes
import CommonMark
import Diagnostics
import MathTypesetting

extension TextRenderer {
  /// Renders a quiz between its comments; returns the block after it.
  mutating func renderQuiz(from opening: MarkdownNode) -> MarkdownNode? {
    closeOpenTabs()
    var blocks: [MarkdownNode] = []
    var next = opening.next
    while let block = next, block.kind != .footnoteDefinition {
      next = block.next
      if Directive(of: block) == .endOfQuiz {
        renderQuiz(blocks)
        return next
      }
      blocks.append(block)
    }
    report(
      "quiz-open", .error, "the quiz has no end", line: opening.line,
      help: "write <!-- /quiz --> after the last question")
    renderQuiz(blocks)
    return next
  }

  /// Renders blocks in which every heading begins a question.
  mutating func renderQuiz(_ blocks: some Sequence<MarkdownNode>) {
    var introduction: [MarkdownNode] = []
    var questions: [(heading: MarkdownNode, blocks: [MarkdownNode])] = []
    var footnotes: [MarkdownNode] = []
    for block in blocks {
      if block.kind == .footnoteDefinition {
        footnotes.append(block)
      } else if block.kind == .heading {
        questions.append((block, []))
      } else if questions.isEmpty {
        introduction.append(block)
      } else {
        questions[questions.count - 1].blocks.append(block)
      }
    }
    for block in introduction { render(block: block) }
    if questions.isEmpty {
      report(
        "quiz-empty", .error, "the quiz has no question", line: introduction.first?.line ?? 1,
        help: "write a heading for each question, and a list of answers under it")
    } else {
      beginLine()
      text.html.append("<div class=\"quiz\">\n")
      for question in questions { renderQuestion(question.heading, question.blocks) }
      text.html.append("</div>\n")
    }
    for footnote in footnotes { render(block: footnote) }
    closeFootnotes()
  }

  private mutating func renderQuestion(_ heading: MarkdownNode, _ blocks: [MarkdownNode]) {
    text.html.append("<div class=\"question\">\n")
    render(block: heading)
    var answers: (list: MarkdownNode, kind: QuestionKind)?
    var hints: [MarkdownNode] = []
    var explanations: [MarkdownNode] = []
    for block in blocks {
      switch block.kind {
      case .blockQuote where answers == nil: hints.append(block)
      case .blockQuote: explanations.append(block)
      case .list:
        guard let kind = QuestionKind(of: block, math) else {
          render(block: block)
          continue
        }
        if answers == nil { answers = (block, kind) } else { reportSecondList(block) }
      default: render(block: block)
      }
    }
    for hint in hints { fold("hint", style: "quiz-hint") { $0.renderContent(of: hint) } }
    if let answers {
      check(answers.list, answers.kind)
      renderChoices(answers.list, answers.kind)
      fold("answer", style: "quiz-answer") { renderer in
        renderer.renderSolution(answers.list, answers.kind)
        for explanation in explanations { renderer.renderContent(of: explanation) }
      }
    } else {
      report(
        "quiz-answers", .error, "the question has no answers", line: heading.line,
        help: "write a list under it: 1. [x] for one right answer, - [x] for several, - = for words"
      )
    }
    text.html.append("</div>\n")
  }

  // MARK: Choices

  /// What a learner chooses from: nothing tells which are right.
  private mutating func renderChoices(_ list: MarkdownNode, _ kind: QuestionKind) {
    let instruction =
      switch kind {
      case .single: "quiz_one"
      case .multiple: "quiz_many"
      case .text, .number: "quiz_write"
      case .matching: "quiz_match"
      case .ordering: "quiz_order"
      }
    text.html.append("<p class=\"quiz-task\">")
    text.html.append(escaping: setting.strings.text(instruction))
    text.html.append("</p>\n")
    let items = Array(list.children)
    switch kind {
    case .single, .multiple: renderChoices(items)
    case .ordering: renderChoices(shuffled(items) { $0.firstLine(math) })
    case .matching:
      let pairs = items.compactMap { QuestionKind.pair(in: $0.firstLine(math)) }
      renderWords(pairs.map(\.left))
      renderWords(shuffled(pairs.map(\.right)) { $0 })
    case .text, .number: break
    }
  }

  private mutating func renderChoices(_ items: [MarkdownNode]) {
    text.html.append("<ul class=\"quiz-choices\">\n")
    for item in items {
      text.html.append("<li>")
      for block in item.children where block.kind != .blockQuote {
        if block.kind == .paragraph { renderInlines(of: block) } else { render(block: block) }
      }
      text.html.append("</li>\n")
      text.words.append(UInt8(ascii: "\n"))
    }
    text.html.append("</ul>\n")
  }

  private mutating func renderWords(_ words: [[UInt8]]) {
    text.html.append("<ul class=\"quiz-choices\">\n")
    for word in words {
      text.html.append("<li>")
      appendWords(word)
      text.html.append("</li>\n")
    }
    text.html.append("</ul>\n")
  }

  /// Writes words of the source with their formulas, whose mistakes the list itself tells of.
  private mutating func appendWords(_ words: [UInt8]) {
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

  private mutating func renderInlines(of paragraph: MarkdownNode) {
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

  // MARK: Answers

  /// The right answers with what the author says of each.
  private mutating func renderSolution(_ list: MarkdownNode, _ kind: QuestionKind) {
    text.html.append(kind == .ordering ? "<ol>\n" : "<ul>\n")
    for item in list.children {
      let quotes = item.children.filter { $0.kind == .blockQuote }
      let isRight = item.taskIsDone ?? (kind != .single && kind != .multiple)
      if !isRight, quotes.isEmpty { continue }
      text.html.append(isRight ? "<li class=\"right\">" : "<li class=\"wrong\">")
      switch kind {
      case .text, .number: appendWords(QuestionKind.answer(in: item.firstLine(math)) ?? [])
      case .matching:
        if let pair = QuestionKind.pair(in: item.firstLine(math)) {
          appendWords(pair.left)
          text.html.append(" → ")
          appendWords(pair.right)
        }
      case .single, .multiple, .ordering: repeatParagraphs(of: item)
      }
      for quote in quotes { renderContent(of: quote) }
      text.html.append("</li>\n")
    }
    text.html.append(kind == .ordering ? "</ol>\n" : "</ul>\n")
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

  private mutating func renderContent(of quote: MarkdownNode) {
    for block in quote.children { render(block: block) }
  }

  /// Writes content that opens on demand, and keeps its words out of the search.
  private mutating func fold(
    _ title: String, style: StaticString, _ content: (inout TextRenderer) -> Void
  ) {
    let words = text.words.count
    text.html.append("<details class=\"")
    text.html.append(style)
    text.html.append("\"><summary>")
    text.html.append(escaping: setting.strings.text(title))
    text.html.append("</summary>\n")
    content(&self)
    text.html.append("</details>\n")
    text.words.removeSubrange(words...)
  }
}
