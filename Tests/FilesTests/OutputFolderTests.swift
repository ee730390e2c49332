import Bytes
import Diagnostics
import Files
import Foundation
import Synchronization
import TestSupport
import Testing

@Suite struct OutputFolderTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func open() throws -> OutputFolder {
    try OutputFolder(folder.path + "/public", cache: folder.path + "/cache")
  }

  /// Builds a portal of the given files.
  @discardableResult
  func build(_ files: [String: String]) throws -> OutputFolder.Outcome {
    let output = try open()
    return try output.commit(try stage(files, in: output))
  }

  func stage(_ files: [String: String], in output: OutputFolder) throws
    -> [RelativePath: OutputFolder.Change]
  {
    var changes: [RelativePath: OutputFolder.Change] = [:]
    for (path, text) in files {
      let path = RelativePath(path)
      changes[path] = try output.stage(.bytes(Array(text.utf8)), at: path)
    }
    return changes
  }

  /// What lies in the output, staging and all.
  var published: [String: String] {
    var found: [String: String] = [:]
    for file in folder.files where file.hasPrefix("public/") {
      found[String(file.dropFirst("public/".count))] = folder.read(file) ?? "?"
    }
    return found
  }

  @Test func writesKeepsAndRemoves() throws {
    let first = ["index.html": "1", "a/b/c.html": "2", "a/d.html": "3"]
    #expect(try build(first).counts == [3, 0, 0])
    #expect(published == first)
    let second = ["index.html": "1", "a/d.html": "changed", "e.html": "4"]
    #expect(try build(second).counts == [2, 1, 1])
    #expect(published == second)
    #expect(try build(second).counts == [0, 3, 0])
  }

  @Test func makesFoldersWhoseNamesBeginWithAnAccent() throws {
    let place = folder.path + "/new/\u{301}x/public"
    let output = try OutputFolder(place, cache: folder.path + "/cache")
    _ = try output.commit(try stage(["index.html": "1"], in: output))
    #expect(folder.read("new/\u{301}x/public/index.html") == "1")
  }

  @Test func tellsSameSizedFilesApart() throws {
    let long = String(repeating: "x", count: 100_000)
    try build(["a": long + "1"])
    #expect(try build(["a": long + "2"]).written == 1)
    #expect(published["a"] == long + "2")
    #expect(try build(["a": ""]).written == 1)
    #expect(try build(["a": ""]).kept == 1)
  }

  @Test func copiesFilesFromDisk() throws {
    let film = String(repeating: "film", count: 200_000)
    folder.write(film, to: "source/film.mp4")
    let content = try #require(
      try SourceFolder.read(folder.path + "/source").tree[RelativePath("film.mp4")])
    func copy() throws -> OutputFolder.Outcome {
      let output = try open()
      let path = RelativePath("media/film.mp4")
      return try output.commit([path: try output.stage(content, at: path)])
    }
    #expect(try copy().written == 1)
    #expect(published == ["media/film.mp4": film])
    #expect(try copy().kept == 1)
    folder.write(film.dropLast() + "X", to: "source/film.mp4")
    #expect(try copy().written == 1)
    #expect(published["media/film.mp4"] == film.dropLast() + "X")
  }

  @Test func removesFoldersThatItLeavesEmpty() throws {
    try build(["a/b/c/x": "1", "a/y": "2"])
    try build(["a/y": "2"])
    #expect(folder.remove("public/a/b") == false)
    #expect(published == ["a/y": "2"])
  }

  @Test func touchesNothingThatItDidNotWrite() throws {
    try build(["index.html": "1", "a/x": "2"])
    folder.write("mine", to: "public/CNAME")
    folder.write("mine", to: "public/a/notes.txt")
    folder.write("mine", to: "public/.well-known/security.txt")
    #expect(try build(["index.html": "1"]).removed == 1)
    #expect(
      published == [
        "index.html": "1", "CNAME": "mine", "a/notes.txt": "mine",
        ".well-known/security.txt": "mine",
      ])
  }

  @Test func refusesToWriteOverAForeignFile() throws {
    try build(["index.html": "1"])
    folder.write("mine", to: "public/a.html")
    let error = #expect(throws: FileError.self) { try build(["index.html": "2", "a.html": "3"]) }
    #expect(
      error?.cause == "a file that Clevio did not write is in its place; move it away")
    #expect(error?.path == folder.path + "/public/a.html")
    #expect(folder.read("public/index.html") == "1")
    #expect(folder.read("public/a.html") == "mine")
  }

  @Test func refusesAForeignFolder() throws {
    folder.write("precious", to: "public/thesis.txt")
    let error = #expect(throws: FileError.self) { try build(["index.html": "1"]) }
    #expect(error?.cause.hasPrefix("it holds files that Clevio did not write") == true)
    #expect(published == ["thesis.txt": "precious"])
  }

  @Test func takesAnEmptyFolderAndOneThatIsMissing() throws {
    folder.makeFolder("public")
    try build(["a": "1"])
    #expect(published == ["a": "1"])
  }

  @Test func replacesALinkThatStandsForItsFile() throws {
    try build(["a.html": "1"])
    folder.write("precious", to: "elsewhere.txt")
    try #require(folder.remove("public/a.html"))
    folder.link("public/a.html", to: folder.path + "/elsewhere.txt")
    try build(["a.html": "2"])
    #expect(folder.read("public/a.html") == "2")
    #expect(folder.read("elsewhere.txt") == "precious")
  }

  /// Somebody replaces a folder of the output by a link to another place.
  private func linkFolder() throws {
    try build(["a/x": "1", "b": "1"])
    folder.write("precious", to: "elsewhere/x")
    try #require(folder.remove("public/a/x") && folder.remove("public/a"))
    folder.link("public/a", to: folder.path + "/elsewhere")
  }

  @Test func doesNotWriteThroughALinkedFolder() throws {
    try linkFolder()
    #expect(throws: FileError.self) { try build(["a/x": "2", "b": "2"]) }
    #expect(folder.read("elsewhere/x") == "precious")
    #expect(folder.read("public/b") == "1")
    #expect(throws: FileError.self) { try build(["a/new": "2"]) }
    #expect(folder.read("elsewhere/new") == nil)
  }

  @Test func doesNotRemoveThroughALinkedFolder() throws {
    try linkFolder()
    try build(["b": "2"])
    #expect(folder.read("elsewhere/x") == "precious")
    #expect(folder.read("public/b") == "2")
  }

  @Test func putsAFolderWhereAFileWasAndBack() throws {
    try build(["a": "file", "b": "1"])
    #expect(try build(["a/x": "in folder", "b": "1"]).removed == 1)
    #expect(published == ["a/x": "in folder", "b": "1"])
    #expect(try build(["a": "file", "b": "1"]).removed == 1)
    #expect(published == ["a": "file", "b": "1"])
  }

  @Test func refusesAForeignFileInAFoldersPlace() throws {
    try build(["b": "1"])
    folder.write("mine", to: "public/a")
    #expect(throws: FileError.self) { try build(["a/x": "1", "b": "2"]) }
    #expect(folder.read("public/a") == "mine")
  }

  @Test func leavesTheOldPortalWhenGivenUp() throws {
    try build(["a": "1", "b": "2"])
    let output = try open()
    _ = try stage(["a": "new", "c/d": "3"], in: output)
    try output.discard()
    #expect(published == ["a": "1", "b": "2"])
  }

  @Test func leavesNoFolderThatWasMadeForNothing() throws {
    do {
      let output = try open()
      _ = try stage(["a": "1"], in: output)
      try output.discard()
    }
    #expect(!isThere)
    folder.makeFolder("public")
    try open().discard()
    #expect(isThere)
  }

  /// Whether there is an output folder.
  var isThere: Bool { FileManager.default.fileExists(atPath: folder.path + "/public") }

  @Test func outlivesABuildThatWasKilled() throws {
    try build(["a": "1"])
    do {
      let output = try open()
      _ = try stage(["a": "half", "x/y/z": "half"], in: output)
    }
    #expect(folder.read("public/a") == "1")
    #expect(published.keys.contains { $0.contains("staging") })
    #expect(try build(["a": "2"]).counts == [1, 0, 0])
    #expect(published == ["a": "2"])
  }

  @Test func removesWhatABuildWroteThatWasKilledWhileMoving() throws {
    try build(["a": "1"])
    // The record names old and new files before the first is moved; so the next build knows both.
    do {
      let output = try open()
      folder.write("foreign", to: "public/blocks")
      var changes = try stage(["a": "2", "b": "2"], in: output)
      changes[RelativePath("blocks/x")] = .staged
      #expect(throws: FileError.self) { try output.commit(changes) }
    }
    #expect(folder.remove("public/blocks"))
    #expect(folder.read("public/b") == "2")
    try build(["a": "3"])
    #expect(published == ["a": "3"])
  }

  @Test func letsOnlyOneBuildWrite() throws {
    let first = try open()
    let error = #expect(throws: FileError.self) { try open() }
    #expect(error?.cause == "another build is writing it; wait until it is done")
    withExtendedLifetime(first) {}
  }

  @Test func letsTheNextBuildWriteWhenTheFirstIsDone() throws {
    do { _ = try open() }
    _ = try open()
  }

  @Test func keepsTwoOutputsApart() throws {
    try build(["a": "1"])
    let other = try OutputFolder(folder.path + "/other", cache: folder.path + "/cache")
    _ = try other.commit(try stage(["b": "2"], in: other))
    #expect(published == ["a": "1"])
    #expect(folder.read("other/b") == "2")
  }

  @Test func takesNothingMoreOnceABuildIsGivenUp() throws {
    try build(["index.html": "1"])
    let isGivenUp = Mutex(false)
    let output = try OutputFolder(
      folder.path + "/public", cache: folder.path + "/cache",
      isGivenUp: { isGivenUp.withLock { $0 } })
    let changes = try stage(["index.html": "2"], in: output)
    isGivenUp.withLock { $0 = true }
    let error = #expect(throws: FileError.self) { try stage(["a": "3"], in: output) }
    #expect(error?.cause == "it was interrupted")
    #expect(throws: FileError.self) { try output.commit(changes) }
    try output.discard()
    #expect(published == ["index.html": "1"])
  }

  @Test func knowsItsFilesWhereverTheyAreMovedTogether() throws {
    folder.makeFolder("portal")
    func open(_ portal: String) throws -> OutputFolder {
      try OutputFolder(
        "\(folder.path)/\(portal)/public", cache: "\(folder.path)/\(portal)/.clevio")
    }
    func build(_ portal: String, _ files: [String: String]) throws -> OutputFolder.Outcome {
      let output = try open(portal)
      return try output.commit(try stage(files, in: output))
    }
    func last(_ portal: String) -> CacheFile {
      CacheFile(
        lastBuildOf: "\(folder.path)/\(portal)/public", in: "\(folder.path)/\(portal)/.clevio")
    }
    #expect(try build("portal", ["a": "1", "b": "2"]).counts == [2, 0, 0])
    last("portal").write([7])
    try #require(rename("\(folder.path)/portal", "\(folder.path)/moved") == 0)
    #expect(try build("moved", ["a": "1"]).counts == [0, 1, 1])
    #expect(last("moved").read() == [7])
    // An output elsewhere stays where it is.
    let out = "\(folder.path)/out"
    do {
      let output = try OutputFolder(out, cache: "\(folder.path)/moved/.clevio")
      _ = try output.commit(try stage(["c": "3"], in: output))
    }
    try #require(rename("\(folder.path)/moved", "\(folder.path)/again") == 0)
    #expect(try OutputFolder.isRecorded(out, cache: "\(folder.path)/again/.clevio"))
    #expect(try open("again").clean().removed == 1)
  }

  @Test func takesHostileNames() throws {
    let files = [
      "ü e\u{301}.html": "1", "a\nb": "2", "-rf": "3", "x/~": "4", "%2e%2e": "5",
      "\\..\\y": "6",
    ]
    try build(files)
    #expect(published.count == files.count)
    folder.write("mine", to: "public/b")
    #expect(try build([:]).removed == files.count)
    #expect(published == ["b": "mine"])
  }
}

extension OutputFolder.Outcome {
  /// How many files were written, kept and removed.
  fileprivate var counts: [Int] { [written, kept, removed] }
}
