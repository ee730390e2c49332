import Files
import Testing

@testable import PortalRendering

@Suite struct LeakScanTests {
  private static func words(_ text: String) -> [UInt64] {
    ClosedWords.words(of: Array(text.utf8), as: .data)
  }

  private static func answer(_ answer: String, to question: String) -> ClosedWords.Answer {
    ClosedWords.Answer(
      lesson: RelativePath("a.md"), question: words(question), answer: words(answer))
  }

  private func findings(
    _ text: String, _ wanted: LeakScan.Wanted, as form: WordScanner.Form = .data
  ) -> [LeakScan.Finding] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var scanner = WordScanner()
      var scan = LeakScan(wanted, in: bytes)
      scanner.scan(bytes, as: form, into: &scan)
      scan.finish()
      return scan.found.map { $0.finding }
    }
  }

  @Test func findsTitlesThatEndAlike() {
    var wanted = LeakScan.Wanted(windows: WindowSet([]))
    for (place, title) in ["the long night watch", "long night watch", "watch"].enumerated() {
      wanted.add(title: Self.words(title), of: place)
    }
    #expect(findings("Of the long night watch: more.", wanted) == [.title(1), .title(0)])
    #expect(findings("A long night watch. Watch.", wanted) == [.title(1)])
    #expect(findings("night watch", wanted) == [])
    #expect(findings("watch", wanted) == [.title(2)])
  }

  @Test func findsAnswersToQuestionsThatEndAlike() {
    var wanted = LeakScan.Wanted(windows: WindowSet([]))
    wanted.add(Self.answer("a heron", to: "which bird watches"))
    wanted.add(Self.answer("the gull", to: "bird watches"))
    wanted.add(Self.answer("a heron", to: "what watches"))
    #expect(findings("Which bird watches? A heron.", wanted) == [.answer(0)])
    #expect(findings("Which bird watches? The gull.", wanted) == [.answer(1)])
    #expect(findings("A heron. What watches?", wanted) == [])
  }

  /// The rest would be read again for each of them.
  @Test(arguments: [WordScanner.Form.markup, .data])
  func readsWhatIsBehindCommentsWithoutEndOnce(form: WordScanner.Form) {
    var wanted = LeakScan.Wanted(windows: WindowSet([]))
    wanted.add(title: Self.words("the long night watch"), of: 0)
    let comments = String(repeating: "<!-- ", count: 200_000)
    #expect(findings(comments + "The long night watch.", wanted, as: form) == [.title(0)])
    #expect(findings("<!-- " + comments + "The long night watch. -->", wanted) == [.title(0)])
    #expect(findings("the long <!-- and dark --> night watch", wanted, as: form) == [.title(0)])
  }

  /// Each end of a title would be compared with all titles, and each question with all others.
  @Test func looksForManyPhrasesAtOnce() {
    let count = 20_000
    var wanted = LeakScan.Wanted(windows: WindowSet([]))
    for place in 0..<count {
      wanted.add(title: Self.words("p\(place) of the watch"), of: place)
      wanted.add(Self.answer("x\(place) y", to: "q\(place) of the watch"))
    }
    let text = (0..<count).map { "p\($0) of the watch. q\($0) of the watch? x\($0) y. " }.joined()
    var expected: [LeakScan.Finding] = []
    for place in 0..<count { expected += [.title(place), .answer(place)] }
    #expect(findings(text, wanted) == expected)
  }
}
