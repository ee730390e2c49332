import CommonMark
import CourseModel
import Diagnostics

/// A lesson can be read at one sitting.
enum LongLesson: TextRule {
  static func findings(in root: MarkdownNode, of text: CheckedText) -> [Diagnostic] {
    let minutes = ReadingTime(of: text.body[...]).minutes
    let limit = text.budgets.lessonMinutes
    guard text.lesson != nil, minutes > limit else { return [] }
    return [
      Diagnostic(
        "lesson-length", .warning,
        "the lesson takes about \(minutes) minutes to read, more than \(limit)",
        at: text.position,
        help: "split it, or write check: {budgets: {lesson_minutes: \(minutes)}} in clevio.yml")
    ]
  }
}
