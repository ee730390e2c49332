import Files

/// How a quiz is taken.
struct QuizSetting: Hashable, Sendable {
  /// The quiz's name on its page, which a learner's results hang on; by its first question if
  /// `nil`.
  var name: String?
  /// The share of right answers that passes, in percent; every result will do if `nil`.
  var passMark: Int?
  /// How often the quiz may be taken; as often as one likes if `nil`.
  var attempts: Int?
  /// The page on which the course is started over, where nothing else leads on from a quiz that was failed for
  /// the last time.
  var restart: RelativePath?
  /// Whether questions and answers change their places with each attempt.
  var isShuffled = false

  /// The name of a quiz that is a whole lesson.
  static let wholeLesson = "quiz"
}
