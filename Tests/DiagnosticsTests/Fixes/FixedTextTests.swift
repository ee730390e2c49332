import Bytes
import Diagnostics
import Testing

@Suite struct FixedTextTests {
  private func text(_ source: String, _ fixes: [Fix]) -> String {
    String(utf8: FixedText(Array(source.utf8), with: fixes).bytes)
  }

  @Test func exchangesWordsAndKeepsAllOtherBytes() {
    let source = "\u{FEFF}---\r\npricce: 1\r\n\tvisibilty: x \r\nend"
    let fixes = [
      Fix(line: 2, column: 1, replacing: "pricce", with: "price"),
      Fix(line: 3, column: 2, replacing: "visibilty", with: "visibility"),
    ]
    #expect(text(source, fixes) == "\u{FEFF}---\r\nprice: 1\r\n\tvisibility: x \r\nend")
    #expect(text(source, fixes.reversed()) == text(source, fixes))
  }

  @Test func countsTheFirstLineFromBehindAByteOrderMark() {
    let fix = Fix(line: 1, column: 3, replacing: "a", with: "b")
    #expect(text("\u{FEFF}[]a", [fix]) == "\u{FEFF}[]b")
    #expect(text("[]a", [fix]) == "[]b")
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func findsLinesAsEditorsDo(end: String) {
    let source = "a\(end)é b\(end)"
    #expect(
      text(source, [Fix(line: 2, column: 4, replacing: "b", with: "c")]) == "a\(end)é c\(end)")
  }

  @Test func mendsSeveralPlacesOfOneLineAndTheSamePlaceOnce() {
    let fixes = [
      Fix(line: 1, column: 1, replacing: "a", with: "xx"),
      Fix(line: 1, column: 3, replacing: "c", with: ""),
      Fix(line: 1, column: 1, replacing: "a", with: "xx"),
    ]
    let fixed = FixedText(Array("abcd".utf8), with: fixes)
    #expect(String(utf8: fixed.bytes) == "xxbd")
    #expect(fixed.applied == [fixes[0], fixes[1]])
  }

  @Test(arguments: [
    Fix(line: 1, column: 1, replacing: "other", with: "x"),
    Fix(line: 1, column: 7, replacing: "word", with: "x"),
    Fix(line: 1, column: 0, replacing: "a", with: "x"),
    Fix(line: 3, column: 1, replacing: "", with: "x"),
    Fix(line: 0, column: 1, replacing: "", with: "x"),
    Fix(line: 1, column: 1, replacing: "a word\nb", with: "x"),
    Fix(line: 1, column: 1, replacing: "a", with: "x\ny"),
  ])
  func leavesATextThatIsNotTheOneThatWasMeant(fix: Fix) {
    let fixed = FixedText(Array("a word\nb".utf8), with: [fix])
    #expect(String(utf8: fixed.bytes) == "a word\nb")
    #expect(fixed.applied == [])
  }

  @Test func refusesAllThatOverlap() {
    let fixes = [
      Fix(line: 1, column: 1, replacing: "abc", with: "x"),
      Fix(line: 1, column: 3, replacing: "cd", with: "y"),
      Fix(line: 1, column: 4, replacing: "d", with: "z"),
      Fix(line: 1, column: 6, replacing: "f", with: "ok"),
    ]
    #expect(text("abcdef", fixes) == "abcdeok")
    let two = [
      Fix(line: 1, column: 1, replacing: "a", with: "x"),
      Fix(line: 1, column: 1, replacing: "a", with: "y"),
    ]
    #expect(text("a", two) == "a")
  }

  @Test func keepsQuotesAroundWhatAFindingIsAbout() {
    let position = SourcePosition(path: "a", line: 1, column: 4, length: 5)
    #expect(Fix(at: position, replacing: "yes", with: "true").column == 5)
    #expect(Fix(at: position, replacing: "maybe", with: "true").column == 4)
  }

  @Test func guessesOnlyWhereOneNameIsNear() {
    let position = SourcePosition(path: "a", line: 2, column: 3, length: 4)
    let fix = Fix(at: position, misspelt: "adda", among: ["ada", "bob"])
    #expect(fix == Fix(line: 2, column: 3, replacing: "adda", with: "ada"))
    #expect(Fix(at: position, misspelt: "adda", among: ["ada", "adda2"]) == nil)
    #expect(Fix(at: position, misspelt: "zoe", among: ["ada", "bob"]) == nil)
  }
}
