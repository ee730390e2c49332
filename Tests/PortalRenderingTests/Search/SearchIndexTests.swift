import Bytes
import CourseModel
import Files
import Foundation
import Testing

@testable import PortalRendering

@Suite struct SearchIndexTests {
  private func index(_ documents: [SearchDocument]) -> SearchIndex {
    var index = SearchIndex(language: .english)
    for document in documents { index.add(document) }
    return index
  }

  private func document(_ title: String, _ words: String, course: String = "Knots")
    -> SearchDocument
  {
    SearchDocument(
      title: title, url: RelativePath("courses/knots/\(title).html"), courseTitle: course,
      words: Array(words.utf8))
  }

  private func texts(_ index: SearchIndex) -> [String: String] {
    let files = index.files().map { ($0.0.text, String(utf8: $0.1)) }
    return Dictionary(files) { first, _ in first }
  }

  @Test func writesTheFormatOfTheTheme() {
    let files = texts(
      index([
        document("Bowline", "A loop.\nThe loop holds."), document("Reef", "loop loop loop loop"),
      ]))
    #expect(files.keys.sorted() == ["search/en/d0.js", "search/en/t0.js", "search/en/terms.js"])
    #expect(files["search/en/terms.js"] == #"clevioSearch.terms("en",["a"])"# + "\n")
    #expect(
      files["search/en/t0.js"]
        == #"clevioSearch.shard("en",0,{"a":[0,1],"bowline":[0,8],"holds":[0,1],"loop":[0,2,1,3],"#
        + #""reef":[1,8],"the":[0,1]})"# + "\n")
    #expect(
      files["search/en/d0.js"]
        == #"clevioSearch.docs("en",0,["#
        + #"["Bowline","courses/knots/Bowline.html","Knots","A loop. The loop holds."],"#
        + #"["Reef","courses/knots/Reef.html","Knots","loop loop loop loop"]])"# + "\n")
  }

  @Test func weighsTitlesAboveWordsAndManyWordsAboveOne() {
    let many = String(repeating: "knot ", count: 1_000)
    let files = texts(index([document("x", "knot"), document("y", many), document("Knot", many)]))
    #expect(files["search/en/t0.js"]?.contains(#""knot":[0,1,1,4,2,12]"#) == true)
  }

  @Test func escapesWhatWouldEndAScript() {
    let title = "</script>\u{2028}\u{2029}\"\\<!--\u{1}\u{7F}"
    let files = index([
      SearchDocument(
        title: title, url: RelativePath("a b/ü.html"), courseTitle: title, words: [0xFF])
    ]).files()
    for (path, bytes) in files {
      let text = String(utf8: bytes)
      #expect(String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(bytes), "\(path)")
      #expect(!text.contains("<") && !text.contains("\u{2028}") && !text.contains("\u{2029}"))
    }
    let rows = texts(index([document(title, "")]))["search/en/d0.js"] ?? ""
    #expect(rows.contains(#""\u003c/script>\u2028\u2029\"\\\u003c!--\u0001\u007f""#))
    #expect(files.last.map { String(utf8: $0.1).contains("a%20b/%C3%BC.html") } == true)
  }

