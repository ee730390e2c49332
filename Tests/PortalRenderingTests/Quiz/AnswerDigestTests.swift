import Bytes
import HTMLTree
import TestSupport
import Testing

@testable import PortalRendering

@Suite struct AnswerDigestTests {
  /// `printf 'q\0Paris' | sha256sum` begins like this; the theme's script has the same value in its tests.
  @Test func isTheBeginningOfASaltedSHA256() {
    #expect(
      String(utf8: AnswerDigest.of(Array("Paris".utf8), in: Array("q".utf8))) == "8cefcaeae203d405")
    #expect(
      AnswerDigest.of(Array("Paris".utf8), in: Array("q".utf8))
        != AnswerDigest.of(Array("Paris".utf8), in: Array("r".utf8)))
  }

  @Test(arguments: [
    (" Paris  ", "paris"), ("Ｐａｒｉｓ", "paris"), ("ΟΔΟΣ", "οδοσ"), ("le\u{A0}pain", "le pain"),
    ("“l’eau”", "\"l'eau\""), ("re–do", "re-do"), ("año", "an\u{303}o"), ("ﬁn", "fin"),
    ("Straße", "strasse"), ("STRAẞE", "strasse"), ("re\u{200B}do \u{200F} it", "redo it"),
    ("مـــدرسة", "مدرسة"),
  ])
  func comparesWhatLearnersMeanTheSame(words: String, comparable: String) {
    #expect(String(utf8: AnswerDigest.comparable(Array(words.utf8))) == comparable)
  }

  /// Accents make other words, so they count.
  @Test func keepsAccents() {
    #expect(
      AnswerDigest.comparable(Array("año".utf8)) != AnswerDigest.comparable(Array("ano".utf8)))
  }

  @Test(arguments: [
    (0.0, "0000000000000000"), (-0.0, "0000000000000000"), (1.0, "3ff0000000000000"),
    (-2.5, "c004000000000000"),
  ])
  func writesNumbersByTheirBits(number: Double, bits: String) {
    #expect(String(utf8: AnswerDigest.statement(of: number)) == bits)
  }

  @Test func hidesWhereOnItsGridANumberLies() {
    let grid = NumberGrid(QuestionKind.ClosedBounds(least: 3.13, greatest: 3.15))
    #expect(abs(grid.step - 0.02) < 1e-12)
    #expect(grid.point == 157)
    #expect(abs(grid.offset) <= grid.step / 2)
    #expect(NumberGrid(QuestionKind.ClosedBounds(least: 7, greatest: 7)).point == 7)
  }

  /// Results hang on ids, so what else stands in the file must not change them.
  @Test func keepsIDsWhenOtherQuestionsChange() throws {
    func ids(_ markdown: String) throws -> [String?] {
      try RenderedText(markdown) { $0.isQuiz = true }.elements().filter { $0.hasClass("question") }
        .map { $0.text(of: "data-question") }
    }
    let first = "## One?\n\n- = a\n\n"
    let second = "## Two *words*? {#mine}\n\n- = b\n\n## Three\n\n- = c\n"
    #expect(try ids(first + second) == ["one", "mine", "three"])
    #expect(
      try ids("## Zero\n\n- = z\n\n" + second + "\n" + first) == ["zero", "mine", "three", "one"])
    #expect(try ids("Words.\n\n" + second) == ["mine", "three"])
  }

  @Test func namesAQuizByItsIDOrItsFirstQuestion() throws {
    func name(_ opening: String) throws -> String? {
      try RenderedText("\(opening)\n\n## One?\n\n- = a\n\n<!-- /quiz -->").elements("form").first?
        .text(of: "data-quiz")
    }
    #expect(try name("<!-- quiz -->") == "one")
    #expect(try name("<!-- quiz id=check -->") == "check")
  }

  @Test func takesOptionsFromTheCommentBeforeTheSettings() throws {
    let rendered = try RenderedText(
      "<!-- quiz pass=80% attempts=2 shuffle -->\n\n## One?\n\n- = a\n\n<!-- /quiz -->"
    ) { $0.quiz = QuizSetting(passMark: 50, attempts: 9) }
    let form = try #require(rendered.elements("form").first)
    #expect(form.text(of: "data-pass") == "80")
    #expect(form.text(of: "data-attempts") == "2")
    #expect(form["data-shuffle"] != nil)
  }

  /// Raw HTML in a text is cleaned; the quiz's own tags are not.
  @Test func survivesCleaning() throws {
    let rendered = try RenderedText("## Q\n\n<b>x</b> <input name=evil>\n\n1. [x] a\n2. [ ] b") {
      $0.isQuiz = true
    }
    let names = try rendered.elements().map(\.name)
    #expect(names.filter { $0 == "input" }.count == 2)
    #expect(Set(["form", "fieldset", "legend", "label"]).isSubset(of: Set(names)))
  }
}
