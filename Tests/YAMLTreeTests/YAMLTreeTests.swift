import Diagnostics
import TestSupport
import Testing
import YAMLTree

@Suite struct YAMLTreeTests {
  @Test(arguments: [
    "NO", "off", "true", "1.10", "0x1F", "2026-01-02", "~", "null", ".inf", "<<", "12:30:00", "=",
  ])
  func keepsScalarsAsWritten(text: String) throws {
    for document in ["a: \(text)", "a:\n  b: \(text)\n"] {
      let node = try #require(try parse(document)?["a"])
      #expect((node["b"] ?? node).value == .scalar(text, isQuoted: false))
    }
  }

  @Test func tellsMissingFromEmptyAndQuoted() throws {
    let root = try #require(
      try parse("a:\nb: ''\nc: \"NO\"\nd: |\n  NO\ne: !!str NO\nf: {}\ng: []\n"))
    #expect(root["a"]?.value == .scalar("", isQuoted: false))
    #expect(root["b"]?.value == .scalar("", isQuoted: true))
    #expect(root["c"]?.value == .scalar("NO", isQuoted: true))
    #expect(root["d"]?.value == .scalar("NO\n", isQuoted: true))
    #expect(root["e"]?.value == .scalar("NO", isQuoted: true))
    #expect(root["f"]?.value == .mapping([]))
    #expect(root["g"]?.value == .sequence([]))
  }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "---\n", "\u{FEFF}", "   ", "--- # x\n...\n"])
  func findsNothingInEmptyDocuments(text: String) throws {
    #expect(try parse(text) == nil)
  }

  @Test func countsColumnsInBytesAndLinesFromTheGivenOne() throws {
    let text = "ü: [é, {ß: 'ö ü'}]\nlong: Grüße\n  an alle  \nü2: x\n"
    let root = try #require(try YAMLTree.parse(Array(text.utf8), path: "a", firstLine: 10))
    let list = try #require(root["ü"]?.items)
    #expect(place(list[0]) == [10, 6, 2])
    #expect(place(list[1]) == [10, 10, 0])
    #expect(list[1].entries.map { place($0[0].key) } == [10, 11, 2])
    #expect(list[1]["ß"].map(place) == [10, 15, 7])
    #expect(root["long"].map(place) == [11, 7, 7])
    #expect(root["ü2"].map(place) == [13, 6, 1])
  }

  @Test func countsLinesAsEditorsDo() throws {
    let root = try #require(try parse("a: \"x\u{2028}y\u{85}z\"\r\n\r\nb: 1\rc: {d: 2}\n"))
    #expect(root["b"].map(place) == [3, 4, 1])
    #expect(root["c"]?["d"].map(place) == [4, 8, 1])
  }

  @Test func countsAByteOrderMark() throws {
    #expect(try parse("\u{FEFF}a: b\nc: d\n")?["a"].map(place) == [1, 7, 1])
    #expect(try parse("\u{FEFF}a: b\nc: d\n")?["c"].map(place) == [2, 4, 1])
  }

  @Test func repeatsAnchoredValuesAtTheirAliases() throws {
    let root = try #require(try parse("a: &x [1, 2]\nb: *x\n"))
    #expect(root["b"]?.items?.map(\.text) == ["1", "2"])
    #expect(root["b"].map(place) == [2, 4, 2])
    #expect(root["b"]?.items?.map(\.line) == [1, 1])
  }

  @Test func keepsTheOrderOfKeys() throws {
    let keys = (0..<40).map { "key\(($0 * 17) % 40)" }
    for nested in [false, true] {
      let text = keys.map { "\($0): {x: 1}\n".replacing("{x: 1}", with: nested ? "{x: 1}" : "1") }
      #expect(try parse(text.joined())?.entries?.map(\.key.text) == keys)
    }
  }

  @Test(arguments: YAMLMistakeSamples.all)
  func explainsMistakes(sample: YAMLMistakeSample) {
    let error = #expect(throws: YAMLError.self) { try parse(sample.text) }
    guard let error else { return }
    #expect([error.position.line, error.position.column] == [sample.line, sample.column])
    #expect(error.message.contains(sample.message), "\(error.message)")
    #expect(error.help.contains(sample.help), "\(error.help)")
    #expect(error.position.path == "courses/a.md")
    #expect(error.diagnostic.severity == .error)
  }

  @Test func countsErrorLinesFromTheGivenOne() {
    let error = #expect(throws: YAMLError.self) {
      try YAMLTree.parse(Array("a: b\nü: @x\n".utf8), path: "a", firstLine: 20)
    }
    #expect(error?.position == SourcePosition(path: "a", line: 21, column: 5))
  }

  @Test func findsRepeatedKeysAmongMany() {
    let text = (0..<5_000).map { "key\($0): {x: 1}\n" }.joined() + "key4711: 2\n"
    let error = #expect(throws: YAMLError.self) { try parse(text) }
    #expect(error?.position.line == 5_001)
    #expect(error?.message == "the key \"key4711\" was already given on line 4712")
  }

  @Test func readsOnBehindRepeatedKeys() throws {
    var repeated: [YAMLError] = []
    let text = "a: 1\nb: {c: 2, c: 3}\na: 4\nd: 5\n"
    let root = try #require(
      try YAMLTree.parse(Array(text.utf8), path: "a", firstLine: 2, repeatedKeys: &repeated))
    #expect(root.entries?.map(\.key.text) == ["a", "b", "a", "d"])
    #expect(repeated.map { [$0.position.line, $0.position.column] } == [[3, 11], [4, 1]])
  }

  @Test func tellsOfRepeatedKeysBeforeWhatIsNoYAML() {
    var repeated: [YAMLError] = []
    #expect(throws: YAMLError.self) {
      try YAMLTree.parse(Array("a: 1\na: 2\nb: @\n".utf8), path: "a", repeatedKeys: &repeated)
    }
    #expect(repeated.map(\.position.line) == [2])
  }

  @Test func takesNoTimeForManyRepeatedKeys() {
    let keys = (0..<50_000).map { "key\($0): {x: 1}\n" }.joined()
    var repeated: [YAMLError] = []
    #expect(throws: YAMLError.self) {
      try YAMLTree.parse(Array((keys + keys).utf8), path: "a", repeatedKeys: &repeated)
    }
    #expect(repeated.count == 50)
  }

  @Test func takesRepeatedKeysOfDifferentMappings() throws {
    #expect(try parse("- {a: 1}\n- {a: 2}\n")?.items?.count == 2)
  }

  // MARK: Hostile documents

  @Test func refusesABillionLaughs() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let alias = "*a\(level - 1)"
      text +=
        "a\(level): &a\(level) [\(Array(repeating: alias, count: 10).joined(separator: ", "))]\n"
    }
    let error = #expect(throws: YAMLError.self) { try parse(text) }
    #expect(error?.message == "the aliases in this file repeat more than it may hold")
    #expect((5...7).contains(error?.position.line ?? 0))
  }

  @Test func refusesLongTextsRepeatedByAliases() {
    let text =
      "a: &a " + String(repeating: "x", count: 100_000) + "\nb:\n"
      + String(repeating: "  - *a\n", count: 20)
    #expect(throws: YAMLError.self) { try parse(text) }
  }

  @Test func refusesDepthThroughAliases() {
    var text = "a0: &a0 [x]\n"
    for level in 1...80 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    let error = #expect(throws: YAMLError.self) { try parse(text) }
    #expect(error?.message.contains("deeper than 64 levels") == true)
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[{", "a: [", "\"", "'a", "&a ", "!!str ", "*", ": "])
  func refusesDeepNestingAtOnce(opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect(throws: YAMLError.self) { try parse(text) }
  }

  @Test func refusesDeepIndentation() {
    let text = (0..<3_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(throws: YAMLError.self) { try parse(text) }
  }

  @Test func takesNestingUpToTheLimit() throws {
    let brackets = { (bracket: String) in String(repeating: bracket, count: YAMLTree.maximumDepth) }
    #expect(try parse(brackets("[") + brackets("]")) != nil)
    #expect(throws: YAMLError.self) { try parse("[" + brackets("[") + brackets("]") + "]") }
  }

  @Test(
    arguments: [
      [0xFF], [0x61, 0x3A, 0x20, 0xC3], [0x61, 0x3A, 0x20, 0xC3, 0x28], [0xED, 0xA0, 0x80],
      [0xF8, 0x88, 0x80, 0x80, 0x80], [0xC0, 0x80], [0xFE, 0xFF, 0x00, 0x61],
      [0xFF, 0xFE, 0x61, 0x00],
    ] as [[UInt8]])
  func refusesWhatIsNotUTF8(bytes: [UInt8]) {
    let error = #expect(throws: YAMLError.self) { try YAMLTree.parse(bytes, path: "a") }
    #expect(error?.message == "this is not UTF-8 text")
  }

  @Test func neverCrashesOnRandomDocuments() {
    var random = SplitMix(seed: 7)
    for _ in 0..<10_000 {
      var bytes = FrontMatterSamples.random(using: &random)
      if !bytes.isEmpty, Bool.random(using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      do {
        _ = try YAMLTree.parse(bytes, path: "a")
      } catch {
        let lines = bytes.split(
          separator: 0x0A, omittingEmptySubsequences: false)
        #expect((1...bytes.count + 1).contains(error.position.line))
        #expect(error.position.column <= (lines.map(\.count).max() ?? 0) + 1)
      }
    }
  }

  private func parse(_ text: String) throws(YAMLError) -> YAMLNode? {
    try YAMLTree.parse(Array(text.utf8), path: "courses/a.md")
  }

  private func place(_ node: YAMLNode) -> [Int] { [node.line, node.column, node.length] }
}
