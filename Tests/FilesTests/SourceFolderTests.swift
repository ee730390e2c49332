import Bytes
import Diagnostics
import Files
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite struct SourceFolderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(excluding excluded: [String] = []) throws -> (
    paths: [String], found: [Diagnostic]
  ) {
    let reading = try SourceFolder.read(
      folder.path, excluding: excluded.map { RelativePath($0) })
    return (reading.tree.paths.map(\.text), reading.diagnostics.sorted())
  }

  @Test func takesAllFilesButHiddenOnes() throws {
    for file in ["a.md", "x/y/b.md", ".git/config", "x/.DS_Store", ".env", "leer zeichen/ü.md"] {
      folder.write(file, to: file)
    }
    folder.makeFolder("empty")
    let (paths, found) = try read()
    #expect(paths == ["a.md", "leer zeichen/ü.md", "x/y/b.md"])
    #expect(found.isEmpty)
  }

  @Test func leavesOutWhatIsExcluded() throws {
    for file in ["a.md", "public/index.html", "public2/a", "x/public/a"] {
      folder.write("", to: file)
    }
    #expect(try read(excluding: ["public"]).paths == ["a.md", "public2/a", "x/public/a"])
  }

  @Test func readsContentsWhenAskedFor() throws {
    let text = String(repeating: "0123456789", count: 20_000)
    folder.write(text, to: "big")
    folder.write("", to: "empty")
    let tree = try SourceFolder.read(folder.path).tree
    #expect(try tree[RelativePath("big")]?.read() == Array(text.utf8))
    #expect(tree[RelativePath("big")]?.size == 200_000)
    #expect(try tree[RelativePath("empty")]?.read().isEmpty == true)
  }

  @Test func followsLinksToFilesInside() throws {
    folder.write("shared", to: "x/shared.md")
    folder.link("a.md", to: "x/shared.md")
    folder.link("b.md", to: folder.path + "/x/shared.md")
    let tree = try SourceFolder.read(folder.path).tree
    #expect(tree.paths.map(\.text) == ["a.md", "b.md", "x/shared.md"])
    #expect(try tree[RelativePath("a.md")].map { String(utf8: try $0.read()) } == "shared")
  }

  @Test func reportsLinksThatLeadOut() throws {
    let other = try TemporaryFolder()
    other.write("secret", to: "secret.md")
    folder.write("", to: "a.md")
    folder.link("absolute.md", to: other.path + "/secret.md")
    folder.link("relative.md", to: "../../etc/passwd")
    folder.link("folder", to: other.path)
    let (paths, found) = try read()
    #expect(paths == ["a.md"])
    #expect(found.map(\.position.path) == ["absolute.md", "folder", "relative.md"])
    #expect(found.allSatisfy { $0.id == "file-link" && $0.severity == .warning })
    #expect(found.first?.message == "the link \"absolute.md\" leaves the portal's folder")
  }

  /// A folder whose name begins like the portal's is not the portal's.
  @Test func takesANeighbourForOutside() throws {
    folder.write("", to: "portal/a.md")
    folder.write("secret", to: "portal-private/b.md")
    folder.link("portal/b.md", to: folder.path + "/portal-private/b.md")
    let reading = try SourceFolder.read(folder.path + "/portal")
    #expect(reading.tree.paths.map(\.text) == ["a.md"])
    #expect(reading.diagnostics.count == 1)
  }

  @Test func reportsLinksThatGoInCirclesOrNowhereOrToFolders() throws {
    folder.write("", to: "real/a.md")
    folder.link("real/self", to: ".")
    folder.link("loop", to: "pool")
    folder.link("pool", to: "loop")
    folder.link("nowhere.md", to: "gone.md")
    folder.link("other", to: "real")
    let (paths, found) = try read()
    #expect(paths == ["real/a.md"])
    #expect(
      found.map(\.position.path) == ["loop", "nowhere.md", "other", "pool", "real/self"])
    #expect(found.allSatisfy { $0.id == "file-link" && $0.help != nil })
    let messages = found.map(\.message)
    #expect(messages[1] == "the link \"nowhere.md\" leads nowhere: No such file or directory")
    #expect(messages[2] == "the link \"other\" leads to a folder and is not followed")
  }

  /// Opening a pipe would wait for ever.
  @Test func reportsWhatIsNeitherFileNorFolder() throws {
    folder.makePipe("pipe.md")
    let (paths, found) = try read()
    #expect(paths.isEmpty)
    #expect(
      found.map(\.message) == ["\"pipe.md\" is neither a file nor a folder and is left out"])
    #expect(found.first?.id == "file-kind")
  }

  @Test func reportsASocket() throws {
    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let name = Array((folder.path + "/s.md").utf8)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
    #expect(try read().found.map(\.id) == ["file-kind"])
  }

  @Test func reportsANameThatIsNotUTF8() throws {
    folder.makeFile(named: [0x61, 0xFF, 0x2E, 0x6D, 0x64])
    folder.write("", to: "b.md")
    let (paths, found) = try read()
    #expect(paths == ["b.md"])
    #expect(found.map(\.message) == ["the name \"a\u{FFFD}.md\" is not UTF-8"])
  }

  @Test func keepsNamesApartThatDifferInUnicodeForm() throws {
    folder.write("composed", to: "\u{E9}.md")
    folder.write("decomposed", to: "e\u{301}.md")
    #expect(try read().paths.count == 2)
  }

  @Test func goesDeep() throws {
    let deep = Array(repeating: "d", count: 200).joined(separator: "/")
    folder.write("x", to: deep + "/a.md")
    #expect(try read().paths == [deep + "/a.md"])
  }

  @Test func failsWhereThereIsNoFolder() {
    let error = #expect(throws: FileError.self) {
      try SourceFolder.read(folder.path + "/missing")
    }
    #expect(
      error?.description == "cannot read \(folder.path)/missing: No such file or directory")
    folder.write("", to: "file")
    #expect(throws: FileError.self) { try SourceFolder.read(folder.path + "/file") }
  }
}
