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

  @Test func comparesNoHugeWords() {
    let word = String(repeating: "ab", count: 100)
    #expect(Suggestion.nearest(to: word + "c", among: [word + "d"]) == nil)
    #expect(Suggestion.nearest(to: word, among: [word + "d"]) == word + "d")
    let huge = String(repeating: "a", count: 100_000)
    #expect(Suggestion.only(near: huge + "b", among: [huge + "c"]) == nil)
  }

  @Test func tellsWhetherOthersAreNear() throws {
    let one = try #require(Suggestion(for: "pirce", among: SuggestionTests.keys))
    #expect(one.word == "price" && one.isOnlyOne)
    let two = try #require(Suggestion(for: "cat", among: ["hat", "cats", "bat"]))
    #expect(two.word == "hat" && !two.isOnlyOne)
  }
}
