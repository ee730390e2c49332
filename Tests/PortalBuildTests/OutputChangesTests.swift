import Files
import Foundation
import PortalBuild
import TestSupport
import Testing

@Suite struct OutputChangesTests {
  private let folder: TemporaryFolder
  private var texts = [
    "clevio.yml": "title: Harbour\nurl: https://harbour.example/\n",
    "courses/knots/index.md": "# Knots\n",
    "courses/knots/01-start/reef.md": "# Reef\n\n[Take it](files/rope.txt)\n",
    "courses/knots/01-start/files/rope.txt": "three strands\n",
    "courses/knots/02-more/bowline.md": "# Bowline\n",
  ]

  init() throws { folder = try TemporaryFolder() }

  @Test func writesNothingTheSecondTime() throws {
    let first = try build()
    let second = try build()
    #expect(first.outcome?.written == first.files)
    #expect(second.outcome?.written == 0)
    #expect(second.outcome?.kept == first.files)
    #expect(second.outcome?.removed == 0)
  }

  @Test mutating func writesOnlyThePageWhoseTextChanged() throws {
    try build()
    texts["courses/knots/02-more/bowline.md"] = "# Bowline\n\nAround the tree.\n"
    let second = try build()
    let page = try #require(folder.read("public/courses/knots/more/bowline.html"))
    #expect(page.contains("Around the tree."))
    // The page, the search's files, and the list of what is saved for reading offline.
    #expect((1...6).contains(second.outcome?.written ?? 0))
    #expect(second.outcome?.removed == 0)
  }

  @Test mutating func removesTheOldPageOfARenamedLessonAndTheEmptiedFolder() throws {
    try build()
    #expect(isPublished("courses/knots/more/bowline.html"))
    texts["courses/knots/02-more/bowline.md"] = nil
    texts["courses/knots/02-rescue/bowline.md"] = "# Bowline\n"
    let second = try build()
    #expect(isPublished("courses/knots/rescue/bowline.html"))
    #expect(!folder.files.contains { $0.hasPrefix("public/courses/knots/more") })
    #expect(!folderExists("courses/knots/more"))
    // The lesson and its section.
    #expect(second.outcome?.removed == 2)
  }

  @Test mutating func keepsFilesThatItDidNotWrite() throws {
    try build()
    folder.write("mine", to: "public/CNAME")
    folder.write("mine", to: "public/courses/knots/more/notes.txt")
    texts["courses/knots/02-more/bowline.md"] = nil
    try build()
    #expect(folder.read("public/CNAME") == "mine")
    #expect(folder.read("public/courses/knots/more/notes.txt") == "mine")
    #expect(!isPublished("courses/knots/more/bowline.html"))
  }

  @Test mutating func refusesToWriteOverAFileThatItDidNotWrite() throws {
    try build()
    folder.write("mine", to: "public/courses/knots/more/sheet.html")
    texts["courses/knots/02-more/sheet.md"] = "# Sheet\n"
    #expect(throws: FileError.self) { try build() }
    #expect(folder.read("public/courses/knots/more/sheet.html") == "mine")
    #expect(!isPublished(".clevio-staging"))
  }

  @Test mutating func letsDownloadsFollowTheirLesson() throws {
    try build()
    #expect(folder.read("public/courses/knots/start/files/rope.txt") == "three strands\n")
    texts["courses/knots/01-start/files/rope.txt"] = "four strands\n"
    let second = try build()
    // With the list of what is saved for reading offline.
    #expect(second.outcome?.written == 2)
    #expect(folder.read("public/courses/knots/start/files/rope.txt") == "four strands\n")
    texts["courses/knots/01-start/reef.md"] = "# Reef\n"
    try build()
    #expect(!isPublished("courses/knots/start/files/rope.txt"))
    #expect(!folderExists("courses/knots/start/files"))
  }

  @Test mutating func exchangesAFileAndAFolderOfOneName() throws {
    texts["courses/knots/01-start/reef.md"] = "# Reef\n\n[a](x)\n"
    texts["courses/knots/01-start/x"] = "file"
    texts["courses/knots/01-start/files/rope.txt"] = nil
    try build()
    #expect(folder.read("public/courses/knots/start/x") == "file")
    texts["courses/knots/01-start/x"] = nil
    texts["courses/knots/01-start/x/y.txt"] = "inner"
    texts["courses/knots/01-start/reef.md"] = "# Reef\n\n[a](x/y.txt)\n"
    try build()
    #expect(folder.read("public/courses/knots/start/x/y.txt") == "inner")
    texts["courses/knots/01-start/x/y.txt"] = nil
    texts["courses/knots/01-start/x"] = "file"
    texts["courses/knots/01-start/reef.md"] = "# Reef\n\n[a](x)\n"
    try build()
    #expect(folder.read("public/courses/knots/start/x") == "file")
  }

  @discardableResult
  private func build() throws -> PortalBuild.Result {
    let output = try OutputFolder(folder.path + "/public", cache: folder.path + "/cache")
    let result = try PortalBuild.of(FileTree(texts: texts)).write(to: output)
    #expect(result.diagnostics == [])
    return result
  }

  private func isPublished(_ path: String) -> Bool { folder.read("public/" + path) != nil }

  /// Whether a folder is there; one cannot be made anew in its place.
  private func folderExists(_ path: String) -> Bool {
    rmdir(folder.path + "/public/" + path) == 0 || errno != ENOENT
  }
}
