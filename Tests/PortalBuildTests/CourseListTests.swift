import Testing

/// What a course's page lists of its front matter.
@Suite struct CourseListTests {
  @Test(arguments: [
    ("Use `git <x>` & `ls`", "Use <code>git &lt;x&gt;</code> &amp; <code>ls</code>"),
    ("`a`", "<code>a</code>"), ("a ` b", "a ` b"), ("a `` b", "a `` b"), ("**a**", "**a**"),
  ])
  func showsCodeBetweenBackquotes(written: String, shown: String) throws {
    let lists = ["outcomes", "requirements", "audience"].map { "\($0): ['\(written)']\n" }
    let portal = try BuiltPortal([
      "courses/knots/index.md": "---\n" + lists.joined() + "---\n# Knots\n",
      "courses/knots/reef.md": "# Reef\n",
    ])
    let page = portal.text("courses/knots/index.html")
    #expect(page.split(separator: "<li>\(shown)</li>").count == 4)
  }
}
