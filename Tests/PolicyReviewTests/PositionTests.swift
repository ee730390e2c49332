import Diagnostics
import PolicyReview
import TestSupport
import Testing

/// Where findings are, in each form of text.
@Suite struct PositionTests {
  @Test(arguments: [
    ("a.md", "The and of\n\nWe *write* to you; 1️⃣click **here** for more.\n", 12),
    ("a.md", "---\ntitle: x\n---\n\n- the\n- and of\n  you 1️⃣click here\n", 10),
    ("a.md", "| The | and |\n| --- | --- |\n| you | ä 1️⃣click here |\n", 10),
    ("a.md", "the and of\n\n<div>\n<p>you 1️⃣click here</p>\n</div>\n", 10),
    ("a.html", "<p>The &auml; and\n of <b>you 1️⃣cl</b>ick&nbsp;here</p>", 19),
    ("a.html", "<script>click here</script><ul><li>the and you <br>1️⃣click here", 10),
    ("a.txt", "the and of you\n\n   - ü 1️⃣click here\n", 10),
    ("a.txt", "the and of you, and we 1️⃣click\nhere, and so on.\n", 5),
  ])
  func pointsToTheWords(name: String, source: String, length: Int) throws {
    let marked = MarkedText(source)
    let found = try Review.findings(in: marked.text, named: name, under: [])
      .filter { $0.id == "policy-pointer" }
    #expect(found.map(\.position) == [marked.position(1, in: name, length: length)])
  }

  @Test(arguments: [
    ("a.md", "the and of you [click here](x.md)\n"),
    ("a.html", "<p>the and you <a href=x>click here</a>"),
    ("a.txt", "the and of you, click here: https://knots.example/x\n"),
    ("a.html", "<p>the and of you</p><a href=x><h2>the</h2><p>you click here</p></a>"),
  ])
  func takesALinkForALink(name: String, text: String) throws {
    let found = try Review.findings(in: text, named: name, under: [])
    #expect(!found.contains { $0.id == "policy-pointer" })
  }
}
