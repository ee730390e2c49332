import Files
import Testing

@Suite struct PageSizeTests {
  /// What a lesson's page holds beside its content may take, in bytes.
  private static let limit = 14 * 1_024

  @Test func doesNotGrowWithTheNumberOfCourses() throws {
    func portal(_ count: Int) throws -> BuiltPortal {
      var texts: [String: String] = ["authors/ada.md": "# Ada\n"]
      for number in 1...count {
        let front = "---\ntags: [t\(number), sea]\ncategory: Group \(number)\nauthors: [ada]\n---\n"
        texts["courses/c\(number)/index.md"] = front + "# Course \(number)\n"
        texts["courses/c\(number)/one.md"] = "# One\n\nWords.\n"
      }
      return try BuiltPortal(texts)
    }
    let (few, many) = (try portal(2), try portal(200))
    for page in ["courses/c1/one.html", "courses/c2/one.html", "404.html", "search.html"] {
      #expect(!few.text(page).isEmpty)
      #expect(few.text(page) == many.text(page), "\(page)")
    }
    #expect(overhead(of: many.text("courses/c1/one.html")) < PageSizeTests.limit)
    // Lists come in pages.
    for page in many.pages { #expect(many.text(page).utf8.count < 100_000, "\(page)") }
  }

  @Test func doesNotGrowWithTheLessonsOfACourseBeyondItsOutline() throws {
    func portal(_ count: Int, sections: Int) throws -> BuiltPortal {
      var texts: [String: String] = [:]
      for number in 1...count {
        let section = sections > 0 ? "s\(number % sections + 1)/" : ""
        texts["courses/long/\(section)l\(number).md"] = "# Lesson \(number)\n\nWords.\n"
      }
      return try BuiltPortal(texts)
    }
    let short = overhead(of: try portal(40, sections: 0).text("courses/long/l20.html"))
    let long = try portal(600, sections: 0)
    for number in [1, 20, 300, 600] {
      let size = overhead(of: long.text("courses/long/l\(number).html"))
      #expect(size > 2_000 && size <= short + 400, "lesson \(number)")
      #expect(size < PageSizeTests.limit)
    }
    let sectioned = try portal(600, sections: 20)
    #expect(overhead(of: sectioned.text("courses/long/s1/l20.html")) < PageSizeTests.limit)
  }

  @Test func showsTheLessonsAroundTheOneThatIsRead() throws {
    var texts: [String: String] = [:]
    for number in 1...120 { texts["courses/long/l\(number).md"] = "# Lesson \(number)\n" }
    let page = try BuiltPortal(texts).text("courses/long/l60.html")
    let outline = try #require(between("<nav class=\"outline", "</nav>", in: page))
    #expect(outline.contains("<a aria-current=\"page\" href=\"l60.html\">"))
    #expect(outline.contains("href=\"l59.html\"") && outline.contains("href=\"l61.html\""))
    #expect(!outline.contains("href=\"l1.html\"") && !outline.contains("href=\"l120.html\""))
  }

  /// Lessons that stand in no section are led to from each page, as sections are.
  @Test func showsTheLessonsBesideSections() throws {
    func outline(of page: String, beside count: Int) throws -> String {
      var texts = ["courses/long/03-end.md": "# The end\n"]
      for number in 1...count { texts["courses/long/01-l\(number).md"] = "# Lesson \(number)\n" }
      for number in 1...50 { texts["courses/long/02-s/p\(number).md"] = "# Part \(number)\n" }
      let page = try BuiltPortal(texts).text("courses/long/\(page)")
      return try #require(between("<nav class=\"outline", "</nav>", in: page))
    }
    let inside = try outline(of: "s/p50.html", beside: 1)
    #expect(inside.contains("href=\"../l1.html\"") && inside.contains("href=\"../end.html\""))
    let beside = try outline(of: "end.html", beside: 1)
    #expect(beside.contains("href=\"l1.html\"") && beside.contains("href=\"s/index.html\""))
    #expect(!beside.contains("<ol>\n</ol>"))
    let many = try outline(of: "s/p1.html", beside: 500)
    #expect(many.contains("href=\"../l40.html\"") && !many.contains("href=\"../l41.html\""))
  }

  /// The bytes of a lesson's page without its text.
  private func overhead(of page: String) -> Int {
    let content = between("<article class=\"prose\" data-content>", "</article>", in: page) ?? ""
    return page.utf8.count - content.utf8.count
  }
}
