import CommonMark
import CourseModel
import Diagnostics

/// A lesson can be read at one sitting.
enum LongLesson: TextRule {
  /// About 200 words a minute, as reading times are estimated.
  private static let bytesPerMinute = 1_200

  static func findings(in root: MarkdownNode, of text: CheckedText) -> [Diagnostic] {
    let minutes = text.body.count / bytesPerMinute
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
