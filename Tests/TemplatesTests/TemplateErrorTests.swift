import Diagnostics
import Templates
import Testing

/// The mistakes in a template, as `path:line:column message`.
private func mistakes(_ text: String, with others: [String: String] = [:]) -> [String] {
  do {
    _ = try TemplateSet(sources(text, others)).compile("main", for: Page.self)
    return []
  } catch {
    return error.errors.map {
      let place = $0.position
      return "\(place.path.dropFirst(6)):\(place.line):\(place.column) \($0.message)"
    }
  }
}

@Suite struct TemplateErrorTests {
  @Test(arguments: [
    ("{{tilte}}", "unknown name 'tilte'"),
    ("{{author.nam}}", "unknown name 'nam'"),
    ("{{title.name}}", "'title' has no parts"),
    ("{{first}}", "unknown name 'first'"),
    ("{{links.first}}", "'links' has no parts"),
    ("{{strings.other}}", "unknown name 'other'"),
    ("{{.}}", "unknown name '.'"),
    ("{{#author}}{{.}}{{/author}}", "unknown name '.'"),
    ("{{{title}}}", "'title' is text, not HTML"),
    ("{{&title}}", "'title' is text, not HTML"),
    ("{{body}}", "'body' is HTML, not text"),
    ("{{links}}", "'links' is neither text nor HTML"),
    ("{{author}}", "'author' is neither text nor HTML"),
    ("{{#links}}{{locked}}{{/links}}", "'locked' is neither text nor HTML"),
    ("{{#title}}", "'title' is not closed"),
    ("{{/title}}", "'title' is closed but not open"),
    ("{{title", "tag is not closed"),
    ("{{}}", "'{{}}' is not a name"),
    ("{{a b}}", "'{{a b}}' is not a name"),
    ("{{author..name}}", "'author..name' is not a name"),
    ("{{=x=}}", "tag must name two delimiters of at most 16 bytes"),
    ("{{>missing}}", "no template is named 'missing'"),
    ("{{<missing}}{{/missing}}", "no template is named 'missing'"),
    ("{{>*title}}", "template name 'title' is taken from the data"),
    ("{{<box}}{{title}}{{/box}}", "'title' stands in a parent outside its blocks"),
    ("{{<box}}{{$mian}}{{/mian}}{{/box}}", "parent has no block 'mian'"),
  ])
  func tellsWhatIsWrong(text: String, message: String) {
    let found = mistakes(text, with: ["box": "{{$main}}{{/main}}"])
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix(" " + message) == true, "\(found)")
  }

  @Test func countsLinesAndColumnsInBytes() {
    #expect(mistakes("ä\r\n  ö{{title}}{{oops}}\n") == ["main.html:2:14 unknown name 'oops'"])
  }

  @Test func tellsAllMistakesOfAllTemplatesAtOnce() {
    let others = ["a": "{{one}}\n{{{title}}}", "b": "{{#open}}\n{{/shut}}"]
    #expect(
      mistakes("{{>b}}{{three}}\n{{>a}}{{>a}}", with: others) == [
        "a.html:1:1 unknown name 'one'", "a.html:2:1 'title' is text, not HTML",
        "b.html:1:1 'open' is not closed", "b.html:2:1 'shut' is closed but not open",
        "main.html:1:7 unknown name 'three'",
      ])
  }

  @Test func tellsMistakesOfTemplatesThatNothingUses() {
    let set = TemplateSet(sources("fine", ["unused": "{{#open}}"]))
    #expect(set.errors?.errors.map(\.position.path) == ["theme/unused.html"])
    #expect(throws: Never.self) { try set.compile("main", for: Page.self) }
  }

  @Test func quotesTheLineAndSuggestsAName() throws {
    let text = "first\n<b>{{#author}}{{nmae}}{{/author}}</b>\r\nlast"
    let set = TemplateSet(sources("{{>part}}", ["part": text]))
    let errors = try #require(throws: TemplateErrors.self) {
      try set.compile("main", for: Page.self)
    }
    let error = try #require(errors.errors.first)
    #expect(error.line == "<b>{{#author}}{{nmae}}{{/author}}</b>")
    #expect(error.position.length == "{{nmae}}".utf8.count)
    #expect(
      error.diagnostic.help
        == "did you mean 'name'?; included from theme/main.html:1:1")
    #expect(error.diagnostic.id == "template-name")
  }

  @Test(arguments: [
    ("{{>main}}", "main > main"),
    ("{{#title}}{{>main}}{{/title}}", "main > main"),
    ("{{<main}}{{/main}}", "main > main"),
    ("{{>a}}", "a > b > a"),
    // `links` is the page's own each time: nothing descends.
    ("{{#links}}{{>main}}{{/links}}", "main > main"),
  ])
  func refusesTemplatesThatIncludeThemselvesWithoutEnd(text: String, circle: String) {
    let found = mistakes(text, with: ["a": "{{>b}}", "b": "{{>a}}"])
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix("without end: " + circle) == true, "\(found)")
  }

  @Test func refusesATemplateThatDoesNotExist() {
    let errors = #expect(throws: TemplateErrors.self) {
      try TemplateSet([]).compile("lesson", for: Page.self)
    }
    #expect(errors?.errors.map(\.message) == ["no template is named 'lesson'"])
  }
}
