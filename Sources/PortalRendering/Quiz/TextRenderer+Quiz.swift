import Bytes
import CommonMark
import Diagnostics

extension TextRenderer {
  /// Renders a quiz between its comments; returns the block after it.
  mutating func renderQuiz(from opening: MarkdownNode, _ directive: Directive) -> MarkdownNode? {
    var blocks: [MarkdownNode] = []
    var next = opening.next
    while let block = next {
      next = block.next
      if block.kind == .htmlBlock, Directive(of: block)?.name == "/quiz" {
        renderQuiz(blocks)
        return next
      }
      blocks.append(block)
    }
    report(
      "quiz-open", .error, "the quiz has no end", line: opening.line,
      help: "write <!-- /quiz --> after the last question")
    return nil
  }

  /// Renders blocks in which every heading begins a question.
  mutating func renderQuiz(_ blocks: some Sequence<MarkdownNode>) {
    var introduction: [MarkdownNode] = []
    var questions: [(heading: MarkdownNode, blocks: [MarkdownNode])] = []
    for block in blocks {
      if block.kind == .heading {
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
      return
    }
    beginLine()
    text.html.append("<div class=\"quiz\">\n")
    for question in questions { renderQuestion(question.heading, question.blocks) }
    text.html.append("</div>\n")
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
      case .list where answers == nil:
        if let kind = QuestionKind(of: block) {
          answers = (block, kind)
        } else {
          render(block: block)
        }
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
        help: "write a list under it: 1. [x] for one right answer, - [x] for several, - = for words")
    }
    text.html.append("</div>\n")
  }

  private mutating func check(_ list: MarkdownNode, _ kind: QuestionKind) {
    let items = Array(list.children)
    switch kind {
    case .single, .multiple:
      let right = items.count { $0.taskIsDone == true }
      if right == 0 {
        report(
          "quiz-right", .error, "no answer is marked as right", line: list.line,
          help: "write [x] before the right one")
      } else if kind == .single, right > 1 {
        report(
          "quiz-right", .error, "\(right) answers of an ordered list are marked as right",
          line: list.line, help: "mark one, or write \"- [x]\" where several are right")
      }
      if let plain = items.first(where: { $0.taskIsDone == nil }) {
        report(
          "quiz-box", .error, "an answer has no box", line: plain.line, help: "write [ ] before it")
      }
    case .ordering, .matching:
      if items.count < 2 {
        report(
          "quiz-pairs", .error, "there is only one thing to \(kind == .ordering ? "put in order" : "match")",
          line: list.line, help: "write at least two")
      }
    case .text, .number: break
    }
  }

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
    case .single, .multiple:
      text.html.append("<ul class=\"quiz-choices\">\n")
      for item in items { renderChoice(item) }
      text.html.append("</ul>\n")
    case .ordering:
      text.html.append("<ul class=\"quiz-choices\">\n")
      for item in shuffled(items, by: \.firstLine) { renderChoice(item) }
      text.html.append("</ul>\n")
    case .matching:
      let pairs = items.compactMap { QuestionKind.pair(in: $0.firstLine) }
      renderWords(pairs.map(\.left))
      renderWords(shuffled(pairs.map(\.right)) { $0 })
    case .text, .number: break
    }
  }

  private mutating func renderWords(_ words: [[UInt8]]) {
    text.html.append("<ul class=\"quiz-choices\">\n")
    for word in words {
      text.html.append("<li>")
      text.html.append(escaping: word)
      text.html.append("</li>\n")
    }
    text.html.append("</ul>\n")
  }

  private mutating func renderChoice(_ item: MarkdownNode) {
    text.html.append("<li>")
    for block in item.children where block.kind != .blockQuote {
      if block.kind == .paragraph {
        for inline in block.children { render(block: inline) }
      } else {
        render(block: block)
      }
    }
    text.html.append("</li>\n")
    text.words.append(UInt8(ascii: "\n"))
  }

  /// Words in an order that tells nothing and never changes.
  private func shuffled<Element>(_ elements: [Element], by words: (Element) -> [UInt8]) -> [Element] {
    var rotated = elements.enumerated().sorted { left, right in
      let (first, second) = (scatter(words(left.element)), scatter(words(right.element)))
      return (first, left.offset) < (second, right.offset)
    }
    if rotated.map(\.offset) == Array(elements.indices), !rotated.isEmpty {
      rotated.append(rotated.removeFirst())
    }
    return rotated.map(\.element)
  }

  private func scatter(_ words: [UInt8]) -> UInt64 {
    words.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

  /// The right answers with what the author says of each.
  private mutating func renderSolution(_ list: MarkdownNode, _ kind: QuestionKind) {
    text.html.append(kind == .ordering ? "<ol>\n" : "<ul>\n")
    for item in list.children {
      let quotes = item.children.filter { $0.kind == .blockQuote }
      let isRight = item.taskIsDone ?? true
      if !isRight, quotes.isEmpty { continue }
      text.html.append(isRight ? "<li class=\"right\">" : "<li class=\"wrong\">")
      switch kind {
      case .text, .number:
        text.html.append(escaping: QuestionKind.answer(in: item.firstLine) ?? [])
      case .matching:
        if let pair = QuestionKind.pair(in: item.firstLine) {
          text.html.append(escaping: pair.left)
          text.html.append(" → ")
          text.html.append(escaping: pair.right)
        }
      case .single, .multiple, .ordering:
        for block in item.children where block.kind == .paragraph {
          for inline in block.children { render(block: inline) }
        }
      }
      for quote in quotes { renderContent(of: quote) }
      text.html.append("</li>\n")
    }
    text.html.append(kind == .ordering ? "</ol>\n" : "</ul>\n")
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
