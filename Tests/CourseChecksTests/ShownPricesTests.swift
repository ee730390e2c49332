import CourseLoading
import CourseModel
import Diagnostics
import Files
import PortalBuild
import Testing

/// What pages say that courses cost, held against their front matter.
@Suite struct ShownPricesTests {
  /// A portal with prices of many forms, and a page for each language that writes them in its own way.
  private func portal(_ language: String) -> [String: String] {
    var files = [
      "clevio.yml": """
      title: Knots
      url: https://knots.example/
      id: knots
      languages: [\(language)]
      checkout_url: https://shop.example/
      operator: Ada

      """,
      "courses/free/index.md": "---\nlang: \(language)\n---\n# Free\n\nWords.\n",
      "courses/free/01-a.md": "# A\n\nWords.\n",
    ]
    let prices = [
      "5 EUR", "12.50 EUR", "0.05 EUR", "1234 USD", "12345.60 USD", "1234567 JPY", "1.234 BHD",
      "9 EUR\nsale: {price: 4.90 EUR}", "9 EUR\nsale: {price: free}",
      "9 EUR\nsale: {price: 5 EUR, until: 2027-01-09}",
    ]
    for (number, price) in prices.enumerated() {
      files["courses/c\(number)/index.md"] =
        "---\nlang: \(language)\nprice: \(price)\n---\n# Course \(number)\n\nWords.\n"
      files["courses/c\(number)/01-a.md"] = "# A\n\nWords.\n"
    }
    return files
  }

  private func messages(of files: [String: String]) throws -> [String] {
    let today = try #require(CalendarDate(parsing: "2027-01-10"))
    var options = LoadingOptions(today: today, folderName: "academy")
    options.looksForGaps = true
    var build = PortalBuild(
      sources: FileTree(texts: files), loading: options, threads: 2, generator: "Clevio")
    build.sealing = .preview
    let found = try build.check().diagnostics
    #expect(found.filter { $0.severity == .error } == [])
    return found.filter { $0.id == "page-price" }.map(\.message)
  }

  @Test(arguments: ["en", "de", "es", "fr", "ru", "ar"])
  func takesPricesAsEachLanguageWritesThem(language: String) throws {
    #expect(try messages(of: portal(language)) == [])
  }

  @Test func tellsEachCourseWhosePriceACardDoesNotShow() throws {
    var files = portal("en")
    files["theme/templates/price.mustache"] = "{{#price}}<b class=\"big price\">€5</b>{{/price}}\n"
    let found = try messages(of: files)
    #expect(found.count == 10, "\(found)")
    #expect(!found.contains { $0.contains("\"Course 0\"") })
    #expect(
      found.contains {
        $0.hasPrefix(
          "\"€5\" is shown as the price of \"Course 7\", which costs 4.90 EUR, on the page")
      })
    #expect(found.contains { $0.contains("of \"Course 9\", which costs 9.00 EUR,") })
    #expect(found.contains { $0.contains("of \"Course 8\", which is free,") })
  }

  @Test func looksAtNoPriceThatIsStruckOut() throws {
    var files = portal("en")
    files["theme/templates/price.mustache"] =
      "{{#price}}<p class=\"price\">{{text}} <s>99 €</s><del>98 €</del></p>{{/price}}\n"
    #expect(try messages(of: files) == [])
  }
}
