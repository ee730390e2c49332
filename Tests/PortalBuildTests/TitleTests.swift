import Testing

@Suite struct TitleTests {
  /// As on GitHub, where the title is a heading like others.
  @Test func areLedToByTheirWords() throws {
    let portal = try BuiltPortal([
      "courses/knots/index.md": "# All knots\n\n[Reef](basics/reef.md#the-reef-knot)\n",
      "courses/knots/basics/index.md": "# The basics {#start}\n\n[Top](#start)\n",
      "courses/knots/basics/reef.md": "# The reef knot\n\n[Top](#the-reef-knot)\n",
      "courses/knots/basics/bend.md": "---\ntitle: Bend\n---\n[Knots](../index.md#all-knots)\n",
      "pages/about.md": "# About us\n\n[Top](#about-us)\n",
      "authors/ada.md": "# Ada\n\n[Top](#ada)\n",
    ])
    #expect(portal.diagnostics == [])
    for (page, id) in [
      ("courses/knots/index.html", "all-knots"), ("courses/knots/basics/index.html", "start"),
      ("courses/knots/basics/reef.html", "the-reef-knot"), ("about.html", "about-us"),
      ("authors/ada.html", "ada"),
    ] {
      #expect(portal.text(page).contains("<h1 id=\"\(id)\">"), "\(page)")
    }
    #expect(portal.text("courses/knots/basics/bend.html").contains("<h1>Bend</h1>"))
  }
}
