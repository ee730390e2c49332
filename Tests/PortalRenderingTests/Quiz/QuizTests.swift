import Bytes
import CourseModel
import Diagnostics
import Files
import HTMLTree
import TestSupport
import Testing

@testable import PortalRendering

@Suite struct QuizTests {
  private static let everyKind = """
    Intro words.

    ## Which *planet*?
    > Look **up**.

    Some text and $x$.

    1. [x] Jupiter
       > Right you are.
    2. [ ] Mars
       > Too small.
    3. [ ] Pluto

    > Jupiter is large.

    ## Even numbers
    - [x] two
    - [ ] three
    - [x] four

    ## Capital of France?
    - = Paris
    - or= Lutetia

    ## Pi?
    - = 3.14 +- 0.01

    ## Match
    - Canada -> Ottawa
    - `Italy` -> $R_1$

    ## Order
    1. First
    2. Second
    3. Third
    """

  /// On some phones the keys for decimals have no minus.
  @Test(arguments: [
    ("3.14 +- 0.01", "decimal"), ("[1, 10]", "decimal"), ("-4 +- 0", ""), ("[-1, 1]", ""),
  ])
  func offersKeysThatHoldTheAnswer(answer: String, keys: String) throws {
    let rendered = try RenderedText("## How cold?\n\n- = \(answer)\n") { $0.isQuiz = true }
    let input = try #require(rendered.elements("input").first)
    #expect(input.text(of: "inputmode") ?? "" == keys)
  }

