import Bytes
import Testing

@testable import CodeHighlighting

@Suite struct CodeLanguageTests {
  @Test(arguments: [
    ("js", "JavaScript"), ("JSX", "JavaScript"), ("TypeScript", "TypeScript"), ("py", "Python"),
    ("zsh", "Bash"), ("console", "Console"), ("yml", "YAML"), ("c++", "C++"), ("hpp", "C++"),
    ("h", "C"), ("CS", "C#"), ("rb", "Ruby"), ("rs", "Rust"), ("kts", "Kotlin"), ("golang", "Go"),
    ("md", "Markdown"), ("svg", "XML"), ("txt", "Plain text"), ("plaintext", "Plain text"),
  ])
  func knowsAliases(name: String, label: String) {
    #expect(CodeLanguage.named(name.utf8)?.label == label)
  }

  @Test(arguments: ["", "klingon", "j", "js ", "javascriptt", "javascripT\0"])
  func refusesOtherNames(name: String) {
    #expect(CodeLanguage.named(name.utf8) == nil)
  }

  @Test func namesAreDifferentAndSmall() {
    let names = CodeLanguage.all.flatMap(\.names)
    #expect(Set(names).count == names.count)
    for name in names { #expect(name == name.lowercased() && CodeLanguage.named(name.utf8) != nil) }
  }

  @Test func appendsEscapedText() {
    var page: [UInt8] = Array("<pre>".utf8)
    CodeLanguage.named("txt".utf8)?.highlight(Array("a < b && \"c\"\r\n>".utf8), into: &page)
    #expect(String(decoding: page, as: UTF8.self) == "<pre>a &lt; b &amp;&amp; \"c\"\r\n&gt;")
  }

  @Test func breaksSpansAtEveryKindOfLineEnd() {
    #expect(
      highlight("/*\n\r\n a\r*/", as: "c")
        == "<span class=\"c\">/*</span>\n\r\n<span class=\"c\"> a</span>\r<span class=\"c\">*/</span>"
    )
  }

  @Test(arguments: CodeLanguage.all) func changesNoByte(of language: CodeLanguage) {
    var random = Random(seed: 1)
    for round in 0..<110 {
      let code = random.code(pieces: round < 100 ? 40 : 2_000)
      var page: [UInt8] = []
      language.highlight(code, into: &page)
      let text = plainText(of: page)
      #expect(text == code, "\(language.label): \(String(decoding: code, as: UTF8.self))")
      if text != code { return }
    }
  }

