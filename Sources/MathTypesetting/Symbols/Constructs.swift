extension Command {
  /// The commands that are more than a symbol.
  static let constructs: [(String, Command)] =
    functions + accents + fonts + spaces + fractions + delimiters + stacks + classes + structure
    + refusals

  private static let functions: [(String, Command)] =
    FunctionNames.plain.map { ($0, .function($0, .beside)) }
    + FunctionNames.withLimits.map { ($0, .function($0, .belowInDisplay)) }
    + FunctionNames.spaced.map { ($0.name, .function($0.text, .belowInDisplay)) }
    + [
      ("operatorname", .operatorName), ("bmod", .modulo(.binary)),
      ("pmod", .modulo(.parenthesized)),
      ("pod", .modulo(.parenthesesOnly)), ("mod", .modulo(.bare)),
    ]

  private static let accents: [(String, Command)] = Accent.named.map {
    ($0.name, .accent($0.accent))
  }

  private static let fonts: [(String, Command)] = [
    ("mathrm", .alphabet(.upright)), ("mathup", .alphabet(.upright)),
    ("mathit", .alphabet(.italic)),
    ("mathbf", .alphabet(.bold)), ("boldsymbol", .alphabet(.boldSymbol)),
    ("bm", .alphabet(.boldSymbol)), ("mathbb", .alphabet(.doubleStruck)),
    ("mathcal", .alphabet(.script)), ("mathscr", .alphabet(.script)),
    ("mathfrak", .alphabet(.fraktur)), ("mathsf", .alphabet(.sansSerif)),
    ("mathtt", .alphabet(.monospace)),
    ("rm", .alphabetSwitch(.upright)), ("bf", .alphabetSwitch(.bold)),
    ("it", .alphabetSwitch(.italic)), ("cal", .alphabetSwitch(.script)),
    ("sf", .alphabetSwitch(.sansSerif)), ("tt", .alphabetSwitch(.monospace)),
    ("text", .text(.plain)), ("mbox", .text(.plain)), ("textrm", .text(.plain)),
    ("textnormal", .text(.plain)), ("textup", .text(.plain)), ("hbox", .text(.plain)),
    ("textbf", .text(.bold)), ("textit", .text(.italic)), ("emph", .text(.italic)),
    ("texttt", .text(.monospace)), ("textsf", .text(.sansSerif)),
  ]

  private static let spaces: [(String, Command)] = [
    (",", .space(Length(mu: 3))), ("thinspace", .space(Length(mu: 3))),
    (":", .space(Length(mu: 4))), (">", .space(Length(mu: 4))),
    ("medspace", .space(Length(mu: 4))), (";", .space(Length(mu: 5))),
    ("thickspace", .space(Length(mu: 5))), ("!", .space(Length(mu: -3))),
    ("negthinspace", .space(Length(mu: -3))), ("negmedspace", .space(Length(mu: -4))),
    ("negthickspace", .space(Length(mu: -5))), ("enspace", .space(Length(mu: 9))),
    ("enskip", .space(Length(mu: 9))), ("quad", .space(Length(mu: 18))),
    ("qquad", .space(Length(mu: 36))), (" ", .space(Length(mu: 6))),
    ("\n", .space(Length(mu: 6))), ("\t", .space(Length(mu: 6))), ("\r", .space(Length(mu: 6))),
    ("space", .space(Length(mu: 6))), ("nobreakspace", .space(Length(mu: 6))),
    ("hspace", .measuredSpace), ("mspace", .measuredSpace), ("hskip", .measuredSpace),
    ("mskip", .measuredSpace), ("kern", .measuredSpace), ("mkern", .measuredSpace),
    ("displaystyle", .style(.display)), ("textstyle", .style(.text)),
    ("scriptstyle", .style(.script)), ("scriptscriptstyle", .style(.scriptScript)),
  ]

  private static let fractions: [(String, Command)] = {
    let parentheses = FractionKind.Delimiters(left: "(", right: ")")
    let braces = FractionKind.Delimiters(left: "{", right: "}")
    let brackets = FractionKind.Delimiters(left: "[", right: "]")
    return [
      ("frac", .fraction(FractionKind())),
      ("dfrac", .fraction(FractionKind(style: .display))),
      ("cfrac", .fraction(FractionKind(style: .display))),
      ("tfrac", .fraction(FractionKind(style: .text))),
      ("binom", .fraction(FractionKind(hasBar: false, delimiters: parentheses))),
      ("dbinom", .fraction(FractionKind(hasBar: false, style: .display, delimiters: parentheses))),
      ("tbinom", .fraction(FractionKind(hasBar: false, style: .text, delimiters: parentheses))),
      ("over", .infixFraction(FractionKind())),
      ("atop", .infixFraction(FractionKind(hasBar: false))),
      ("choose", .infixFraction(FractionKind(hasBar: false, delimiters: parentheses))),
      ("brace", .infixFraction(FractionKind(hasBar: false, delimiters: braces))),
      ("brack", .infixFraction(FractionKind(hasBar: false, delimiters: brackets))),
      ("sqrt", .root),
    ]
  }()

  private static let delimiters: [(String, Command)] =
    [("left", .left), ("middle", .middle), ("right", .right)]
    + [("big", 12_000), ("Big", 18_000), ("bigg", 24_000), ("Bigg", 30_000)].flatMap {
      name, height in
      [("", AtomClass.ordinary), ("l", .opening), ("m", .relation), ("r", .closing)].map {
        (name + $0, .bigDelimiter(Length(value: height), $1))
      }
    }

  private static let stacks: [(String, Command)] =
    SymbolTable.extensibleArrows.map { ($0.name, .extensibleArrow($0.arrow)) }
    + [
      ("overset", .overset), ("stackrel", .overset), ("underset", .underset),
      ("substack", .substack), ("limits", .limits(.below)), ("nolimits", .limits(.beside)),
      ("displaylimits", .limits(.belowInDisplay)), ("boxed", .boxed(.box)), ("fbox", .boxed(.box)),
      ("cancel", .boxed(.cancel)), ("bcancel", .boxed(.backCancel)),
      ("xcancel", .boxed(.crossCancel)), ("phantom", .phantom(.full)),
      ("hphantom", .phantom(.horizontal)), ("vphantom", .phantom(.vertical)),
      ("smash", .phantom(.smash)), ("not", .negation), ("dots", .dots),
    ]

  private static let classes: [(String, Command)] = [
    ("mathord", .classed(.ordinary)), ("mathop", .classed(.largeOperator)),
    ("mathbin", .classed(.binary)), ("mathrel", .classed(.relation)),
    ("mathopen", .classed(.opening)), ("mathclose", .classed(.closing)),
    ("mathpunct", .classed(.punctuation)), ("mathinner", .classed(.inner)),
  ]

  private static let structure: [(String, Command)] = [
    ("begin", .begin), ("end", .end), ("\\", .newRow), ("cr", .newRow), ("newline", .newRow),
    ("hline", .horizontalLine), ("tag", .tag), ("notag", .noTag), ("nonumber", .noTag),
  ]

  private static let refusals: [(String, Command)] = {
    let plain = "write the formula out: commands cannot be defined here"
    let color = "leave the colour out: a theme chooses colours that everyone can read"
    let reference = "number the formula with '\\tag{1}' and name that number in the text"
    let nested = "leave it out: the formula is in math mode already"
    let link = "put the link into the text around the formula"
    return [
      (
        plain,
        [
          "newcommand", "renewcommand", "providecommand", "def", "gdef", "edef", "let",
          "DeclareMathOperator", "newenvironment", "require", "usepackage",
        ]
      ),
      (color, ["color", "textcolor", "colorbox", "fcolorbox", "definecolor", "pagecolor"]),
      (reference, ["label", "ref", "eqref", "cite", "pageref"]),
      (nested, ["(", ")", "[", "]"]),
      (link, ["href", "url", "includegraphics", "footnote"]),
    ].flatMap { help, names in names.map { ($0, .refused(help: help)) } }
  }()
}
