import CourseLoading
import CourseModel
import Files
import Testing

@testable import PortalBuild

@Suite struct PreviewTests {
  private func preview(_ texts: [String: String]) throws -> PortalBuild.Preview {
    var loading = LoadingOptions(
      today: try #require(CalendarDate(parsing: "2026-01-02")), folderName: "school")
    loading.includesDrafts = true
    var memory = PreviewMemory()
    return try PortalBuild(
      sources: FileTree(texts: texts), loading: loading, threads: 2, generator: "Clevio"
    ).preview(now: 1_767_312_000, memory: &memory)
  }

  @Test func namesWhatIsNotPublished() throws {
    let preview = try preview([
      "courses/knots/01-a.md": "# A\n",
      "courses/knots/02-b.md": "---\nvisibility: draft\n---\n# B\n",
      "courses/sails/index.md": "---\nvisibility: draft\n---\n# Sails\n",
      "courses/sails/01-a.md": "# A\n",
      "courses/tides/index.md": "---\nvisibility: unlisted\n---\n# Tides\n",
      "courses/tides/01-a.md": "# A\n",
      "courses/winds/index.md": "---\navailable: 2026-02-01\n---\n# Winds\n",
      "courses/winds/01-a.md": "# A\n",
    ])
    #expect(
      preview.unpublished.map { "\($0.path) \($0.visibility)" } == [
        "courses/knots/b.html draft", "courses/sails draft", "courses/tides unlisted",
        "courses/winds draft",
      ])
    #expect(preview.files?[RelativePath("courses/knots/b.html")] != nil)
  }

  @Test func opensPaidCoursesForTheirAuthor() throws {
    let preview = try preview([
      "clevio.yml": "id: school\n", "courses/knots/index.md": "---\nprice: 9 EUR\n---\n# Knots\n",
      "courses/knots/01-a.md": "# A\n\nSecret words of the sea.\n",
    ])
    let files = try #require(preview.files)
    #expect(files[RelativePath("courses/knots/entitlement.js")] != nil)
    #expect(files[RelativePath("courses/knots/a.html")] != nil)
  }

  @Test func showsNothingOfAPortalWithErrors() throws {
    let preview = try preview(["courses/knots/01-a.md": "---\nvisibility: publik\n---\n# A\n"])
    #expect(preview.files == nil)
    #expect(preview.result.hasErrors)
  }
}
