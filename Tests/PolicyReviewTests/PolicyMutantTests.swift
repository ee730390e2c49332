import Diagnostics
import PolicyReview
import Testing

/// For each rule a policy without findings that is changed in one place, and has just that finding.
@Suite struct PolicyMutantTests {
  struct Mutant: CustomTestStringConvertible, Sendable {
    let rule: Diagnostic.ID
    let file: String
    /// What is replaced, and by what.
    let changes: [(String, String)]
    /// The words that the finding is at.
    let place: String
    let line: Int

    let jurisdictions: Set<String>

    init(
      _ rule: Diagnostic.ID, in file: String = "academy.md", _ changes: [(String, String)],
      at place: String, line: Int, under jurisdictions: Set<String>? = nil
    ) {
      (self.rule, self.file, self.changes) = (rule, file, changes)
      (self.place, self.line) = (place, line)
      self.jurisdictions = jurisdictions ?? (file == "academy.md" ? ["eu", "us-ca"] : ["eu"])
    }

    var testDescription: String { "\(rule): \(changes.first?.1.prefix(40) ?? "")" }
  }

  private static let title = "Privacy policy"
  private static let rights = "5. What you can ask of us"

  static let mutants =
    [
      Mutant(
        "gdpr-13-1a", [("is the controller of the data", "made the site")], at: title, line: 5),
      Mutant(
        "gdpr-13-1a", [("7 Lighthouse Lane, Galway H91 XY12, ", ""), (", 6 Pembroke Row", "")],
        at: title, line: 5),
      Mutant("gdpr-13-1a", [("to <privacy@tidewater.example>", "us a letter")], at: title, line: 5),
      Mutant(
        "gdpr-13-1b", [("We did not have to appoint a data protection officer.", "")], at: title,
        line: 5),
      Mutant("gdpr-13-1c", [("Legal basis", "Ground")], at: title, line: 5),
      Mutant(
        "gdpr-13-1d", [("Our legitimate interest is to find faults and attacks.", "")],
        at: "legitimate interest", line: 29),
      Mutant(
        "gdpr-13-1f", [("under the standard contractual\nclauses; ask us for a copy", "as\nit is")],
        at: "United States", line: 39),
      Mutant(
        "gdpr-transfer-consent",
        [("## Children", "You authorize us to transfer your data.\n\n## Children")],
        at: "You authorize us to transfer", line: 55),
      Mutant(
        "gdpr-13-2a",
        [
          ("Logs are deleted after 14 days, orders after ten years, as tax law requires.", "Long."),
          ("Your address for news is kept until you\nwithdraw", "You can\nwithdraw"),
          ("How long we keep it", "Times"),
        ], at: title, line: 5),
      Mutant(
        "gdpr-13-2a",
        [
          (
            "Logs are deleted after 14 days, orders after ten years, as tax law requires.",
            "Logs are kept as long as necessary."
          )
        ], at: "as long as necessary", line: 45),
      Mutant(
        "gdpr-13-2c",
        [
          ("until you\nwithdraw your consent", "until you\ntell us"),
          ("with the link in each mail", "with a mail"),
        ], at: "consent", line: 31),
      Mutant(
        "gdpr-13-2d",
        [
          (
            "You may also complain to the Data\nProtection Commission, 6 Pembroke Row, Dublin.",
            "That is\nall."
          )
        ], at: "Your rights", line: 48),
      Mutant(
        "gdpr-13-2e", [("Without a mail address we cannot send you a course.", "")], at: title,
        line: 5),
      Mutant(
        "gdpr-13-2f", [("There are no automated decisions and no profiling.", "")], at: title,
        line: 5),
      Mutant(
        "gdpr-21-4",
        [
          (", and to direct marketing at any\ntime", "\nat any time"),
          ("## Children", "We send marketing emails.\n\n## Children"),
        ], at: "marketing emails", line: 55),
      Mutant(
        "list-open",
        [("Acme Mail Inc. in the United States", "Acme and others in the United States")],
        at: "and others", line: 39),
      Mutant(
        "consent-tied",
        [("everything still works", "your account will be closed")],
        at: "cookies, your account will be closed", line: 35),
      Mutant(
        "consent-implied",
        [("## Children", "By using this site you accept cookies.\n\n## Children")],
        at: "By using this site you accept cookies", line: 55),
      Mutant(
        "policy-link",
        [("listed in the [cookie policy](cookies.md)", "listed in the cookie policy")],
        at: "cookie policy", line: 35),
      Mutant(
        "policy-pointer", [("## Children", "Click here.\n\n## Children")], at: "Click here",
        line: 55),
      Mutant(
        "policy-reference", [("## Children", "See the section “What we hold”.\n\n## Children")],
        at: "What we hold", line: 55),
      Mutant(
        "policy-implied",
        [("## Children", "If you continue to use the site, you accept changes.\n\n## Children")],
        at: "continue to use the site, you accept", line: 55),
      Mutant(
        "policy-history",
        [
          ("## Changes\n", "## Changes\n\nSummary of changes: none.\n"),
          ("Earlier versions are [in the archive](archive.md).", ""),
        ], at: "Summary of changes", line: 68),
      Mutant(
        "policy-odr",
        [("## Children", "See the ODR platform of the EU.\n\n## Children")],
        at: "ODR platform", line: 55),
      Mutant("policy-effective", [("Effective: 1 October 2026", "Good day")], at: title, line: 5),
      Mutant("policy-age", [("1 October 2026", "1 October 2025")], at: "1 October 2025", line: 7),
      Mutant(
        "doc-title", [("## Changes\n", "## Privacy policy\n"), ("- [Changes](#changes)\n", "")],
        at: "Privacy policy", line: 65),
      Mutant(
        "doc-toc", [("- [Children](#children)\n", "")], at: "Children", line: 54),
      Mutant(
        "doc-toc",
        [("- [Children](#children)", "- [Young people](#children)\n- [Children](#children)")],
        at: "Young people", line: 16),
      Mutant(
        "doc-empty", [("The courses are for people of 16 and over.\n", "")], at: "Children",
        line: 55),
      Mutant(
        "doc-empty", [("Example Hosting GmbH", "[Company Name]")], at: "Company Name", line: 39),
      Mutant("doc-empty", [("We pass data to nobody else.", "TODO.")], at: "TODO", line: 40),
      Mutant(
        "doc-punctuation", [("handed over in a\n", "handed over You can ask in a\n")],
        at: "over You can", line: 50),
      Mutant("rights-days", [("within one month", "within 60 days")], at: "60 days", line: 52),
      Mutant(
        "contact-domain", [("privacy@tidewater.example", "privacy@rope.example")],
        at: "privacy@rope.example", line: 23),
      Mutant(
        "age-minimum",
        [
          ("for people of 16 and over", "for all"), ("Children", "Families"),
          ("children", "families"),
        ], at: title,
        line: 5),
      Mutant(
        "ccpa-table",
        [("In the preceding 12 months we collected these categories of", "We collect")],
        at: "People in California", line: 59),
      Mutant(
        "ccpa-rights",
        [("You have the right to know what we collected, to have it", "You may have it")],
        at: "People in California", line: 59),
      Mutant(
        "ccpa-rights",
        [("and not to be discriminated\nagainst for asking", "as you\nwish")],
        at: "People in California", line: 59),
      Mutant(
        "ccpa-rights",
        [("We do not sell personal information, and do not share it for\nadvertising.", "\n")],
        at: "People in California", line: 59),
      Mutant(
        "ccpa-methods",
        [("Use the form, or call 555 0100.", ""), ("or use the [form](request.md)", "")],
        at: "People in California", line: 59),
      Mutant(
        "ccpa-agents",
        [
          ("We verify requests by a mail to your address; an authorized agent may ask for you.", "")
        ],
        at: "People in California", line: 59),
      Mutant(
        "ccpa-gpc", [("We treat Global\nPrivacy Control as an opt-out.", "\n")],
        at: "People in California", line: 59),
      Mutant(
        "ccpa-sell", [("Acme Mail Inc. in the", "Google Ads in the")],
        at: "do not sell personal", line: 40),
    ] + rightsOfArticle13

