import TestSupport
import Testing

@testable import Files

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite struct FolderWatchTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    folder.write("a", to: "courses/knots/01-a.md")
    folder.write("old", to: "public/index.html")
  }

  private func watch(isPolling: Bool) throws -> FolderWatch {
    try FolderWatch(folder.path, excluding: [RelativePath("public")], isPolling: isPolling)
  }

  private func path(_ file: String) -> String { folder.path + "/" + file }

  @Test(arguments: [false, true])
  func tellsOfWritingRenamingAndDeleting(isPolling: Bool) throws {
    let watch = try watch(isPolling: isPolling)
    folder.write("longer", to: "courses/knots/01-a.md")
    #expect(try watch.change(within: 5_000) != nil)
    // Editors write beside a file and put the new one in its place.
    folder.write("saved by renaming", to: "courses/knots/.01-a.md.new")
    #expect(rename(path("courses/knots/.01-a.md.new"), path("courses/knots/01-a.md")) == 0)
    #expect(try watch.change(within: 5_000) != nil)
    #expect(unlink(path("courses/knots/01-a.md")) == 0)
    #expect(try watch.change(within: 5_000) != nil)
  }

  @Test(arguments: [false, true])
  func followsFoldersThatAreNew(isPolling: Bool) throws {
    let watch = try watch(isPolling: isPolling)
    folder.write("b", to: "courses/sails/deep/01-b.md")
    #expect(try watch.change(within: 5_000) != nil)
    folder.write("longer", to: "courses/sails/deep/01-b.md")
    #expect(try watch.change(within: 5_000) != nil)
    #expect(rename(path("courses/sails"), path("courses/sheets")) == 0)
    #expect(try watch.change(within: 5_000) != nil)
    folder.write("longer still", to: "courses/sheets/deep/01-b.md")
    #expect(try watch.change(within: 5_000) != nil)
  }

  @Test(arguments: [false, true])
  func isSilentOfTheOutputAndOfHiddenFiles(isPolling: Bool) throws {
    let watch = try watch(isPolling: isPolling)
    folder.write("new page", to: "public/index.html")
    folder.write("swap", to: "courses/knots/.01-a.md.swp")
    folder.write("x", to: ".clevio/cache")
    #expect(try watch.change(within: 150) == nil)
    folder.write("longer", to: "courses/knots/01-a.md")
    #expect(try watch.change(within: 5_000) != nil)
  }

  @Test func takesABurstForOneChange() throws {
    let watch = try watch(isPolling: false)
    for number in 0..<50 { folder.write("\(number)", to: "courses/knots/\(number).md") }
    #expect(try watch.change(within: 5_000) != nil)
    #expect(try watch.change(within: 100) == nil)
  }

  /// A change of branch may write many files in little time.
  @Test(arguments: [(1, 400), (4, 100), (50, 8)])
  func endsABurstByTheClock(millisecondsEach: Int, notices: Int) throws {
    var (passed, taken) = (0, 0)
    try FolderWatch.takeBurst(elapsed: .milliseconds(passed)) { _ throws(FileError) in
      passed += millisecondsEach
      taken += 1
      return true
    }
    #expect(taken == notices)
  }

  @Test func endsABurstWhenNothingMoreComes() throws {
    var taken = 0
    try FolderWatch.takeBurst(elapsed: .milliseconds(taken)) { _ throws(FileError) in
      taken += 1
      return taken < 200
    }
    #expect(taken == 200)
  }

  @Test func saysWhichFolderIsNotThere() throws {
    #expect(throws: FileError.self) {
      try FolderWatch(folder.path + "/nothing", excluding: [], isPolling: false)
    }
  }
}
