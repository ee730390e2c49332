extension FormulaParser {
  /// Reads what stands between `\left` and `\right`.
  mutating func fenced(from start: Token) throws(MathError) -> Atom {
    var atoms: [Atom] = []
    if let fence = try delimiter(of: start) {
      atoms.append(Self.stretched(fence, .prefix, .opening))
    }
    while true {
      // Transparent to its neighbours outside, but a row of its own for what is inside.
      atoms += try row()
      let mark = token
      switch command {
      case .middle?:
        try advance()
        guard let fence = try delimiter(of: mark) else { continue }
        atoms.append(Self.stretched(fence, .prefix, .ordinary))
      case .right?:
        try advance()
        if let fence = try delimiter(of: mark) {
          atoms.append(Self.stretched(fence, .postfix, .closing))
        }
        return .enclosed(.row(atoms))
      default:
        throw isMisplacedSeparator
          ? unexpected() : MathError("'\\left' has no '\\right'", at: start)
      }
    }
  }

  /// Reads a delimiter that is made large by hand.
  mutating func bigDelimiter(
    _ height: Length, _ atomClass: AtomClass, of start: Token
  ) throws(MathError) -> Atom {
    guard let text = try delimiter(of: start) else { return Atom(.row([])) }
    var atom = Self.stretched(text, atomClass == .closing ? .postfix : .prefix, atomClass)
    if case .symbol(var fence) = atom.node {
      fence.height = height
      atom.node = .symbol(fence)
    }
    return atom
  }

  private static func stretched(
    _ text: String, _ side: Operator.Form, _ atomClass: AtomClass
  ) -> Atom {
    // The dictionary knows each bracket in one form only: in another one it would not be a fence.
    let form: Operator.Form? =
      switch SymbolTable.byCharacter[text.unicodeScalars.first ?? " "]?.role {
      case .opening: .prefix
      case .closing: .postfix
      default: text == "|" || text == "‖" ? side : nil
      }
    return Atom(.symbol(Operator(text, form: form, isStretchy: true)), atomClass)
  }

  /// Reads a delimiter; `nil` stands for the empty one, a point.
  private mutating func delimiter(of start: Token) throws(MathError) -> String? {
    let mark = token
    let found: String?
    switch mark.kind {
    case .character("."):
      try advance()
      return nil
    case .character(let scalar): found = SymbolTable.delimiterByCharacter[scalar]
    case .command(let name): found = SymbolTable.delimiterByName[name]
    default: found = nil
    }
    guard let found else {
      let name = quotation(from: start.start, to: start.end)
      guard mark.kind != .end else { throw MathError("'\(name)' lacks a delimiter", at: start) }
      throw MathError(
        "'\(tokenText)' is not a delimiter", at: mark,
        help: mark.kind == .groupStart || mark.kind == .groupEnd
          ? "write '\(name)\\\(tokenText)' for a brace"
          : "after '\(name)' write a delimiter, such as '(' or '\\langle', or '.' for none")
    }
    try advance()
    return found
  }
}
