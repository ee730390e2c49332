import MathTypesetting
import Testing

@Suite struct FormulaTests {
  @Test func standsOnALineOfItsOwnOrInTheText() throws {
    #expect(
      try element(of: " x < 1 ")
        == "<math display=\"block\"><semantics><mrow><mi>x</mi><mo>&lt;</mo><mn>1</mn></mrow>"
        + "<annotation encoding=\"application/x-tex\">x &lt; 1</annotation></semantics></math>")
    #expect(try element(of: "x", display: false).hasPrefix("<math><semantics><mrow><mi>x</mi>"))
  }

  @Test func keepsTheSourceForCopying() throws {
    let source = "a &lt; \\text{<b> \"c\" & 'd'}\r\n+ 1"
    let reader = ElementReader(try element(of: "\\begin{matrix} \(source) \\end{matrix}"))
    #expect(reader.isWellFormed)
    #expect(
      reader.annotation
        == "\\begin{matrix} a &lt; \\text{<b> \"c\" & 'd'}\n+ 1 \\end{matrix}")
  }

  @Test func appendsToWhatIsThere() throws {
    var page: [UInt8] = [0x41]
    try Formula.appendMathML(of: "x".utf8, display: false, to: &page)
    #expect(String(decoding: page, as: UTF8.self).hasPrefix("A<math>"))
  }

  @Test(arguments: [
    ("12.50", "<mn>12.50</mn>"),
    ("ab", "<mi>a</mi><mi>b</mi>"),
    (
      "\\alpha\\Gamma\\varepsilon\\epsilon",
      "<mi>α</mi><mi mathvariant=\"normal\">Γ</mi><mi>ε</mi><mi>ϵ</mi>"
    ),
    ("\\infty", "<mi>∞</mi>"),
    ("é ж", "<mi>é</mi><mi>ж</mi>"),
    ("α ≤ β", "<mi>α</mi><mo>≤</mo><mi>β</mi>"),
    ("\\%\\$\\#\\_\\&", "<mi>%</mi><mi>$</mi><mi>#</mi><mi>_</mi><mi>&amp;</mi>"),
    ("\\mathrm{d}x", "<mi mathvariant=\"normal\">d</mi><mi>x</mi>"),
    ("\\mathrm{max}", "<mi>max</mi>"),
    ("\\mathbf{x}\\mathbf{12}", "<mi>𝐱</mi><mn>𝟏𝟐</mn>"),
    (
      "\\mathbb{RCNZk1}",
      "<mrow><mi>ℝ</mi><mi>ℂ</mi><mi>ℕ</mi><mi>ℤ</mi><mi>𝕜</mi><mn>𝟙</mn></mrow>"
    ),
    ("\\mathcal{LBA}", "<mrow><mi>ℒ</mi><mi>ℬ</mi><mi>𝒜</mi></mrow>"),
    ("\\mathfrak{gH}", "<mrow><mi>𝔤</mi><mi>ℌ</mi></mrow>"),
    ("\\mathit{hi}", "<mi>ℎ𝑖</mi>"),
    ("\\mathsf A\\mathtt{a}", "<mi>𝖠</mi><mi>𝚊</mi>"),
    ("\\boldsymbol{\\alpha x \\Gamma}", "<mrow><mi>𝜶</mi><mi>𝒙</mi><mi>𝚪</mi></mrow>"),
    ("{\\bf x} x", "<mi>𝐱</mi><mi>x</mi>"),
  ])
  func typesetsLettersAndNumbers(tex: String, expected: String) throws {
    #expect(try typeset(tex) == expected)
  }

  @Test(arguments: [
    ("a+b", "<mi>a</mi><mo>+</mo><mi>b</mi>"),
    ("-a", "<mo>−</mo><mi>a</mi>"),
    ("a=-b", "<mi>a</mi><mo>=</mo><mo form=\"prefix\">−</mo><mi>b</mi>"),
    ("a{-}b", "<mi>a</mi><mo lspace=\"0em\" rspace=\"0em\">−</mo><mi>b</mi>"),
    (
      "f(x,y)",
      "<mi>f</mi><mo stretchy=\"false\">(</mo><mi>x</mi><mo>,</mo><mi>y</mi><mo stretchy=\"false\">)</mo>"
    ),
    ("1{,}5", "<mn>1</mn><mo rspace=\"0em\">,</mo><mn>5</mn>"),
    ("a:b", "<mi>a</mi><mo lspace=\"0.2778em\" rspace=\"0.2778em\">:</mo><mi>b</mi>"),
    ("f\\colon X", "<mi>f</mi><mo>:</mo><mi>X</mi>"),
    ("a/b", "<mi>a</mi><mo lspace=\"0em\" rspace=\"0em\">/</mo><mi>b</mi>"),
    (
      "|x|",
      "<mo form=\"prefix\" stretchy=\"false\">|</mo><mi>x</mi><mo form=\"prefix\" stretchy=\"false\">|</mo>"
    ),
    ("A\\mid B", "<mi>A</mi><mo>∣</mo><mi>B</mi>"),
    ("n!", "<mi>n</mi><mo>!</mo>"),
    ("a\\to b", "<mi>a</mi><mo>→</mo><mi>b</mi>"),
    ("x\\not\\in y\\not=z", "<mi>x</mi><mo>∉</mo><mi>y</mi><mo>≠</mo><mi>z</mi>"),
    ("\\not\\lhd", "<mo lspace=\"0em\" rspace=\"0em\">⋪</mo>"),
    ("a \\bmod b", "<mi>a</mi><mo>mod</mo><mi>b</mi>"),
    (
      "a\\mathrel{R}b",
      "<mi>a</mi><mspace width=\"0.2778em\"/><mi>R</mi><mspace width=\"0.2778em\"/><mi>b</mi>"
    ),
    (
      "2\\sin x",
      "<mn>2</mn><mspace width=\"0.1667em\"/><mi>sin</mi><mo rspace=\"0.1667em\">\u{2061}</mo><mi>x</mi>"
    ),
    (
      "\\sin(x)",
      "<mi>sin</mi><mo>\u{2061}</mo><mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo>"
    ),
    ("\\operatorname{d}", "<mi mathvariant=\"normal\">d</mi>"),
    ("\\operatorname{arg\\,max}", "<mi>arg\u{2009}max</mi>"),
    ("\\neg p", "<mo>¬</mo><mi>p</mi>"),
    ("a,\\dots,b", "<mi>a</mi><mo>,</mo><mi>…</mi><mo lspace=\"0.1667em\">,</mo><mi>b</mi>"),
    ("a+\\dots+b", "<mi>a</mi><mo>+</mo><mi>⋯</mi><mo>+</mo><mi>b</mi>"),
  ])
  func setsSpacesAsTeXDoes(tex: String, expected: String) throws {
    #expect(try typeset(tex) == expected)
  }

  @Test(arguments: [
    ("x^2", "<msup><mi>x</mi><mn>2</mn></msup>"),
    ("x^23", "<msup><mi>x</mi><mn>2</mn></msup><mn>3</mn>"),
    ("x_i^2", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
    ("x^2_i", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
    (
      "x^{a+b}",
      "<msup><mi>x</mi><mrow><mi>a</mi><mo lspace=\"0em\" rspace=\"0em\">+</mo><mi>b</mi></mrow></msup>"
    ),
    ("x^-", "<msup><mi>x</mi><mo>−</mo></msup>"),
    ("f'", "<msup><mi>f</mi><mo>′</mo></msup>"),
    ("f'''_1", "<msubsup><mi>f</mi><mn>1</mn><mo>‴</mo></msubsup>"),
    ("f_1'", "<msubsup><mi>f</mi><mn>1</mn><mo>′</mo></msubsup>"),
    ("f'^2", "<msup><mi>f</mi><mrow><mo>′</mo><mn>2</mn></mrow></msup>"),
    ("{}_a X", "<msub><mrow></mrow><mi>a</mi></msub><mi>X</mi>"),
    ("x^\\frac12", "<msup><mi>x</mi><mfrac><mn>1</mn><mn>2</mn></mfrac></msup>"),
    ("{x_a}_b", "<msub><msub><mi>x</mi><mi>a</mi></msub><mi>b</mi></msub>"),
    (
      "\\int_0^1", "<msubsup><mo lspace=\"0em\" rspace=\"0em\">∫</mo><mn>0</mn><mn>1</mn></msubsup>"
    ),
    ("\\int\\limits_a x", "<munder><mo lspace=\"0em\">∫</mo><mi>a</mi></munder><mi>x</mi>"),
    ("\\sum\\nolimits_a x", "<msub><mo lspace=\"0em\">∑</mo><mi>a</mi></msub><mi>x</mi>"),
    ("\\overset{!}{=}", "<mover><mo lspace=\"0em\" rspace=\"0em\">=</mo><mo>!</mo></mover>"),
    ("\\underset{a}{x}", "<munder><mi>x</mi><mi>a</mi></munder>"),
    (
      "\\overbrace{x}^n",
      "<mover><mover accent=\"true\"><mi>x</mi><mo stretchy=\"true\">⏞</mo></mover><mi>n</mi></mover>"
    ),
    ("\\hat x", "<mover accent=\"true\"><mi>x</mi><mo stretchy=\"false\">ˆ</mo></mover>"),
    (
      "\\overline{x}",
      "<mover accent=\"true\" class=\"tex-overline\"><mi>x</mi><mo stretchy=\"true\">‾</mo></mover>"
    ),
  ])
  func placesScripts(tex: String, expected: String) throws {
    #expect(try typeset(tex) == expected)
  }

  @Test(arguments: [
    ("\\sum_i x", true, "<munder><mo lspace=\"0em\">∑</mo><mi>i</mi></munder><mi>x</mi>"),
    ("\\sum_i x", false, "<msub><mo lspace=\"0em\">∑</mo><mi>i</mi></msub><mi>x</mi>"),
    (
      "\\sum\\limits_i x", false,
      "<munder><mo lspace=\"0em\" movablelimits=\"false\">∑</mo><mi>i</mi></munder><mi>x</mi>"
    ),
    ("\\max_i", true, "<munder><mi>max</mi><mi>i</mi></munder>"),
    ("\\max_i", false, "<msub><mi>max</mi><mi>i</mi></msub>"),
    (
      "\\textstyle\\max_i", true,
      "<mstyle displaystyle=\"false\" scriptlevel=\"0\"><msub><mi>max</mi><mi>i</mi></msub></mstyle>"
    ),
    ("\\frac{\\max_i}{1}", true, "<mfrac><msub><mi>max</mi><mi>i</mi></msub><mn>1</mn></mfrac>"),
    ("\\operatorname*{ess}_i", true, "<munder><mi>ess</mi><mi>i</mi></munder>"),
  ])
  func placesLimitsByStyle(tex: String, display: Bool, expected: String) throws {
    #expect(try typeset(tex, display: display) == expected)
  }

  @Test(arguments: [
    ("\\frac{a}{b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
    ("\\frac12", "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
    ("{a \\over b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
    (
      "\\dfrac ab",
      "<mstyle displaystyle=\"true\" scriptlevel=\"0\"><mfrac><mi>a</mi><mi>b</mi></mfrac></mstyle>"
    ),
    (
      "\\binom nk",
      "<mrow><mo>(</mo><mfrac linethickness=\"0\"><mi>n</mi><mi>k</mi></mfrac><mo>)</mo></mrow>"
    ),
    ("\\sqrt{x+1}", "<msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt>"),
    ("\\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
    (
      // As in TeX, the index ends at the first bracket that closes.
      "\\sqrt[[a]]x",
      "<mroot><mo stretchy=\"false\">]</mo><mrow><mo stretchy=\"false\">[</mo><mi>a</mi></mrow></mroot><mi>x</mi>"
    ),
    ("\\sqrt2", "<msqrt><mn>2</mn></msqrt>"),
  ])
  func typesetsFractionsAndRoots(tex: String, expected: String) throws {
    #expect(try typeset(tex) == expected)
  }
}
