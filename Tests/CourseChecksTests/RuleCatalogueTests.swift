import CourseChecks
import Diagnostics
import Files
import Foundation
import PolicyReview
import Testing

@Suite struct RuleCatalogueTests {
  @Test func documentsEveryRuleThatTheSourcesName() {
    let known = Set(RuleCatalogue.rules.map(\.id.description))
    #expect(Set(EmittedRules.inSources.keys).subtracting(known).sorted() == [])
  }

  @Test func documentsNoRuleThatTheSourcesDoNotName() {
    let documented = RuleCatalogue.rules.map(\.id.description).filter { !$0.hasPrefix("value-") }
    #expect(documented.filter { EmittedRules.inSources[$0] == nil } == [])
  }

  @Test func knowsEveryWeightThatTheSourcesGive() {
    for (id, weights) in EmittedRules.inSources {
      let known = Set(RuleCatalogue.rule(id)?.severities.map(\.description) ?? [])
      #expect(weights.subtracting(known).sorted() == [], "\(id)")
    }
  }

  @Test func namesEachRuleOnce() {
    let ids = RuleCatalogue.rules.map(\.id.description)
    #expect(Set(ids).count == ids.count)
    #expect(ids.count > 200)
  }

  @Test func tellsOfEachRuleWhatItFindsAndWhatToDo() {
    for rule in RuleCatalogue.rules {
      #expect(!rule.title.isEmpty && !rule.title.hasSuffix("."), "\(rule.id)")
      #expect(rule.text.hasSuffix(".") || rule.text.contains("\n    "), "\(rule.id)")
      #expect(!rule.text.contains("\r"), "\(rule.id)")
    }
  }

  @Test func tellsOfAKeyWhereItStandsAndWhatItTakes() throws {
    let rule = try #require(RuleCatalogue.rule("value-visibility"))
    #expect(rule.text.contains("Front matter of a course: "))
    #expect(rule.text.contains("`public`, `unlisted`, `private`, `draft`"))
    #expect(!rule.canBeLowered)
  }

  @Test(arguments: [
    "no front matter", "---\ntitle: A\n---\ntext", "---\nseverity: error\n---\ntext",
    "---\ntitle: A\nseverity: fatal\n---\ntext", "---\ntitle: A\nseverity: []\n---\ntext",
    "---\ntitle: A\nseverity: [warning, error]\n---\ntext", "---\ntitle: [\n---\ntext",
  ])
  func refusesDocumentationThatLacksSomething(text: String) {
    #expect(RuleCatalogue.rule("some-rule", in: Array(text.utf8)) == nil)
  }

  @Test func findsWhatWasProbablyMeant() {
    #expect(RuleCatalogue.question(near: "image-atl") == "did you mean \"image-alt\"?")
    #expect(RuleCatalogue.question(near: "zzzzzzzz") == nil)
  }

  @Test func lowersNeitherErrorsNorWhatKeepsAPortalSafe() throws {
    #expect(try #require(RuleCatalogue.rule("closed-media")).canBeLowered == false)
    #expect(try #require(RuleCatalogue.rule("course-sale")).canBeLowered == false)
    #expect(try #require(RuleCatalogue.rule("front-matter-key")).canBeLowered)
    #expect(try #require(RuleCatalogue.rule("image-alt")).canBeLowered)
  }
}

/// The rules that the program's sources name where they report something.
enum EmittedRules {
  /// By name, the weights that stand behind it, so far as they are literals; those of statements on policies, which
  /// are data, among them.
  static let inSources: [String: Set<String>] = {
    var rules = EmittedRules.rules(in: "Sources")
    for statement in PolicyStatement.all {
      rules[statement.rule.description, default: []].insert(statement.severity.description)
    }
    return rules
  }()

  /// Those that are only told by checks.
  static let inChecks = Set(rules(in: "Sources/CourseChecks").keys)

  private static func rules(in folder: String) -> [String: Set<String>] {
    var rules: [String: Set<String>] = [:]
    for path in swiftFiles(in: folder) {
      guard let text = try? String(contentsOf: path, encoding: .utf8) else { continue }
      for report in text.matches(of: call) {
        rules[String(report.id), default: []].formUnion(weights(in: report.rest))
      }
      for name in text.matches(of: choice) { rules[String(name.id), default: []].formUnion([]) }
    }
    return rules
  }

  /// `Diagnostic("id", …)`, `report("id", …)` and the like, and `"id", .error`.
  nonisolated(unsafe) private static let call =
    /(?:(?:Diagnostic|error|warning|report|missing|unknown|asset)\(\s*(?:[\w.]+,\s*)?(?:\w+ \? )?)"(?<id>[a-z0-9]+(?:-[a-z0-9]+)+)"(?<rest>[^"]{0,60})/

  /// One of two names, or the name of a case: `? "image-target" : "link-target"`, `case .x: "template-name"`.
  nonisolated(unsafe) private static let choice = /[?:]\s+"(?<id>(?:image|link|template)-[a-z]+)"/

  private static func weights(in text: Substring) -> [String] {
    let inner = text.prefix { $0 != "\"" }
    let found = inner.matches(of: /\.(error|warning|note)\b/)
    return found.map { String($0.1) }
  }

  private static func swiftFiles(in folder: String) -> [URL] {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: folder)
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    return files?.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
  }
}
