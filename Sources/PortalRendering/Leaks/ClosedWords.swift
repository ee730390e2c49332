import Bytes
import Files

/// What of closed lessons may stand in no other file.
struct ClosedWords: Sendable {
  /// Every six words that follow each other.
  var windows: [UInt64] = []
  /// Answers of fewer than six words, with their questions.
  var answers: [Answer] = []

  /// A short answer.
  struct Answer: Hashable, Sendable {
    /// The lesson's file.
    var lesson: RelativePath
    var question: [UInt64]
    var answer: [UInt64]
  }

  /// Adds what is to be kept of another text.
  mutating func merge(_ other: ClosedWords) {
    windows += other.windows
    answers += other.answers
  }

  /// What is to be kept of the HTML of a lesson's text, or of a part of it.
  init(of html: [UInt8], in lesson: RelativePath = .root) {
    var scanner = WordScanner()
    scanner.omitsInterface = true
    var sink = WindowCollector()
    html.withUnsafeBufferPointer { scanner.scan($0, as: .markup, into: &sink) }
    windows = sink.windows
    answers = ClosedWords.answers(in: html, lesson)
  }

  /// Nothing to keep.
  init() {}

  /// The words of a text, each as a number.
  static func words(of text: [UInt8], as form: WordScanner.Form = .markup) -> [UInt64] {
    var scanner = WordScanner()
    scanner.readsOnlyText = true
    var sink = WordList()
    text.withUnsafeBufferPointer { scanner.scan($0, as: form, into: &sink) }
    return sink.words
  }

  /// The short answers of a lesson's quizzes: of each question its heading's words, and the words of
  /// each of its right answers.
  private static func answers(in html: [UInt8], _ lesson: RelativePath) -> [Answer] {
    var answers: [Answer] = []
    var rest = html[...]
    while let question = rest.content(from: "<fieldset class=\"question\"", to: "</fieldset>") {
      rest = rest[question.endIndex...]
      guard let heading = question.content(from: "<legend>", to: "</legend>"),
        var solution = question.content(from: "<details class=\"quiz-answer\">", to: "</details>")
      else { continue }
      let words = ClosedWords.words(of: Array(heading))
      while let item = solution.content(from: "<li class=\"right\"", to: "</li>") {
        solution = solution[item.endIndex...]
        // What the author says of an answer stands after it.
        let end = item.firstRange(ofBytes: "<div class=\"quiz-feedback\">")?.lowerBound
        let answer = ClosedWords.words(of: [UInt8]("<li") + item[..<(end ?? item.endIndex)])
        // Fewer would be found everywhere by chance; six are found by themselves.
        if (1..<6).contains(answer.count), words.count + answer.count >= 4 {
          answers.append(Answer(lesson: lesson, question: words, answer: answer))
        }
      }
    }
    return answers
  }
}

/// Collects every window of a text.
struct WindowCollector: WordSink {
  private(set) var windows: [UInt64] = []
  private var window = WordWindow()

  mutating func word(_ hash: UInt64, weight: Int, at range: Range<Int>) {
    if let number = window.add(hash, weight: weight, at: range.lowerBound) {
      windows.append(number)
    }
  }

  mutating func boundary() {}
  mutating func reset() { window.reset() }
}

/// Collects the words of a text.
struct WordList: WordSink {
  private(set) var words: [UInt64] = []

  mutating func word(_ hash: UInt64, weight: Int, at range: Range<Int>) { words.append(hash) }
  mutating func boundary() {}
  mutating func reset() {}
}

extension ArraySlice<UInt8> {
  /// What stands after the first `start` and before the next `end`.
  fileprivate func content(from start: StaticString, to end: StaticString) -> ArraySlice<UInt8>? {
    guard let first = firstRange(ofBytes: start),
      let last = self[first.upperBound...].firstRange(ofBytes: end)
    else { return nil }
    return self[first.upperBound..<last.lowerBound]
  }
}