  /// Each of these would take minutes if what is open, or searched in vain, were read again.
  @Test(arguments: [
    ("js", #""`'/* (/[ ${ `${ <a <a> {"#), ("html", "< & <a <!-- <script> <style>a{ </ a="),
    ("swift", ##"" # \ "\( #" "# /* """ (/"##), ("rust", ##"' # r#" #[ /* '\ 'a"##),
    ("python", #"f'{ """ f"""{ ' @a. \"#), ("bash", ##"<<A <<'A $( ` ${ "$( $' #"##),
    ("ruby", ##"%( #{ "#{ <<~A <<~"A / :" %w["##), ("php", ##"<?= <?php ?> <<<A "{$ #[ <<<'"##),
    ("cpp", #"R"( R"x( )x" [[ #a /* '"#), ("cs", #"$ $$"""{ " @$"{ [a #region"#),
    ("css", "a: a:b{ /**/a: */a: [a url( @a .a #"), ("sql", #"$a $a$ ' " /* :"#),
    ("yaml", #"- ? | a: "' [ a#"#), ("toml", #"" ''' [ a. 1-"#), ("makefile", "a $( $(a :"),
    ("markdown", "` `` ``` ~~~ ](a <a [ 1."), ("console", "$ a@ [a@b #"), ("ini", "a [a = \""),
    ("kotlin", #""${ """ /* ` $"#), ("go", #"` ' " /*"#), ("java", #"""" " @ '"#),
    ("dockerfile", "RUN $( --a"), ("json", "\" - a"), ("xml", "< <!-- <?a <![CDATA[ <a"),
  ])
  func endsSoonOnHostileCode(language: String, patterns: String) {
    for pattern in patterns.split(separator: " ") {
      for separator in ["", " ", "\n"] {
        let unit = String(pattern) + separator
        let code = String(repeating: unit, count: 60_000 / unit.utf8.count)
        let duration = ContinuousClock().measure { #expect(highlight(code, as: language) != nil) }
        #expect(duration < .seconds(10), "\(language): \(unit)")
      }
    }
  }

  @Test(arguments: [("js", "`${"), ("swift", #""\("#), ("html", "<script>"), ("c", " \t")])
  func endsSoonOnMegabytes(language: String, pattern: String) {
    let code = String(repeating: pattern, count: 2_000_000 / pattern.utf8.count)
    #expect(highlight(code, as: language)?.isEmpty == false)
  }

  @Test func coloursAfterDeepNesting() {
    let depth = 10_000
    let code = String(repeating: "`${", count: depth) + String(repeating: "}`", count: depth)
    #expect(highlight(code, as: "js")?.hasSuffix("`</span>") == true)
  }
}

/// The code in a page; nil if the spans are not whole within each line or have another form.
private func plainText(of page: [UInt8]) -> [UInt8]? {
  var text: [UInt8] = []
  var isInSpan = false
  var index = 0
  let replacements: [(StaticString, StaticString)] = [
    ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
  ]
  while index < page.count {
    let rest = page[index...]
    if rest.hasPrefix("<span class=\""), !isInSpan, rest.dropFirst(14).hasPrefix("\">") {
      isInSpan = true
      index += 16
      if index < page.count, page[index] == 0x3C { return nil }
    } else if rest.hasPrefix("</span>"), isInSpan {
      isInSpan = false
      index += 7
    } else if let (reference, byte) = replacements.first(where: { rest.hasPrefix($0.0) }) {
      text.append(byte)
      index += reference.utf8CodeUnitCount
    } else {
      guard ![0x3C, 0x3E, 0x26].contains(page[index]) else { return nil }
      if isInSpan, page[index] == 0x0A || page[index] == 0x0D { return nil }
      text.append(page[index])
      index += 1
    }
  }
  return isInSpan ? nil : text
}

/// A source of hostile code that is the same in every run.
private struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ state >> 29) &* 0xBF58_476D_1CE4_E5B9
  }

  /// What opens, closes or continues something in some language, over and over.
  static let hostile = [
    "\"", "'", "`", "<", "${", "`${", "\\", "\\(\"", "#", "/*", "/**/a:", "*/a:", "{", "{{", "f'{",
    "r#\"", "####\"", "\"####", "R\"(", ")x\"", "<<A", "<<A\n", "<<~\"A\" ", "<<<'", "$a$", "$a",
    "#{", "%(", "(/[", "/ ", "a:", ">b:", "a b:", "<script>", "<style>a{", "</", "<!--", "-->",
    "<a b=",
    "<?php ", "?>", "<?", "](", "``` `` ` ", "```\n", "|\n ", "- |\n", "- ", "? ", "a   ", "\t",
    " ", "\n",
    "\r", "a.", "1.", "1e+", "[[", "@", "$", "$$", "$$\"\"\"{", "@$\"{", "$ ", "a@b$ ", "#if ",
    "func \n", "=begin\n", "\u{E9}", "\0", "a <b ", "x\t\t /", "--", "---\n", "\"\"\"", "'''",
  ]

  private static let words = [
    " ", "\n", "\r\n", "a", "if", "let", "func ", "class ", "def ", "0x1F", "1.5e-3", "/", "*/",
    "}",
    ")", "]", ">", "\"#", "EOF", "A\n", "=end", "</script>", "</style>", "/>", "=", ":", ";", ",",
    "type ", "$(", "\u{1F600}", "=> <b>",
  ]

  /// Some code from pieces of all languages, and some bytes that are no UTF-8.
  mutating func code(pieces: Int) -> [UInt8] {
    var code: [UInt8] = []
    for _ in 0..<Int.random(in: 0...pieces, using: &self) {
      switch Int.random(in: 0..<12, using: &self) {
      case 0: code.append(UInt8.random(in: 0...255, using: &self))
      case 1..<6: code += Array((Self.hostile.randomElement(using: &self) ?? "").utf8)
      default: code += Array((Self.words.randomElement(using: &self) ?? "").utf8)
      }
    }
    return code
  }
}