  /// What California's part of the other text says, too.
  static let rightsOfArticle13 = [
    Mutant(
      "gdpr-13-2b", in: "studio.html", [("A copy of your data; that", "That")], at: rights, line: 24
    ),
    Mutant(
      "gdpr-13-2b", in: "studio.html", [("correct or delete", "delete")], at: rights, line: 24),
    Mutant(
      "gdpr-13-2b", in: "studio.html", [("correct or delete", "correct"), ("are erased", "end")],
      at: rights,
      line: 24),
    Mutant(
      "gdpr-13-2b", in: "studio.html", [("; that we limit their use", "")], at: rights, line: 24),
    Mutant(
      "gdpr-13-2b", in: "studio.html",
      [("that we move them to another\nprovider (data portability)", "all\nthat")], at: rights,
      line: 24),
    Mutant(
      "gdpr-13-2b", in: "studio.html", [("And you can object to how we use them. ", "")],
      at: rights,
      line: 24),
    Mutant(
      "gdpr-13-1e", in: "studio.html",
      [
        ("Our web host and our accountant, both in the UK, process data for us.", "None."),
        ("3. Recipients", "3. Others"),
      ], at: "Privacy notice", line: 7),
    Mutant(
      "rights-path", in: "lesekreis.txt",
      [("Schreiben Sie an vorstand@lesekreis.example", "Wir freuen uns.")],
      at: "Ihre Rechte", line: 20, under: []),
  ]

  @Test(arguments: mutants)
  func findsOneThingAtItsPlaceAndNothingElse(mutant: Mutant) throws {
    var text = try Review.text(of: "good/\(mutant.file)")
    for (old, new) in mutant.changes {
      #expect(text.contains(old), "nothing to replace: \(old)")
      text = text.replacing(old, with: new)
    }
    let found = try Review.findings(in: text, named: mutant.file, under: mutant.jurisdictions)
    #expect(Review.summary(of: found) == ["\(mutant.line) \(mutant.rule)"])
    if let position = found.first?.position {
      let line = text.split(separator: "\n", omittingEmptySubsequences: false)[position.line - 1]
      let words = line.utf8.dropFirst(position.column - 1).prefix(position.length)
      #expect(String(words) == mutant.place)
    }
  }

  @Test func hasAMutantForEachStatement() {
    let rules = Set(PolicyStatement.all.map(\.rule.description))
    #expect(rules.subtracting(Self.mutants.map(\.rule.description)) == [])
  }
}
