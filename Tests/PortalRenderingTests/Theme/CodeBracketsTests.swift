import Testing

@testable import PortalRendering

@Suite struct CodeBracketsTests {
  private func lone(_ text: String, in language: CodeBrackets.Language) -> (Int, Bool)? {
    CodeBrackets([UInt8](text.utf8), in: language).lone.map { ($0.range.lowerBound, $0.isOpen) }
  }

  @Test(arguments: [
    "a { color: red }", "/* it's { */ a {}", "a::before { content: \"}\\\"\" }",
    "a { background: url(it's.png) } b { background: url( \"(.png\" ) }", "", "a:not([b=\")\"]) {}",
  ])
  func findsNothingInStyleSheets(text: String) {
    #expect(lone(text, in: .styles) == nil)
  }

  @Test(arguments: [
    ("a { b { } ", 2, true), ("a {} }", 5, false), ("a {} /* b", 5, true),
    ("a { content: \"b\n }", 13, true), ("a { width: calc(1px }", 15, true), ("`{", 1, true),
  ])
  func findsLoneMarksOfStyleSheets(text: String, place: Int, isOpen: Bool) {
    #expect(lone(text, in: .styles).map { $0 == (place, isOpen) } == true)
  }

  @Test(arguments: [
    "a = `x ${ { b: \"`\" } } y`;", "f(/[{\"/]/.test(y), /\\//);", "// it's {\nb();",
    "return /\"/g;", "c = a / b / (d);", "s = 'a\\'b' + \"\\\n\";", "x = {}\n/\\(/.exec(y);",
    "a \\",
  ])
  func findsNothingInScripts(text: String) {
    #expect(lone(text, in: .script) == nil)
  }

  @Test(arguments: [
    ("f(() => { g();", 8, true), ("a = `x ${b} y", 4, true), ("f());", 3, false),
    ("a = 'b\nc'", 4, true), ("a = `${b`", 8, true), ("/* a", 0, true),
  ])
  func findsLoneMarksOfScripts(text: String, place: Int, isOpen: Bool) {
    #expect(lone(text, in: .script).map { $0 == (place, isOpen) } == true)
  }
}
