import MathTypesetting
import Testing

@Suite struct FormulaConstructTests {
  @Test(arguments: [
    (
      "\\left( x \\right]",
      "<mrow><mo form=\"prefix\" stretchy=\"true\">(</mo><mi>x</mi>"
        + "<mo form=\"postfix\" stretchy=\"true\">]</mo></mrow>"
    ),
    (
      "\\left. x \\right|",
      "<mrow><mi>x</mi><mo form=\"postfix\" stretchy=\"true\">|</mo></mrow>"
    ),
    (
      "\\left\\{ x \\middle| y \\right\\rangle",
      "<mrow><mo form=\"prefix\" stretchy=\"true\">{</mo><mi>x</mi>"
        + "<mo form=\"prefix\" stretchy=\"true\">|</mo><mi>y</mi>"
        + "<mo form=\"postfix\" stretchy=\"true\">⟩</mo></mrow>"
    ),
    (
      "\\bigl( x",
      "<mo form=\"prefix\" stretchy=\"true\" minsize=\"1.2em\" maxsize=\"1.2em\">(</mo><mi>x</mi>"
    ),
    (
      "x \\Bigr|",
      "<mi>x</mi><mo form=\"postfix\" stretchy=\"true\" minsize=\"1.8em\" maxsize=\"1.8em\">|</mo>"
    ),
    (
      "\\langle x \\rangle",
      "<mo stretchy=\"false\">⟨</mo><mi>x</mi><mo stretchy=\"false\">⟩</mo>"
    ),
  ])
  func typesetsDelimiters(tex: String, expected: String) throws {
    #expect(try typeset(tex) == expected)
  }

  @Test(arguments: [
    (
      "\\begin{pmatrix} a & b \\\\ c & d \\\\ \\end{pmatrix}",
      "<mrow><mo form=\"prefix\" stretchy=\"true\">(</mo><mtable class=\"tex-matrix\">"
        + "<mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr>"
        + "<mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable>"
        + "<mo form=\"postfix\" stretchy=\"true\">)</mo></mrow>"
    ),
    (
      "\\begin{aligned} a &= b \\\\[2pt] &- c \\end{aligned}",
      "<mtable class=\"tex-align\" displaystyle=\"true\"><mtr>"
        + "<mtd class=\"tex-right\"><mi>a</mi></mtd>"
        + "<mtd class=\"tex-left\"><mo>=</mo><mi>b</mi>"
        + "<mspace width=\"0em\" height=\"0em\" depth=\"0.5em\"/></mtd></mtr><mtr>"
        + "<mtd class=\"tex-right\"></mtd>"
        + "<mtd class=\"tex-left\"><mo form=\"infix\">−</mo><mi>c</mi></mtd></mtr></mtable>"
    ),
    (
      "\\begin{cases} 1 & \\text{if } x \\\\ 0 \\end{cases}",
      "<mrow><mo form=\"prefix\" stretchy=\"true\">{</mo><mtable class=\"tex-cases\">"
        + "<mtr><mtd class=\"tex-left\"><mn>1</mn></mtd>"
        + "<mtd class=\"tex-left\"><mtext>if\u{A0}</mtext><mi>x</mi></mtd></mtr>"
        + "<mtr><mtd class=\"tex-left\"><mn>0</mn></mtd></mtr></mtable></mrow>"
    ),
    (
      "\\begin{array}{|l|r} \\hline 1 & 2 \\\\ \\hline \\end{array}",
      "<mtable class=\"tex-array\"><mtr>"
        + "<mtd class=\"tex-left tex-line-left tex-line-right tex-line-above tex-line-below\">"
        + "<mn>1</mn></mtd><mtd class=\"tex-right tex-line-above tex-line-below\"><mn>2</mn></mtd>"
        + "</mtr></mtable>"
    ),
    (
      "\\begin{gather*} a \\tag{1} \\\\ b \\end{gather*}",
      "<mtable class=\"tex-gather\" displaystyle=\"true\"><mtr><mtd><mi>a</mi></mtd>"
        + "<mtd class=\"tex-tag\"><mtext>(</mtext><mtext>1</mtext><mtext>)</mtext></mtd></mtr>"
        + "<mtr><mtd><mi>b</mi></mtd></mtr></mtable>"
    ),
    ("\\begin{equation} x \\end{equation}", "<mi>x</mi>"),
    (
      "x \\tag*{A}",
      "<mtable class=\"tex-gather\" displaystyle=\"true\"><mtr><mtd><mi>x</mi></mtd>"
        + "<mtd class=\"tex-tag\"><mtext>A</mtext></mtd></mtr></mtable>"
    ),
    (
      "\\sum_{\\substack{a \\\\ b}}",
      "<munder><mo lspace=\"0em\" rspace=\"0em\">∑</mo><mtable class=\"tex-stack\">"
        + "<mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable></munder>"
    ),
    (
      "\\begin{matrix} \\end{matrix}",
      "<mtable class=\"tex-matrix\"><mtr><mtd></mtd></mtr></mtable>"
    ),
  ])
  func typesetsTables(tex: String, expected: String) throws {
    #expect(try typeset(tex) == expected)
  }

