import Bytes
import Entitlements
import Testing

@Suite struct FolderManifestTests {
  private let digest = String(repeating: "0a", count: 32)

  private func parse(_ text: String) -> Refusal.Reason? {
    reason { _ = try FolderManifest(parsing: Array(text.utf8)) }
  }

  private func manifest(_ paths: String...) -> String {
    "{\n" + paths.map { "\"\($0)\":[\"\(digest)\",5]" }.joined(separator: ",\n") + "\n}\n"
  }

  @Test func readsItsEntries() throws {
    let manifest = try FolderManifest(parsing: Array(manifest("a b.html", "b/\u{E9}.css").utf8))
    let paths = manifest.entries.map { String(utf8: manifest.path(of: $0)) }
    #expect(paths == ["a b.html", "b/\u{E9}.css"])
    #expect(manifest.entries.map(\.size) == [5, 5])
    #expect(manifest.digest(of: manifest.entries[1]) == [UInt8](repeating: 10, count: 32))
  }

  @Test func isJSONForOthers() throws {
    guard case .object(let files) = try SignedValue(parsing: manifest("a", "b").utf8) else {
      Issue.record("no object")
      return
    }
    #expect(files[[0x61]] == .list([.text(digest), .integer(5)]))
  }

  @Test(
    arguments: [
      "../x", "/etc/passwd", "a//b", "a/./b", "a\\\\b", "C:/x", "c:x", "a\nb", "", "a/../b", "a\0b",
      "..",
      ".", "a/", "a\u{7F}b", "a\u{85}b", "a\u{2028}b", "a\\u002fb",
    ])
  func refusesAPathThatMeansAnotherFile(path: String) {
    let reason = parse(manifest(path))
    #expect(reason == .unsafeName || reason == .badManifest, "\(path)")
  }

  @Test func refusesWhatNoDiskHolds() {
    let part = String(repeating: "a", count: 255)
    #expect(parse(manifest(part)) == nil)
    #expect(parse(manifest(part + "a")) == .unsafeName)
    #expect(parse(manifest([part, part, part, part].joined(separator: "/"))) == nil)
    #expect(parse(manifest([part, part, part, part, "a"].joined(separator: "/"))) == .unsafeName)
  }

  @Test func refusesWhatIsUnsortedOrTwiceThere() {
    #expect(parse(manifest("b", "a")) == .badManifest)
    #expect(parse(manifest("a", "a")) == .badManifest)
    #expect(parse(manifest("e\u{301}", "\u{E9}")) == nil)
  }

  @Test func refusesEveryOtherWayOfWritingIt() {
    let good = manifest("a", "b")
    #expect(parse(good) == nil)
    var others = [
      "", "{}", "{}\n", "{\n}\n", "[]", good + "\n", good + "x", String(good.dropLast()),
    ]
    others += [
      good.replacing("\"a\":", with: "\"a\": "), good.replacing("\n", with: "\r\n"),
      good.replacing(",5]", with: ",05]"), good.replacing(",5]", with: ",]"),
      good.replacing(",5]", with: ",-5]"), good.replacing(",5]", with: ",5.0]"),
      good.replacing(",5]", with: ",9007199254740992]"),
      good.replacing(",5]", with: ",99999999999999999999]"),
      good.replacing("0a", with: "0A"), good.replacing("0a0a", with: "0a0"),
      good.replacing("0a0a0a0a", with: "0a0a0a0ag"), good.replacing("],\n", with: "],\n,\n"),
    ]
    for other in others {
      #expect(parse(other) == .badManifest, "\(other)")
      #expect(parse("\u{FEFF}" + other) == .badManifest)
    }
    for index in good.utf8.indices { #expect(parse(String(good[..<index])) == .badManifest) }
  }

  @Test func readsAHundredThousandEntries() throws {
    func lines(_ count: Int) -> [UInt8] {
      var text: [UInt8] = [UInt8]("{\n")
      for number in 0..<count {
        if number > 0 { text.append(",\n") }
        text.append("\"")
        text.append(text: String(number + 10_000_000))
        text.append("\":[\"")
        text.append(text: digest)
        text.append("\",5]")
      }
      text.append("\n}\n")
      return text
    }
    #expect(try FolderManifest(parsing: lines(100_000)).entries.count == 100_000)
  }
}
