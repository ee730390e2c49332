import Bytes
import CommonMark
import Diagnostics

extension TextRenderer {
  /// Renders a quiz between its comments; returns the block after it.
  mutating func renderQuiz(from opening: MarkdownNode) -> MarkdownNode? {
    closeOpenTabs()
    let quiz = quizSetting(of: opening)
    var blocks: [MarkdownNode] = []
    var next = opening.next
    while let block = next, block.kind != .footnoteDefinition {
      next = block.next
      if Directive(of: block) == .endOfQuiz {
        renderQuiz(blocks, quiz, line: opening.line)
        return next
      }
      blocks.append(block)
    }
    report(
      "quiz-open", .error, "the quiz has no end", line: opening.line,
      help: "write <!-- /quiz --> after the last question")
    renderQuiz(blocks, quiz, line: opening.line)
    return next
  }

  /// Renders blocks, from a line on, in which every heading begins a question.
  mutating func renderQuiz(
    _ blocks: some Sequence<MarkdownNode>, _ quiz: QuizSetting, line: Int
  ) {
    var introduction: [MarkdownNode] = []
    var questions: [Question] = []
    var footnotes: [MarkdownNode] = []
    for block in blocks {
      if block.kind == .footnoteDefinition {
        footnotes.append(block)
      } else if block.kind == .heading {
        questions.append(Question(block, math))
      } else if questions.isEmpty {
        introduction.append(block)
      } else {
        questions[questions.count - 1].blocks.append(block)
      }
    }
    for block in introduction { render(block: block) }
    if questions.isEmpty {
      report(
        "quiz-empty", .error, "the quiz has no question", line: introduction.first?.line ?? line,
        help: "write a heading for each question, and a list of answers under it")
    } else {
      text.quizCount += 1
      openQuiz(named(quiz, by: questions[0]))
      for question in questions { renderQuestion(question) }
      closeQuiz(quiz)
    }
    for footnote in footnotes { render(block: footnote) }
    closeFootnotes()
  }

  private mutating func named(_ quiz: QuizSetting, by first: Question) -> QuizSetting {
    var quiz = quiz
    let name = quiz.name ?? String(utf8: first.id)
    quiz.name = name
    if !quizNames.insert(name).inserted {
      report(
        "quiz-id", .error, "the page has two quizzes with the name \"\(name)\"",
        line: first.heading.line, help: "write <!-- quiz id=another-name --> before this one")
    }
    return quiz
  }

  private mutating func renderQuestion(_ question: Question) {
    var answers: (list: MarkdownNode, kind: QuestionKind)?
    var body: [MarkdownNode] = []
    var hints: [MarkdownNode] = []
    var explanations: [MarkdownNode] = []
    var below: MarkdownNode?
    var hasSecondList = false
    var last: MarkdownNode?
    for block in question.blocks {
      defer { last = block }
      if answers != nil, ![.blockQuote, .list, .thematicBreak, .htmlBlock].contains(block.kind) {
        below = below ?? block
      }
      switch block.kind {
      case .blockQuote where answers == nil: hints.append(block)
      case .blockQuote: explanations.append(block)
      case .list:
        if let kind = QuestionKind(of: block, math) {
          if answers == nil {
            answers = (block, kind)
          } else {
            hasSecondList = true
            reportSecondList(block, after: last)
          }
        } else {
          body.append(block)
        }
      default: body.append(block)
      }
    }
    if let below, !hasSecondList { reportTextBelowAnswers(below) }
    checkID(of: question)
    if let answers, reportTooManyPairs(in: answers.list, answers.kind) { return }
    openQuestion(question, answers?.list, answers?.kind)
    // What follows may write other headings.
    let name = AnswerDigest.name(for: heading.id)
    for block in body { render(block: block) }
    for hint in hints { fold("hint", style: "quiz-hint") { $0.renderContent(of: hint) } }
    if let answers {
      // What is wrong with a part of the answers comes of their being parted.
      if !hasSecondList { check(answers.list, answers.kind) }
      renderChoices(answers.list, answers.kind, named: name)
      fold("answer", style: "quiz-answer") { renderer in
        renderer.renderSolution(answers.list, answers.kind)
        for explanation in explanations { renderer.renderContent(of: explanation) }
      }
    } else {
      reportMissingAnswers(of: question, body)
    }
    text.html.append("</fieldset>\n")
  }

  /// Writes the question with the digests of what is right.
  private mutating func openQuestion(
    _ question: Question, _ list: MarkdownNode?, _ kind: QuestionKind?
  ) {
    openTag("fieldset", [("class", [UInt8]("question")), ("data-question", question.id)])
    if let list, let kind {
      appendAttribute("data-kind", Array(kind.name.utf8))
      let digests = rightStatements(of: list, kind).map { AnswerDigest.of($0, in: question.id) }
      appendAttribute("data-answer", Array(digests.joined(separator: [UInt8(ascii: " ")])))
      if kind == .number, let grid = grid(of: list) {
        if grid.step > 0 {
          appendAttribute("data-step", Array(grid.step.description.utf8))
          appendAttribute("data-offset", Array(grid.offset.description.utf8))
        }
        appendAttribute("data-decimal", Array(setting.strings.text("decimal_mark").utf8))
      }
    }
    text.html.append(">\n")
    openTag("legend", [])
    text.html.append(">")
    isInLegend = true
    render(block: question.heading)
    isInLegend = false
    if text.html.last == UInt8(ascii: "\n") { text.html.removeLast() }
    text.html.append("</legend>\n")
  }

  /// The least and the greatest right number as a grid.
  private func grid(of list: MarkdownNode) -> NumberGrid? {
    list.children.compactMap { QuestionKind.answer(in: $0.firstLine(math)) }.first
      .flatMap(QuestionKind.bounds).map(NumberGrid.init)
  }

  /// What a learner has to say, or may say, to be right.
  private func rightStatements(of list: MarkdownNode, _ kind: QuestionKind) -> [[UInt8]] {
    let items = Array(list.children)
    switch kind {
    case .single, .multiple:
      return items.enumerated().filter { $1.taskIsDone == true }.map {
        Array(String($0.offset).utf8)
      }
    case .text:
      return items.compactMap { QuestionKind.answer(in: $0.firstLine(math)) }
        .map(AnswerDigest.comparable)
    case .number:
      return grid(of: list).map { [AnswerDigest.statement(of: $0.point)] } ?? []
    case .matching:
      return items.compactMap { QuestionKind.pair(in: $0.firstLine(math)) }.enumerated().map {
        Array("\($0) ".utf8) + AnswerDigest.mark(of: $1.right)
      }
    case .ordering:
      return items.enumerated().map {
        Array("\($0) ".utf8) + AnswerDigest.mark(of: $1.firstLine(math))
      }
    }
  }

  // MARK: Tags

  /// Writes the beginning of a tag that raw HTML in the same text must not be taken for.
  mutating func openTag(_ name: StaticString, _ attributes: [(StaticString, [UInt8])]) {
    text.html.append("<")
    text.html.append(name)
    text.html.append(contentsOf: trustMark)
    for (name, value) in attributes { appendAttribute(name, value) }
  }

  mutating func appendAttribute(_ name: StaticString, _ value: [UInt8]) {
    text.html.append(UInt8(ascii: " "))
    text.html.append(name)
    text.html.append("=\"")
    text.html.append(escaping: value)
    text.html.append("\"")
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
    text.headings.removeAll { $0.lowerBound >= words }
  }

  mutating func renderContent(of quote: MarkdownNode) {
    for block in quote.children { render(block: block) }
  }
}
