import Diagnostics
import Files
import TestSupport
import Testing

@testable import PortalBuild

/// A preview that takes what it can from before shows what a new one would.
@Suite struct PreviewMemoryTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    folder.writePortal("title: Harbour\nid: harbour\n", courses: ["knots", "ropes"])
  }

  private func preview(_ memory: inout PreviewMemory) throws -> PortalBuild.Preview {
    let tree = try SourceFolder.read(folder.path).tree
    return try PortalBuild.of(tree).preview(now: 1_767_312_000, memory: &memory)
  }

  private func fresh() throws -> [RelativePath: [UInt8]] {
    var none = PreviewMemory()
    return try preview(&none).files?.contents() ?? [:]
  }

  private func pages(_ memory: inout PreviewMemory, after changed: String...) throws
    -> [RelativePath: FileContent]?
  {
    try memory.pages(after: Set(changed.map { RelativePath($0) })) { path in
      SourceFolder.file(path, in: folder.path).map { .file($0) }
    }
  }

  @Test func showsTheCourseWhoseTextsWereWritten() throws {
    var memory = PreviewMemory()
    _ = try preview(&memory)
    let file = "courses/knots/02-l2.md"
    folder.write("# Retitled\n\nOther text, and more of it.\n", to: file)
    let pages = try #require(try pages(&memory, after: file, "courses/knots/02-l2.md~"))
    let wanted = try fresh()
    let course = RelativePath("courses/knots")
    #expect(
      Set(pages.keys.filter { $0.isInside(course) })
        == Set(wanted.keys.filter { $0.isInside(course) && $0.name != "clevio-offline.js" }))
    for (path, page) in pages { #expect(try page.read() == wanted[path], "\(path)") }
    // What follows is the whole portal, with its lists and its search.
    #expect(try preview(&memory).files?.contents() == wanted)
  }

  @Test(arguments: [
    ("a new lesson", ["courses/knots/09-new.md"], "# New\n"),
    ("a course's own page", ["courses/knots/index.md"], "---\ntitle: Bends\n---\n"),
    ("settings", ["clevio.yml"], "title: Harbor\nid: harbour\n"),
    ("another address", ["courses/knots/02-l2.md"], "---\nslug: other\n---\nText.\n"),
    ("a draft", ["courses/knots/02-l2.md"], "---\nvisibility: draft\n---\nText.\n"),
    ("a mistake", ["courses/knots/02-l2.md"], "---\nminutes: many\n---\nText.\n"),
    ("two courses", ["courses/knots/02-l2.md", "courses/ropes/02-l2.md"], "# Both\n"),
    ("a picture", ["courses/knots/sea.svg"], "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
  ])
  func buildsAllAfter(_ what: String, _ files: [String], _ text: String) throws {
    var memory = PreviewMemory()
    _ = try preview(&memory)
    for file in files { folder.write(text, to: file) }
    let pages = try memory.pages(after: Set(files.map { RelativePath($0) })) { path in
      SourceFolder.file(path, in: folder.path).map { .file($0) }
    }
    #expect(pages == nil, "\(what)")
    let (shown, wanted) = (try preview(&memory).files?.contents() ?? [:], try fresh())
    #expect(Set(shown.keys).union(wanted.keys).filter { shown[$0] != wanted[$0] } == [], "\(what)")
    #expect(shown.isEmpty == (what == "a mistake"))
  }

  @Test func buildsAllAfterAPaidLesson() throws {
    folder.write("---\nprice: 9 EUR\n---\n", to: "courses/knots/index.md")
    var memory = PreviewMemory()
    _ = try preview(&memory)
    folder.write("# Lesson 2\n\nClosed words of the deep sea.\n", to: "courses/knots/02-l2.md")
    #expect(try pages(&memory, after: "courses/knots/02-l2.md") == nil)
    #expect(try preview(&memory).files?.contents() == fresh())
  }

  @Test func tellsOfALeakAgainAfterAnotherEdit() throws {
    let words = "Closed words of the deep sea that nobody else may read at all."
    folder.write("---\nprice: 9 EUR\n---\n", to: "courses/knots/index.md")
    folder.write("# Lesson 1\n\n\(words)\n", to: "courses/knots/01-l1.md")
    folder.write("# Lesson 1\n\n\(words)\n", to: "courses/ropes/01-l1.md")
    var memory = PreviewMemory()
    #expect(try preview(&memory).result.diagnostics.contains { $0.id == "closed-leak" })
    folder.write("# Lesson 2\n\nOther.\n", to: "courses/ropes/02-l2.md")
    #expect(try preview(&memory).result.diagnostics.contains { $0.id == "closed-leak" })
    folder.write("# Lesson 1\n\nOpen.\n", to: "courses/ropes/01-l1.md")
    #expect(try preview(&memory).files?.contents() == fresh())
  }
}
