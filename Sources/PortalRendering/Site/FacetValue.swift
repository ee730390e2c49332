import Bytes
import CourseModel
import Files

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
