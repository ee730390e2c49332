import Bytes
import CommonMark
import Diagnostics

extension TextRenderer {
  /// Reads what stands in `<!-- quiz pass=80 attempts=3 shuffle id=check -->`.
  mutating func quizSetting(of opening: MarkdownNode) -> QuizSetting {
    var quiz = setting.quiz
    let comment = opening.literal.trimmingASCIIWhitespace
    let words = comment.dropFirst(4).dropLast(3).split(whereSeparator: \.isASCIIWhitespace)
    var names: Set<String> = []
    for word in words.dropFirst() {
      let parts = word.split(separator: UInt8(ascii: "="), maxSplits: 1)
      let name = String(utf8: parts.first ?? [])
      let value = parts.count > 1 ? String(utf8: parts[1]) : nil
      if !names.insert(name).inserted {
        reportOption(word, of: opening, "\"\(name)\" stands twice", help: "remove one of them")
      } else if let (problem, help) = TextRenderer.read(name, value, into: &quiz) {
        reportOption(word, of: opening, problem, help: help)
      }
    }
    return quiz
  }

  /// Takes an option over; answers what is wrong with it.
  private static func read(_ name: String, _ value: String?, into quiz: inout QuizSetting)
    -> (problem: String, help: String)?
  {
    switch name {
    case "pass":
      // "80%" is as clear as 80.
      let digits = value.map { $0.hasSuffix("%") ? $0.dropLast() : $0[...] }
      guard let mark = digits.flatMap({ Int($0) }), (0...100).contains(mark) else {
        return ("\"pass\" takes a percentage", "write a number from 0 to 100, such as pass=80")
      }
      quiz.passMark = mark
    case "attempts":
      guard let attempts = value.flatMap({ Int($0) }), (1...1_000).contains(attempts) else {
        return ("\"attempts\" takes a number", "write a number from 1 on, such as attempts=3")
      }
      quiz.attempts = attempts
    case "shuffle":
      guard value == nil || value == "true" || value == "false" else {
        return ("\"shuffle\" takes no value", "write shuffle alone")
      }
      quiz.isShuffled = value != "false"
    case "id":
      let isName = value?.utf8.allSatisfy {
        $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
      guard let value, isName == true else {
        return ("\"id\" takes a name", "write letters, digits and hyphens, such as id=check-1")
      }
      quiz.name = value
    default:
      let names = ["pass", "attempts", "shuffle", "id"]
      let help =
        name == "passing_score"
        ? "write pass"
        : Suggestion.question(near: name, among: names)
      return (
        "a quiz has no option \"\(name)\"",
        help ?? "a quiz may have pass=80, attempts=3, shuffle and id=name"
      )
    }
    return nil
  }

  private mutating func reportOption(
    _ option: some Collection<UInt8>, of opening: MarkdownNode, _ problem: String, help: String
  ) {
    let place = place(of: Array(option), near: opening)
    report(
      "quiz-option", .error, problem, line: place.line, column: place.column,
      length: option.count, help: help)
  }
}
