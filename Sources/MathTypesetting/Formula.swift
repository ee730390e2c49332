/// Formulas as authors write them, in TeX's math mode, and as browsers show them, in MathML Core.
///
/// A formula is read into a tree of atoms, each with TeX's class (ordinary, binary, relation, …),
/// and written as MathML whose operators carry spacing attributes only where the operator
/// dictionary of MathML Core would set another space than TeX does.
///
/// Alignment, rules and boxes have no attributes in MathML Core, so a theme styles class names:
/// - on `mtable`: `tex-align`, `tex-gather`, `tex-cases`, `tex-matrix`, `tex-array`, `tex-stack`,
/// - on `mtd`: `tex-left`, `tex-right`, `tex-tag`, `tex-line-left`, `tex-line-right`,
///   `tex-line-above`, `tex-line-below`,
/// - on `mrow`: `tex-boxed`, `tex-cancel`, `tex-bcancel`, `tex-xcancel`,
/// - on `mover` and `munder`: `tex-overline`, `tex-underline`, whose `mo` a theme hides in favour
///   of a border at the first child, because few fonts have a line that stretches,
/// - on `mtext`: `tex-bold`, `tex-italic`, `tex-mono`, `tex-sans`.
package enum Formula {
  /// Appends a formula as a `math` element with its TeX as an annotation; appends nothing on error.
  ///
  /// - Parameters:
  ///   - tex: The formula in UTF-8, without the dollar signs around it.
  ///   - display: Whether the formula stands on a line of its own.
  ///   - page: Where to append; what is appended is well-formed as HTML and as XML.
  /// - Throws: The author's first mistake.
  package static func appendMathML(
    of tex: some Collection<UInt8>, display: Bool, to page: inout [UInt8]
  ) throws(MathError) {
    let source = Array(tex)
    var parser = try FormulaParser(source, isDisplay: display)
    let formula = try parser.formula()
    var writer = MathMLWriter()
    swap(&writer.bytes, &page)
    writer.write(formula, isDisplay: display, source: source)
    swap(&writer.bytes, &page)
  }
}