  @Test func rendersEveryKind() throws {
    let rendered = try RenderedText(Self.everyKind) { $0.isQuiz = true }
    #expect(rendered.findings == [])
    let questions = try rendered.elements().filter { $0.hasClass("question") }
    #expect(questions.count == 6)
    let tasks = questions.map { question in
      question.children.allElements.first { $0.hasClass("quiz-task") }?.children.innerText
    }
    #expect(
      tasks == [
        "Choose one answer.", "Choose all that apply.", "Write your answer.", "Write a number.",
        "Match the pairs.", "Put these in order.",
      ])
    let controls = questions.map { question in
      question.children.allElements.compactMap { element -> String? in
        switch element.name {
        case "input": element.text(of: "type")
        case "select", "button": element.name
        default: nil
        }
      }
    }
    #expect(
      controls == [
        ["radio", "radio", "radio"], ["checkbox", "checkbox", "checkbox"], ["text"], ["text"],
        ["select", "select"], Array(repeating: "button", count: 6),
      ])
    #expect(
      questions.allSatisfy {
        $0.name == "fieldset" && $0.children.allElements.first?.name == "legend"
      })
    #expect(
      rendered.ids == ["which-planet", "even-numbers", "capital-of-france", "pi", "match", "order"])
  }

  @Test func showsHintsAndAnswersOnDemand() throws {
    let rendered = try RenderedText(Self.everyKind) { $0.isQuiz = true }
    let first = try #require(rendered.elements().first { $0.hasClass("question") })
    let folds = first.children.allElements.filter { $0.name == "details" }
    #expect(folds.map { $0.text(of: "class") } == ["quiz-hint", "quiz-answer"])
    #expect(folds.allSatisfy { $0["open"] == nil })
    #expect(folds[0].children.innerText.contains("Look up."))
    let answer = folds[1].children
    #expect(
      answer.allElements.filter { $0.hasClass("right") }.map { $0.children.innerText.words } == [
        "Jupiter Right you are."
      ])
    #expect(
      answer.allElements.filter { $0.hasClass("wrong") }.map { $0.children.innerText.words } == [
        "Mars Too small."
      ])
    #expect(answer.innerText.contains("Jupiter is large."))
  }

  /// The words are there for who does not see the signs.
  @Test func saysOfEachChoiceWhetherItIsRight() throws {
    let rendered = try RenderedText(Self.everyKind) { $0.isQuiz = true }
    let signs = try rendered.elements("li").compactMap { item -> String? in
      guard let sign = item.children.allElements.first(where: { $0.text(of: "role") == "img" })
      else { return nil }
      let words = item.children.innerText.split(whereSeparator: \.isWhitespace).first ?? ""
      return "\(words): \(sign.text(of: "aria-label") ?? "")"
    }
    #expect(signs == ["Jupiter: Right", "Mars: Not right", "two: Right", "four: Right"])
  }

  @Test(arguments: [
    ("1.5 +- 0", ".", "1.5"), ("1.5 ± 0.0", ".", "1.5"), ("3.14 +- 0.01", ".", "3.14 ± 0.01"),
    ("7", ".", "7"), ("[1, 10]", ".", "1–10"), ("[-1, 1]", ".", "-1 – 1"), ("[2,2]", ".", "2"),
    ("3.140+-0.01", ",", "3,140 ± 0,01"), ("[0.5, 1.5]", ",", "0,5–1,5"),
  ])
  func writesNumbersAsReadersDo(answer: String, mark: String, shown: String) throws {
    let words = FileTree(texts: ["en.yml": "decimal_mark: \"\(mark)\"\n"])
    let rendered = try RenderedText("## How much?\n\n- = \(answer)\n") { setting in
      setting.isQuiz = true
      var diagnostics: [Diagnostic] = []
      let builtin = BuiltinFiles.tree.subtree(RelativePath("theme/strings"))
      setting.strings = UIStrings(.english, folders: [builtin, words], diagnostics: &diagnostics)
    }
    let right = try #require(rendered.elements("li").first { $0.hasClass("right") })
    #expect(right.children.innerText.words == shown)
  }

  /// Nothing outside of the answer tells it: no mark, no order.
  @Test func givesNothingAway() throws {
    let rendered = try RenderedText(Self.everyKind) { $0.isQuiz = true }
    var open = try rendered.nodes()
    open.rewrite { $0.name == "details" ? .drop : .keep }
    let html = String(utf8: open.serialized)
    for word in ["Paris", "Lutetia", "3.14", "checked", "class=\"right", "class=\"wrong"] {
      #expect(!html.contains(word), "\(word)")
    }
    let order = open.allElements.filter { $0.hasClass("quiz-steps") }.last
    let words = order?.children.allElements.map { $0.children.innerText.words } ?? []
    let steps = words.enumerated().filter { index, word in
      !word.isEmpty && words[..<index].allSatisfy { $0 != word }
    }.map(\.element)
    #expect(steps.sorted() == ["First", "Second", "Third"])
    #expect(steps != ["First", "Second", "Third"])
  }

  @Test func keepsAnswersOutOfTheSearch() throws {
    let words = try RenderedText(Self.everyKind) { $0.isQuiz = true }.words
    for word in ["Intro words.", "Which planet?", "Some text", "Jupiter\nMars\nPluto\n", "First"] {
      #expect(words.contains(word), "\(word)")
    }
    for word in [
      "Look up", "Right you", "Too small", "large", "Paris", "Lutetia", "3.14", "Ottawa",
    ] {
      #expect(!words.contains(word), "\(word)")
    }
  }

  @Test func standsBetweenComments() throws {
    let rendered = try RenderedText(
      "a\n\n<!-- quiz pass=80 -->\n\n## Q[^1]\n\n- [x] b[^1]\n- [ ] <b id=\"x\">c</b>\n\n<!-- /quiz -->\n\n- [x] d\n\n[^1]: e"
    )
    #expect(rendered.findings == [])
    let names = try rendered.nodes().compactMap { node -> String? in
      guard case .element(let element) = node else { return nil }
      return element.name + "." + (element.text(of: "class") ?? "")
    }
    #expect(names == ["p.", "form.quiz", "ul.tasks", "section.footnotes"])
    let ids = try rendered.elements().compactMap { $0.text(of: "id") }
    #expect(Set(ids).count == ids.count)
  }

  /// Notes at the end of a file belong to the page, not to the last question.
  @Test func keepsFootnotesOutOfQuestions() throws {
    let rendered = try RenderedText("## Q[^1]\n\n1. [x] a\n2. [ ] b\n\n[^1]: Zeppelins") {
      $0.isQuiz = true
    }
    let quiz = try #require(rendered.elements().first { $0.hasClass("quiz") })
    #expect(!quiz.children.innerText.contains("Zeppelins"))
    #expect(try rendered.elements("section").count == 1)
  }

  @Test func tellsOfAQuizWithoutAnEnd() throws {
    let rendered = try RenderedText(
      "a\n\n<!-- quiz -->\n\n## Q\n\n- [x] b\n- [ ] c\n\n## D[^1]\n\n- = e\n\n[^1]: f")
    #expect(rendered.findings == ["quiz-open 3:1"])
    #expect(rendered.text.diagnostics.allSatisfy { $0.severity == .error })
    #expect(try rendered.elements().count { $0.hasClass("question") } == 2)
  }

  @Test func leavesListsOutsideOfQuizzesAlone() throws {
    let rendered = try RenderedText("## a\n\n- [x] b\n- [ ] c\n\n1. d\n\n- = e\n- f -> g")
    #expect(rendered.findings == [])
    #expect(try rendered.elements().allSatisfy { !$0.hasClass("question") })
  }

  @Test(arguments: [
    ("3.14 +- 0.01", 3.13, 3.15), ("3.14 ± 0.01", 3.13, 3.15), ("[1, 10]", 1, 10), ("-5", -5, -5),
    ("1e3", 1_000, 1_000),
    ("1 000", 1_000, 1_000),
  ])
  func readsNumbers(answer: String, least: Double, greatest: Double) throws {
    let bounds = try #require(QuestionKind.bounds(of: Array(answer.utf8)))
    #expect(abs(bounds.least - least) < 1e-9 && abs(bounds.greatest - greatest) < 1e-9)
  }

  @Test(arguments: [
    "nan", "infinity", "1e999", "[1e308, 1.7e308]", "0x10", "", "a", "1 +- 2 +- 3", "[1]", "[1, a]",
    "e", "12 apples",
  ])
  func takesWordsForWords(answer: String) {
    #expect(!QuestionKind.isNumber(Array(answer.utf8)))
  }

  /// Where the last attempt may have failed, only the course's page leads on.
  @Test(arguments: [(2, true), (nil, true), (2, false)] as [(Int?, Bool)])
  func leadsOutOfAQuizThatIsOver(attempts: Int?, isNeeded: Bool) throws {
    let rendered = try RenderedText(Self.everyKind) {
      $0.isQuiz = true
      $0.quiz = QuizSetting(
        attempts: attempts, restart: isNeeded ? RelativePath("courses/knots/index.html") : nil)
    }
    let ways = try rendered.elements("p").filter { $0.hasClass("quiz-over") }
      .flatMap { $0.children.allElements.compactMap { $0.text(of: "href") } }
    #expect(ways == (attempts != nil && isNeeded ? ["../index.html"] : []))
  }
}

extension String {
  /// The words with one space between them.
  fileprivate var words: String { split { $0.isWhitespace }.joined(separator: " ") }
}