  @Test(arguments: [
    "matrix", "pmatrix", "bmatrix", "Bmatrix", "vmatrix", "Vmatrix", "smallmatrix", "cases",
    "aligned", "align", "align*", "split", "dcases", "rcases", "eqnarray",
  ])
  func knowsTheEnvironment(name: String) throws {
    let reader = ElementReader(
      try element(of: "\\begin{\(name)} a & b \\\\ c & d \\end{\(name)}"))
    #expect(reader.isWellFormed)
    #expect(reader.childCounts.count { $0.name == "mtd" } == 4)
  }

  @Test(arguments: [
    ("\\text{if }x", "<mtext>if\u{A0}</mtext><mi>x</mi>"),
    (
      "\\text{a $x^2$ b}",
      "<mrow><mtext>a\u{A0}</mtext><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow>"
        + "<mtext>\u{A0}b</mtext></mrow>"
    ),
    (
      "\\text{a \\textbf{b} {c}}",
      "<mrow><mtext>a\u{A0}</mtext><mtext class=\"tex-bold\">b</mtext><mtext>\u{A0}</mtext>"
        + "<mtext>c</mtext></mrow>"
    ),
    ("\\textit{a--b}", "<mtext class=\"tex-italic\">a–b</mtext>"),
    ("\\texttt{x}", "<mtext class=\"tex-mono\">x</mtext>"),
    ("\\mbox{``a'' \\& 5\\%}", "<mtext>“a”\u{A0}&amp;\u{A0}5%</mtext>"),
    ("\\text{50% of <b>}", "<mtext>50%\u{A0}of\u{A0}&lt;b&gt;</mtext>"),
    ("\\text{größer}", "<mtext>größer</mtext>"),
  ])
  func typesetsWords(tex: String, expected: String) throws {
    #expect(try typeset(tex) == expected)
  }

  @Test(arguments: [
    ("a\\,b", "0.1667em"), ("a\\!b", "-0.1667em"), ("a\\quad b", "1em"), ("a\\qquad b", "2em"),
    ("a\\hspace{1.5em}b", "1.5em"), ("a\\hspace{-3pt}b", "-0.3em"), ("a\\mkern18mu b", "1.0008em"),
    ("a\\;b", "0.2778em"), ("a~b", "0.3333em"), ("a\\ b", "0.3333em"),
    ("a\\hspace*{ .5 em }b", "0.5em"),
  ])
  func setsTheSpace(tex: String, width: String) throws {
    #expect(try typeset(tex) == "<mi>a</mi><mspace width=\"\(width)\"/><mi>b</mi>")
  }

  @Test func joinsWhatStandsInAModulus() throws {
    #expect(
      try typeset("\\pmod n")
        == "<mrow><mspace width=\"1em\"/><mo stretchy=\"false\">(</mo><mi>mod</mi>"
        + "<mspace width=\"0.3333em\"/><mi>n</mi><mo stretchy=\"false\">)</mo></mrow>")
  }

  @Test func stretchesArrowsOverTheirLabels() throws {
    let gap = "<mspace width=\"0.3889em\"/>"
    #expect(
      try typeset("A \\xrightarrow[x]{f} B")
        == "<mi>A</mi><munderover><mo stretchy=\"true\">→</mo><mrow>\(gap)<mi>x</mi>\(gap)</mrow>"
        + "<mrow>\(gap)<mi>f</mi>\(gap)</mrow></munderover><mi>B</mi>")
  }

  @Test func leavesCommentsOut() throws {
    #expect(try typeset("a % a comment } \n b") == "<mi>a</mi><mi>b</mi>")
  }
}
