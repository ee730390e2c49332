import CourseModel
import Diagnostics
import Files
import PolicyPages
import Testing

@Suite struct VersionTests {
  private static func legal(
    _ version: Int, effective: String, updated: String, changes: String = "",
    mail: String = "a@b.example"
  ) -> String {
    """
    operator: {name: Ada, email: \(mail)}
    documents:
      privacy: {version: \(version), effective: \(effective), updated: \(updated), changes: [\(changes)]}

    """
  }

  private static let second =
    "{version: 2, date: 2027-02-01, level: material, summary: We have a new address.}"

  private static func locked(_ legal: String, today: String, _ before: String? = nil) throws
    -> String
  {
    let lock = try PolicyPortal.lock(
      legal: legal, today: today, others: before.map { ["policies.lock": $0] } ?? [:])
    #expect(lock.found == [])
    return lock.text
  }

  @Test func aServiceIsNotToLoadBeforeThePolicyThatNamesIt() throws {
    let first = Self.legal(1, effective: "2027-01-01", updated: "2027-01-01")
    let lock = try Self.locked(first, today: "2027-01-10")
    let legal =
      Self.legal(2, effective: "2027-03-01", updated: "2027-02-01", changes: Self.second)
      + "services: [{id: youtube}]\n"
    let both = try Self.locked(legal, today: "2027-02-01", Self.onlyPrivacy(lock))
    func unnamed(_ today: String) throws -> [String] {
      try PolicyPortal(legal: legal, today: today, others: ["policies.lock": both]).found
        .filter { $0.id == "policy-service" }.map(\.message)
    }
    #expect(
      try unnamed("2027-02-02") == [
        "\"youtube\" may load already, but the privacy policy that holds until 2027-03-01 does not name it"
      ])
    #expect(try unnamed("2027-03-01") == [])
  }

  @Test func aLockOfAnotherFormatIsNotRead() throws {
    let legal = Self.legal(1, effective: "2027-01-01", updated: "2027-01-01")
    let lock = try Self.locked(legal, today: "2027-01-10")
    for other in ["format: 2", "# none"] {
      let changed = lock.replacing("format: 1", with: other)
      #expect(changed != lock)
      let portal = try PolicyPortal(legal: legal, others: ["policies.lock": changed])
      #expect(portal.found.map(\.id) == ["policy-lock"])
      #expect(portal.found.first?.severity == .error)
    }
  }

  @Test func allThatKeepsTextsFromBeingLockedIsTold() throws {
    let lock = try PolicyPortal.lock(
      legal: Self.legal(1, effective: "2027-01-01", updated: "2027-01-01"),
      others: [
        "theme/templates/footer.mustache": "{{#open}}",
        "courses/knots/01-a.md": "---\nminutes: soon\n---\n# A\n",
      ])
    #expect(lock.text.isEmpty)
    #expect(lock.found.map(\.id) == ["value-minutes", "template-syntax"])
  }

  @Test func aLockedTextIsPublishedUnchanged() throws {
    let legal = Self.legal(1, effective: "2027-01-01", updated: "2027-01-01")
    let lock = try Self.locked(legal, today: "2027-01-10")
    let portal = try PolicyPortal(legal: legal, others: ["policies.lock": lock])
    #expect(portal.found == [])
    #expect(portal.text("privacy.html").contains("<time datetime=\"2027-01-01\">"))
    #expect(portal.has("policies/privacy/1.html"))
    #expect(try PolicyPortal.lock(legal: legal, others: ["policies.lock": lock]).added == [])
  }

  /// Nothing of it says what is done with data.
  @Test func whereAPortalStandsAndThatVersionsAreKeptIsNoNewVersion() throws {
    let address = "title: Harbour\nurl: https://harbour.example\n"
    let legal = Self.legal(1, effective: "2027-01-01", updated: "2027-01-01")
    for (legal, before, after) in [
      (nil, "title: Harbour\n", "title: Harbour\n"), (legal, "title: Harbour\n", address),
      (legal, address, "title: Harbour\n"),
    ] {
      let lock = try PolicyPortal.lock(legal: legal, settings: before)
      #expect(lock.found == [])
      let portal = try PolicyPortal(
        legal: legal, settings: after, others: ["policies.lock": lock.text])
      #expect(portal.found == [])
      #expect(portal.has("policies/privacy/1.html"))
    }
  }

  /// What is locked first says nothing of earlier versions; that is no change of the author's.
  @Test func namesTheAuthorsWordsThatChangedAndNotTheProgram() throws {
    let legal = "operator: {name: Ada, email: a@b.example}\n"
    let more = "policies/privacy/more.md"
    let lock = try PolicyPortal.lock(
      legal: legal, others: [more: "## More\n\nWe keep nothing.\n"])
    #expect(lock.found == [])
    let portal = try PolicyPortal(
      legal: legal, others: ["policies.lock": lock.text, more: "## More\n\nWe keep all.\n"])
    let finding = try #require(portal.found.first { $0.id == "policy-changed" })
    #expect(finding.message.contains("\"nothing.\" became \"all.\", under \"More\""))
  }

  @Test func aTextThatIsNotDeclaredIsToBeDeclaredWhenItChanges() throws {
    let lock = try Self.locked(
      Self.legal(1, effective: "2027-01-01", updated: "2027-01-01"), today: "2027-01-10")
    let legal =
      Self.legal(1, effective: "2027-01-01", updated: "2027-01-01") + "services: [{id: youtube}]\n"
    let portal = try PolicyPortal(legal: legal, others: ["policies.lock": lock])
    let finding = try #require(
      portal.found.first { $0.id == "policy-changed" && $0.message.contains("\"cookies\"") })
    #expect(finding.position.path == "legal.yml")
    #expect(finding.help?.contains("documents: cookies: with version: 2") == true)
  }

  @Test func aChangedTextWithoutANewVersionIsAnError() throws {
    let lock = try Self.locked(
      Self.legal(1, effective: "2027-01-01", updated: "2027-01-01"), today: "2027-01-10")
    let changed = Self.legal(
      1, effective: "2027-01-01", updated: "2027-01-01", mail: "new@b.example")
    let portal = try PolicyPortal(legal: changed, others: ["policies.lock": lock])
    let finding = try #require(
      portal.found.first { $0.id == "policy-changed" && $0.message.contains("privacy") })
    #expect(finding.severity == .error && finding.position.line == 3)
    #expect(finding.message.contains("no longer that of version 1"))
    #expect(finding.message.contains("a@b.example") || finding.message.contains("new@b.example"))
    #expect(finding.help?.contains("version: 2") == true)
    #expect(portal.pages == [])
    let again = try PolicyPortal.lock(legal: changed, others: ["policies.lock": lock])
    #expect(again.found.contains { $0.id == "policy-changed" } && again.text.isEmpty)
  }

  @Test func earlierVersionsStayAndTheDifferenceIsShown() throws {
    let first = try Self.locked(
      Self.legal(1, effective: "2027-01-01", updated: "2027-01-01"), today: "2027-01-10")
    let legal = Self.legal(
      2, effective: "2027-02-01", updated: "2027-02-01", changes: Self.second, mail: "new@b.example"
    )
    let lock = try Self.locked(legal, today: "2027-02-01", Self.onlyPrivacy(first))
    let portal = try PolicyPortal(
      legal: legal, today: "2027-02-02", others: ["policies.lock": lock])
    #expect(portal.found.filter { $0.severity == .error } == [])
    #expect(portal.words("policies/privacy/1.html").contains("a@b.example"))
    #expect(portal.words("policies/privacy/1.html").contains("no longer in force"))
    #expect(portal.words("privacy.html").contains("new@b.example"))
    #expect(portal.words("privacy.html").contains("We have a new address."))
    let changes = portal.text("policies/privacy/changes.html")
    #expect(changes.contains("<del>") && changes.contains("<ins>"))
    #expect(portal.words("policies/privacy/changes.html").contains("Added: new@b.example"))
    #expect(portal.words("policies/changes.html").contains("Important change"))
    #expect(portal.text("policies/privacy/1.html").contains("noindex"))
  }

  @Test func aVersionToComeIsAnnouncedWhileTheOneInForceStays() throws {
    let first = try Self.locked(
      Self.legal(1, effective: "2027-01-01", updated: "2027-01-01"), today: "2027-01-10")
    let legal = Self.legal(
      2, effective: "2027-03-01", updated: "2027-02-01", changes: Self.second, mail: "new@b.example"
    )
    let lock = try Self.locked(legal, today: "2027-02-01", Self.onlyPrivacy(first))
    let before = try PolicyPortal(
      legal: legal, today: "2027-02-02", others: ["policies.lock": lock])
    #expect(before.words("privacy.html").contains("a@b.example"))
    #expect(!before.words("privacy.html").contains("new@b.example"))
    #expect(before.words("privacy.html").contains("1 March 2027"))
    #expect(before.words("policies/privacy/2.html").contains("new@b.example"))
    #expect(before.text("api/v1/policies.json").contains("\"announced\""))
    let after = try PolicyPortal(legal: legal, today: "2027-03-01", others: ["policies.lock": lock])
    #expect(after.words("privacy.html").contains("new@b.example"))
    #expect(!after.text("api/v1/policies.json").contains("\"announced\""))
  }

  @Test func anImportantChangeAsksForConsentAgainAndAnEditorialOneDoesNot() throws {
    func marks(_ level: String, effective: String) throws -> (String, String) {
      let change = Self.second.replacing("material", with: level)
      let legal =
        Self.legal(2, effective: effective, updated: "2027-02-01", changes: change)
        + "services: [{id: youtube}]\n"
      let page = try PolicyPortal(legal: legal, today: "2027-02-02").text("index.html")
      let start = page.split(separator: "\"youtube\",\"embeds\",\"").last ?? ""
      return (String(start.prefix(3)), page)
    }
    let (before, _) = try marks("material", effective: "2027-03-01")
    let (editorial, quiet) = try marks("editorial", effective: "2027-02-01")
    let (material, page) = try marks("material", effective: "2027-02-01")
    #expect(material != editorial && before != material)
    #expect(page.contains("<span>Privacy Policy: We have a new address.</span>"))
    #expect(!quiet.contains("<span>Privacy Policy:"))
  }

  @Test func anEditedLockIsNoticed() throws {
    let legal = Self.legal(1, effective: "2027-01-01", updated: "2027-01-01")
    let lock = try Self.locked(legal, today: "2027-01-10").replacing(
      "a@b.example", with: "x@b.example")
    let portal = try PolicyPortal(legal: legal, others: ["policies.lock": lock])
    #expect(portal.found.contains { $0.id == "policy-lock" && $0.severity == .error })
  }

  /// What YAML refuses, or takes for the end of a line.
  private static let hostile: [UInt32] = [
    0x0, 0x8, 0xB, 0xC, 0xD, 0x1B, 0x7F, 0x85, 0x9F, 0x2028, 0x2029, 0xFEFF, 0xFDD0, 0xFFFE, 0xFFFF,
    0x1FFFF,
  ]

  @Test(arguments: hostile)
  func aTextOfAnyCharactersIsReadAsItWasLocked(scalar: UInt32) throws {
    let character = Character(try #require(Unicode.Scalar(scalar)))
    let day = try #require(CalendarDate(parsing: "2027-01-01"))
    let words = "\(character)We\(character)keep\(character)\r\n\(character)\n\nnothing.\(character)"
    let text = PolicyText(language: .english, markdown: words)
    let version = PolicyVersion(
      number: 1, effective: day, updated: day, level: .minor,
      summary: LocalizedText("An\(character)address"), texts: [text])
    var archive = PolicyArchive()
    _ = archive.lock(.privacy, texts: [text], as: version, on: day)
    let (read, found) = try PolicyArchive.load(
      from: FileTree([PolicyArchive.path: .bytes(archive.bytes)]))
    #expect(found == [])
    let locked = try #require(read.versions[.privacy]?.first)
    #expect(locked.texts.first?.digest.description == text.digest.description)
    #expect(locked.texts.first?.markdown.contains("nothing.") == true)
    #expect(locked.summary?.text(in: .english).hasSuffix("address") == true)
  }

  @Test(arguments: ["\u{C}", "\u{2028}", "\u{FEFF}", "\u{FFFE}"])
  func anOwnTextOfAnyCharactersIsPublishedAfterItWasLocked(character: String) throws {
    let legal = Self.legal(1, effective: "2027-01-01", updated: "2027-01-01")
    var others = ["policies/privacy/more.md": "## More\n\nWe keep\(character)nothing.\n"]
    others["policies.lock"] = try PolicyPortal.lock(legal: legal, others: others).text
    let portal = try PolicyPortal(legal: legal, others: others)
    #expect(portal.found.filter { $0.severity == .error } == [])
    #expect(portal.words("policies/privacy/1.html").contains("We keep nothing."))
  }

  @Test func anOlderVersionThanTheLockedIsAnError() throws {
    let lock = try Self.locked(
      Self.legal(2, effective: "2027-02-01", updated: "2027-02-01", changes: Self.second),
      today: "2027-02-01")
    let portal = try PolicyPortal(
      legal: Self.legal(1, effective: "2027-01-01", updated: "2027-01-01"), today: "2027-02-02",
      others: ["policies.lock": lock])
    #expect(portal.messages.contains { $0.hasPrefix("policy-version") })
  }

  /// The lock file with the privacy policy only, since the other texts change with the operator, too.
  private static func onlyPrivacy(_ lock: String) -> String {
    let lines = lock.split(separator: "\n", omittingEmptySubsequences: false)
    var kept: [Substring] = []
    var isKept = true
    for line in lines {
      if line.hasPrefix("  "), !line.hasPrefix("   "), line.hasSuffix(":") {
        isKept = line == "  privacy:"
      }
      if isKept { kept.append(line) }
    }
    return kept.joined(separator: "\n") + "\n"
  }
}

