import Bytes
import Files
import TestSupport
import Testing

@Suite struct FileTreeTests {
  private let tree = FileTree(texts: ["b/x": "1", "a": "2", "b/c/y": "3", "bc/z": "4"])

  @Test func listsPathsInTheOrderOfTheirBytes() {
    #expect(tree.paths.map(\.text) == ["a", "b/c/y", "b/x", "bc/z"])
  }

  @Test func cutsOutAFolder() {
    #expect(tree.subtree(RelativePath("b")).paths.map(\.text) == ["c/y", "x"])
    #expect(tree.subtree(RelativePath("a")).paths.isEmpty)
  }

  @Test func createsNewFilesAndNeverOverwrites() throws {
    let folder = try TemporaryFolder()
    try tree.create(in: folder.path + "/new/portal")
    #expect(folder.read("new/portal/b/c/y") == "3")
    folder.write("mine", to: "old/b/x")
    let error = #expect(throws: FileError.self) { try tree.create(in: folder.path + "/old") }
    #expect(error?.description == "cannot write \(folder.path)/old/b/x: the file exists")
    #expect(folder.read("old/b/x") == "mine")
    #expect(folder.read("old/a") == nil)
  }

  @Test func leavesNoneOfTheFilesWhereOneCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    folder.write("mine", to: "old/b")
    let error = #expect(throws: FileError.self) { try tree.create(in: folder.path + "/old") }
    #expect(error?.path == folder.path + "/old/b")
    #expect(folder.files == ["old/b"])
  }

  @Test func leavesNoDraftOfAFileThatCannotBeReplaced() throws {
    let folder = try TemporaryFolder()
    folder.makeFolder("report.xml")
    let error = #expect(throws: FileError.self) {
      try FileTree(texts: ["report.xml": "new"]).replace(in: folder.path)
    }
    #expect(error?.description == "cannot write \(folder.path)/report.xml: Is a directory")
    #expect(folder.files.isEmpty)
  }

  @Test func tellsWhichFileIsGone() throws {
    let folder = try TemporaryFolder()
    folder.write("x", to: "a.md")
    let reading = try SourceFolder.read(folder.path)
    let content = try #require(reading.tree[RelativePath("a.md")])
    #expect(try content.read() == Array("x".utf8))
    try #require(folder.remove("a.md"))
    let error = #expect(throws: FileError.self) { try content.read() }
    #expect(error?.path == folder.path + "/a.md")
    #expect(error?.cause == "No such file or directory")
  }

  @Test func digestsAsTheStandardSays() {
    #expect(
      ContentDigest(of: Array("abc".utf8)).description
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
