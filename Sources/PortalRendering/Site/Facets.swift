import Bytes
import CourseModel
import Files

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

/// A value of a property, with its courses and the name of its page.
struct FacetValue {
  let kind: FacetKind
  let value: String
  let slug: String
  /// The courses that have the value, in the catalogue's order.
  let courses: [Course]

  /// Where the value's page is written, in the folder of a language.
  func output(in folder: RelativePath) -> RelativePath {
    folder.appending("\(kind.folder)/\(slug).html")
  }

  /// All values of a property that tell courses apart, ordered.
  static func all(_ kind: FacetKind, of courses: [Course]) -> [FacetValue] {
    var members: [String: [Course]] = [:]
    for course in courses {
      for value in Set(kind.values(of: course)) { members[value, default: []].append(course) }
    }
    // What all courses share tells nothing, but a tag is also a link from its courses.
    if members.count < 2, kind != .tag { return [] }
    // The page of all values has that name.
    var slugs = HeadingSlugs(reserved: ["index"])
    return members.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { value in
      FacetValue(
        kind: kind, value: value, slug: String(utf8: slugs.id(for: Array(value.utf8))),
        courses: members[value] ?? [])
    }
  }
}

extension PortalSite {
  /// The words of a value on a page in `language`.
  func title(of facet: FacetValue, strings: UIStrings) -> String {
    switch facet.kind {
    case .level: strings.text(facet.value)
    case .language: LanguageTag(facet.value).map(name(of:)) ?? facet.value
    case .price: strings.text("price_\(facet.value)")
    case .category, .tag: facet.value
    }
  }

  /// A link from a course's page to the courses with the same value.
  func facetLink(_ kind: FacetKind, _ value: String, _ course: Course, from folder: RelativePath)
    -> NamedLink?
  {
    guard let facet = self.facet(kind, value) else { return nil }
    let strings = words(in: course.language)
    let home = self.folder(of: interface(for: course.language))
    return NamedLink(
      title: title(of: facet, strings: strings), url: facet.output(in: home).reference(from: folder)
    )
  }
}
