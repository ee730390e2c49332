import Diagnostics
import Templates
import Testing

/// Templates that nobody writes by accident: each is refused or rendered, and neither hangs.
@Suite struct HostileTemplateTests {
  private func output(_ text: String, others: [String: String] = [:]) throws -> Int {
    let template = try TemplateSet(sources(text, others)).compile("main", for: Page.self)
    var output: [UInt8] = []
    template.render(Page(), into: &output)
    return output.count
  }

  @Test func rendersTenThousandNestedSections() throws {
    let depth = 10_000
    let text =
      String(repeating: "{{#author}}", count: depth) + "{{name}}"
      + String(repeating: "{{/author}}", count: depth)
    #expect(try output(text) == "Nobody".utf8.count)
    let conditions =
      String(repeating: "{{#title}}", count: depth) + "x"
      + String(repeating: "{{/title}}", count: depth)
    #expect(try output(conditions) == 1)
  }

  @Test func rendersTenThousandNestedBlocksAndTemplates() throws {
    let blocks =
      String(repeating: "{{$a}}", count: 10_000) + "x"
      + String(repeating: "{{/a}}", count: 10_000)
    #expect(try output(blocks) == 1)
    var chain: [String: String] = ["t2000": "x"]
    for index in 0..<2_000 { chain["t\(index)"] = "{{>t\(index + 1)}}" }
    #expect(try output("{{>t0}}", others: chain) == 1)
  }

  @Test func reportsTenThousandUnclosedSectionsWithoutDrowning() throws {
    for text in ["{{#title}}", "{{/title}}", "{{nothing}}", "{{<main}}", "{{$a}}"] {
      let errors = try #require(throws: TemplateErrors.self) {
        try output(String(repeating: text, count: 10_000))
      }
      #expect(errors.errors.count <= 60)
    }
  }

  @Test func rendersTenMegabytes() throws {
    let line = "A line of text with a {{title}} in it, and { braces } that mean nothing. }}\n"
    let count = 10_000_000 / line.utf8.count
    #expect(try output(String(repeating: line, count: count)) == count * (line.utf8.count - 4))
    #expect(try output(String(repeating: "{ ", count: 1_000_000)) == 2_000_000)
    #expect(try output(String(repeating: " ", count: 2_000_000)) == 2_000_000)
  }

  @Test func refusesTemplatesThatGrowOutOfBounds() throws {
    var bomb: [String: String] = ["t60": "x"]
    for index in 0..<60 { bomb["t\(index)"] = "{{>t\(index + 1)}}{{>t\(index + 1)}}" }
    let errors = try #require(throws: TemplateErrors.self) { try output("{{>t0}}", others: bomb) }
    #expect(errors.errors.contains { $0.reason == .tooLarge })
  }

  @Test func refusesWhatIsNotUTF8() throws {
    let bytes = Array("fine\nab".utf8) + [0xC3, 0x28] + Array("{{title}}".utf8)
    let set = TemplateSet([TemplateSource(name: "main", path: "main", bytes: bytes)])
    let error = try #require(set.errors?.errors.first)
    #expect(error.reason == .invalidUTF8)
    #expect(error.position.line == 2 && error.position.column == 3)
  }

  @Test(arguments: [
    ("a\0b{{title}}", "a\0bTitle"), ("\u{FEFF}{{title}}", "Title"), ("", ""), ("{{", nil),
    ("{{!", nil), ("{{{title}}", nil), ("{{=", nil), ("{{= =}}", nil), ("{", "{"),
    ("{{#title}}\r\n{{/title}}\r\nx", "x"), ("{{=a a=}}atitlea", "Title"),
  ])
  func standsOddBytes(text: String, expected: String?) {
    let template = try? TemplateSet(sources(text, [:])).compile("main", for: Page.self)
    var bytes: [UInt8] = []
    template?.render(Page(), into: &bytes)
    #expect((template == nil ? nil : String(decoding: bytes, as: UTF8.self)) == expected)
  }

  @Test func endsEvenIfTheDataDoesNot() throws {
    var bytes: [UInt8] = []
    try TemplateSet(sources("{{depth}} {{#next}}{{>main}}{{/next}}", [:]))
      .compile("main", for: Endless.self).render(Endless(depth: 0), into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self).hasSuffix(" 999 "))
  }

  private struct Endless: TemplateModel {
    var depth: Int
    static let fields: [TemplateField<Self>] = [
      .text("depth") { $0.depth }, .record("next") { Endless(depth: $0.depth + 1) },
    ]
  }
}
