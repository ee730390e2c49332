import CourseChecks
import CourseLoading
import CourseModel
import Diagnostics
import Files
import PortalBuild
import TestSupport
import Testing

/// A portal without findings, and for each rule about its output a change of a template, a text or a
/// setting that brings about just that one.
@Suite struct OutputMutantTests {
  /// What makes a rule speak, with the place marked.
  struct Mutant: CustomTestStringConvertible, Sendable {
    let rule: Diagnostic.ID
    let path: String
    /// The whole file; for a template, what stands in place of `old` in the built-in one.
    let source: String
    var old: String?
    var length = 0
    var severity = Diagnostic.Severity.warning
    let message: String

    var testDescription: String { "\(rule): \(message)" }
  }

  private static let settings = """
    title: Knots
    url: https://knots.example/
    description: What holds, and how it is tied.

    """

  private static let portal = [
    "clevio.yml": settings,
    "courses/knots/index.md": "---\nlang: en\n---\n# Tying knots\n\nWhat holds.\n",
    "courses/knots/01-bends.md": "# Bends\n\nTwo ropes become one.\n",
    "courses/knots/02-loops.md": "# Loops\n\nA rope comes back.\n",
  ]

  private static let lesson = "courses/knots/01-bends.md"

  /// A change of the foot of all pages.
  private static func footer(
    _ rule: Diagnostic.ID, _ markup: String, length: Int, _ message: String
  ) -> Mutant {
    template(
      "footer", "<div class=\"site-foot\">", "<div class=\"site-foot\">\n" + markup, rule,
      length: length, message)
  }

  private static func template(
    _ name: String, _ old: String, _ new: String, _ rule: Diagnostic.ID, length: Int,
    _ message: String
  ) -> Mutant {
    Mutant(
      rule: rule, path: "theme/templates/\(name).mustache", source: new, old: old, length: length,
      message: message)
  }

  static let mutants = [
    footer("page-markup", "<p>1️⃣<b>Tied</p>", length: 3, "the element <b> is not closed"),
    footer("page-markup", "<p>Tied1️⃣</i></p>", length: 4, "the tag </i> closes nothing"),
    footer(
      "page-markup", "<a href=\"{{page.root}}index.html\">Tied 1️⃣<a class=\"x\">twice</a></a>",
      length: 13, "an element <a> stands within another"),
    template(
      "layout", "<!doctype html>\n<html", "1️⃣<html", "page-markup", length: 5,
      "does not begin with <!doctype html>"),
    footer(
      "page-attribute", "1️⃣<p class=\"a\" class=\"b\">Tied</p>", length: 23,
      "a tag has the attribute class= twice"),
    footer(
      "page-id", "<p 1️⃣id=\"main\">Tied</p>", length: 9, "the id \"main\" is there twice"),
    footer(
      "page-landmark", "1️⃣<nav class=\"more\">Tied</nav>", length: 18,
      "one of several <nav> elements does not say what it is"),
    template(
      "not-found", "<main id=\"main\" class=\"reading reading-alone\">",
      "<main id=\"main\">Lost</main>\n1️⃣<main class=\"reading reading-alone\">",
      "page-landmark",
      length: 36, "has a second <main>"),
    template(
      "not-found",
      "<main id=\"main\" class=\"reading reading-alone\">\n<header class=\"page-header\">\n"
        + "<p class=\"eyebrow\">404</p>\n<h1>{{strings.not_found_title}}</h1>",
      "1️⃣<main id=\"main\">\n<header>", "page-heading", length: 5, "has no <h1>"),
    footer("page-heading", "1️⃣<h1 class=\"x\">Tied</h1>", length: 14, "has a second <h1>"),
    footer(
      "page-name", "1️⃣<button type=\"button\"></button>", length: 22, "a button has no words"),
    Mutant(
      rule: "page-name", path: lesson, source: "# Bends\n\nTwo ropes, 1️⃣[](02-loops.md) and one.\n",
      length: 3, message: "a link has no words"),
    footer("page-label", "1️⃣<input name=\"q\">", length: 16, "a field of a form has no label"),
    footer(
      "page-reference", "<p 1️⃣aria-describedby=\"x\">Tied</p>", length: 20,
      "aria-describedby=\"x\" names an id that is not there"),
    Mutant(
      rule: "page-reference", path: lesson,
      source: "# Bends\n\n<section 1️⃣aria-labelledby=\"knot\">\n\nTwo ropes.\n\n</section>\n",
      length: 22, message: "aria-labelledby=\"knot\" names an id that is not there"),
    template(
      "layout", "<html lang=\"{{page.lang}}\"", "1️⃣<html", "page-language", length: 5,
      "does not say in which language it is"),
    template(
      "head", "<title>{{page.title}}</title>", "1️⃣<title></title>", "page-title", length: 6,
      "has no title"),
    Mutant(
      rule: "page-title", path: "courses/knots/03-more/01-bends.md",
      source: "1️⃣# Bends\n\nThree ropes become one.\n", severity: .note,
      message: "has the title of another one, \"Bends · Tying knots · Knots\""),
    Mutant(
      rule: "page-description", path: lesson, source: "1️⃣# Bends\n\n```sh\nman knots\n```\n",
      severity: .note,
      message: "has no description for search engines"),
    template(
      "head", "<script type=\"application/ld+json\">{{{page.json_ld}}}</script>",
      "<script type=\"1️⃣application/ld+json\">{\"@type\": \"Course\", \"name\": \"Knots\", "
        + "\"description\": \"What holds\", \"url\": \"https://knots.example/\"}</script>",
      "page-data", length: 19,
      "the data for search engines lack the \"provider\" of a course"),
    template(
      "course", "<div class=\"offer\">\n{{#course}}",
      "<div class=\"offer\">\n<p class=\"price\">1️⃣59 € incl. 19 % VAT</p>\n{{#course}}",
      "page-price",
      length: 21,
      "\"59 € incl. 19 % VAT\" is shown as the price of \"Tying knots\", which is free,"),
    template(
      "head", "<script type=\"application/ld+json\">{{{page.json_ld}}}</script>",
      "<script type=\"1️⃣application/ld+json\">{\"@type\": \"Course\", \"name\": \"Knots\", "
        + "\"description\": \"What holds\", \"url\": \"https://knots.example/\", \"provider\": "
        + "{\"name\": \"Ada\"}, \"offers\": {\"category\": \"Paid\", \"price\": 59}}</script>",
      "page-price", length: 19,
      "the data for search engines have another price of \"Tying knots\", which is free,"),
    footer(
      "page-link", "<a href=\"{{page.root}}1️⃣contact.htm\">Tied</a>", length: 11,
      "\"contact.htm\" leads to no file of the portal"),
    footer(
      "page-link", "<a href=\"{{page.root}}1️⃣index.html#tied\">Tied</a>", length: 15,
      "\"index.html#tied\" leads to a page without the place \"#tied\""),
    Mutant(
      rule: "page-orphan", path: "authors/ada.md", source: "1️⃣# Ada\n\nShe teaches nothing yet.\n",
      message: "has no link from another page"),
    Mutant(
      rule: "page-weight", path: "clevio.yml",
      source: "1️⃣" + settings + "check: {budgets: {page_css_kb: 10}}\n",
      message: "kB, more than 10 kB, on the page"),
    template(
      "head", "<meta name=\"color-scheme\"",
      "<meta name=\"robots\" content=\"1️⃣noindex\">\n<meta name=\"color-scheme\"", "sitemap-page",
      length: 7, "says noindex, but stands in \"sitemap.xml\""),
  ]

