import Diagnostics

extension FormulaParser {
  /// Does what the command does that the next token is; the result is `nil` where it shows nothing.
  mutating func perform(_ command: Command) throws(MathError) -> Atom? {
    let start = token
    switch command {
    case .refused(let help):
      throw MathError("'\(tokenText)' is not supported", at: start, help: help)
    case .newRow, .right, .middle, .end, .infixFraction: throw unexpected()
    case .limits: throw misplacedLimits()
    case .horizontalLine:
      throw MathError(
        "misplaced '\\hline'", at: start, help: "it must begin a row of a table, after '\\\\'")
    default: try advance()
    }
    switch command {
    case .symbol(let symbol): return atom(for: symbol)
    case .function(let name, let limits):
      return Atom(.function(name), .largeOperator, limits: limits)
    case .space(let length): return Atom(.space(length), nil)
    case .measuredSpace: return Atom(.space(try measure(of: start)), nil)
    case .style(let style): return Atom(.style(style), nil)
    case .alphabet(let alphabet): return try letters(in: alphabet, of: start)
    case .alphabetSwitch(let alphabet):
      self.alphabet = alphabet
      return nil
    case .noTag: return nil
    case .tag:
      try readTag(start)
      return nil
    case .left: return try fenced(from: start)
    case .bigDelimiter(let height, let atomClass):
      return try bigDelimiter(height, atomClass, of: start)
    case .begin: return try environment(from: start)
    case .text(let style): return try words(style, of: start)
    case .operatorName: return try operatorName(of: start)
    default: return try construct(command, start)
    }
  }

  /// The error that a command does not exist.
  func unknownCommand(_ name: String) -> MathError {
    var help: String?
    // Between \gamma and \Gamma, the first letter is rarely the slip.
    let isCapital = name.utf8.first.map { $0 & 0x20 == 0 } ?? false
    let candidates = isCapital ? Command.namesCapitalsFirst : Command.names
    // A slip of the pen is short, and comparing costs the product of the lengths.
    if name.utf8.count <= 32, let word = Suggestion.nearest(to: name, among: candidates) {
      help = "did you mean '\\\(word)'?"
    }
    return MathError("unknown command '\(tokenText)'", at: token, help: help)
  }

  private mutating func construct(_ command: Command, _ start: Token) throws(MathError) -> Atom? {
    switch command {
    case .accent(let accent):
      let hasLimits = "⏞⏟⏜⏝⎴⎵".contains(accent.mark)
      return Atom(
        .accent(accent, try argument(of: start)), limits: hasLimits ? .below : .beside)
    case .fraction(let kind):
      let numerator = try argument(of: start)
      return Atom(.fraction(numerator, try argument(of: start), kind))
    case .root:
      let index = try optionalArgument()
      return Atom(.root(try argument(of: start), index: index))
    case .overset, .underset: return try stack(command, start)
    case .extensibleArrow(let arrow):
      let below = try optionalArgument()
      let above = try argument(of: start)
      let shaft = Atom(.symbol(Operator(arrow, isStretchy: true)), .relation)
      return Atom(
        .stack([shaft], under: below.map(Self.padded), over: Self.padded(above)), .relation)
    case .classed(let atomClass):
      var atom = Atom.group(try argument(of: start))
      (atom.left, atom.right) = (atomClass, atomClass)
      if atomClass == .largeOperator { atom.limits = .belowInDisplay }
      return atom
    case .phantom(let phantom): return Atom(.phantom(phantom, try argument(of: start)))
    case .boxed(let enclosure): return Atom(.boxed(enclosure, try argument(of: start)))
    case .negation: return try negation(of: start)
    case .dots: return Atom(.identifier(isBeforeOperator ? "⋯" : "…", isUpright: false), .inner)
    case .modulo(let kind): return try modulo(kind, start)
    case .substack: return try substack(start)
    default: throw unexpected()
    }
  }

  private mutating func letters(in alphabet: Alphabet, of start: Token) throws(MathError) -> Atom {
    let outer = self.alphabet
    self.alphabet = alphabet
    defer { self.alphabet = outer }
    return .group(try argument(of: start))
  }

  private mutating func stack(_ command: Command, _ start: Token) throws(MathError) -> Atom {
    let script = try argument(of: start)
    let base = try argument(of: start)
    var atomClass = AtomClass.ordinary
    if base.count == 1, let only = base.first?.left, only == .binary || only == .relation {
      atomClass = only
    }
    if start.kind == .command("stackrel") { atomClass = .relation }
    if case .underset = command { return Atom(.stack(base, under: script, over: nil), atomClass) }
    return Atom(.stack(base, under: nil, over: script), atomClass)
  }

  private mutating func negation(of start: Token) throws(MathError) -> Atom {
    let argument = try argument(of: start)
    guard argument.count == 1, var atom = argument.first else {
      throw MathError("'\\not' must stand before a symbol", at: start)
    }
    switch atom.node {
    case .symbol(var sign):
      sign.text = SymbolTable.denied[sign.text] ?? sign.text + "\u{338}"
      atom.node = .symbol(sign)
    case .identifier(let text, let isUpright):
      atom.node = .identifier(text + "\u{338}", isUpright: isUpright)
    default: throw MathError("'\\not' must stand before a symbol", at: start)
    }
    return atom
  }

  private mutating func modulo(_ kind: Command.Modulo, _ start: Token) throws(MathError) -> Atom {
    if kind == .binary { return Atom(.symbol(Operator("mod")), .binary) }
    let open = Atom(.symbol(Operator("(", isStretchy: false)), .opening)
    let close = Atom(.symbol(Operator(")", isStretchy: false)), .closing)
    let gap = Atom(.space(Length(mu: isDisplay ? 18 : 8)), nil)
    let name = [Atom(.identifier("mod", isUpright: true)), Atom(.space(Length(mu: 6)), nil)]
    let modulus = try argument(of: start)
    switch kind {
    case .parenthesized: return Atom(.row([gap, open] + name + modulus + [close]))
    case .parenthesesOnly: return Atom(.row([gap, open] + modulus + [close]))
    case .bare, .binary: return Atom(.row([gap] + name + modulus))
    }
  }

  /// Whether a sum, an equation or the like goes on after dots.
  private var isBeforeOperator: Bool {
    let symbol: Symbol?
    switch token.kind {
    case .character(let scalar): symbol = SymbolTable.byCharacter[scalar]
    case .command(let name):
      if case .symbol(let named)? = Command.named[name] { symbol = named } else { symbol = nil }
    default: symbol = nil
    }
    switch symbol?.role {
    case .binary, .relation, .sum, .integral: return true
    default: return false
    }
  }

  private static func padded(_ atoms: [Atom]) -> [Atom] {
    let space = Atom(.space(Length(mu: 7)), nil)
    return [space] + atoms + [space]
  }

  private mutating func readTag(_ start: Token) throws(MathError) {
    guard isDisplay else {
      throw MathError("'\\tag' needs a displayed formula", at: start, help: "write '$$' around it")
    }
    guard tag == nil else { throw MathError("second '\\tag' in one row", at: start) }
    let hasParentheses = token.kind != .character("*")
    if !hasParentheses { try advance() }
    let words = try words(.plain, of: start)
    tag =
      hasParentheses ? [Atom(.text("(", .plain)), words, Atom(.text(")", .plain))] : [words]
  }
}
