import Testing

@testable import PortalRendering

@Suite struct PluralCategoryTests {
  /// Numbers of each form, as CLDR gives them as samples.
  static let samples: [(language: String, form: PluralCategory, numbers: [Int])] = [
    ("en", .one, [1]), ("en", .other, [0, 2, 11, 21, 100]),
    ("fr", .one, [0, 1]), ("fr", .other, [2, 17, 100]),
    ("pl", .one, [1]), ("pl", .few, [2, 3, 4, 22, 24, 104]),
    ("pl", .many, [0, 5, 11, 12, 14, 19, 21, 25, 100, 101, 112]),
    ("ru", .one, [1, 21, 31, 101]), ("ru", .few, [2, 4, 22, 104]),
    ("ru", .many, [0, 5, 11, 12, 14, 19, 100]), ("uk", .one, [21]), ("be", .many, [11]),
    ("hr", .one, [1, 21, 101]), ("hr", .few, [2, 4, 24]), ("hr", .other, [0, 5, 11, 14, 19]),
    ("cs", .one, [1]), ("cs", .few, [2, 4]), ("cs", .other, [0, 5, 22, 100]),
    ("sl", .one, [1, 101]), ("sl", .two, [2, 102]), ("sl", .few, [3, 4, 103]),
    ("sl", .other, [0, 5, 100]),
    ("lt", .one, [1, 21, 101]), ("lt", .few, [2, 9, 22, 102]),
    ("lt", .other, [0, 10, 11, 20, 111]),
    ("lv", .zero, [0, 10, 11, 20, 30, 111]), ("lv", .one, [1, 21, 101]),
    ("lv", .other, [2, 9, 22]),
    ("is", .one, [1, 21, 101]), ("is", .other, [0, 2, 11, 111]),
    ("ro", .one, [1]), ("ro", .few, [0, 2, 16, 101, 119]), ("ro", .other, [20, 35, 100]),
    ("he", .one, [1]), ("he", .two, [2]), ("he", .other, [0, 3, 20]),
    ("ar", .zero, [0]), ("ar", .one, [1]), ("ar", .two, [2]), ("ar", .few, [3, 10, 103, 110]),
    ("ar", .many, [11, 26, 99, 111]), ("ar", .other, [100, 102, 200]),
    ("ja", .other, [0, 1, 2, 100]),
  ]

  @Test(arguments: samples)
  func choosesTheForm(language: String, form: PluralCategory, numbers: [Int]) {
    for number in numbers {
      #expect(PluralCategory(of: number, in: language) == form, "\(number)")
    }
  }
}