@Suite struct TextDifferenceTests {
  private static func runs(_ old: String, _ new: String) -> [[String]] {
    let difference = TextDifference(
      from: PolicyText(language: .english, markdown: old),
      to: PolicyText(language: .english, markdown: new))
    return difference.passages.map { passage in
      passage.runs.map { run in
        switch run.kind {
        case .kept: run.text
        case .added: "+\(run.text)"
        case .removed: "-\(run.text)"
        }
      }
    }
  }

  @Test func showsWordsWithinAParagraph() {
    #expect(
      Self.runs("## A {#a}\n\nWe keep it 14 days.", "## A {#a}\n\nWe keep it 30 days.")
        == [["We keep it", "-14", "+30", "days."]])
  }

  @Test func showsParagraphsThatCameAndWent() {
    #expect(Self.runs("One.\n\nTwo two.", "Two two.\n\nThree.") == [["-One."], ["+Three."]])
    #expect(Self.runs("Same.", "Same.") == [])
    #expect(Self.runs("", "New words.") == [["+New words."]])
  }

  @Test func passesOverMarkup() {
    #expect(Self.runs("- **Mail:** [a](mailto:a)", "- *Mail:* [a](mailto:b)") == [])
    #expect(Self.runs("| a\\_b | c |\n|---|---|", "a_b c") == [])
  }
}
