import CourseModel

/// A property by which courses can be listed.
enum FacetKind: String, CaseIterable {
  case level
  case language
  case category
  case price
  case tag

  /// The folder of its pages.
  var folder: String {
    switch self {
    case .level: "levels"
    case .language: "languages"
    case .category: "categories"
    case .price: "prices"
    case .tag: "tags"
    }
  }

  /// The key of its name in the interface's words.
  var titleKey: String { self == .tag ? "tags" : rawValue }

  /// The values that a course has.
  func values(of course: Course) -> [String] {
    switch self {
    case .level: course.frontMatter.level.map { [$0.rawValue] } ?? []
    case .language: [course.language.text]
    case .category: course.frontMatter.category.map { [$0] } ?? []
    case .price: [course.price.isFree ? "free" : "paid"]
    case .tag: course.frontMatter.tags
    }
  }
}
