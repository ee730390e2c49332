import Bytes
import CourseModel
import Files
import Foundation
import Testing

@testable import PortalRendering

@Suite struct SearchIndexTests {
  private func document(
    _ title: String, _ words: String, course: String = "Knots", headings: [Range<Int>] = []
  ) -> SearchDocument {
    SearchDocument(
      title: title, url: RelativePath("courses/knots/\(title).html"), courseTitle: course,
      words: Array(words.utf8), headings: headings)
  }

  @Test func writesTheFormatOfTheTheme() throws {
    let scripts = try SampleIndex([
      document("Bowline", "A loop.\nThe loop holds."), document("Reef", "loop loop loop loop"),
    ]).scripts
    #expect(
      scripts == [
        "terms.js": #"clevioSearch.terms("en",2,[["a"],["holds"],["reef"],["the"]])"# + "\n",
        "courses.js": #"clevioSearch.courses("en",{"knots":[0,2]})"# + "\n",
        "t0-0.js": #"clevioSearch.shard("en","0-0",{"a":"BA","bowline":"IA"})"# + "\n",
        "t1-0.js": #"clevioSearch.shard("en","1-0",{"holds":"BA","loop":"DB.CA"})"# + "\n",
        "t2-0.js": #"clevioSearch.shard("en","2-0",{"reef":"IB"})"# + "\n",
        "t3-0.js": #"clevioSearch.shard("en","3-0",{"the":"BA"})"# + "\n",
        "d0.js": #"clevioSearch.docs("en",0,["#
          + #"["Bowline","courses/knots/Bowline.html","Knots","courses/knots/0",0],"#
          + #"["Reef","courses/knots/Reef.html","Knots","courses/knots/0",1]])"# + "\n",
        "text/courses/knots/0.js": #"clevioSearch.texts("en","courses/knots/0",["#
          + #""A loop.\nThe loop holds.","loop loop loop loop"])"# + "\n",
      ])
  }

  @Test func findsTitlesBeforeHeadingsAndHeadingsBeforeWords() throws {
    guard let script = try ThemeSearch() else { return }
    defer { script.close() }
    let many = String(repeating: "knot ", count: 1_000)
    let index = try SampleIndex([
      document("once", "knot"), document("often", many),
      document("headed", "knot\nIt is.", headings: [0..<4]), document("Knot", ""),
      document("other", "rope"),
    ])
    #expect(
      try script.find(["knot"], in: index)[0].titles == ["Knot", "headed", "often", "once"])
  }

  @Test func letsRareWordsCountForMore() throws {
    guard let script = try ThemeSearch() else { return }
    defer { script.close() }
    let rope = (0..<50).map { document("\($0)", "rope") }
    let index = try SampleIndex(
      [document("common", "rope rope rope rope bowline")] + rope
        + [document("rare", "rope bowline bowline bowline bowline")])
    #expect(try script.find(["rope bowline"], in: index)[0].titles == ["rare", "common"])
  }

  @Test func escapesWhatWouldEndAScript() throws {
    let title = "</script>\u{2028}\u{2029}\"\\<!--\u{1}\u{7F}"
    let hostile = SearchDocument(
      title: title, url: RelativePath("a b/ü.html"), courseTitle: title, words: [0xFF, 0x3C])
    let index = try SampleIndex([hostile])
    for (path, bytes) in index.files {
      let text = String(utf8: bytes)
      #expect(String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(bytes), "\(path)")
      #expect(!text.contains("<") && !text.contains("\u{2028}") && !text.contains("\u{2029}"))
    }
    let rows = index.scripts["d0.js"] ?? ""
    #expect(rows.contains(#""\u003c/script>\u2028\u2029\"\\\u003c!--\u0001\u007f""#))
    #expect(rows.contains("a%20b/%C3%BC.html"))
  }

  @Test func ordersTermsByUTF16() throws {
    // U+10428 comes before U+FB13's folding in UTF-16, and after U+AB30 in both.
    let index = try SampleIndex([document("x", "\u{10428} \u{FA0E}\u{FA0F} \u{AB30} zebra")])
    let shard = try #require(index.scripts["t3-0.js"])
    let places = ["\"x\"", "\"zebra\"", "\u{AB30}", "\u{10428}", "\u{FA0E}"].map {
      shard.range(of: $0)?.lowerBound
    }
    #expect(!places.contains(nil))
    #expect(
      zip(places, places.dropFirst()).allSatisfy { ($0 ?? shard.endIndex) < ($1 ?? shard.endIndex) }
    )
  }

  @Test func keepsTheBeginningOfALongTextAndCutsNoSign() throws {
    let long = String(repeating: "字", count: 5_000)
    let index = try SampleIndex([document("x", long), document("y", "short"), document("z", long)])
    let text = try #require(index.scripts["text/courses/knots/0.js"])
    #expect(text.hasSuffix("[\"" + String(repeating: "字", count: 2_666) + "\",\"short\"])\n"))
    #expect(index.scripts["d0.js"]?.contains(#""courses/knots/1",0]])"#) == true)
  }

  @Test func isTheSameHoweverPagesAreCutIntoParts() throws {
    let documents = SampleTexts.documents(count: 60)
    let cuts = [[0..<60], [0..<7, 7..<40, 40..<60], documents.indices.map { $0..<$0 + 1 }]
    // Files of texts, and what tells of courses, are those of the parts.
    let indexes = try cuts.map { ranges in
      try SampleIndex(ranges.map { (name: "c", documents: Array(documents[$0])) }).scripts.filter {
        $0.key.first == "t" && !$0.key.hasPrefix("text/") || $0.key.first == "p"
      }
    }
    #expect(indexes[0].count > 10)
    #expect(indexes[1] == indexes[0])
    #expect(indexes[2] == indexes[0])
  }

  @Test func answersEvenIfThereIsNothing() throws {
    let empty = try SampleIndex([SearchDocument]())
    #expect(empty.scripts["terms.js"] == "clevioSearch.terms(\"en\",0,[[],[],[],[]])\n")
    guard let script = try ThemeSearch() else { return }
    defer { script.close() }
    #expect(try script.find(["knot", "", "…"], in: empty).map(\.count) == [0, 0, 0])
  }

  @Test func isFoundByTheThemesScript() throws {
    guard let script = try ThemeSearch() else { return }
    defer { script.close() }
    let index = try SampleIndex([
      document("Bowline", "The king of knots makes a fixed loop."),
      document("Straße", "Eine Schlaufe für Ärger und Größe."),
      document("編み物", "基本の結び方を学びます。"),
      document("Ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ sailed."),
      document("constructor", "prototype toString 2027"),
      document("Надёжный узел", "Ёлка"),
      document("매듭", "기본 매듭을 배웁니다."),
    ])
    let queries = [
      ("king loop", "Bowline"), ("BOWL", "Bowline"), ("strasse", "Straße"), ("straße", "Straße"),
      ("arger", "Straße"), ("結び", "編み物"), ("編", "編み物"), ("οδυσσευς", "Ὀδυσσεύς"),
      ("constructor", "constructor"), ("2027", "constructor"), ("елка", "Надёжный узел"),
      ("매듭", "매듭"), ("bowlnie", "Bowline"), ("bowline", "Bowline"), ("xbowline", "Bowline"),
      ("hasOwnProperty", nil), ("king узел", nil),
    ]
    let answers = try script.find(queries.map(\.0), in: index)
    for ((query, title), answer) in zip(queries, answers) {
      #expect(answer.titles.first == title, "\(query)")
    }
    #expect(answers[0].urls == ["courses/knots/Bowline.html"])
  }

  @Test func findsLongWordsThatAreTypedInFull() throws {
    guard let script = try ThemeSearch() else { return }
    defer { script.close() }
    let words = [
      "превысокомногорассмотрительствующий", "การพัฒนาซอฟต์แวร์อย่างมีประสิทธิภาพ",
      "Rindfleischetikettierungsüberwachungsaufgabe",
    ]
    let index = try SampleIndex(words.enumerated().map { document("\($0)", "A \($1) of rope.") })
    let titles = try script.find(words + words.map { "\($0) rope" }, in: index).map(\.titles)
    #expect(titles == [["0"], ["1"], ["2"], ["0"], ["1"], ["2"]])
  }

  @Test func searchesOneCourseAlone() throws {
    guard let script = try ThemeSearch() else { return }
    defer { script.close() }
    let index = try SampleIndex([
      ("first", [document("A", "rope")]), ("empty", []),
      ("second", [document("B", "rope"), document("C", "rope")]),
      ("third", [document("D", "rope")]),
    ])
    let found = ["first", "second", "third", "", "unlisted", "constructor"].map { course in
      Result { try script.find(["rope"], in: index, course: course)[0].titles }
    }
    #expect(
      try found.map { try $0.get() } == [["A"], ["B", "C"], ["D"], ["A", "B", "C", "D"], [], []])
  }

  @Test func findsEveryPageOfACommonWord() throws {
    guard let script = try ThemeSearch() else { return }
    defer { script.close() }
    let documents = (0..<30_000).map { number in
      document("\(number)", number % 3 == 0 ? "rope often" : "rope knot knot")
    }
    let answers = try script.find(
      ["rope", "often", "knot", "often knot", "rope knot", "r", "14999 often"],
      in: SampleIndex(documents))
    #expect(answers.map(\.count) == [30_000, 10_000, 20_000, 0, 20_000, 30_000, 0])
    #expect(answers.map(\.bytes).allSatisfy { $0 < 60_000 }, "\(answers.map(\.bytes))")
  }

  @Test func loadsLittleForAQueryInALargePortal() throws {
    guard let script = try ThemeSearch() else { return }
    defer { script.close() }
    let index = try SampleIndex(SampleTexts.documents(count: 5_000))
    for (path, bytes) in index.files { #expect(bytes.count <= 12_000, "\(path)") }
    for (query, answer) in zip(SampleTexts.queries, try script.find(SampleTexts.queries, in: index))
    {
      #expect(answer.bytes < 200_000, "\(query): \(answer.bytes) bytes")
      #expect(answer.count > 0, "\(query)")
    }
  }
}
