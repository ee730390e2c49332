/// Reads TeX into a tree of atoms by recursive descent.
///
/// The functions that recur are kept out of line: their frames are small then, so that the deepest
/// formula fits into the half megabyte that some threads have as a stack.
struct FormulaParser: Sendable {
  /// How deep groups, arguments and environments may stand in each other.
  static let maximumDepth = 100

  let tokenizer: Tokenizer

  /// Whether the formula stands on a line of its own.
  let isDisplay: Bool

  /// The token that is read next.
  var token: Token

  /// The font of letters, or `nil` for the slanted letters of mathematics.
  var alphabet: Alphabet?

  /// The tag that waits for the end of its row.
  var tag: [Atom]?

  /// The character that ends the row being read, beside what ends every row.
  private var closing: Unicode.Scalar?

  private var depth = 0

  /// Prepares to read a formula.
  init(_ source: [UInt8], isDisplay: Bool) throws(MathError) {
    self.isDisplay = isDisplay
    self.tokenizer = try Tokenizer(source)
    self.token = try tokenizer.token(from: 0)
  }

  /// Reads the whole formula.
  mutating func formula() throws(MathError) -> [Atom] {
    let atoms = try row()
    guard token.kind == .end else { throw unexpected() }
    guard let tag else { return atoms }
    var table = Table(kind: .gather)
    table.rows = [Table.Row(cells: [atoms], tag: tag)]
    return [Atom(.table(table))]
  }

  /// Reads atoms up to the end of a group, cell or formula, which is not taken.
  mutating func row(until closing: Unicode.Scalar? = nil) throws(MathError) -> [Atom] {
    try enter()
    let outer = (closing: self.closing, alphabet: alphabet)
    self.closing = closing
    defer {
      self.closing = outer.closing
      alphabet = outer.alphabet
      depth -= 1
    }
    var atoms: [Atom] = []
    var numerator: (atoms: [Atom], kind: FractionKind)?
    while !isAtRowEnd {
      guard case .infixFraction(let kind)? = command else {
        try appendAtom(to: &atoms)
        continue
      }
      guard numerator == nil else {
        throw MathError(
          "second '\(tokenText)' in one group", at: token, help: "put the inner fraction in braces")
      }
      numerator = (atoms, kind)
      atoms = []
      try advance()
    }
    return numerator.map { [Atom(.fraction($0.atoms, atoms, $0.kind))] } ?? atoms
  }

  /// Reads what a command or a script mark applies to: a group, or the next symbol.
  @inline(never)
  mutating func argument(of culprit: Token) throws(MathError) -> [Atom] {
    if token.kind == .groupStart { return try group() }
    try enter()
    defer { depth -= 1 }
    if isAtRowEnd { throw missingArgument(of: culprit) }
    if case .infixFraction? = command { throw missingArgument(of: culprit) }
    guard let atom = try nucleus(joining: false) else { throw missingArgument(of: culprit) }
    return [atom]
  }

  /// Reads a group in braces.
  @inline(never)
  mutating func group() throws(MathError) -> [Atom] {
    let start = token
    try advance()
    let atoms = try row()
    guard token.kind != .groupEnd else {
      try advance()
      return atoms
    }
    throw isMisplacedSeparator ? unexpected() : MathError("'{' has no '}'", at: start)
  }

  /// Reads an argument in brackets, if there is one.
  mutating func optionalArgument() throws(MathError) -> [Atom]? {
    guard token.kind == .character("[") else { return nil }
    let start = token
    try advance()
    let atoms = try row(until: "]")
    guard token.kind == .character("]") else {
      throw isMisplacedSeparator ? unexpected() : MathError("'[' has no ']'", at: start)
    }
    try advance()
    return atoms
  }