  @Test func ordersTermsByUTF16() throws {
    // U+10428 comes before U+FB13's folding in UTF-16, and after U+AB30 in both.
    let files = texts(index([document("x", "\u{10428} \u{FA0E}\u{FA0F} \u{AB30} zebra")]))
    let shard = try #require(files["search/en/t0.js"])
    let places = ["\"x\"", "\"zebra\"", "\u{AB30}", "\u{10428}", "\u{FA0E}"].map {
      shard.range(of: $0)?.lowerBound
    }
    #expect(!places.contains(nil))
    #expect(
      zip(places, places.dropFirst()).allSatisfy { ($0 ?? shard.endIndex) < ($1 ?? shard.endIndex) }
    )
  }

  @Test(arguments: [
    (String(repeating: "word ", count: 200), 299),
    (String(repeating: "字", count: 1_000), 300),
    (String(repeating: " \n\t", count: 1_000) + "x", 0),
    ("short\n\ntext ", 10),
    (String(repeating: "𝒳", count: 1_000), 300),
  ])
  func showsUpTo300Characters(words: String, count: Int) throws {
    let row = try #require(texts(index([document("x", words)]))["search/en/d0.js"])
    let text = try #require(
      row.split(separator: "\"", omittingEmptySubsequences: false).dropLast().last)
    #expect(text.unicodeScalars.count == count)
    #expect(!text.contains("\u{FFFD}") && !text.hasSuffix(" "))
  }

  @Test func keepsTheBest200DocumentsOfACommonTerm() throws {
    let documents = (0..<1_000).map { number in
      document("Lesson", number % 10 == 9 ? "common common" : "common")
    }
    let shard = try #require(texts(index(documents))["search/en/t0.js"])
    let list = try #require(shard.firstMatch(of: /"common":\[([0-9,]*)\]/)?.output.1)
    let numbers = list.split(separator: ",").compactMap { Int($0) }
    let found = stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] }
    #expect(found.count == SearchIndex.documentLimit)
    #expect(found == found.sorted())
    #expect(Set(stride(from: 9, to: 1_000, by: 10)).isSubset(of: found))
    #expect(found.prefix(5) == [0, 1, 2, 3, 4])
  }

  @Test func isTheSameHoweverItIsPutTogether() {
    let documents = SampleTexts.documents(count: 60)
    let whole = index(documents)
    var joined = SearchIndex(language: .english)
    for part in [0..<7, 7..<7, 7..<40, 40..<60] { joined.merge(index(Array(documents[part]))) }
    var nested = index(Array(documents[..<20]))
    var rest = index(Array(documents[20..<30]))
    rest.merge(index(Array(documents[30...])))
    nested.merge(rest)
    for (other, name) in [(joined, "joined"), (nested, "nested"), (index(documents), "again")] {
      let isSame = other.files().elementsEqual(whole.files()) { $0.0 == $1.0 && $0.1 == $1.1 }
      #expect(isSame, "\(name)")
    }
  }

  @Test func answersEvenIfThereIsNothing() throws {
    let empty = SearchIndex(language: .english)
    #expect(texts(empty) == ["search/en/terms.js": "clevioSearch.terms(\"en\",[])\n"])
    guard let script = try ThemeSearch() else { return }
    defer { script.close() }
    #expect(try script.find(["knot"], in: empty).map(\.count) == [0])
  }

  @Test func isFoundByTheThemesScript() throws {
    guard let script = try ThemeSearch() else { return }
    defer { script.close() }
    let index = index([
      document("Bowline", "The king of knots makes a fixed loop."),
      document("Straße", "Eine Schlaufe für Ärger und Größe."),
      document("編み物", "基本の結び方を学びます。"),
      document("Ὀδυσσεύς", "ΟΔΥΣΣΕΥΣ sailed."),
      document("constructor", "prototype toString 2027"),
      document("Надёжный узел", "Ёлка"),
      document("매듭", "기본 매듭을 배웁니다."),
    ])
    let queries = [
      ("king loop", "Bowline"), ("BOWL", "Bowline"), ("strasse", nil), ("straße", "Straße"),
      ("arger", "Straße"), ("結び", "編み物"), ("οδυσσευς", "Ὀδυσσεύς"), ("constructor", "constructor"),
      ("2027", "constructor"), ("елка", "Надёжный узел"), ("매듭", "매듭"), ("bowlnie", "Bowline"),
      ("hasOwnProperty", nil),
    ]
    let answers = try script.find(queries.map(\.0), in: index)
    for ((query, title), answer) in zip(queries, answers) {
      #expect(answer.titles.first == title, "\(query)")
    }
    #expect(answers[0].urls == ["courses/knots/Bowline.html"])
  }

  @Test func loadsNoMoreForAQueryInALargePortal() throws {
    guard let script = try ThemeSearch() else { return }
    defer { script.close() }
    let small = index(SampleTexts.documents(count: 200))
    let large = index(SampleTexts.documents(count: 5_000))
    for (path, bytes) in large.files() {
      #expect(bytes.count <= 64_000, "\(path)")
      if path.name.hasPrefix("t") { #expect(bytes.count <= SearchIndex.shardSize + 100, "\(path)") }
    }
    let queries = SampleTexts.queries
    let costs = try zip(script.find(queries, in: small), script.find(queries, in: large))
    for (query, (few, many)) in zip(queries, costs) {
      #expect(many.bytes < 600_000, "\(query): \(few.bytes) and \(many.bytes) bytes")
      #expect(few.count > 0 && many.count > 0, "\(query)")
    }
    // Ten results lie in up to ten files, each in a file of its own only if there are many.
    let sums = costs.reduce((0, 0)) { ($0.0 + $1.0.bytes, $0.1 + $1.1.bytes) }
    print("bytes for \(queries.count) queries: \(sums.0) with 200 documents, \(sums.1) with 5000")
    #expect(sums.1 < sums.0 * 4)
  }
}
