import Bytes
import CourseLoading
import CourseModel
import Diagnostics
import Files
import PolicyPages
import TestSupport
import Testing
import YAMLTree

/// Proves that a portal can say and do what the statements S01–S105 of a course platform's policy say and do.
@Suite struct PolicyProofTests {
  /// A statement, and one thing that proves it.
  struct Proof: CustomTestStringConvertible, Sendable {
    var row: String
    var values: [String: String]
    /// Lists and groups, by their key.
    var lists: [String: [String]]

    var testDescription: String {
      "\(row) \(values.sorted { $0.key < $1.key }.map { "\($0): \($1)" })"
    }
  }

  static let proofs: [Proof] = {
    guard let root = try? root(of: "Tests/Fixtures/policy-proofs.yml") else { return [] }
    return (root.entries ?? []).flatMap { row in
      (row.value["proofs"]?.items ?? []).map { proof in
        var (values, lists): ([String: String], [String: [String]]) = ([:], [:])
        for entry in proof.entries ?? [] {
          let key = entry.key.text ?? ""
          values[key] = entry.value.text
          lists[key] = entry.value.items?.compactMap(\.text)
        }
        return Proof(row: row.key.text ?? "", values: values, lists: lists)
      }
    }
  }()

  @Test func everyStatementHasAProof() {
    let rows = Set(Self.proofs.map(\.row))
    #expect(rows == Set((1...105).map { $0 < 10 ? "S0\($0)" : "S\($0)" }))
  }

  @Test(arguments: proofs)
  func theProofIsThere(proof: Proof) throws {
    var known = false
    for (kind, value) in proof.values.sorted(by: { $0.key < $1.key }) {
      switch kind {
      case "clause": expectClause(value)
      case "slot": expectSlot(value)
      case "part": #expect(Self.allClauses.contains { $0.part?.rawValue == value })
      case "page": try expectPage(value, holds: proof.values["holds"])
      case "key": #expect(Self.hasKey(value, in: .legal), "legal.yml has no key \(value)")
      case "course": #expect(Self.hasKey(value, in: .course), "courses have no key \(value)")
      case "words":
        for name in proof.lists["names"] ?? [] {
          #expect(Self.words(value, name), "no words for \(value).\(name)")
        }
      case "facts": #expect(BuiltinFiles.tree[RelativePath("facts/\(value)")] != nil)
      case "diagnostic": #expect(try Self.sources(hold: "\"\(value)\""), "no diagnostic \(value)")
      case "command": try expectCommand(value)
      case "file": #expect(try TestProject.has(value), "no file \(value)")
      case "manual": try expectLesson(value, says: proof.values["says"])
      case "holds", "says", "names", "services": continue
      default: Issue.record("\(proof.row): there is no kind of proof \"\(kind)\"")
      }
      known = true
    }
    for id in proof.lists["services"] ?? [] {
      #expect(ServiceCatalogue.ids.contains(id), "no service \(id)")
      known = true
    }
    #expect(known, "\(proof.row) has an empty proof")
  }

  private func expectClause(_ name: String) {
    let parts = name.split(separator: "/").map(String.init)
    for language in ClauseLibrary.languages {
      let document = PolicyDocument(slug: parts.first ?? "")
      let clauses = document.map { ClauseLibrary(in: language).clauses(of: $0) } ?? []
      #expect(
        clauses.contains { $0.section == parts.last }, "no clause \(name) in \(language.text)")
    }
  }

  private func expectSlot(_ name: String) {
    let parts = name.split(separator: "/").map(String.init)
    let document = PolicyDocument(slug: parts.first ?? "")
    #expect(
      Self.allClauses.contains {
        $0.document == document && $0.slot?.rawValue == parts.last
      }, "no slot \(name)")
  }

  private func expectPage(_ path: String, holds text: String?) throws {
    let portal = try Self.portal.get()
    #expect(portal.has(path), "no page \(path)")
    if let text { #expect(portal.text(path).contains(text), "\(path) does not hold \(text)") }
  }

  private func expectCommand(_ words: String) throws {
    let names = words.split(separator: " ").filter { $0 != "clevio" && !$0.hasPrefix("-") }
    for name in names.prefix(2) {
      let type = name.prefix(1).uppercased() + name.dropFirst()
      let isThere =
        try Self.sources(hold: "commandName: \"\(name)\"")
        || Self.sources(hold: "struct \(type): ParsableCommand")
        || Self.sources(hold: "struct \(type)Command: ParsableCommand")
      #expect(isThere, "no command \(words)")
    }
  }

  private func expectLesson(_ name: String, says sentence: String?) throws {
    let path = "ExampleCourses/courses/manual/04-consent-and-policies/\(name)"
    let text = try TestProject.text(path)
    if let sentence { #expect(text.contains(sentence), "\(name) does not say: \(sentence)") }
  }

  // MARK: What proofs are looked up in

  private static let allClauses = PolicyDocument.allCases.flatMap {
    ClauseLibrary(in: .english).clauses(of: $0)
  }

  private static let portal = Result {
    try PolicyPortal(
      legal: SellingPortal.legal, settings: SellingPortal.settings,
      others: ["authors/ada.md": "---\nname: Ada\n---\n"])
  }

  private static func hasKey(_ path: String, in schema: AuthoringSchema) -> Bool {
    guard var node = try? YAMLTree.parse(schema.text, path: "schema") else { return false }
    for name in path.split(separator: ".") {
      let inner =
        [node, node["items"]].compactMap { $0 }
        + (node["anyOf"]?.items ?? []).flatMap { [$0, $0["items"] ?? $0] }
      guard let next = inner.compactMap({ $0["properties"]?[String(name)] }).first else {
        return inner.contains { $0["additionalProperties"]?["type"] != nil }
      }
      node = next
    }
    return true
  }

  private static func words(_ group: String, _ name: String) -> Bool {
    ClauseLibrary.languages.allSatisfy { language in
      let path = RelativePath("clauses/\(language.primary)/words.yml")
      guard case .bytes(let bytes)? = BuiltinFiles.tree[path] else { return false }
      let root = try? YAMLTree.parse(bytes, path: path.text)
      return root?[group]?[name] != nil
    }
  }

  private static func sources(hold text: String) throws -> Bool {
    try TestProject.swift.contains { $0.contains(text) }
  }

  private static func root(of path: String) throws -> YAMLNode? {
    try YAMLTree.parse(Array(TestProject.text(path).utf8), path: path)
  }
}
