import Bytes
import Files

extension TextRenderer {
  /// What the theme's script says, by the attribute that carries it.
  private static let words: [(attribute: StaticString, key: String)] = [
    ("right", "quiz_right"), ("wrong", "quiz_wrong"), ("partly", "quiz_partly"),
    ("score", "quiz_score"),
    ("mark", "quiz_pass_mark"), ("passed", "quiz_passed"), ("failed", "quiz_failed"),
    ("missing", "quiz_missing"), ("number", "quiz_not_number"), ("left", "quiz_left"),
    ("spent", "quiz_spent"), ("earlier", "quiz_earlier"), ("place", "quiz_place"),
    ("unmarked", "quiz_unmarked"), ("percent", "percent"),
  ]

  /// A form that goes nowhere: without a script, nothing is sent.
  mutating func openQuiz(_ quiz: QuizSetting) {
    beginLine()
    openTag("form", [("class", [UInt8]("quiz")), ("method", [UInt8]("dialog"))])
    appendAttribute("data-quiz", Array((quiz.name ?? "").utf8))
    if let mark = quiz.passMark { appendAttribute("data-pass", Array(String(mark).utf8)) }
    if let attempts = quiz.attempts {
      appendAttribute("data-attempts", Array(String(attempts).utf8))
    }
    if quiz.isShuffled { text.html.append(" data-shuffle") }
    for word in Self.words {
      text.html.append(" data-say-")
      text.html.append(word.attribute)
      text.html.append("=\"")
      text.html.append(escaping: setting.strings.text(word.key))
      text.html.append("\"")
    }
    text.html.append(">\n")
  }

  /// Ends the form with what only a script makes useful: the result and the buttons.
  mutating func closeQuiz(_ quiz: QuizSetting) {
    let strings = setting.strings
    var facts: [String] = []
    if let mark = quiz.passMark {
      facts.append(strings.text("quiz_pass_mark", ["percent": String(mark)]))
    }
    if let attempts = quiz.attempts {
      facts.append(strings.text("quiz_left", ["n": String(attempts)]))
    }
    openTag("div", [("class", [UInt8]("quiz-end needs-script"))])
    text.html.append(">\n")
    openTag("div", [("class", [UInt8]("quiz-end-result")), ("tabindex", [UInt8]("-1"))])
    text.html.append(">")
    if !facts.isEmpty {
      text.html.append("<p>")
      text.html.append(escaping: facts.joined(separator: " · "))
      text.html.append("</p>")
    }
    text.html.append("</div>\n<p class=\"offer\">")
    appendButton("submit", style: "button button-primary", "quiz_check")
    appendButton("button", style: "button", "quiz_again", isHidden: true)
    text.html.append("</p>\n")
    if quiz.attempts != nil, let restart = quiz.restart { appendWayOut(restart) }
    text.html.append("</div>\n</form>\n")
  }

  /// Says where a course is started over; the style sheet shows it when nothing else is left to do.
  private mutating func appendWayOut(_ page: RelativePath) {
    let folder = setting.base ?? setting.output.parent
    text.html.append("<p class=\"quiz-over\">")
    openTag("a", [("href", page.reference(from: folder))])
    text.html.append(">")
    text.html.append(escaping: setting.strings.text("quiz_over"))
    text.html.append("</a></p>\n")
  }

  private mutating func appendButton(
    _ type: StaticString, style: StaticString, _ label: String, isHidden: Bool = false
  ) {
    openTag("button", [("class", [UInt8](style)), ("type", [UInt8](type))])
    text.html.append(isHidden ? " hidden>" : ">")
    text.html.append(escaping: setting.strings.text(label))
    text.html.append("</button>")
  }
}
