import Foundation
import Templates
import Testing

/// The official Mustache tests, read where they lie; lambdas are left out on purpose.
@Suite struct OfficialTests {
  /// Next to the project's own folder.
  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .appending(path: "../../../../shared/specs/mustache").standardizedFileURL

  private struct Case: CustomTestStringConvertible, Sendable {
    let file: String
    let name: String
    let template: String
    let partials: [String: String]
    let data: JSONModel
    let expected: String

    var testDescription: String { "\(file): \(name)" }
  }

  private static let cases: [Case] = {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)))
      ?? []
    let files = names.filter { $0.hasSuffix(".json") && $0 != "~lambdas.json" }.sorted()
    if files.isEmpty { print("notice: official Mustache tests are not here; skipped") }
    return files.flatMap(cases)
  }()

  private static func cases(in file: String) -> [Case] {
    guard let data = try? Data(contentsOf: folder.appending(path: file)),
      let json = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
      let tests = json["tests"] as? [[String: Any]]
    else {
      Issue.record("\(file) cannot be read")
      return []
    }
    return tests.compactMap { test in
      guard let name = test["name"] as? String, let template = test["template"] as? String,
        let expected = test["expected"] as? String
      else {
        Issue.record("\(file) has a test without template")
        return nil
      }
      return Case(
        file: file, name: name, template: template,
        partials: test["partials"] as? [String: String] ?? [:], data: JSONModel(test["data"]),
        expected: expected)
    }
  }

  @Test(arguments: cases) private func rendersAsTheSpecificationSays(example: Case) throws {
    let main = "main template of the test"
    var sources = [
      TemplateSource(name: main, path: "main.mustache", bytes: Array(example.template.utf8))
    ]
    for (name, text) in example.partials.sorted(by: { $0.key < $1.key }) {
      sources.append(TemplateSource(name: name, path: name, bytes: Array(text.utf8)))
    }
    let shape = InferredShape(of: example.data)
    let template = try TemplateSet(sources).compile(main, shape: shape.shape, fields: shape.fields)
    var output: [UInt8] = []
    template.render(example.data, into: &output)
    #expect(String(decoding: output, as: UTF8.self) == example.expected)
  }

  @Test(.enabled(if: !cases.isEmpty)) func findsAllOfThem() {
    #expect(Self.cases.count == 184)
  }
}
