import Diagnostics
import Testing

@Suite struct SuggestionTests {
  private static let keys = ["title", "price", "visibility", "random_access", "lang", "authors"]

  @Test(arguments: [
    ("pirce", "price"), ("prise", "price"), ("pric", "price"), ("Price", "price"),
    ("titel", "title"), ("visiblity", "visibility"), ("visibilty", "visibility"),
    ("random-access", "random_access"), ("randomaccess", "random_access"), ("author", "authors"),
  ])
  func findsWhatWasMeant(word: String, meant: String) {
    #expect(Suggestion.nearest(to: word, among: SuggestionTests.keys) == meant)
  }

  @Test(arguments: ["", "cost", "language", "x", "priority", "тitle-page", "aaaaaaaaaa"])
  func saysNothingOfWhatIsFar(word: String) {
    #expect(Suggestion.nearest(to: word, among: SuggestionTests.keys) == nil)
  }

  @Test func takesTheFirstOfTwoAsNear() {
    #expect(Suggestion.nearest(to: "cat", among: ["bat", "hat"]) == "bat")
    #expect(Suggestion.nearest(to: "cat", among: ["hat", "bat"]) == "hat")
  }

  @Test func prefersTheNearest() {
    #expect(Suggestion.nearest(to: "lessons", among: ["lesson", "lessons"]) == "lessons")
  }

  @Test func namesWhatCanBeMeantOnlyWhereThereIsOne() {
    #expect(Suggestion.only(near: "pirce", among: SuggestionTests.keys) == "price")
    #expect(Suggestion.only(near: "cat", among: ["bat", "hat"]) == nil)
    #expect(Suggestion.only(near: "lessons", among: ["lesson", "lessons"]) == nil)
    #expect(Suggestion.only(near: "cat", among: ["bat", "bat"]) == "bat")
    #expect(Suggestion.only(near: "cost", among: SuggestionTests.keys) == nil)
  }

  @Test func isNotSlowedByAHugeWord() {
    let word = String(repeating: "a", count: 1_000_000)
    #expect(Suggestion.nearest(to: word, among: SuggestionTests.keys) == nil)
  }
}
