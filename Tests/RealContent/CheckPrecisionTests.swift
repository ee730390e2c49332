import CourseLoading
import CourseModel
import Diagnostics
import Files
import PortalBuild
import Testing

/// What `clevio check` finds in courses that were written for other tools, as they are: each kind was looked at,
/// and says why their authors would agree.
@Suite struct CheckPrecisionTests {
  /// Findings of a rule.
  struct Kind: Sendable {
    let rule: String
    let count: Int
    /// Why they are right.
    let reason: String
  }

  static let kinds: [(course: String, kinds: [Kind])] = [
    (
      "comprehensive-rust",
      [
        Kind(
          rule: "foreign-content", count: 6, reason: "badges of shields.io, which sees who reads"),
        Kind(
          rule: "front-matter-key", count: 39, reason: "mdBook's course, session, target_minutes"),
        Kind(rule: "heading-jump", count: 3, reason: "### below #"),
        Kind(rule: "html-dropped", count: 1, reason: "a style element in the glossary"),
        Kind(
          rule: "html-element", count: 4, reason: "MaybeUninit<T> without backquotes loses its <T>"),
        Kind(rule: "image-alt", count: 1, reason: "an img without alt"),
        Kind(rule: "image-target", count: 1, reason: "a symbolic link that became a text"),
        Kind(rule: "lesson-empty", count: 8, reason: "pages with a title and a licence only"),
        Kind(
          rule: "link-target", count: 8, reason: "files that mdBook makes or that were not copied"),
        Kind(
          rule: "text-markup", count: 157, reason: "mdBook's segments, and code in other files"),
      ]
    ),
    (
      "odin-project",
      [
        Kind(rule: "foreign-content", count: 30, reason: "pictures and a frame of other hosts"),
        Kind(rule: "html-dropped", count: 23, reason: "scripts of CodePen"),
        Kind(rule: "image-target", count: 2, reason: "pictures that were left out for their size"),
        Kind(rule: "link-anchor", count: 2, reason: "headings that were renamed"),
        Kind(rule: "page-weight", count: 1, reason: "a page with 9.7 MB of screenshots"),
        Kind(rule: "text-markup", count: 1, reason: "a class behind a picture"),
      ]
    ),
    (
      "opensource-guide",
      [
        Kind(rule: "file-underscore", count: 1, reason: "Jekyll's folder _articles"),
        Kind(rule: "foreign-content", count: 1619, reason: "faces of GitHub's users beside quotes"),
        Kind(
          rule: "front-matter-key", count: 1035,
          reason:
            "Jekyll's class, image, related, untranslated, redirect_from: five names to ignore"),
        Kind(rule: "heading-space", count: 2, reason: "##Utilizzo, shown with its signs"),
        Kind(
          rule: "html-markdown", count: 325,
          reason: "links in asides, which Jekyll reads and GitHub does not"),
        Kind(rule: "image-target", count: 423, reason: "the site's /assets, which were not copied"),
        Kind(rule: "link-anchor", count: 1, reason: "./# leads to the folder, not to the page"),
        Kind(rule: "link-scheme", count: 3, reason: "hhttps: in three translations"),
        Kind(rule: "link-target", count: 32, reason: "the site's /notices/ and /assets"),
        Kind(rule: "list-space", count: 9, reason: "*Quantificare, glued to the item above it"),
        Kind(rule: "page-name", count: 1, reason: "[](address) before a heading in Bengali"),
        Kind(rule: "text-strong", count: 44, reason: "**公开。**公开, shown with its signs"),
      ]
    ),
    (
      "shell-novice",
      [
        Kind(
          rule: "front-matter-key", count: 15, reason: "the Workbench's teaching, exercises, site"),
        Kind(rule: "heading-jump", count: 3, reason: "#### below ##, ### before ##"),
        Kind(
          rule: "image-alt", count: 9, reason: "words in {alt=…}, which pages would show as text"),
        Kind(rule: "image-target", count: 1, reason: "a picture of another folder"),
        Kind(
          rule: "link-anchor", count: 43, reason: "ids in [term]{#id}, which pages would not have"),
        Kind(rule: "link-target", count: 1, reason: "an archive that the Workbench makes"),
        Kind(
          rule: "text-markup", count: 14,
          reason: "the Workbench's boxes between colons, attributes, and a list of definitions"),
      ]
    ),
  ]

  @Test(arguments: kinds.indices)
  func findsWhatAuthorsWouldAgreeWith(index: Int) throws {
    let (name, kinds) = Self.kinds[index]
    guard let sources = try RealCourse.sources(of: name) else { return }
    let found = try findings(in: sources, of: name).filter { $0.severity != .note }
    let counts = found.countsByRule.map { "\($0.rule) \($0.count)" }
    #expect(counts == kinds.map { "\($0.rule) \($0.count)" })
    for finding in found { try checkPlace(of: finding, in: sources) }
  }

  private func findings(in sources: FileTree, of name: String) throws -> [Diagnostic] {
    let today = try #require(CalendarDate(parsing: "2027-01-31"))
    var options = LoadingOptions(today: today, folderName: name)
    options.looksForGaps = true
    return try PortalBuild(sources: sources, loading: options, threads: 2, generator: "Clevio")
      .check().diagnostics
  }

  /// What a finding marks is what its message quotes.
  private func checkPlace(of finding: Diagnostic, in sources: FileTree) throws {
    let position = finding.position
    let bytes = try sources[RelativePath(position.path)]?.read() ?? []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    try #require(position.line <= lines.count, "\(finding)")
    let line = lines[position.line - 1]
    try #require(position.column - 1 + position.length <= line.count, "\(finding)")
    // What is found on a page that came out quotes that page.
    guard position.length > 0, !finding.id.description.hasPrefix("page-") else { return }
    let marked = String(
      decoding: line.dropFirst(position.column - 1).prefix(position.length), as: UTF8.self
    ).lowercased()
    let quotes = finding.message.split(separator: "\"", omittingEmptySubsequences: false)
    let words = stride(from: 1, to: quotes.count, by: 2).map { quotes[$0].lowercased() }
    #expect(words.isEmpty || words.contains { marked.contains($0.prefix(40)) }, "\(finding)")
  }
}