  /// Reads the smallest thing that can have scripts.
  ///
  /// The result is `nil` where a command shows nothing; `joining` makes one number of digits that
  /// follow each other.
  @inline(never)
  mutating func nucleus(joining: Bool) throws(MathError) -> Atom? {
    switch token.kind {
    case .character(let scalar): return try character(scalar, joining: joining)
    case .groupStart: return .group(try group())
    case .command(let name):
      guard let command else { throw unknownCommand(name) }
      return try perform(command)
    case .superscript, .subscript, .prime:
      throw MathError(
        "'\(tokenText)' has nothing to stand at", at: token, help: "put '{}' before it")
    case .groupEnd, .alignment, .end: throw unexpected()
    }
  }

  private mutating func appendAtom(to atoms: inout [Atom]) throws(MathError) {
    switch token.kind {
    case .superscript, .subscript, .prime: atoms.append(try scripted(Atom(.row([]))))
    default:
      guard let atom = try nucleus(joining: true) else { return }
      atoms.append(atom.left == nil ? atom : try scripted(atom))
    }
  }

  private mutating func enter() throws(MathError) {
    depth += 1
    guard depth <= Self.maximumDepth else {
      throw MathError("formula is nested more than \(Self.maximumDepth) deep", at: token)
    }
  }
}

extension FormulaParser {
  /// The command that the next token is, or `nil` if it is another token or unknown.
  var command: Command? {
    guard case .command(let name) = token.kind else { return nil }
    return Command(named: name)
  }

  /// The next token as the author wrote it, cut where it is long.
  var tokenText: String { quotation(from: token.start, to: token.end) }

  /// What the author wrote between two offsets, cut where it is long.
  func quotation(from start: Int, to end: Int) -> String {
    guard end - start > 40 else { return tokenizer.text(from: start, to: end) }
    // A character has four bytes at most.
    let scalars = tokenizer.text(from: start, to: min(end, start + 160)).unicodeScalars.prefix(40)
    return String(scalars) + "…"
  }

  /// Whether the next token ends a row.
  @inline(never)
  private var isAtRowEnd: Bool {
    switch token.kind {
    case .end, .groupEnd, .alignment: return true
    case .character(let scalar): return scalar == closing
    case .command:
      switch command {
      case .newRow, .right, .middle, .end: return true
      default: return false
      }
    case .groupStart, .superscript, .subscript, .prime: return false
    }
  }

  /// Whether the next token separates cells or rows, which nothing but a table has.
  var isMisplacedSeparator: Bool {
    if case .newRow? = command { return true }
    return token.kind == .alignment
  }

  /// Takes the next token.
  @inline(never)
  mutating func advance() throws(MathError) {
    token = try tokenizer.token(from: token.end)
  }

  /// Goes on reading at an offset.
  mutating func move(to offset: Int) throws(MathError) {
    token = try tokenizer.token(from: offset)
  }

  /// The error that the next token does not belong where it stands.
  @inline(never)
  func unexpected() -> MathError {
    let text = tokenText
    switch (token.kind, command) {
    case (.groupEnd, _):
      return MathError("'}' closes nothing", at: token, help: "write '\\}' for the brace itself")
    case (.alignment, _):
      return MathError(
        "misplaced '&'", at: token,
        help: "'&' separates columns, as in '\\begin{aligned}'; write '\\&' for the character")
    case (_, .newRow):
      return MathError(
        "misplaced '\(text)'", at: token,
        help: "put the rows between '\\begin{aligned}' and '\\end{aligned}'")
    case (_, .right), (_, .middle): return MathError("'\(text)' has no '\\left'", at: token)
    case (_, .end): return MathError("'\\end' has no '\\begin'", at: token)
    case (.end, _): return MathError("formula ends too early", at: token)
    default: return MathError("misplaced '\(text)'", at: token)
    }
  }

  /// The error that a command or a script mark has nothing to apply to.
  @inline(never)
  func missingArgument(of culprit: Token) -> MathError {
    let text = quotation(from: culprit.start, to: culprit.end)
    switch culprit.kind {
    case .superscript, .subscript:
      return MathError("'\(text)' has nothing after it", at: culprit)
    default:
      return MathError(
        "'\(text)' lacks an argument", at: culprit, help: "write the argument in braces after it")
    }
  }
}
