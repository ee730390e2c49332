import Bytes
import CourseLoading
import Foundation
import Testing

@Suite struct AuthoringSchemaTests {
  /// A schema, as far as these tests look at it.
  private final class Schema: Decodable, Sendable {
    let type: JSONType?
    let description: String?
    let format: String?
    let pattern: String?
    let minimum: Int?
    let maximum: Int?
    let words: [String]?
    let properties: [String: Schema]?
    let patternProperties: [String: Schema]?
    let additionalProperties: Additional?
    let items: Schema?
    let anyOf: [Schema]?
    let dialect: String?

    enum CodingKeys: String, CodingKey {
      case type, description, format, pattern, minimum, maximum
      case words = "enum"
      case properties, patternProperties, additionalProperties, items, anyOf
      case dialect = "$schema"
    }
  }

  private enum JSONType: Decodable, Equatable {
    case one(String)
    case several([String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let one = try? container.decode(String.self) {
        self = .one(one)
      } else {
        self = .several(try container.decode([String].self))
      }
    }
  }

  private enum Additional: Decodable {
    case flag(Bool)
    case schema(Schema)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        self = .flag(flag)
      } else {
        self = .schema(try container.decode(Schema.self))
      }
    }
  }

  private func read(_ schema: AuthoringSchema) throws -> Schema {
    try JSONDecoder().decode(Schema.self, from: Data(schema.text))
  }

  private func check(_ schema: Schema, _ path: String) {
    if let properties = schema.properties {
      guard case .flag(false) = schema.additionalProperties else {
        Issue.record("\(path) takes any key")
        return
      }
      #expect(schema.patternProperties.map { Array($0.keys) } == ["^x-"])
      for (name, inner) in properties {
        #expect(inner.description?.isEmpty == false, "\(path).\(name)")
        #expect(inner.description?.hasSuffix(".") == false, "\(path).\(name)")
        check(inner, "\(path).\(name)")
      }
    }
    if let items = schema.items { check(items, path + "[]") }
    for inner in schema.anyOf ?? [] { check(inner, path) }
  }

  @Test(arguments: AuthoringSchema.allCases)
  func describesEveryKeyAndRefusesOthers(schema: AuthoringSchema) throws {
    let root = try read(schema)
    #expect(root.dialect == "https://json-schema.org/draft/2020-12/schema")
    #expect(root.type == .one("object"))
    #expect((root.properties?.count ?? 0) >= 5)
    check(root, schema.rawValue)
  }

  @Test func tellsFormsRangesAndWords() throws {
    let course = try #require(try read(.course).properties)
    #expect(course["visibility"]?.words == ["public", "unlisted", "private", "draft"])
    #expect(course["date"]?.format == "date")
    #expect(course["random_access"]?.type == .one("boolean"))
    #expect(course["passing_score"]?.minimum == 0 && course["passing_score"]?.maximum == 100)
    #expect(course["checkout_url"]?.format == "uri")
    #expect(course["tags"]?.anyOf?.count == 2)
    #expect(course["sale"]?.properties.map { $0.keys.sorted() } == ["price", "until"])
    let lesson = try #require(try read(.lesson).properties)
    #expect(lesson["visibility"]?.words == ["public", "draft"])
    let captions = lesson["video"]?.properties?["captions"]
    #expect(captions?.items?.properties.map { $0.keys.sorted() } == ["lang", "src"])
    let clevio = try #require(try read(.clevio).properties)
    #expect(clevio["currency"]?.words?.contains("EUR") == true)
    #expect(clevio["defaults"]?.properties?["price"] != nil)
    guard
      case .schema(let alias) = clevio["front_matter"]?.properties?["aliases"]?.additionalProperties
    else {
      Issue.record("aliases take no keys")
      return
    }
    #expect(alias.type != nil)
  }

  /// What the schema lets through and the loader refuses, or the other way, would confuse an author.
  @Test(arguments: [
    "49 EUR", "12.50 EUR", "free", "1000 JPY", "49 eur", "49,00 EUR", "49  EUR", "EUR 49", "-1 EUR",
    "49€", "Free", "", "49 EURO",
  ])
  func agreesWithTheLoaderOnPrices(price: String) throws {
    let shape = try #require(try read(.course).properties?["price"]?.anyOf?.first?.pattern)
    let isMatch = try price.contains(Regex(shape))
    let loading = try Loading(
      course: "---\nprice: \"\(price)\"\n---\n", settings: "checkout_url: https://a.example")
    #expect(isMatch == loading.found.isEmpty)
  }

  @Test(arguments: ["en", "pt-BR", "zh-Hant-TW", "english", "en_US", "e", "en-", ""])
  func agreesWithTheLoaderOnLanguages(tag: String) throws {
    let shape = try #require(try read(.course).properties?["lang"]?.pattern)
    let loading = try Loading(course: "---\nlang: \"\(tag)\"\n---\n")
    #expect(try tag.contains(Regex(shape)) == loading.found.isEmpty)
  }

  @Test func isTheSameEveryTime() {
    for schema in AuthoringSchema.allCases { #expect(schema.text == schema.text) }
  }
}
