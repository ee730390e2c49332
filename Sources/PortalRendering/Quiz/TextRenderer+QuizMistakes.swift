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
      guard kind == .matching else { return }
      for item in items where QuestionKind.pair(in: item.firstLine(math)) == nil {
        report(
          "quiz-pair", .error, "a line among the pairs is no pair", line: item.line,
          help: "write both halves with \" -> \" between them")
      }
    case .text, .number:
      for item in items { checkAnswer(item, kind) }
    }
  }

  private mutating func checkBoxes(
    _ items: [MarkdownNode], of list: MarkdownNode, _ kind: QuestionKind
  ) {
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
  }

  private mutating func checkAnswer(_ item: MarkdownNode, _ kind: QuestionKind) {
    guard let answer = QuestionKind.answer(in: item.firstLine(math)) else {
      report(
        "quiz-answer", .error, "a line among the answers is no answer", line: item.line,
        help: "begin it with \"= \"")
      return
    }
    if kind == .number, let bounds = QuestionKind.bounds(of: answer), bounds.least > bounds.greatest
    {
      report(
        "quiz-range", .error, "no number can be the answer \"\(String(utf8: answer))\"",
        line: item.line, help: "write the smaller number first, and a tolerance above zero")
    }
  }

  mutating func reportSecondList(_ list: MarkdownNode) {
    report(
      "quiz-lists", .error, "the question has two lists of answers", line: list.line,
      help: "write a heading for each question")
  }
}
