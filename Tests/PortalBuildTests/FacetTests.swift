import Foundation
import TestSupport
import Testing

/// The values by which courses are found.
@Suite struct FacetTests {
  private func portal(_ values: [String], as key: String) throws -> BuiltPortal {
    var texts: [String: String] = [:]
    for (number, value) in values.enumerated() {
      texts["courses/c\(number)/index.md"] = "---\n\(key): \(value)\n---\n# C\(number)\n"
      texts["courses/c\(number)/a.md"] = "# A\n"
    }
    return try BuiltPortal(texts)
  }

  /// The names of the values that a page offers, in their order.
  private func offered(on page: String) -> [String] {
    page.components(separatedBy: "<li><a href=\"").dropFirst().compactMap { item in
      guard let start = item.firstRange(of: "\">"),
        let end = item.firstRange(of: " <span class=\"count\">")
      else { return nil }
      return String(item[start.upperBound..<end.lowerBound])
    }
  }

  @Test func ordersValuesAsReadersLookForThem() throws {
    let tags = try portal(
      ["Zahlen", "clevio", "Äpfel", "Tag 10", "Tag 9", "Bread"], as: "category")
    #expect(
      offered(on: tags.text("index.html")) == [
        "Äpfel", "Bread", "clevio", "Tag 9", "Tag 10", "Zahlen",
      ])
    let levels = try portal(["advanced", "beginner", "intermediate"], as: "level")
    #expect(
      offered(on: levels.text("index.html")) == ["Beginner", "Intermediate", "Advanced"])
  }

  @Test func takesCapitalsForTheSameValue() throws {
    let portal = try portal(["[Bread, bread]", "[bread]", "[Rye]"], as: "tags")
    #expect(offered(on: portal.text("index.html")) == ["bread", "Rye"])
    #expect(portal.has("tags/bread.html") && !portal.has("tags/bread-1.html"))
    #expect(
      portal.text("courses/c0/index.html").components(separatedBy: "tags/bread.html").count == 2)
  }

  @Test func leadsToAllValuesWhereThereAreMany() throws {
    let names = (1...14).map { "Tag \($0)" }
    let portal = try portal(names, as: "category")
    #expect(offered(on: portal.text("index.html")).count == 12)
    #expect(
      portal.text("index.html").contains("class=\"facet-more\" href=\"categories/index.html\""))
    let all = portal.text("categories/index.html")
    #expect(offered(on: all) == names)
    #expect(all.contains("href=\"tag-14.html\""))
    // A page offers its own value, too, to show where one is.
    #expect(portal.text("categories/tag-9.html").contains("aria-current=\"page\">Tag 9 <"))
    let few = try self.portal(Array(names.prefix(12)), as: "category")
    #expect(!few.has("categories/index.html"))
    #expect(!few.text("index.html").contains("facet-more"))
  }
}
