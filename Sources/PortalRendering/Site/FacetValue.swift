import Bytes
import CourseModel
import Files

/// A value of a property, with its courses and the name of its page.
struct FacetValue {
  let kind: FacetKind
  /// The value as most courses write it.
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
    var spellings: [String: [String: Int]] = [:]
    for course in courses {
      let values = kind.values(of: course)
      for key in Set(values.map(key(of:))) { members[key, default: []].append(course) }
      for value in values { spellings[key(of: value), default: [:]][value, default: 0] += 1 }
    }
    // What all courses share tells nothing, but a tag is also a link from its courses.
    if members.count < 2, kind != .tag { return [] }
    // The page of all values has that name.
    var slugs = HeadingSlugs(reserved: ["index"])
    return members.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { key in
      let value = (spellings[key] ?? [:]).max { left, right in
        left.value == right.value
          ? right.key.utf8.lexicographicallyPrecedes(left.key.utf8) : left.value < right.value
      }?.key
      return FacetValue(
        kind: kind, value: value ?? key, slug: String(utf8: slugs.id(for: Array(key.utf8))),
        courses: members[key] ?? [])
    }
  }

  /// What values are told apart by, which capitals do not do.
  static func key(of value: String) -> String { value.lowercased() }
}
