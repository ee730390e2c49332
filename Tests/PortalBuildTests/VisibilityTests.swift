import CourseModel
import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

/// What is withheld is called after a word that nothing else of a portal holds.
@Suite struct VisibilityTests {
  private static let secret = "quorvex"

  /// A public course that links to `targets`, and what else it is told to hold.
  private func portal(_ texts: [String: String], linking targets: [String] = []) throws
    -> BuiltPortal
  {
    let links = targets.enumerated().map { "[words \($0)](\($1))" }.joined(separator: "\n\n")
    let open = [
      "clevio.yml":
        "title: Harbour\nid: harbour\nurl: https://harbour.example/\nlanguages: [en, de]\n",
      "courses/open/index.md":
        "---\ntags: [sea]\ncategory: Boats\nauthors: [ada]\n---\n# Open\n\n\(links)\n",
      "courses/open/first.md": "# First\n\nShown to all.\n\n\(links)\n",
      "authors/ada.md": "# Ada\n",
    ]
    return try BuiltPortal(open.merging(texts) { $1 })
  }

  /// A course in which everything bears the secret word.
  private func secretCourse(_ frontMatter: String) -> [String: String] {
    let word = VisibilityTests.secret
    return [
      "courses/\(word)/index.md": """
      ---
      \(frontMatter)
      title: The \(word) course
      subtitle: \(word) sub
      description: \(word) described
      authors: [\(word)-author]
      tags: [\(word)-tag]
      category: \(word) category
      level: advanced
      lang: de
      cover: images/\(word).svg
      price: "7 EUR"
      checkout_url: https://shop.example/\(word)
      discussion_url: https://talk.example/\(word)
      outcomes: [\(word) outcome]
      aliases: [\(word)-alias.html]
      ---

      Words of \(word).

      """,
      "courses/\(word)/01-\(word)/index.md": "# The \(word) section\n\n\(word)\n",
      "courses/\(word)/01-\(word)/\(word).md": """
      ---
      preview: true
      downloads: [\(word).txt]
      aliases: [\(word)-lesson.html]
      ---
      # The \(word) lesson

      ![\(word)](../images/\(word).svg) `\(word)`
      """,
      "courses/\(word)/01-\(word)/\(word).txt": "\(word) to take along\n",
      "courses/\(word)/images/\(word).svg":
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>\(word)</title></svg>",
      "authors/\(word)-author.md": "# \(word.capitalized)\n\nKnown for \(word).\n",
    ]
  }

  // MARK: Courses

  @Test(
    arguments: [
      "visibility: draft", "visibility: private", "visibility: \"draft\"", "visibility: 'private'",
      "expires: 2027-01-31", "expires: 2020-02-29", "available: 2027-02-01",
      "visibility: public\navailable: 2999-12-31", "visibility: unlisted\nexpires: 2027-01-01",
    ])
  func letsNoByteOfAWithheldCourseOut(frontMatter: String) throws {
    let word = VisibilityTests.secret
    let portal = try portal(
      secretCourse(frontMatter),
      linking: [
        "../\(word)/index.md", "../\(word)/", "../\(word)", "../\(word)/01-\(word)/\(word).md",
        "../\(word)/01-\(word)/\(word).html#\(word)", "/courses/\(word)/index.md",
        "../../authors/\(word)-author.md",
      ])
    #expect(portal.errors == [])
    #expect(portal.has("courses/open/first.html"))
    #expect(try portal.mentions(of: word) == [])
    // Nor what the course alone would bring: its language, its price.
    #expect(!portal.text("index.html").contains("prices/"))
    for number in 0..<7 {
      #expect(portal.text("courses/open/first.html").contains("<p>words \(number)</p>"))
    }
    #expect(portal.warnings.filter { $0.hasPrefix("courses/open/first.md") }.count == 7)
  }

  @Test(arguments: ["available: 2027-01-31", "expires: 2027-02-01", "visibility: public"])
  func publishesOnTheFirstDayAndOnTheLast(frontMatter: String) throws {
    let portal = try portal(secretCourse(frontMatter))
    #expect(portal.errors == [])
    #expect(portal.has("courses/quorvex/quorvex/quorvex.html"))
    #expect(portal.text("index.html").contains("The quorvex course"))
  }

