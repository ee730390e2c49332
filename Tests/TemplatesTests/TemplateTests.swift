import Templates
import Testing

/// Renders one template, with others beside it, for one model.
private func render<Model: TemplateModel>(
  _ text: String, _ model: Model, with others: [String: String] = [:]
) throws -> String {
  let template = try TemplateSet(sources(text, others)).compile("main", for: Model.self)
  var output: [UInt8] = []
  template.render(model, into: &output)
  return String(decoding: output, as: UTF8.self)
}

@Suite struct TemplateTests {
  private let page = Page(
    title: "Knots & \"bends\"", body: "<p>Tie <b>it</b></p>", author: Author(name: "Ada"),
    links: [
      Link(title: "One", url: "1.html"), Link(title: "Two <2>", isLocked: true),
      Link(title: "Three", children: [Link(title: "Inner", children: [Link(title: "Innermost")])]),
    ],
    tags: ["rope", "fire & ice"], minutes: 0)

  @Test(arguments: [
    ("{{title}}", "Knots &amp; &quot;bends&quot;"),
    ("{{{body}}}|{{&body}}", "<p>Tie <b>it</b></p>|<p>Tie <b>it</b></p>"),
    (
      "{{author.name}} {{#author}}{{name}} of {{title}}{{/author}}",
      "Ada Ada of Knots &amp; &quot;bends&quot;"
    ),
    ("{{#author}}yes{{/author}}{{^author}}no{{/author}}", "yes"),
    ("{{#editor}}yes{{/editor}}{{^editor}}no{{/editor}}{{editor.name}}", "no"),
    ("{{#subtitle}}yes{{/subtitle}}{{^subtitle}}no{{/subtitle}}", "no"),
    ("{{#title}}{{.}}{{/title}}", "Knots &amp; &quot;bends&quot;"),
    ("{{#tags}}{{.}}{{^last}}, {{/last}}{{/tags}}", "rope, fire &amp; ice"),
    (
      "{{#links}}{{#first}}<{{/first}}{{title}}{{#locked}}!{{/locked}} {{/links}}",
      "<One Two &lt;2&gt;! Three "
    ),
    (
      "{{#links}}{{#author}}{{^last}}{{title}},{{/last}}{{/author}}{{/links}}", "One,Two &lt;2&gt;,"
    ),
    ("{{minutes}}{{#minutes}} minutes{{/minutes}}", "0"),
    ("{{strings.next}} {{strings.quiz.retry}}{{#strings}} {{next}}{{/strings}}", "Next Again Next"),
  ])
  func writesWhatTheModelHas(text: String, expected: String) throws {
    #expect(try render(text, page) == expected)
  }

  @Test func looksFurtherOutwardForWhatIsAbsent() throws {
    // Only the first link has an address of its own; the page has one too.
    #expect(try render("{{#links}}{{url}} {{/links}}", page) == "1.html page.html page.html ")
  }

  @Test func doesNotTakeAnAbsentValueFromANodeOfTheSameKindAround() throws {
    let tree = Link(title: "Top", url: "top.html", children: [Link(title: "Leaf")])
    #expect(try render("{{#children}}{{title}}:{{url}}{{/children}}", tree) == "Leaf:")
  }

  @Test func followsTemplatesThatIncludeThemselves() throws {
    let item = "<li>{{title}}\n{{#children}}\n  {{>item}}\n{{/children}}\n</li>\n"
    #expect(
      try render("<ul>\n{{#links}}\n  {{>item}}\n{{/links}}\n</ul>\n", page, with: ["item": item])
        == """
        <ul>
          <li>One
          </li>
          <li>Two &lt;2&gt;
          </li>
          <li>Three
            <li>Inner
              <li>Innermost
              </li>
            </li>
          </li>
        </ul>

        """)
  }

  @Test func keepsFramesApartInTemplatesThatIncludeEachOther() throws {
    let others = [
      "a": "({{title}} of {{author.name}}{{#children}}{{>b}}{{/children}})",
      "b": "[{{#author}}{{name}}:{{>c}}{{/author}}]", "c": "{{>a}}",
    ]
    // `c` meets the author innermost, whose title is the page's next outward: the link's.
    #expect(
      try render(
        "{{#links}}{{^first}}{{#last}}{{>a}}{{/last}}{{/first}}{{/links}}", page, with: others)
        == "(Three of Ada[Ada:(Inner of Ada[Ada:(Innermost of Ada)])])")
  }

  @Test func fillsTheBlocksOfAParent() throws {
    let layout = """
      <head>
      {{$head}}
        <title>{{title}}</title>
      {{/head}}
      </head>
      <body>
        {{$main}}
        {{/main}}
      </body>

      """
    let text = """
      {{<layout}}
      ignored
      {{$main}}
      <h1>{{author.name}}</h1>
          <p>deep</p>
      {{/main}}
      {{/layout}}
      """
    #expect(
      try render(text, page, with: ["layout": layout]) == """
        <head>
          <title>Knots &amp; &quot;bends&quot;</title>
        </head>
        <body>
          <h1>Ada</h1>
              <p>deep</p>
        </body>

        """)
  }

  @Test func letsABlockContainItsOwnName() throws {
    let others = ["box": "<{{$a}}default{{/a}}>"]
    #expect(
      try render(
        "{{<box}}{{$a}}x{{$a}}y{{/a}}{{<box}}{{$a}}inner{{/a}}{{/box}}{{/a}}{{/box}}", page,
        with: others)
        == "<xy<inner>>")
  }

  @Test func takesTheLaterOfTwoTemplatesWithOneName() throws {
    let sources = ["old", "new"].map {
      TemplateSource(name: "main", path: $0, bytes: Array($0.utf8))
    }
    var output: [UInt8] = []
    try TemplateSet(sources).compile("main", for: Page.self).render(page, into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "new")
  }

  @Test func appendsToWhatIsThere() throws {
    var output = Array("before ".utf8)
    try TemplateSet(sources("{{author.name}}", [:])).compile("main", for: Page.self)
      .render(page, into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "before Ada")
  }
}
