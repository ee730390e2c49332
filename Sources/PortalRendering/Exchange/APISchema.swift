import Bytes
import CourseModel
import Files

/// The JSON Schemas (2020-12) that the files of the API satisfy.
enum APISchema: String, CaseIterable {
  case site
  case courses
  case course
  case author
  case policies

  /// Where the schema is written.
  var path: RelativePath { PublicAPI.folder.appending("schemas/\(rawValue).json") }

  /// The schema; its id is its absolute address, if there is one.
  func json(absolute: (RelativePath) -> String?) -> JSONValue {
    let head: JSONValue = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": absolute(path).map(JSONValue.text),
    ]
    return head.adding(body)
  }

  private var body: JSONValue {
    switch self {
    case .site: Self.siteRecord
    case .courses:
      record(
        "The courses that the portal lists.",
        [
          ("count", count),
          (
            "courses",
            list(record("A course in short.", Self.place + [("resource", reference)], Self.entry))
          ),
        ])
    case .course: Self.courseRecord
    case .author: Self.authorRecord
    case .policies:
      record("The portal's policies.", [("policies", list(["type": "object"]))])
    }
  }

  private static let siteRecord = record(
    "The portal.",
    [
      ("title", text), ("language", language), ("languages", list(language)), ("generator", text),
      ("path", reference),
      (
        "courses",
        record("The courses that the portal lists.", [("count", count), ("resource", reference)])
      ),
      ("authors", list(authorMention)),
      ("policies", record("Where the policies are listed.", [("resource", reference)])),
      ("openapi", reference),
    ],
    [
      ("tagline", text), ("description", text), ("operator", text), ("license", text),
      ("url", address),
    ])

  private static let authorRecord = record(
    "A person who writes courses.",
    place,
    [
      ("name", text), ("links", list(record("A link.", [("title", text), ("url", text)]))),
      ("courses", list(courseMention)), ("role", text), ("url", address),
    ])

  private static let courseRecord = record(
    "A course.",
    place,
    entry + [
      ("random_access", flag), ("certificate", flag),
      (
        "sections",
        list(
          record(
            "Lessons that belong together; without a title, those that belong to no section.",
            [("lessons", list(lesson))], [("title", text), ("path", reference), ("url", address)]))
      ),
      ("version", text), ("license", text),
      ("passing_score", ["type": "integer", "minimum": 0, "maximum": 100]),
      ("discussion_url", text), ("outcomes", list(text)), ("requirements", list(text)),
      ("audience", list(text)),
      (
        "prerequisites",
        list(
          record(
            "A course to take first, or what to know.", [("title", text)],
            [("slug", text), ("language", language), ("resource", reference)]))
      ),
      ("translations", list(courseMention)),
    ])

  /// What is always told.
  private static let place: [Property] = [("slug", text), ("path", reference)]

  /// What a course may tell; `legal.yml` may leave any of it out.
  private static let entry: [Property] = [
    ("title", text), ("language", language), ("authors", list(authorMention)),
    ("price", price), ("lesson_count", count), ("minutes", count), ("subtitle", text),
    ("description", text),
    ("level", ["enum": .list(Level.allCases.map { .text($0.rawValue) })]),
    ("category", text), ("tags", list(text)), ("regular_price", price), ("price_until", date),
    ("date", date), ("last_modified", date), ("url", address),
  ]

  private static let lesson = record(
    "A lesson; one that is yet to open has only a title and a day.",
    [("title", text)],
    [
      ("available", date), ("path", reference), ("url", address), ("minutes", count),
      ("kind", ["enum": .list(LessonKind.allCases.map { .text($0.rawValue) })]),
      ("preview", described("Whether the lesson of a paid course is free to read.", flag)),
      ("locked", described("Whether the lesson belongs to those who paid.", flag)),
      ("optional", flag),
    ]
  ).adding(["dependentRequired": ["path": ["minutes", "kind", "preview", "locked", "optional"]]])

  private static let price = record(
    "An exact amount.",
    [
      ("minor_units", described("In the currency's minor unit: cents for EUR.", count)),
      ("currency", ["type": ["string", "null"], "pattern": "^[A-Z]{3}$"]), ("text", text),
    ])

  private static let authorMention = record(
    "A person.", [("slug", text), ("resource", reference)], [("name", text)])

  private static let courseMention = record(
    "A course.",
    [("slug", text), ("title", text), ("language", language), ("resource", reference)])
}

private typealias Property = (name: String, schema: JSONValue)

private let text: JSONValue = ["type": "string"]
private let flag: JSONValue = ["type": "boolean"]
private let count: JSONValue = ["type": "integer", "minimum": 0]
private let date: JSONValue = ["type": "string", "format": "date"]
private let address = described("The absolute address.", ["type": "string", "format": "uri"])
private let language = described("A tag of BCP 47.", text)
private let reference = described(
  "The address from the portal's root.", ["type": "string", "format": "uri-reference"])

private func list(_ element: JSONValue) -> JSONValue { ["type": "array", "items": element] }

private func described(_ description: String, _ schema: JSONValue) -> JSONValue {
  let head: JSONValue = ["description": .text(description)]
  return head.adding(schema)
}

private func record(_ description: String, _ required: [Property], _ optional: [Property] = [])
  -> JSONValue
{
  [
    "description": .text(description), "type": "object",
    "properties": .object((required + optional).map { ($0.name, $0.schema) }),
    "required": .list(required.map { .text($0.name) }), "additionalProperties": false,
  ]
}