  @Test func buildsDraftsOnlyOnRequestAndPrivateCoursesNever() throws {
    let texts = [
      "courses/a/index.md": "---\nvisibility: draft\n---\n",
      "courses/a/one.md": "---\nvisibility: draft\n---\n# One\n",
      "courses/b/index.md": "---\nvisibility: private\n---\n# Velmora\n",
      "courses/c/index.md": "---\navailable: 2030-01-01\n---\n# Later\n",
    ]
    #expect(try BuiltPortal(texts).pages.filter { $0.hasPrefix("courses") } == [])
    let asked = try BuiltPortal(texts, drafts: true)
    #expect(
      asked.pages.filter { $0.hasPrefix("courses") }
        == ["courses/a/index.html", "courses/a/one.html", "courses/c/index.html"])
    #expect(try asked.mentions(of: "Velmora") == [])
  }

  @Test(arguments: [
    "\u{FEFF}---\r\nvisibility: draft\r\n---\r\n", "---  \nvisibility: draft\n--- \n",
  ])
  func readsFrontMatterAsEditorsOfOtherSystemsWriteIt(frontMatter: String) throws {
    let portal = try portal(["courses/quorvex/index.md": frontMatter + "# Quorvex\n"])
    #expect(portal.errors == [])
    #expect(try portal.mentions(of: "quorvex") == [])
  }

  @Test(arguments: ["courses/quorvex", "courses/open/02-quorvex"])
  func withholdsWhatTheSettingsOfThePortalWithhold(folder: String) throws {
    let portal = try portal([
      "clevio.yml": """
      title: Harbour
      courses:
        - path: courses/open
        - path: \(folder)
          visibility: draft
      """,
      "\(folder)/quorvex.md": "# Quorvex\n",
    ])
    #expect(portal.errors == [])
    #expect(portal.has("courses/open/first.html"))
    #expect(try portal.mentions(of: "quorvex") == [])
  }

  @Test(arguments: ["available: 2030-01-01", "expires: 2027-01-01"])
  func withholdsByTheDaysThatTheSettingsName(line: String) throws {
    let portal = try portal([
      "clevio.yml":
        "title: Harbour\ncourses:\n  - path: courses/open\n  - path: courses/quorvex\n    \(line)\n",
      "courses/quorvex/quorvex.md": "# Quorvex\n",
    ])
    #expect(portal.errors == [])
    #expect(try portal.mentions(of: "quorvex") == [])
  }

  // MARK: Lessons, sections and pages

  @Test(
    arguments: [
      ("courses/open/quorvex.md", "visibility: draft"),
      ("courses/open/quorvex.markdown", "visibility: draft"),
      ("courses/open/quorvex.md", "expires: 2027-01-31"),
      ("courses/open/more/quorvex.md", "visibility: draft"),
      ("pages/quorvex.md", "visibility: draft"),
    ])
  func letsNoByteOfAWithheldTextOut(path: String, line: String) throws {
    let portal = try portal(
      [
        path: """
        ---
        \(line)
        aliases: [quorvex-alias.html]
        ---
        # Quorvex

        ![q](quorvex.svg) [q](quorvex.txt)
        """,
        "courses/open/quorvex.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "courses/open/quorvex.txt": "quorvex",
      ], linking: ["/" + path, "/" + RelativePath(path).parent.text + "/quorvex"])
    #expect(portal.errors == [])
    #expect(portal.has("courses/open/first.html"))
    #expect(try portal.mentions(of: "quorvex") == [])
    #expect(portal.text("courses/open/first.html").contains("<p>words 0</p>"))
  }

  @Test func letsNoByteOfADraftSectionOut() throws {
    let portal = try portal([
      "courses/open/02-quorvex/index.md": "---\nvisibility: draft\n---\n# Quorvex section\n",
      "courses/open/02-quorvex/01-quorvex.md": "# Quorvex one\n",
      "courses/open/02-quorvex/inner/quorvex.md": "# Quorvex two\n",
    ])
    #expect(portal.errors == [])
    #expect(try portal.mentions(of: "quorvex") == [])
  }

  @Test func doesNotTellTheNamesOfWithheldCoursesAsPrerequisites() throws {
    let portal = try portal([
      "courses/open/index.md": "---\nprerequisites: [quorvex, A boat of your own]\n---\n# Open\n",
      "courses/quorvex/index.md": "---\nvisibility: draft\n---\n# Quorvex\n",
    ])
    #expect(portal.text("courses/open/index.html").contains("A boat of your own"))
    #expect(try portal.mentions(of: "quorvex") == [])
  }

  // MARK: Unlisted

  @Test func buildsUnlistedCoursesAndListsThemNowhere() throws {
    let portal = try portal(secretCourse("visibility: unlisted"))
    #expect(portal.errors == [])
    let own = [
      "courses/quorvex/index.html", "courses/quorvex/quorvex/index.html",
      "courses/quorvex/quorvex/quorvex.html",
    ]
    for page in own {
      #expect(portal.text(page).contains("<meta name=\"robots\" content=\"noindex\">"), "\(page)")
      #expect(!portal.text(page).contains("og:"), "\(page)")
      #expect(!portal.text(page).contains("application/ld+json"), "\(page)")
    }
    #expect(portal.text(own[2]).contains("The quorvex lesson"))
    #expect(!portal.text(own[0]).contains("harbour.example%2F"), "it offers to share its address")
    let aliases = ["quorvex-alias.html", "quorvex-lesson.html"]
    for page in aliases {
      #expect(portal.text(page).contains("<meta name=\"robots\" content=\"noindex\">"), "\(page)")
    }
    let others = try portal.mentions(of: "quorvex").filter {
      !$0.hasPrefix("courses/quorvex/") && !aliases.contains($0) && !$0.hasPrefix("authors/")
    }
    #expect(others == [])
  }

  // MARK: Mistakes

  /// All words that one slip of the pen makes of `word`.
  private static func slips(of word: String) -> Set<String> {
    let letters = Array(word)
    var slips: Set<String> = [word.uppercased(), word.capitalized, word + "s", word + "."]
    for index in letters.indices {
      var slip = letters
      slip.remove(at: index)
      slips.insert(String(slip))
      slip = letters
      slip[index] = "e"
      slips.insert(String(slip))
      slip = letters
      slip.insert("e", at: index)
      slips.insert(String(slip))
      slip = letters
      if index > 0 { slip.swapAt(index, index - 1) }
      slips.insert(String(slip))
    }
    return slips
  }

  @Test func refusesEverySlipInTheValueOrTheKey() throws {
    let values = Visibility.allCases.map(\.rawValue)
    var lines = values.flatMap(VisibilityTests.slips).filter { !values.contains($0) }
      .map { "visibility: \"\($0)\"" }
    lines += VisibilityTests.slips(of: "visibility").filter { $0 != "visibility" }
      .map { "\"\($0)\": draft" }
    lines += [
      "visibility:", "visibility: ~", "visibility: null", "visibility: true", "visibility: no",
      "visibility: 0", "visibility: [draft]", "visibility: {draft: true}",
      "visibility: draft, private",
      "visibility: \"draft \"", "visibility draft", "visibility: draft\nvisibility: public",
      "draft: true", "hidden: yes", "private: true", "published: false", "public: false",
      "unlisted: true", "draft: True", "available: soon", "available: 2027-13-01",
      "available: 31.01.2030", "expires: never", "expires: 2027-02-30", "available:", "expires:",
    ]
    lines.sort()
    #expect(lines.count > 150)
    for kind in ["course", "lesson"] {
      var texts: [String: String] = [:]
      for (number, line) in lines.enumerated() {
        // Lessons cannot be unlisted, so that no portal has that word.
        let file = kind == "course" ? "courses/c\(number)/index.md" : "courses/c/l\(number).md"
        texts[file] = "---\n\(line)\n---\n# Text\n"
      }
      let portal = try BuiltPortal(texts)
      #expect(portal.files.paths == [])
      let refused = Set(
        portal.diagnostics.filter { $0.severity == .error }.map(\.position.path))
      let accepted = texts.filter { !refused.contains($0.key) }.map(\.value)
      #expect(accepted == [], "\(kind)")
    }
  }

  @Test func tellsWhereTheSlipIsAndWhatWasMeant() throws {
    let marked = MarkedText("---\ntitle: A\nvisibility: 1️⃣pubilc\n---\n")
    let portal = try BuiltPortal(["courses/a/index.md": marked.text, "courses/a/b.md": "# B\n"])
    let finding = try #require(portal.diagnostics.first)
    #expect(finding.position == marked.position(1, in: "courses/a/index.md", length: 6))
    #expect(finding.help == "write visibility: public")
  }

  @Test func refusesTwoValuesAndALineAboveTheFrontMatter() throws {
    for text in ["\n---\nvisibility: draft\n---\n# A\n", " ---\nvisibility: draft\n---\n# A\n"] {
      let portal = try BuiltPortal(["courses/a/one.md": text])
      #expect(portal.errors != [], "\(text)")
      #expect(portal.files.paths == [])
    }
  }
}
