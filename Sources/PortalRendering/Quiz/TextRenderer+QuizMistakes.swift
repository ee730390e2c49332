import Bytes
import CommonMark
import Diagnostics

extension TextRenderer {
  /// Tells what a learner could not answer.
  mutating func check(_ list: MarkdownNode, _ kind: QuestionKind) {
    let items = Array(list.children)
    switch kind {
    case .single, .multiple: checkBoxes(items, of: list, kind)
    case .ordering, .matching:
      if items.count < 2 {
        let task = kind == .ordering ? "put in order" : "match"
        report(
          "quiz-pairs", .error, "there is only one thing to \(task)", line: list.line,
          help: "write at least two")
      }
      guard kind == .matching else { return checkSteps(items) }
      for item in items where QuestionKind.pair(in: item.firstLine(math)) == nil {
        report(
          "quiz-pair", .error, "a line among the pairs is no pair", line: item.line,
          help: "write both halves with \" -> \" between them")
      }
      checkRepetitions(items, "the left half", of: { QuestionKind.pair(in: $0)?.left })
    case .text, .number:
      for item in items { checkAnswer(item, kind) }
      checkRepetitions(items, "the answer", of: QuestionKind.answer)
    }
  }

  /// Tells of more pairs than a learner could find: each of them offers the right halves of all.
  mutating func reportTooManyPairs(in list: MarkdownNode, _ kind: QuestionKind) -> Bool {
    let count = kind == .matching ? Array(list.children).count : 0
    guard count > 50 else { return false }
    report(
      "quiz-limit", .error, "the question has \(count) pairs, more than 50", line: list.line,
      help: "make several questions of it")
    return true
  }

  /// Tells of boxes in a list that would be taken for steps to be put in order.
  private mutating func checkSteps(_ items: [MarkdownNode]) {
    var hasBoxes = false
    for item in items {
      guard let (problem, help) = TextRenderer.badBox(in: String(utf8: item.firstLine(math))) else {
        continue
      }
      report("quiz-box", .error, problem, line: item.line, help: help)
      hasBoxes = true
    }
    guard !hasBoxes else { return }
    checkRepetitions(items, "the step", of: { $0 })
  }

  private mutating func checkBoxes(
    _ items: [MarkdownNode], of list: MarkdownNode, _ kind: QuestionKind
  ) {
    let plain = items.filter { $0.taskIsDone == nil }
    for item in plain {
      let near = TextRenderer.badBox(in: String(utf8: item.firstLine(math)))
      report(
        "quiz-box", .error, near?.problem ?? "an answer has no box", line: item.line,
        help: near?.help ?? "write [ ] before it, or [x] if it is right")
    }
    // What a bad box says of its answer is not known.
    if !plain.isEmpty { return }
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
    if kind == .single, items.count < 2 {
      report(
        "quiz-choice", .error, "there is only one answer to choose from", line: list.line,
        help: "write at least two, or \"- = \" for an answer to be written")
    }
    for item in items where item.firstChild == nil {
      report(
        "quiz-choice", .error, "an answer has no words", line: item.line,
        help: "write something after its box, or remove it")
    }
    checkRepetitions(items, "the answer", of: { $0 })
  }

  /// Tells of words that stand twice, since a learner could not tell which of them is meant.
  private mutating func checkRepetitions(
    _ items: [MarkdownNode], _ what: String, of words: ([UInt8]) -> [UInt8]?
  ) {
    var seen: Set<[UInt8]> = []
    for item in items {
      let line = item.firstLine(math)
      guard let words = words(line), !words.isEmpty, !seen.insert(words).inserted else { continue }
      report(
        "quiz-twice", .error, "\(what) \"\(String(utf8: words))\" stands twice", line: item.line,
        help: "remove one of them, or change its words")
    }
  }

