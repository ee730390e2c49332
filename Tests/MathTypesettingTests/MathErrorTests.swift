import MathTypesetting
import Testing

@Suite struct MathErrorTests {
  /// A formula in which the mistake stands between `«` and `»`, and what is said about it.
  private static let mistakes: [(tex: String, message: String)] = [
    ("a + «\\alhpa» b", "unknown command '\\alhpa'"),
    ("«\\»", "'\\' has no command after it"),
    ("«\\frac»{a}", "'\\frac' lacks an argument"),
    ("«\\frac»{a}}", "'\\frac' lacks an argument"),
    ("{ x «\\sqrt» }", "'\\sqrt' lacks an argument"),
    ("x«^»", "'^' has nothing after it"),
    ("x^«^» 2", "'^' has nothing to stand at"),
    ("x_a«_»b", "double subscript"),
    ("x^a«^»b", "double superscript"),
    ("x^a«'»", "double superscript"),
    ("«{» x", "'{' has no '}'"),
    ("\\text«{» x", "'{' has no '}'"),
    ("\\text{a «$»x }", "'$' has no second '$'"),
    ("x «}»", "'}' closes nothing"),
    ("ж «}»", "'}' closes nothing"),
    ("a «&» b", "misplaced '&'"),
    ("{a «&» b}", "misplaced '&'"),
    ("a «\\\\» b", "misplaced '\\\\'"),
    ("\\begin{gathered} a «&» b \\end{gathered}", "misplaced '&'"),
    ("\\begin{array}{cc} a & b «&» c \\end{array}", "misplaced '&'"),
    ("«\\begin{matrix}» a", "'\\begin{matrix}' has no '\\end{matrix}'"),
    ("\\begin{matrix} a \\end{«pmatrix»}", "'\\begin{matrix}' ends with '\\end{pmatrix}'"),
    ("a «\\end»{matrix}", "'\\end' has no '\\begin'"),
    ("\\begin{«matirx»} a \\end{matirx}", "unknown environment 'matirx'"),
    ("«\\begin» x", "'\\begin' lacks a name in braces"),
    ("\\begin{array}{c«q»} \\end{array}", "'q' is not a column"),
    ("«\\left»( x", "'\\left' has no '\\right'"),
    ("{«\\left»( x } \\right)", "'\\left' has no '\\right'"),
    ("x «\\right»)", "'\\right' has no '\\left'"),
    ("\\left «x» y \\right)", "'x' is not a delimiter"),
    ("«\\big»", "'\\big' lacks a delimiter"),
    ("x «\\limits»_a", "'\\limits' must follow an operator"),
    ("a \\over b «\\over» c", "second '\\over' in one group"),
    ("«\\color»{red} x", "'\\color' is not supported"),
    ("«\\newcommand»{\\R}{x}", "'\\newcommand' is not supported"),
    ("a «$» b", "misplaced '$'"),
    ("a «#» b", "misplaced '#'"),
    ("50«%»", "'%' begins a comment"),
    ("50«%» \n of", "'%' begins a comment"),
    ("\\hspace{«2»}", "length is not a number with a unit"),
    ("\\hspace{«2qq»}", "length is not a number with a unit"),
    ("\\hspace{«999em»}", "length is more than 100em"),
    ("\\hline".wrapped, "misplaced '\\hline'"),
    ("«\\not»{a+b}", "'\\not' must stand before a symbol"),
    ("\\text{«\\frac»}", "'\\frac' cannot stand in words"),
    ("\\operatorname{a «\\frac» b}", "'\\frac' cannot stand in the name of a function"),
    ("x \\tag{1} «\\tag»{2}", "second '\\tag' in one row"),
    ("a «\u{0}» b", "character 'U+0000' cannot stand in a page"),
    ("\\text{«\u{8}»}", "character 'U+0008' cannot stand in a page"),
    ("% «\u{FFFE}»\n", "character 'U+FFFE' cannot stand in a page"),
  ]

  @Test(arguments: mistakes)
  func pointsAtTheMistake(tex: String, message: String) throws {
    let bytes = Array(tex.utf8)
    let open = try #require(tex.utf8.firstRange(of: "«".utf8))
    let close = try #require(tex.utf8.firstRange(of: "»".utf8))
    let offset = tex.utf8.distance(from: tex.startIndex, to: open.lowerBound)
    let end = tex.utf8.distance(from: tex.startIndex, to: close.lowerBound)
    let source = Array(bytes[..<offset] + bytes[(offset + 2)..<end] + bytes[(end + 2)...])
    let error = try #require(mistake(in: source))
    #expect(error.message == message)
    #expect(error.offset == offset)
    #expect(error.length == end - offset - 2)
  }

  @Test(arguments: [
    ("\\alhpa", "did you mean '\\alpha'?"),
    ("\\gama", "did you mean '\\gamma'?"),
    ("\\Gama", "did you mean '\\Gamma'?"),
    ("\\Fraction", nil),
    ("\\farc12", "did you mean '\\frac'?"),
    ("\\leqq1\\inftty", "did you mean '\\infty'?"),
    ("\\begin{algin}\\end{algin}", "did you mean 'align'?"),
    ("\\begin{a}\\end{a}", nil),
    ("\\left{x\\right}", "write '\\left\\{' for a brace"),
  ])
  func suggestsTheFix(tex: String, help: String?) throws {
    #expect(try #require(mistake(in: tex.utf8)).help == help)
  }

  @Test func refusesATagInTheText() throws {
    let error = try #require(mistake(in: "x \\tag{1}".utf8, display: false))
    #expect(error.offset == 2)
    #expect(error.message == "'\\tag' needs a displayed formula")
  }

  @Test(arguments: [
    ([0x61, 0xFF] as [UInt8], 1), ([0xC3], 0), ([0x61, 0xED, 0xA0, 0x80], 1),
    ([0x5C, 0x74, 0x65, 0x78, 0x74, 0x7B, 0xC0, 0xAF, 0x7D], 6),
  ])
  func refusesWhatIsNotUTF8(tex: [UInt8], offset: Int) throws {
    let error = try #require(mistake(in: tex))
    #expect(error.offset == offset)
    #expect(error.message.hasSuffix("is not UTF-8"))
  }

  @Test func cutsLongCulprits() throws {
    let error = try #require(mistake(in: ("\\" + String(repeating: "x", count: 100_000)).utf8))
    #expect(error.message.utf8.count < 100)
    #expect(error.length == 100_001)
  }

  /// The formula ends before the bytes do that forty characters may have.
  @Test(arguments: [40, 41, 60, 159, 160, 161])
  func cutsLongCulpritsAtTheEnd(count: Int) throws {
    let name = String(repeating: "a", count: count)
    let command = try #require(mistake(in: "x^{\\\(name)}".utf8))
    #expect(command.message.hasPrefix("unknown command '\\aaa"))
    #expect(command.offset == 3 && command.length == count + 1)
    let environment = try #require(mistake(in: "\\begin{\(name)}".utf8))
    #expect(environment.message.hasPrefix("unknown environment 'aaa"))
    #expect(environment.offset == 7 && environment.length == count)
    let end = try #require(mistake(in: "\\begin{matrix}\\end{\(name)}".utf8))
    #expect(end.message.hasPrefix("'\\begin{matrix}' ends with '\\end{aaa"))
    for error in [command, environment, end] { #expect(error.message.utf8.count < 100) }
  }
}

extension String {
  fileprivate var wrapped: String { "«\(self)»" }
}
