import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

@testable import PortalBuild

/// A build that is remembered makes what a build from nothing makes.
@Suite struct LastBuildTests {
  private let folder: TemporaryFolder
  private var settings = ["0.1.0"]

  init() throws {
    folder = try TemporaryFolder()
    folder.writePortal("title: Harbour\n", courses: ["knots", "ropes"])
  }

  private func last(_ settings: [String]? = nil) -> LastBuild {
    var last = LastBuild(
      of: folder.path + "/public", from: folder.path, excluding: [RelativePath("public")],
      cache: folder.path + "/.clevio", settings: settings ?? self.settings)
    last.settlingTime = 20_000_000
    return last
  }

  private func sources() throws -> FileTree {
    try SourceFolder.read(folder.path, excluding: [RelativePath("public")]).tree
  }

  /// Builds as the program does; tells whether anything had to be made.
  @discardableResult
  private func build() throws -> (isNew: Bool, result: PortalBuild.Result) {
    waitUntil { self.last().foldersNow.sources.isSettled(for: self.last().settlingTime) }
    let last = last()
    let before = last.foldersNow
    let standing = last.standing(before)
    if case .unchanged(let result) = standing { return (false, result) }
    let output = try OutputFolder(folder.path + "/public", cache: folder.path + "/.clevio")
    var build = try PortalBuild.of(try sources())
    build.earlier = last.earlier(standing)
    let result = try build.write(to: output)
    last.remember(result, from: before.sources)
    return (true, result)
  }

  private func isUnchanged(_ last: LastBuild) -> Bool {
    if case .unchanged = last.standing(last.foldersNow) { true } else { false }
  }

  private func expectTheSameAsFromNothing(_ what: String) throws {
    let (fresh, _) = try PortalBuild.of(try sources()).tree()
    let written = try SourceFolder.read(folder.path + "/public").tree
    #expect(try written.contents() == fresh.contents(), "\(what)")
  }

  @Test func buildsOnceWhatStays() throws {
    #expect(try build().isNew)
    let again = try build()
    #expect(!again.isNew)
    #expect(again.result.outcome?.written == 0)
    #expect(again.result.outcome?.kept == again.result.files)
    try expectTheSameAsFromNothing("again")
  }

  @Test func tellsTheSameFindings() throws {
    folder.write("# Lesson\n\n[nowhere](nowhere.md)\n", to: "courses/knots/04-dead.md")
    let first = try build().result
    #expect(!first.diagnostics.isEmpty)
    let again = try build()
    #expect(!again.isNew)
    #expect(again.result.diagnostics == first.diagnostics)
  }

  @Test(arguments: [
    "edit", "rename", "move", "delete", "retitle", "reorder", "settings", "theme", "visibility",
    "output edited", "output lost", "record damaged", "record cut", "other version",
  ])
  func buildsAgainAfter(_ change: String) throws {
    try build()
    #expect(try !build().isNew)
    try make(change)
    #expect(!isUnchanged(change == "other version" ? last(["0.2.0"]) : last()))
    try build()
    try expectTheSameAsFromNothing(change)
    #expect(try !build().isNew)
  }

  private func make(_ change: String) throws {
    let lesson = "courses/knots/02-l2.md"
    let path = folder.path + "/" + lesson
    switch change {
    case "edit": folder.write("# Lesson 2\n\nTexx.\n", to: lesson)
    case "rename": #expect(rename(path, folder.path + "/courses/knots/02-other.md") == 0)
    case "move": #expect(rename(path, folder.path + "/courses/ropes/09-l.md") == 0)
    case "delete": #expect(folder.remove(lesson))
    case "retitle": folder.write("---\ntitle: Other\n---\nText.\n", to: lesson)
    case "reorder": folder.write("---\norder: 9\n---\n# Lesson 2\n", to: lesson)
    case "settings": folder.write("title: Harbor\n", to: "clevio.yml")
    case "theme": folder.write("/* own */", to: "theme/assets/clevio.css")
    case "visibility": folder.write("---\nvisibility: draft\n---\n# Lesson 2\n", to: lesson)
    case "output edited": folder.write("broken", to: "public/index.html")
    case "output lost": #expect(folder.remove("public/courses/knots/l2.html"))
    case "record damaged", "record cut":
      let record = try #require(folder.files.first { $0.hasPrefix(".clevio/last-") })
      let file = URL(fileURLWithPath: folder.path + "/" + record)
      var bytes = try Data(contentsOf: file)
      if change == "record cut" { bytes.removeLast(9) } else { bytes[bytes.count / 2] ^= 1 }
      try bytes.write(to: file)
    default: break
    }
  }

  @Test(arguments: [
    ("courses/knots/02-l2.md", "# Lesson 2\n\nOther.\n", ["courses/ropes"]),
    ("courses/knots/02-l2.md", "---\ntitle: Other\n---\nOther.\n", ["courses/ropes"]),
    ("courses/knots/04-new.md", "# New\n", ["courses/ropes"]),
    ("courses/knots/index.md", "---\ntitle: knots\n---\nA text.\n", ["courses/ropes"]),
    // Other pages may tell of this.
    ("courses/knots/index.md", "---\ntitle: Bends\n---\n", []),
    ("clevio.yml", "title: Harbor\n", []), ("theme/assets/own.css", "", []),
    ("authors/ann.md", "# Ann\n", []),
  ])
  func makesOnlyTheCourseAnewThatChanged(
    _ file: String, _ text: String, _ kept: [String]
  ) throws {
    let all = Set(["courses/knots", "courses/ropes"].map { RelativePath($0) })
    #expect(Set(try build().result.parts.keys) == all)
    folder.write(text, to: file)
    let made = try build().result.parts.keys
    #expect(all.subtracting(made).map(\.text).sorted() == kept)
    try expectTheSameAsFromNothing(file)
  }

  @Test func makesACourseAnewThatNamesWhatChanged() throws {
    let link = "# Lesson 1\n\n[two](../knots/02-l2.md)\n"
    folder.write(link, to: "courses/ropes/01-l1.md")
    try build()
    folder.write("# Lesson 2\n\nOther.\n", to: "courses/knots/02-l2.md")
    #expect(try build().result.parts.count == 1)
    #expect(folder.remove("courses/knots/02-l2.md"))
    let result = try build().result
    #expect(result.parts.count == 2)
    #expect(result.diagnostics.contains { $0.position.path == "courses/ropes/01-l1.md" })
    try expectTheSameAsFromNothing("a page that is gone")
  }

  @Test func keepsWhatIsRightBesideAMistake() throws {
    try build()
    folder.write("---\nminutes: many\n---\n", to: "courses/knots/02-l2.md")
    #expect(try build().result.hasErrors)
    folder.write("# Lesson 2\n\nMended.\n", to: "courses/knots/02-l2.md")
    #expect(try build().result.parts.count == 1)
    try expectTheSameAsFromNothing("mended")
  }

  @Test func remembersNoBuildWithErrors() throws {
    folder.write("---\nprice: much\n---\n", to: "courses/knots/index.md")
    #expect(try build().result.hasErrors)
    #expect(try build().isNew)
  }

  @Test func remembersNothingThatChangedMeanwhile() throws {
    let before = last().foldersNow.sources
    let output = try OutputFolder(folder.path + "/public", cache: folder.path + "/.clevio")
    let result = try PortalBuild.of(try sources()).write(to: output)
    folder.write("# Lesson 2\n\nOther.\n", to: "courses/knots/02-l2.md")
    last().remember(result, from: before)
    #expect(!isUnchanged(last()))
  }
}
