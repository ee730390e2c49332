import Files
import Foundation
import TestSupport
import Testing

/// What is removed of an output, and of what is remembered of it.
extension OutputFolderTests {
  @Test func cleansUpWhatItWrote() throws {
    try build(["a/b": "1", "c": "2"])
    folder.write("mine", to: "public/CNAME")
    #expect(try open().clean().removed == 2)
    #expect(published == ["CNAME": "mine"])
    #expect(folder.remove("public/CNAME"))
    try build(["a": "1"])
    #expect(try open().clean().removed == 1)
    #expect(!folder.remove("public"))
  }

  @Test func cleansUpWhatOtherCommandsWrote() throws {
    let others = ["head", "list", "keys"].map(RelativePath.init)
    try build(["a": "1"])
    folder.write("x", to: "public/head")
    folder.write("x", to: "public/keys")
    folder.write("mine", to: "public/heads")
    #expect(try open().clean(with: others).removed == 3)
    #expect(published == ["heads": "mine"])
    #expect(folder.remove("public/heads"))
    try build(["a": "1", "list": "2"])
    #expect(try open().clean(with: others).removed == 2)
    #expect(!isThere)
  }

  @Test func removesWhatAnInterruptedBuildLeftWithoutARecord() throws {
    func removeStaging() throws -> Bool {
      try OutputFolder.removeStaging(
        in: folder.path + "/public", cache: folder.path + "/cache")
    }
    #expect(try !removeStaging())
    do { _ = try stage(["a": "half", "x/y": "half"], in: open()) }
    #expect(try removeStaging())
    #expect(!isThere)
    do { _ = try stage(["a": "half"], in: open()) }
    folder.write("mine", to: "public/CNAME")
    #expect(try removeStaging())
    #expect(published == ["CNAME": "mine"])
  }

  @Test func emptiesNoFolderThatALinkLeadsTo() throws {
    try build(["a": "1"])
    folder.write("precious", to: "mine/letter")
    folder.link("public/.clevio-staging", to: folder.path + "/mine")
    try build(["a": "2"])
    #expect(published == ["a": "2"])
    #expect(folder.read("mine/letter") == "precious")
  }

  @Test func removesNothingThatABuildIsStaging() throws {
    let output = try open()
    _ = try stage(["a": "1"], in: output)
    #expect(throws: FileError.self) {
      try OutputFolder.removeStaging(in: folder.path + "/public", cache: folder.path + "/cache")
    }
    try RememberedBuilds(in: folder.path + "/cache").forget(folder.path + "/public")
    #expect(folder.files.contains { $0.hasPrefix("cache/lock-") })
    withExtendedLifetime(output) {}
  }

  @Test func forgetsAnOutputAndWhatWasNeverWritten() throws {
    let cache = folder.path + "/cache"
    func forget(_ output: String) throws {
      try RememberedBuilds(in: cache).forget(folder.path + "/" + output)
    }
    try forget("public")
    #expect(folder.files.isEmpty)
    try build(["a": "1"])
    do {
      let other = try OutputFolder(folder.path + "/other", cache: cache)
      _ = try other.commit(try stage(["b": "2"], in: other))
      _ = try OutputFolder(folder.path + "/unfinished", cache: cache)
    }
    CacheFile(lastBuildOf: folder.path + "/public", in: cache).write([1])
    let parts = CacheFolder(of: folder.path + "/public", in: cache)
    parts.create()
    parts["courses/knots"].write([2])
    folder.write("mine", to: "cache/notes-0123456789abcdef")
    do { _ = try open().clean() }
    try forget("public")
    let left = folder.files.filter { $0.hasPrefix("cache/") }.map { String($0.prefix(11)) }
    #expect(left == ["cache/lock-", "cache/notes", "cache/outpu"])
    #expect(try OutputFolder.isRecorded(folder.path + "/other", cache: cache))
    #expect(folder.remove("cache/notes-0123456789abcdef"))
    do { _ = try OutputFolder(folder.path + "/other", cache: cache).clean() }
    try forget("other")
    #expect(!FileManager.default.fileExists(atPath: cache))
  }
}
