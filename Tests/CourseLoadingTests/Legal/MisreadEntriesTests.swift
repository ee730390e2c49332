import Diagnostics
import Testing

/// Mistakes that span entries of `legal.yml`, told beside mistakes in values, and not in place of them.
@Suite struct MisreadEntriesTests {
  private static let head = "operator: {name: Ropes Ltd}\n"

  private func told(_ legal: String) throws -> [String] {
    let loading = try Loading(["courses/knots/01-a.md": "", "legal.yml": Self.head + legal])
    return loading.found.filter { $0.severity == .error }
      .map { "\($0.position.line):\($0.position.column) \($0.id)" }
  }

  @Test func tellsWhatSpansEntriesBesideMistakesInValues() throws {
    let found = try told(
      """
      jurisdictions: [ue]
      rights: {response_days: many}
      purposes:
        - {id: run, title: Run, basis: contract}
      data:
        - {id: order, fields: [name], purposes: [rum], retention: forever and a day, source: me}
      services:
        - id: youtube
          category: embed
          purposes: [films]
      documents:
        terms: {source: policies/gone.md, version: first}
        privacy: {version: 2, effective: 2027-01-02}

      """)
    #expect(
      found == [
        "2:17 legal-jurisdiction", "3:25 value-response-days", "7:44 legal-reference",
        "7:88 value-source", "10:15 value-category", "11:16 legal-reference",
        "13:19 legal-file", "13:46 value-version", "14:22 policy-summary",
      ])
  }

  @Test(arguments: [
    // What seems to be lacking is there, but was not understood.
    ("purposes: [{id: ads, title: Ads, basis: contrakt}]", ["2:41 value-basis"]),
    ("purposes: [{id: ads, title: Ads, bases: contract}]", ["2:34 front-matter-key"]),
    (
      "recipients:\n  - id: bank\n    nome: Bank\n",
      ["4:5 front-matter-key"]
    ),
    (
      "services:\n  - id: acme\n    title: Acme\n    categori: embeds\n",
      ["5:5 front-matter-key"]
    ),
    (
      "documents: {privacy: {version: 1, effective: 2027-13-01}}",
      ["2:46 value-effective"]
    ),
    (
      "consent: {lifetime: {accept: P365D, reject: 365 days}, reask_after_reject: P365D}",
      ["2:45 value-reject"]
    ),
    ("consent: {lifetime: {accept: P365D, rejekt: P365D}}", ["2:37 front-matter-key"]),
    // Entries are there under a name that was not understood.
    (
      "purpose: [{id: run, title: Run, basis: contract}]\n"
        + "data: [{id: a, fields: [b], purposes: [run], retention: P1D}]\n",
      ["2:1 front-matter-key"]
    ),
    (
      "purposes: {id: run, title: Run, basis: contract}\n"
        + "data: [{id: a, fields: [b], purposes: [run], retention: P1D}]\n",
      ["2:11 value-purposes"]
    ),
    (
      "purposes: [{id: [run], title: Run, basis: contract}]\n"
        + "data: [{id: a, fields: [b], purposes: [run], retention: P1D}]\n",
      ["2:17 value-id"]
    ),
    (
      "purposes: [{id: run, title: Run, basis: contract}]\n"
        + "data: [{id: a, fields: [b], purposes: [run], retention: P1D}]\npurposes: []\n",
      ["4:1 yaml-syntax"]
    ),
    ("purposes: [run]\n", ["2:12 front-matter-value"]),
    ("operator: {email: a@b.example}\n", ["2:1 yaml-syntax"]),
  ])
  func takesNoMistakeForWhatIsLacking(legal: String, expected: [String]) throws {
    #expect(try told(legal) == expected)
  }

  @Test func takesNoMistakeInTheOperatorForNone() throws {
    let loading = try Loading([
      "courses/knots/01-a.md": "", "legal.yml": "operater: {name: Ropes Ltd}\n",
    ])
    #expect(loading.ids == ["front-matter-key"])
  }

  @Test func judgesAHugeFileInNoTime() throws {
    let entries = (0..<5_000).map { "  - {id: e\($0), basis: contrakt}\n" }.joined()
    #expect(try told("purposes:\n" + entries).count == 5_000)
  }
}
