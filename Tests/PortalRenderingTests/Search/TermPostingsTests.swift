import Bytes
import CourseModel
import Files
import Testing

@testable import PortalRendering

@Suite struct TermPostingsTests {
  /// Words that come out as they are, with beginnings of each other, and such that UTF-8 and UTF-16 order differently.
  private static let words =
    ["a", "ab", "abcdefgh", "abcdefghi", "abcdefghijklmnopqrstuvw", "abcdefghijklmnopqrstuvwxyz"]
    + ["b", "\u{3B1}", "\u{3B1}a", "\u{FA0E}\u{FA0F}", "\u{AB30}", "\u{10428}", "\u{10428}z"]
    + (0..<200).map { "word\($0 * 7919 % 1_000)" }

  /// Parts of some documents each, of words chosen by a number.
  private static func parts(_ seed: UInt64) throws -> [(words: [[String]], segment: IndexSegment)] {
    var state = seed
    func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    return try (0..<1 + below(8)).map { part in
      let documents = (0..<below(6)).map { _ in
        (0..<below(60)).map { _ in words[below(words.count)] }
      }
      var writer = IndexWriter(language: .english, part: RelativePath("courses/c\(part)"))
      for document in documents {
        let page = SearchDocument(
          title: "", url: RelativePath("x.html"), courseTitle: "",
          words: Array(document.joined(separator: " ").utf8))
        try writer.add(page) { _, _ in }
      }
      return (documents, try writer.finish { _, _ in })
    }
  }

  /// What a merge gives: each term and the numbers of its documents.
  private static func merged(_ segments: [IndexSegment]) -> [(term: String, documents: [Int])] {
    var all: [(String, [Int])] = []
    for part in TermPart.allCases {
      var merge = TermMerge(segments, part)
      while let group = merge.next() {
        for (term, documents) in zip(group.terms, group.documents) {
          all.append((String(utf8: term), documents.map(\.number)))
        }
      }
    }
    return all
  }

  @Test(arguments: UInt64(1)...40)
  func tellEveryTermOnceWithAllItsDocuments(seed: UInt64) throws {
    let parts = try Self.parts(seed)
    var expected: [String: [Int]] = [:]
    for (number, words) in parts.flatMap(\.words).enumerated() {
      for word in Set(words) { expected[word, default: []].append(number) }
    }
    let merged = Self.merged(parts.map(\.segment))
    let order = expected.keys.sorted { $0.utf16.lexicographicallyPrecedes($1.utf16) }
    #expect(merged.map(\.term) == order)
    #expect(merged.allSatisfy { expected[$0.term] == $0.documents })
  }

  @Test func joinManyCoursesOfTheSameWords() throws {
    let segments = try (0..<70).map { part in
      var writer = IndexWriter(language: .english, part: RelativePath("courses/c\(part)"))
      let words = [
        "all", "abcdefgh\(part % 3)", "abcdefgh\(part % 5)z", part > 40 ? "late" : "early",
      ]
      let page = SearchDocument(
        title: "", url: RelativePath("x.html"), courseTitle: "",
        words: Array(words.joined(separator: " ").utf8))
      try writer.add(page) { _, _ in }
      return try writer.finish { _, _ in }
    }
    let merged = Self.merged(segments)
    let terms = (0..<3).map { "abcdefgh\($0)" } + (0..<5).map { "abcdefgh\($0)z" }
    #expect(merged.map(\.term) == terms.sorted() + ["all", "early", "late"])
    for (term, documents) in merged {
      let expected = (0..<70).filter { part in
        switch term {
        case "all": true
        case "early": part <= 40
        case "late": part > 40
        case let long where long.hasSuffix("z"): long == "abcdefgh\(part % 5)z"
        default: term == "abcdefgh\(part % 3)"
        }
      }
      #expect(documents == expected, "\(term)")
    }
  }

  @Test func areTheSameAfterTheyWereStored() throws {
    let segment = try #require(try Self.parts(3).map(\.segment).first { $0.documentCount > 2 })
    var bytes: [UInt8] = []
    segment.store(in: &bytes)
    var stored = StoredBytes(bytes)
    let read = try IndexSegment(from: &stored)
    #expect(stored.isAtEnd)
    #expect(Self.merged([read]).elementsEqual(Self.merged([segment])) { $0 == $1 })
    #expect(read.rows == segment.rows)
  }

  @Test func areRefusedOrReadAsFarAsTheyGoIfDamaged() throws {
    let segment = try #require(try Self.parts(5).map(\.segment).first { $0.documentCount > 2 })
    let whole = segment.postings.bytes
    #expect(TermPostings(stored: whole, documentCount: segment.documentCount) != nil)
    #expect(TermPostings(stored: whole, documentCount: 1) == nil)
    #expect(TermPostings(stored: whole.dropLast(), documentCount: segment.documentCount) == nil)
    for index in whole.indices {
      for byte: UInt8 in [0, 1, 0x7F, 0x80, 0xFF, whole[index] ^ 1] {
        var damaged = whole
        damaged[index] = byte
        guard
          let postings = TermPostings(stored: damaged, documentCount: segment.documentCount)
        else { continue }
        // What is taken for whole can be merged.
        let taken = IndexSegment(
          language: .english, part: segment.part, postings: postings, rows: segment.rows,
          rowEnds: segment.rowEnds)
        #expect(Self.merged([taken, segment]).allSatisfy { !$0.documents.isEmpty })
      }
    }
  }
}