  private mutating func checkAnswer(_ item: MarkdownNode, _ kind: QuestionKind) {
    let line = item.firstLine(math)
    guard let answer = QuestionKind.answer(in: line) else {
      let near = line.first == UInt8(ascii: "=") ? TextRenderer.nearMiss(String(utf8: line)) : nil
      report(
        "quiz-answer", .error, near?.problem ?? "a line among the answers is no answer",
        line: item.line, help: near?.help ?? "begin it with \"= \"")
      return
    }
    if kind == .text, QuestionKind.isNearlyNumber(answer) {
      report(
        "quiz-answer", .error,
        "\"\(String(utf8: answer))\" is no number, and learners would have to write it just so",
        line: item.line,
        help: "write numbers as 3.14, a tolerance as 3.14 +- 0.01, a range as [1, 10], and no unit")
    }
    if kind == .text, let bounds = QuestionKind.bounds(of: answer), bounds.least < bounds.greatest {
      report(
        "quiz-answer", .error,
        "\"\(String(utf8: answer))\" counts as words, because the question has other answers",
        line: item.line, help: "write a number with a tolerance as the only answer")
    }
    if kind == .number, let bounds = QuestionKind.bounds(of: answer), bounds.least > bounds.greatest
    {
      report(
        "quiz-range", .error, "no number can be the answer \"\(String(utf8: answer))\"",
        line: item.line, help: "write the smaller number first, and a tolerance above zero")
    }
  }

  /// Tells of words below the answers, which learners would read above them, before they answer.
  mutating func reportTextBelowAnswers(_ block: MarkdownNode) {
    report(
      "quiz-answers", .error, "a text below the answers would be read before they are given",
      line: block.line, help: "write \"> \" before an explanation, or move it above the answers")
  }

  mutating func reportSecondList(_ list: MarkdownNode, after block: MarkdownNode?) {
    let isParted = block?.kind == .blockQuote
    report(
      "quiz-lists", .error,
      isParted
        ? "a line that begins with > parts the answers" : "the question has two lists of answers",
      line: isParted ? block?.line ?? list.line : list.line,
      help: isParted
        ? "indent it by three spaces, so that it belongs to the answer above it"
        : "write a heading for each question")
  }

  /// Tells of a question whose results could not be told from another's.
  mutating func checkID(of question: Question) {
    guard !questionIDs.insert(question.id).inserted else { return }
    report(
      "quiz-id", .warning,
      "the page has two questions with the id \"\(String(utf8: question.id))\"",
      line: question.heading.line,
      help: "write an id of its own after the words: {#\(String(utf8: question.id))-2}")
  }

  /// Tells why a question has nothing to answer with.
  mutating func reportMissingAnswers(of question: Question, _ blocks: [MarkdownNode]) {
    for list in blocks where list.kind == .list {
      for item in list.children {
        let line = String(utf8: item.firstLine(math))
        guard let (problem, help) = TextRenderer.nearMiss(line) else { continue }
        report("quiz-answers", .error, problem, line: item.line, help: help)
        return
      }
    }
    report(
      "quiz-answers", .error, "the question has no answers", line: question.heading.line,
      help: "write a list under it: 1. [x] for one right answer, - [x] for several, - = for words")
  }

  /// What is wrong with a line that was probably meant as an answer.
  private static func nearMiss(_ line: String) -> (problem: String, help: String)? {
    if let bad = badBox(in: line) { return bad }
    if line.hasPrefix("=") {
      return ("there is no answer after \"=\"", "write \"= \" with a space, and the answer")
    }
    if line.contains("->") || line.contains("→") {
      return ("\"\(line)\" is no pair", "write both halves with \" -> \" between them")
    }
    return nil
  }

  /// What is wrong with a box that was probably meant as one.
  private static func badBox(in line: String) -> (problem: String, help: String)? {
    for box in [
      "(x)", "(X)", "( )", "()", "[]", "[ x]", "[x ]", "[ X]", "[X ]", "[*]", "[v]", "[V]", "[✓]",
      "[✔]",
      "[-]", "[y]", "[o]",
    ]
    where line.hasPrefix(box) {
      let next = line.dropFirst(box.count).drop { $0 == " " }.first
      // Code may begin with empty brackets.
      if ["()", "[]"].contains(box), next?.isLetter != true, next?.isNumber != true { continue }
      let isTicked = box.contains { !"()[] ".contains($0) }
      return (
        "\"\(box)\" is no box", "write \(isTicked ? "[x]" : "[ ]") and a space before the words"
      )
    }
    if ["[x]", "[X]", "[ ]"].contains(where: line.hasPrefix) {
      return ("the box and the answer stand together", "write a space between them")
    }
    return nil
  }
}
