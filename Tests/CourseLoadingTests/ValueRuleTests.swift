import CourseModel
import Diagnostics
import Files
import TestSupport
import Testing

@testable import CourseLoading

/// Each key that authors may write, with a value that it does not take: one finding of the key's own rule.
@Suite struct ValueRuleTests {
  /// A file with one wrong value.
  struct Mutant: Sendable, CustomTestStringConvertible {
    let schema: AuthoringSchema
    /// The keys that lead to the value.
    let keys: [String]
    let shape: ValueShape

    var testDescription: String { "\(schema.rawValue): \(keys.joined(separator: "."))" }

    /// The value's rule: that of keys for what must hold keys, else that of the key.
    var rule: Diagnostic.ID {
      // The banner's buttons are more than a value: a rule of consent says which there must be.
      if keys == ["consent", "layout", "buttons"] { return "consent-buttons" }
      return shape.isRecord ? "front-matter-value" : Diagnostic.ID(ofKey: keys.last ?? "")
    }

    /// The file, with a mark before the wrong value.
    var source: String {
      var yaml = ""
      for (depth, key) in keys.dropLast().enumerated() {
        yaml += String(repeating: " ", count: depth) + key + ":\n"
      }
      yaml +=
        String(repeating: " ", count: keys.count - 1) + (keys.last ?? "") + ": 1️⃣"
        + shape.wrongValue + "\n"
      return ["clevio", "legal"].contains(schema.rawValue) ? yaml : "---\n\(yaml)---\n# Text\n"
    }

    var path: String {
      switch schema {
      case .clevio: "clevio.yml"
      case .legal: "legal.yml"
      case .course: "courses/knots/index.md"
      case .section: "courses/knots/01-ends/index.md"
      case .lesson: "courses/knots/01-ends/01-a.md"
      case .author: "authors/ada.md"
      case .page: "pages/about.md"
      }
    }
  }

  static let mutants: [Mutant] = AuthoringSchema.allCases.flatMap { schema in
    keys(in: schema.shape).map { Mutant(schema: schema, keys: $0.path, shape: $0.shape) }
  }

  /// The keys of a shape and of the records in it; those in lists and under free names are left to other tests.
  private static func keys(in shape: ValueShape) -> [(path: [String], shape: ValueShape)] {
    guard case .record(let keys) = shape else { return [] }
    return keys.flatMap { key in
      [([key.name], key.shape)]
        + Self.keys(in: key.shape).map { ([key.name] + $0.path, $0.shape) }
    }
  }

  @Test(arguments: mutants)
  func tellsOfAWrongValueByTheKeysRule(mutant: Mutant) throws {
    let marked = MarkedText(mutant.source)
    var files = [
      "clevio.yml": "title: Knots\n", "courses/knots/index.md": "# Knots\n",
      "courses/knots/01-ends/index.md": "# Ends\n", "courses/knots/01-ends/01-a.md": "# A\n",
    ]
    files[mutant.path] = marked.text
    let today = try #require(CalendarDate(parsing: "2027-01-10"))
    let found = try loadPortal(
      from: FileTree(texts: files), options: LoadingOptions(today: today, folderName: "x")
    ).diagnostics.filter { $0.id.description.hasPrefix("value-") || $0.id == mutant.rule }
    #expect(found.map(\.id) == [mutant.rule], "\(mutant.source)")
    let expected = marked.position(1, in: mutant.path, length: 0)
    let place = found.first?.position
    #expect(place?.path == mutant.path && place?.line == expected.line, "\(found)")
  }
}

extension ValueShape {
  fileprivate var isRecord: Bool {
    if case .record = self { return true }
    return false
  }

  /// A value of another form.
  fileprivate var wrongValue: String {
    switch self {
    case .text: "{a: b}"
    case .pattern, .address: "\"?\""
    case .number, .amount: "soon"
    case .flag: "maybe"
    case .date: "2027-02-30"
    case .choice: "zzzzzzzzzzzz"
    case .record: "x"
    case .list(let item): item.isRecord ? "x" : "[\(item.wrongValue)]"
    case .mapping: "x"
    case .anyOf(let shapes): shapes.first?.wrongValue ?? "{a: b}"
    }
  }
}
