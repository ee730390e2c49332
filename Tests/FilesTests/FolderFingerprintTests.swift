import Files
import Foundation
import TestSupport
import Testing

@Suite struct FolderFingerprintTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for file in ["a.md", "b/c.md", "b/d.md", "b/e/f.md", ".hidden/g.md", "public/index.html"] {
      folder.write("text of \(file)", to: file)
    }
  }

  private var fingerprint: FolderFingerprint {
    FolderFingerprint(
      of: .init(folder.path, excluding: [RelativePath("public")], hidden: false))
  }

  @Test func staysWhileNothingChanges() {
    #expect(fingerprint == fingerprint)
    let before = fingerprint
    folder.write("other", to: "public/index.html")
    folder.write("other", to: ".hidden/g.md")
    #expect(fingerprint == before)
    folder.write("other", to: "b/.draft")
    #expect(fingerprint == before)
  }

  @Test(arguments: [
    ("write", "other text", "a.md"), ("write", "TEXT of a.md", "a.md"), ("write", "", "new.md"),
    ("rename", "b/c.md", "b/c2.md"), ("rename", "b/c.md", "c.md"), ("rename", "b/e", "e"),
    ("remove", "b/d.md", ""), ("folder", "empty", ""), ("link", "a.md", "link.md"),
    ("swap", "b/c.md", "b/d.md"), ("mode", "a.md", ""), ("time", "a.md", ""),
  ])
  func changesWithEveryChange(_ kind: String, _ first: String, _ second: String) throws {
    let before = fingerprint
    try change(kind, first, second)
    #expect(fingerprint != before)
  }

  private func change(_ kind: String, _ first: String, _ second: String) throws {
    let (one, other) = (folder.path + "/" + first, folder.path + "/" + second)
    switch kind {
    case "write": folder.write(first, to: second)
    case "rename": #expect(rename(one, other) == 0)
    case "remove": #expect(folder.remove(first))
    case "folder": folder.makeFolder(first)
    case "link": folder.link(second, to: one)
    case "swap":
      #expect(rename(one, one + "~") == 0 && rename(other, one) == 0)
      #expect(rename(one + "~", other) == 0)
    case "mode": #expect(chmod(one, 0o600) == 0)
    case "time":
      // What keeps its size and sets its time back is still another file.
      var status = stat()
      #expect(stat(one, &status) == 0)
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: one))
      try file.write(contentsOf: Data("T".utf8))
      try file.close()
      var times = [status.st_atim, status.st_mtim]
      #expect(utimensat(AT_FDCWD, one, &times, 0) == 0)
    default: Issue.record("no such change: \(kind)")
    }
  }

  /// Nanoseconds since 1970 end with the year 2262.
  @Test func looksAtFilesFromTheFarFuture() throws {
    let before = fingerprint
    var times = [
      timespec(tv_sec: 10_413_792_000, tv_nsec: 0), timespec(tv_sec: 10_413_792_000, tv_nsec: 0),
    ]
    #expect(utimensat(AT_FDCWD, folder.path + "/a.md", &times, 0) == 0)
    #expect(fingerprint != before)
    #expect(SourceFolder.file(RelativePath("a.md"), in: folder.path) != nil)
  }

  @Test func followsLinksToWhatTheyLeadTo() throws {
    let elsewhere = try TemporaryFolder()
    elsewhere.write("one", to: "x.md")
    folder.link("linked.md", to: elsewhere.path + "/x.md")
    let before = fingerprint
    elsewhere.write("other", to: "x.md")
    #expect(fingerprint != before)
  }

  @Test func hasOneForWhatIsNotThere() {
    let missing = FolderFingerprint(of: .init(folder.path + "/missing", hidden: true))
    #expect(missing == FolderFingerprint(of: .init(folder.path + "/neither", hidden: true)))
    #expect(missing != fingerprint)
  }

  @Test func isSettledOnlyAfterSomeTime() {
    folder.write("now", to: "a.md")
    #expect(!fingerprint.isSettled(for: 3_600_000_000_000))
    #expect(fingerprint.isSettled(for: -1_000_000_000))
  }

  @Test func seesEveryChangeOfThreeHundredSequences() throws {
    var random = SplitMix(seed: 7)
    for _ in 0..<300 {
      let before = fingerprint
      let change = randomChange(using: &random)
      try #require(fingerprint != before, "\(change)")
    }
  }

  /// Writes, renames, moves or removes a file, and says which.
  private func randomChange(using random: inout SplitMix) -> String {
    let files = folder.files.filter { !$0.hasPrefix("public/") && !$0.hasPrefix(".hidden/") }
    let file = files.randomElement(using: &random) ?? ""
    let number = Int.random(in: 0..<1_000, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0 where !file.isEmpty:
      folder.write("text \(number), longer \(String(repeating: "x", count: number))", to: file)
      return "edit \(file)"
    case 1 where !file.isEmpty:
      let target = "b/moved\(number)-\(files.count).md"
      _ = rename(folder.path + "/" + file, folder.path + "/" + target)
      return "move \(file) to \(target)"
    case 2 where files.count > 4:
      _ = folder.remove(file)
      return "remove \(file)"
    default:
      folder.write("new \(number)", to: "n\(number)/\(files.count)/new.md")
      return "add \(number)"
    }
  }
}
