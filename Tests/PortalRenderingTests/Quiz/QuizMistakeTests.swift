import Diagnostics
import HTMLTree
import Testing

@testable import PortalRendering

@Suite struct QuizMistakeTests {
  @Test(arguments: [
    ("no question", ["quiz-empty 1:1"]),
    ("## a\n\nb", ["quiz-answers 1:1"]),
    ("## a\n\n- b\n- c", ["quiz-answers 1:1"]),
    ("## a\n\n1. [ ] b\n2. [ ] c", ["quiz-right 3:1"]),
    ("## a\n\n- [ ] b", ["quiz-right 3:1"]),
    ("## a\n\n1. [x] b\n2. [x] c", ["quiz-right 3:1"]),
    ("## a\n\n1. [x] b", ["quiz-choice 3:1"]),
    ("## a\n\n- [x] b\n- [ ] c\n- [x] b", ["quiz-twice 5:1"]),
    ("## a\n\n- [x] b\n- c", ["quiz-box 4:1"]),
    ("## a\n\n1. b", ["quiz-pairs 3:1"]),
    ("## a\n\n- b -> c", ["quiz-pairs 3:1"]),
    ("## a\n\n- b -> c\n- d -> e\n- f", ["quiz-pair 5:1"]),
    ("## a\n\n- b -> c\n- b -> d", ["quiz-twice 4:1"]),
    ("## a\n\n- = b\n- c", ["quiz-answer 4:1"]),
    ("## a\n\n- = b\n- or= b", ["quiz-twice 4:1"]),
    ("## a\n\n- = [9, 1]", ["quiz-range 3:1"]),
    ("## a\n\n- = 3 +- -1", ["quiz-range 3:1"]),
    ("## a\n\n- [x] b\n- [ ] c\n\ntext\n\n- [x] d", ["quiz-lists 8:1"]),
    ("## a\n\n1. [x] b\n\n> yes\n\n2. [ ] c\n\n> no", ["quiz-lists 5:1"]),
    ("## a\n\n1. [x] b\n  > yes\n2. [ ] c\n  > no", ["quiz-lists 4:1"]),
    ("## a\n\n- = b\n\n## a\n\n- = c", ["quiz-id 5:1"]),
    ("## a\n\n- [x] [b](x.md)\n- [ ] $\\nope$", ["link-target 3:11", "math-syntax 4:8"]),
    ("## a\n\n- = infinity\n\n## b\n\n- = nan", []),
    ("## a\n\n- b\n- c\n\ntext\n\n- = d", []),
    ("## a\n\n1. (x) b\n2. ( ) c", ["quiz-box 3:1", "quiz-box 4:1"]),
    ("## a\n\n1. [] b\n2. d\n3. d\n4. [] c", ["quiz-box 3:1", "quiz-box 6:1"]),
    ("## a\n\n- = 3.14 +- x", ["quiz-answer 3:1"]), ("## a\n\n- = 1..5", ["quiz-answer 3:1"]),
    ("## a\n\n- = b\n- =", ["quiz-answer 4:1"]), ("## a\n\n- = C++ +- x\n- or= and so on...", []),
    ("## a\n\n1. b\n2. b", ["quiz-twice 4:1"]),
    ("## a\n\n1. () => 1\n2. [] + []", []),
    ("## a\n\n- [ x] b\n- [ ] c", ["quiz-box 3:1"]),
    ("## a\n\n- [x]b\n- [ ] c", ["quiz-box 3:1"]),
    ("## a\n\n- [x] b\n- [ ] c\n\nb, since", ["quiz-answers 6:1"]),
    ("## a\n\n- [x] b\n- [ ] c\n\n> b, since", []),
    ("## a\n\n- = 3,14 +- 0,01", ["quiz-answer 3:1"]),
    ("## a\n\n- = 3.14 +/- 0.01", ["quiz-answer 3:1"]),
    ("## a\n\n- = 50 kg +- 2", ["quiz-answer 3:1"]),
    ("## a\n\n- = (1, 10)", ["quiz-answer 3:1"]),
    ("## a\n\n- = 1,500", ["quiz-answer 3:1"]),
    ("## a\n\n- = 42\n- or= 43 +- 1", ["quiz-answer 4:1"]),
    ("## a\n\n- = 7 bridges\n- or= 1 + 1\n- or= 2027-01-10", []),
    ("## a {#one}\n\n- = b\n\n## a {#two}\n\n- = c", []),
  ])
  func tellsEveryMistakeWithItsLine(markdown: String, findings: [String]) throws {
    let rendered = try RenderedText(markdown) { $0.isQuiz = true }
    #expect(rendered.findings == findings)
    let later = try RenderedText("first\n\n<!-- quiz -->\n\n\(markdown)\n\n<!-- /quiz -->")
    #expect(
      later.text.diagnostics.sorted().map(\.position.line)
        == rendered.text.diagnostics.sorted().map { $0.position.line + 4 })
  }

  /// What other tools write, or a slip of the pen: the message shows what to write.
  @Test(arguments: [
    ("- (x) b\n- ( ) c", "\"(x)\" is no box", "write [x] and a space before the words"),
    ("- [] b\n- [ x] c", "\"[]\" is no box", "write [ ] and a space before the words"),
    ("- =Paris", "there is no answer after \"=\"", "write \"= \" with a space, and the answer"),
    ("- a->b\n- c->d", "\"a->b\" is no pair", "write both halves with \" -> \" between them"),
    ("- [x]b\n- [ ]c", "the box and the answer stand together", "write a space between them"),
  ])
  func suggestsWhatWasMeant(list: String, message: String, help: String) throws {
    let rendered = try RenderedText("## Q\n\n\(list)") { $0.isQuiz = true }
    let finding = try #require(rendered.text.diagnostics.first)
    #expect(rendered.findings == ["quiz-answers 3:1"])
    #expect(finding.message == message)
    #expect(finding.help == help)
  }

  @Test func namesTheLineOfAQuizWithoutQuestions() throws {
    #expect(try RenderedText("a\n\n<!-- quiz -->\n\n<!-- /quiz -->").findings == ["quiz-empty 3:1"])
  }

  @Test(arguments: [
    ("passs=80", 11, "a quiz has no option \"passs\"", "did you mean \"pass\"?"),
    (
      "pass=101", 11, "\"pass\" takes a percentage", "write a number from 0 to 100, such as pass=80"
    ),
    ("pass", 11, "\"pass\" takes a percentage", "write a number from 0 to 100, such as pass=80"),
    (
      "attempts=0", 11, "\"attempts\" takes a number",
      "write a number from 1 on, such as attempts=3"
    ),
    ("shuffle=maybe", 11, "\"shuffle\" takes no value", "write shuffle alone"),
    ("pass=8 pass=9", 18, "\"pass\" stands twice", "remove one of them"),
    ("id=a/b", 11, "\"id\" takes a name", "write letters, digits and hyphens, such as id=check-1"),
  ])
  func tellsOfOptionsAtTheirPlace(
    options: String, column: Int, message: String, help: String
  ) throws {
    let rendered = try RenderedText(
      "<!-- quiz \(options) -->\n\n## Q\n\n- = a\n\n<!-- /quiz -->")
    let finding = try #require(rendered.text.diagnostics.first)
    #expect(rendered.findings == ["quiz-option 1:\(column)"])
    #expect(finding.message == message)
    #expect(finding.help == help)
  }

  @Test func tellsOfTwoQuizzesWithOneName() throws {
    let quiz = "<!-- quiz id=a -->\n\n## Q\n\n- = a\n\n<!-- /quiz -->\n\n"
    let other = quiz.replacing("## Q", with: "## R")
    #expect(try RenderedText(quiz + other).findings == ["quiz-id 11:1"])
    #expect(try RenderedText(quiz + other.replacing("id=a", with: "id=b")).findings == [])
  }

  @Test func tellsOfMorePairsThanALearnerCouldFind() throws {
    func quiz(_ pairs: Int) throws -> RenderedText {
      let lines = (0..<pairs).map { "- a\($0) -> b\($0)\n" }.joined()
      return try RenderedText("## Q\n\n\(lines)\n## R\n\n- = c\n") { $0.isQuiz = true }
    }
    let most = try quiz(50)
    #expect(most.findings == [])
    #expect(try most.elements("select").count == 50)
    #expect(try most.elements("option").count == 50 * 51)
    let more = try quiz(20_000)
    #expect(more.findings == ["quiz-limit 3:1"])
    #expect(more.text.diagnostics.map(\.message) == ["the question has 20000 pairs, more than 50"])
    #expect(try more.elements("option").isEmpty)
    #expect(try more.elements("fieldset").count == 1)
  }

  /// The id of a question stands at each of its answers.
  @Test func keepsPagesOfLongQuestionsSmall() throws {
    let words = String(repeating: "q", count: 100_000)
    let answers = (0..<10_000).map { "- [x] \($0)\n" }.joined()
    let rendered = try RenderedText("## \(words)\n\n\(answers)") { $0.isQuiz = true }
    #expect(rendered.findings == [])
    #expect(rendered.text.html.count < 5_000_000)
    let names = try rendered.elements("input").map { $0.text(of: "name") }
    #expect(names.count == 10_000)
    #expect(Set(names).count == 1)
  }
}
