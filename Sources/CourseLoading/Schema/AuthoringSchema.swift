import Bytes

/// The keys that authors may write, as JSON Schema (draft 2020-12) for editors.
package enum AuthoringSchema: String, CaseIterable, Sendable {
  /// `clevio.yml`.
  case clevio
  /// `legal.yml`.
  case legal
  /// The front matter of a course's landing page.
  case course
  /// The front matter of a section's `index.md`.
  case section
  /// The front matter of a lesson.
  case lesson
  /// The front matter of a file in `authors/`.
  case author
  /// The front matter of a file in `pages/`.
  case page

  /// The schema in UTF-8.
  package var text: [UInt8] {
    let head: JSONValue = [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "title": .text(title),
    ]
    return head.adding(shape.schema).indented
  }

  /// The kind of file in words.
  var title: String {
    switch self {
    case .clevio: "clevio.yml"
    case .legal: "legal.yml"
    case .course: "Front matter of a course"
    case .section: "Front matter of a section"
    case .lesson: "Front matter of a lesson"
    case .author: "Front matter of an author"
    case .page: "Front matter of a page"
    }
  }

  /// What such a file holds.
  var shape: ValueShape {
    switch self {
    case .clevio: .record(fields: Field.settings)
    case .legal: .record(fields: Field.legal)
    case .course: .record(fields: Field.course)
    case .section: .record(fields: Field.section)
    case .lesson: .record(fields: Field.lesson)
    case .author: .record(fields: Field.author)
    case .page: .record(fields: Field.page)
    }
  }
}

extension ValueShape {
  /// The form as a schema.
  fileprivate var schema: JSONValue {
    switch self {
    // YAML takes `version: 1.1` and `title: 1984` for numbers; the loader does not.
    case .text: ["type": ["string", "number", "boolean"]]
    case .pattern(let form): ["type": "string", "pattern": .text(form)]
    case .address: ["type": "string", "format": "uri", "pattern": "^(https?://|mailto:)[^ ]+$"]
    case .number(let range):
      [
        "type": "integer", "minimum": .number(range.lowerBound),
        "maximum": .number(range.upperBound),
      ]
    case .amount: ["type": "number", "minimum": 0]
    case .flag: ["type": "boolean"]
    case .date: ["type": "string", "format": "date"]
    case .choice(let words): ["enum": .list(words.map(JSONValue.text))]
    case .list(let item): ["type": "array", "items": item.schema]
    case .record(let keys): ValueShape.schema(of: keys)
    case .mapping(let value): ["type": "object", "additionalProperties": value.schema]
    case .anyOf(let shapes): ["anyOf": .list(shapes.map(\.schema))]
    }
  }

  private static func schema(of keys: [KeyDescription]) -> JSONValue {
    let properties = keys.map { key -> (String, JSONValue) in
      let summary: JSONValue = ["description": .text(key.summary)]
      return (key.name, summary.adding(key.shape.schema))
    }
    return [
      "type": "object", "properties": .object(properties), "patternProperties": ["^x-": [:]],
      "additionalProperties": false,
    ]
  }
}
