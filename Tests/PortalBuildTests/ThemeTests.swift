import Diagnostics
import Files
import TestSupport
import Testing

@Suite struct ThemeTests {
  private let course = ["courses/a/one.md": "# One\n\nWords.\n"]

  private func portal(_ texts: [String: String]) throws -> BuiltPortal {
    try BuiltPortal(course.merging(texts) { $1 })
  }

  @Test func takesOneFileOfTheThemeFromTheAuthor() throws {
    let portal = try portal([
      "theme/templates/footer.mustache": "<footer>Own footer of {{portal.title}}</footer>\n"
    ])
    #expect(portal.errors == [])
    for page in portal.pages {
      #expect(portal.text(page).contains("<footer>Own footer of Harbour</footer>"), "\(page)")
    }
    #expect(portal.text("courses/a/one.html").contains("<header class=\"site-header\">"))
  }

  @Test func joinsTheAuthorsStylesAndScriptsWithItsOwn() throws {
    let plain = try portal([:])
    let portal = try portal([
      "theme/css/99-own.css": ".own { color: red }", "theme/js/99-own.js": "own()",
      "theme/css/85-modes.css": "",
    ])
    #expect(portal.text("assets/clevio.css").hasSuffix(".own { color: red }\n"))
    #expect(
      portal.text("assets/clevio.css").utf8.count < plain.text("assets/clevio.css").utf8.count)
    #expect(portal.text("assets/clevio.js") == plain.text("assets/clevio.js") + "own()\n")
  }

  @Test func leavesTheAuthorsScriptsAsTheyAre() throws {
    let script = "own(`\n  a\n\n  // b\n`)\r\n\n// c\n"
    let plain = try portal([:])
    let portal = try portal([
      "theme/js/10-frame.js": script, "theme/js/99-own.js": script, "theme/head/theme.js": script,
    ])
    #expect(portal.errors == [])
    let joined = portal.text("assets/clevio.js")
    #expect(joined.hasPrefix(script) && joined.hasSuffix(script))
    #expect(portal.text("assets/theme.js") == script)
    // The built-in files between them are as short as ever.
    let between = String(joined.dropFirst(script.count).dropLast(script.count))
    #expect(!between.isEmpty && plain.text("assets/clevio.js").hasSuffix(between))
  }

  @Test func publishesItsFontsAndPictures() throws {
    let sheet = """
      @font-face { font-family: Own; src: url(../fonts/own.woff2?v=2) format("woff2") }
      .brand { background: url("../img/a%20b.svg#mark") }
      .plain { mask: url("data:image/svg+xml,%3Csvg/%3E"), url(#mask) }
      """
    let portal = try portal([
      "theme/css/90-own.css": sheet, "theme/fonts/own.woff2": "a font",
      "theme/img/a b.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
    ])
    #expect(portal.diagnostics == [])
    #expect(portal.text("assets/theme/fonts/own.woff2") == "a font")
    #expect(portal.has("assets/theme/img/a b.svg"))
    let css = portal.text("assets/clevio.css")
    #expect(css.contains("src: url(\"theme/fonts/own.woff2?v=2\") format(\"woff2\")"))
    #expect(css.contains("url(\"theme/img/a%20b.svg#mark\")"))
    #expect(css.contains("url(\"data:image/svg+xml,%3Csvg/%3E\"), url(#mask)"))
  }

  @Test func tellsWhereAStyleSheetNamesWhatIsNotThere() throws {
    let path = "theme/css/90-own.css"
    let marked = MarkedText("a {}\n.brand { background: 1️⃣url(../img/logo.pgn) }\n")
    let portal = try portal([path: marked.text, "theme/img/logo.png": "x"])
    let finding = try #require(portal.diagnostics.first)
    #expect(finding.id == "theme-file")
    #expect(finding.position == marked.position(1, in: path, length: 20))
    #expect(finding.help == "did you mean \"theme/img/logo.png\"?")
  }

  @Test func refusesAPictureThatRunsScripts() throws {
    let portal = try portal([
      "theme/img/a.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>"
    ])
    #expect(portal.errors == ["theme/img/a.svg:1:1 file-refused"])
    #expect(portal.files.paths == [])
  }

  @Test(
    arguments: [
      ("footer.mustache", "theme/templates/footer.mustache"), ("style.css", "theme/css/style.css"),
      ("css/sub/a.css", "theme/css/a.css"),
      ("templates/fotter.mustache", "templates/footer.mustache"),
      ("js/a.css", "theme/css/a.css"), ("strings/it.yml", "in the portal's languages"),
      ("theme.yaml", "theme/theme.yml"),
    ])
  func tellsOfFilesThatTakeNoPart(file: String, help: String) throws {
    let portal = try portal(["theme/\(file)": "x: y\n"])
    #expect(portal.diagnostics.map(\.place) == ["theme/\(file):1:1 file-unread"])
    #expect(portal.diagnostics.first?.help?.contains(help) == true)
  }

  @Test func takesPartialsAndWordsThatTheThemeAddsItself() throws {
    let portal = try portal([
      "theme/templates/footer.mustache": "<footer>{{>mine}}</footer>\n",
      "theme/templates/mine.mustache": "<p>Mine</p>\n", "theme/strings/en.yml": "search: Find\n",
      "theme/README.md": "# My theme\n",
    ])
    #expect(portal.diagnostics == [])
    #expect(portal.text("courses/a/one.html").contains("Find"))
    let unknown = try self.portal(["theme/strings/en.yml": "a: b\nserach: Find\n"])
    #expect(
      unknown.diagnostics.map(\.place) == [
        "theme/strings/en.yml:1:1 theme-words", "theme/strings/en.yml:2:1 theme-words",
      ])
  }

  @Test(arguments: ["{{>mine}}", "{{>  mine  }}", "{{>\n mine\n}}", "{{=[ ]=}}[>mine]"])
  func takesAPartialHoweverItsTagIsSpaced(tag: String) throws {
    let portal = try portal([
      "theme/templates/footer.mustache": "<footer>\(tag)</footer>\n",
      "theme/templates/mine.mustache": "<p>Mine</p>\n",
    ])
    #expect(portal.diagnostics == [])
    #expect(portal.text("courses/a/one.html").contains("<footer><p>Mine</p>"))
  }

  @Test(arguments: ["{{! >mine}}", "<b>mine}</b>"])
  func tellsOfAPartialThatNoTemplateIncludes(words: String) throws {
    let portal = try portal([
      "theme/templates/footer.mustache": "<footer>\(words)</footer>\n",
      "theme/templates/mine.mustache": "<p>Mine</p>\n",
    ])
    #expect(
      portal.diagnostics.map(\.place).contains("theme/templates/mine.mustache:1:1 file-unread"))
  }

  @Test(
    arguments: [
      "<footer>\n  1️⃣{{#portal.title}}\n</footer>\n", "<footer>\n{{1️⃣footer.nothing}}\n</footer>\n",
      "<footer>{{portal.title}}1️⃣{{/portal}}</footer>\n", "1️⃣{{>nowhere}}\n", "a\n 1️⃣{{portal.title\n",
    ])
  func tellsWhereATemplateIsWrongAndPublishesNothing(marked: String) throws {
    let marked = MarkedText(marked)
    let path = "theme/templates/footer.mustache"
    let portal = try portal([path: marked.text])
    #expect(portal.files.paths == [])
    let finding = try #require(portal.diagnostics.first { $0.severity == .error })
    let expected = marked.position(1, in: path, length: 0)
    #expect(finding.id.description.hasPrefix("template-"))
    #expect(finding.position.path == path)
    #expect(finding.position.line == expected.line, "\(finding.message)")
    #expect(abs(finding.position.column - expected.column) <= 2, "\(finding.message)")
  }

  @Test func tellsTheMistakesOfTheThemeWithThoseOfTheTexts() throws {
    let portal = try portal([
      "theme/templates/footer.mustache": "{{>mine}}{{#open}}",
      "theme/templates/mine.mustache": "<script>run()</script>",
      "courses/a/one.md": "---\nminutes: soon\n---\n",
      "courses/a/two.md": "# Two\n\n[a](gone.md)\n", "theme/strings/en.yml": "serach: Find\n",
      "theme/css/a.css": "a { background: url(none.png) }",
    ])
    #expect(
      portal.diagnostics.map { $0.place.split(separator: " ").last } == [
        "value-minutes", "link-target", "theme-file", "theme-words", "template-syntax",
        "theme-code",
      ])
    #expect(portal.files.paths == [])
  }

  @Test(arguments: [
    ("fetch('https://a.example/x')", "1:8 foreign-content"),
    ("let a = 1;\nimport ( \"//a.example/x.js\");", "2:11 foreign-content"),
    ("image.src = \"https://a.example/x.png\";", "1:14 foreign-content"),
    ("run({);", "1:5 theme-open"), ("/* a", "1:1 theme-open"),
  ])
  func tellsWhatAScriptWouldLoadAndWhatHasNoEnd(script: String, place: String) throws {
    let portal = try portal(["theme/js/90-own.js": script])
    #expect(portal.diagnostics.map(\.place) == ["theme/js/90-own.js:\(place)"])
    #expect(portal.errors == [])
  }

  @Test(arguments: [
    "link.href = \"https://a.example/\"; // fetch(\"https://a.example/\")", "fetch(\"own.json\");",
    "if (url === \"https://a.example/\") { open(url); }",
  ])
  func tellsNothingOfAddressesThatLoadNothing(script: String) throws {
    #expect(try portal(["theme/js/90-own.js": script]).diagnostics == [])
  }

  @Test(arguments: [
    (
      "localStorage.setItem(\"visitor\", id);", "1:23", "\"visitor\"", "visitor, type: localStorage"
    ),
    ("a();\nwindow.sessionStorage.setItem( 'v', 1)", "2:33", "\"v\"", "v, type: sessionStorage"),
    ("document.cookie = `id=${id}; path=/`;", "1:20", "\"id\"", "id, type: cookie"),
    ("indexedDB.open(\"own\");", "1:17", "\"own\"", "own, type: indexedDB"),
    ("caches.open(name);", "1:1", "something", "…, type: cacheStorage"),
  ])
  func tellsWhatAScriptKeepsThatNoPolicyTellsOf(
    script: String, place: String, what: String, help: String
  ) throws {
    let portal = try portal(["theme/js/90-own.js": script])
    #expect(portal.warnings == ["theme/js/90-own.js:\(place) theme-storage"])
    let finding = try #require(portal.diagnostics.first)
    #expect(finding.message.hasPrefix("a script keeps \(what) on devices"))
    #expect(finding.help?.contains("{name: \(help), category: necessary") == true)
  }

  @Test(arguments: [
    "// localStorage.setItem(\"visitor\", id);\na(\"document.cookie = 'a=b'\");",
    "document.cookie = \"old=; Max-Age=0; path=/\";", "if (document.cookie == \"\") a();",
    "myCaches.open(\"x\"); localStorage.getItem(\"visitor\");",
    "localStorage.setItem(\"clevio:scheme\", \"dark\");",
    "localStorage.setItem(\"fold_1\", \"\"); localStorage.setItem(key, \"\");",
  ])
  func saysNothingOfScriptsThatKeepWhatIsDeclared(script: String) throws {
    let storage =
      "storage: [{name: fold_*, type: localStorage, category: necessary, purpose: folds}]"
    let portal = try portal([
      "legal.yml": "operator: {name: Ropes Ltd}\n\(storage)\n", "theme/js/90-own.js": script,
    ])
    #expect(portal.diagnostics == [])
  }

  @Test func colours() throws {
    let portal = try portal([
      "clevio.yml": """
      title: Harbour
      theme: {accent: "#7A1FA2", accent_dark: "#E1BEE7", text_font: "Georgia, serif", code_font: "monospace; } body {"}
      """
    ])
    #expect(portal.errors == [])
    let css = portal.text("assets/accent.css").lowercased()
    #expect(css.contains("--accent: light-dark(#7a1fa2, #e1bee7);"))
    #expect(css.contains("--font-text: georgia, serif;"))
    #expect(css.filter { $0 == "{" }.count == 1 && css.filter { $0 == "}" }.count == 1)
    for page in portal.pages {
      #expect(portal.text(page).contains("assets/accent.css\">"), "\(page)")
    }
    #expect(!(try self.portal([:]).has("assets/accent.css")))
  }

  @Test func takesColoursOfThreeDigits() throws {
    let portal = try portal([
      "clevio.yml": "title: A\ntheme: {accent: \"#a22\", accent_dark: \"#FBC\"}\n"
    ])
    #expect(portal.errors == [])
    let css = portal.text("assets/accent.css").lowercased()
    #expect(css.contains("--accent: light-dark(#aa2222, #ffbbcc);"))
  }

  @Test func changesTheAccentOfDarkPagesAlone() throws {
    let portal = try portal([
      "clevio.yml": "title: A\ntheme: {accent_dark: \"#e1bee7\"}\n"
    ])
    #expect(portal.text("assets/accent.css").contains("--accent: light-dark(#0b655a, #e1bee7);"))
  }

  @Test func brightensTheAccentOfDarkPagesUntilItCanBeRead() throws {
    let css = try portal(["clevio.yml": "title: A\ntheme: {accent_dark: \"#000\"}\n"])
      .text("assets/accent.css")
    #expect(css.contains("--accent: light-dark(#0b655a, #"), "\(css)")
    #expect(!css.contains("--accent: light-dark(#0b655a, #000000)"))
  }

  @Test(arguments: [
    "red", "\"#1234\"", "\"#12345\"", "\"#12345g\"", "\"#1234567\"", "#123456", "12",
  ])
  func refusesWhatIsNotAColour(accent: String) throws {
    let portal = try portal(["clevio.yml": "title: A\ntheme:\n  accent: \(accent)\n"])
    #expect(portal.errors.count == 1)
    #expect(portal.errors.first?.hasPrefix("clevio.yml:3:") == true)
  }

  @Test func showsTheAuthorsLogoAndIcon() throws {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"32\"/>"
    let portal = try portal([
      "clevio.yml": "title: A\ntheme: {logo: brand/logo.svg, icon: brand/icon.svg}\n",
      "brand/logo.svg": svg, "brand/icon.svg": svg,
    ])
    #expect(portal.errors == [])
    let page = portal.text("courses/a/one.html")
    #expect(
      page.contains("<img src=\"../../files/brand/logo.svg\" alt=\"\" width=\"64\" height=\"32\">"))
    #expect(page.contains("<link rel=\"icon\" href=\"../../files/brand/icon.svg\">"))
    #expect(portal.has("files/brand/logo.svg") && portal.has("files/brand/icon.svg"))
  }

  @Test(arguments: ["logo", "icon"])
  func tellsOfALogoThatIsNotThere(key: String) throws {
    let portal = try portal(["clevio.yml": "title: A\ntheme:\n  \(key): gone.svg\n"])
    #expect(portal.errors == ["clevio.yml:3:\(key.utf8.count + 5) picture-missing"])
    #expect(portal.diagnostics.map(\.message) == ["there is no picture \"gone.svg\""])
    #expect(portal.files.paths == [])
  }

  // MARK: Words

  @Test func takesSomeWordsFromTheAuthorAndTheRestFromTheTheme() throws {
    let portal = try portal([
      "theme/strings/en.yml":
        "skip_to_content: \"Over here\"\nlessons: {one: \"{n} step\", other: \"{n} steps\"}\n"
    ])
    #expect(portal.errors == [])
    let page = portal.text("courses/a/one.html")
    #expect(page.contains(">Over here</a>"))
    #expect(page.contains("aria-label=\"Main menu\""))
    #expect(portal.text("index.html").contains("1 step"))
  }

  @Test func takesWordsInALanguageThatTheThemeDoesNotSpeak() throws {
    let portal = try portal([
      "clevio.yml": "title: Haven\nlanguages: [nl]\n",
      "theme/strings/nl.yml": "skip_to_content: \"Naar de inhoud\"\nown_words: \"Eigen\"\n",
      "theme/templates/footer.mustache": "<footer>{{strings.license}}</footer>",
    ])
    #expect(portal.errors == [])
    let page = portal.text("courses/a/one.html")
    #expect(page.contains(">Naar de inhoud</a>"))
    #expect(page.contains("<footer>Licence</footer>"))
    #expect(page.contains("aria-label=\"Main menu\""))
    let notes = portal.diagnostics.filter { $0.severity == .note }
    #expect(notes.map(\.place) == ["theme/strings/nl.yml:1:1 theme-words"])
    #expect(notes.first?.message.contains(" more, and shows English ones") == true)
  }

  @Test func namesTheFewWordsThatALanguageLacks() throws {
    let english = RelativePath("theme/strings/en.yml")
    let all = try String(decoding: #require(BuiltinFiles.tree[english]).read(), as: UTF8.self)
    let some = all.split(separator: "\n").filter {
      !$0.hasPrefix("home:") && !$0.hasPrefix("skip_to_content:")
    }
    let settings = "title: Haven\nlanguages: [nl]\n"
    let lacking = try portal([
      "clevio.yml": settings, "theme/strings/nl.yml": some.joined(separator: "\n"),
    ])
    #expect(
      lacking.diagnostics.map(\.message) == [
        "the interface has no words in \"nl\" for \"home\", \"skip_to_content\", "
          + "and shows English ones"
      ])
    let complete = try portal(["clevio.yml": settings, "theme/strings/nl.yml": all])
    #expect(complete.diagnostics == [])
  }

  @Test(arguments: [
    ("lessons: \"{n} step(s)\"", 10, "counts things"), ("home: [a]", 7, "takes a text"),
    ("lessons: {one: a, other: \"{m} steps\"}", 10, "place {m} of"),
    ("page_of: \"{n} von {alle}\"", 10, "place {alle} of"), ("home: \"Zu {n}\"", 7, "place {n} of"),
  ])
  func tellsOfWordsThatWouldNotBeFilled(line: String, column: Int, message: String) throws {
    let portal = try portal(["theme/strings/en.yml": line + "\n"])
    #expect(portal.diagnostics.map(\.place) == ["theme/strings/en.yml:1:\(column) theme-words"])
    #expect(portal.diagnostics.first?.message.contains(message) == true)
    #expect(portal.text("index.html").contains("1 lesson"))
  }

  @Test func tellsOfALanguageWithoutWords() throws {
    let portal = try portal(["clevio.yml": "title: Haven\nlanguages: [nl, en]\n"])
    #expect(portal.diagnostics.map(\.place) == ["theme/strings/nl.yml:1:1 theme-words"])
    #expect(portal.diagnostics.map(\.severity) == [.note])
    #expect(portal.text("courses/a/one.html").contains("aria-label=\"Main menu\""))
  }

  @Test func tellsWhereWordsAreWrong() throws {
    let portal = try portal(["theme/strings/en.yml": "search: \"Find\"\nlicense: [\n"])
    #expect(portal.errors.first?.hasPrefix("theme/strings/en.yml:") == true)
    #expect(portal.files.paths == [])
  }
}