  private func findings(in files: [String: String]) throws -> [Diagnostic] {
    let today = try #require(CalendarDate(parsing: "2027-01-10"))
    var options = LoadingOptions(today: today, folderName: "academy")
    options.looksForGaps = true
    let build = PortalBuild(
      sources: FileTree(texts: files), loading: options, threads: 2, generator: "Clevio")
    // That a public portal should say who runs it is none of the pages' business.
    return try build.check().diagnostics.filter { $0.id != "legal-gap" }
  }

  /// The portal with one file as a mutant has it, and the place that its mark says.
  private func portal(with mutant: Mutant) throws -> ([String: String], SourcePosition) {
    var source = mutant.source
    if let old = mutant.old {
      let path = RelativePath(mutant.path).relative(to: RelativePath("theme"))
      let builtin = BuiltinFiles.tree.subtree(RelativePath("theme"))
      let content = try #require(path.flatMap { builtin[$0] })
      let text = try String(decoding: content.read(), as: UTF8.self)
      #expect(text.contains(old), "the built-in template has changed")
      source = text.replacing(old, with: mutant.source)
    }
    let marked = MarkedText(source)
    var files = Self.portal
    files[mutant.path] = marked.text
    return (files, marked.position(1, in: mutant.path, length: mutant.length))
  }

  @Test func tellsOfACourseWithoutAPageOfItsOwnAtItsFolder() throws {
    var files = Self.portal
    files["courses/knots/index.md"] = nil
    // A template that takes no part is the place of nothing but that.
    files["theme/templates/fotter.mustache"] = "<footer></footer>"
    let found = try findings(in: files)
    #expect(
      found.map { "\($0.position.path) \($0.id)" } == [
        "courses/knots page-description", "theme/templates/fotter.mustache file-unread",
      ])
  }

  @Test func findsNothingInAPortalThatIsAsItShouldBe() throws {
    #expect(try findings(in: Self.portal) == [])
  }

  @Test(arguments: mutants)
  func findsOneThingAtItsPlaceAndNothingElse(mutant: Mutant) throws {
    let (files, position) = try portal(with: mutant)
    let found = try findings(in: files)
    let finding = try #require(found.first)
    #expect(found.count == 1, "\(found)")
    #expect(finding.id == mutant.rule)
    #expect(finding.severity == mutant.severity)
    #expect(finding.message.contains(mutant.message), "\(finding.message)")
    #expect(finding.message.contains("the page \""))
    #expect(finding.position == position)
  }
}
