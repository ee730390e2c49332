import Bytes

extension FormulaParser {
  /// Reads a character that stands for itself.
  mutating func character(_ scalar: Unicode.Scalar, joining: Bool) throws(MathError) -> Atom {
    let start = token
    if let digit = UInt8(exactly: scalar.value), digit.isASCIIDigit {
      return try number(joining: joining)
    }
    switch scalar {
    case "$":
      throw MathError("misplaced '$'", at: start, help: "write '\\$' for the dollar sign")
    case "#":
      throw MathError("misplaced '#'", at: start, help: "write '\\#' for the number sign")
    case "~":
      try advance()
      return Atom(.space(Length(mu: 6)), nil)
    default: break
    }
    if scalar.properties.isAlphabetic, SymbolTable.byCharacter[scalar] == nil {
      return try identifier(joining: joining && alphabet?.joinsLetters == true)
    }
    try advance()
    let text = tokenizer.text(from: start.start, to: start.end)
    if let symbol = SymbolTable.byCharacter[scalar], text.unicodeScalars.count == 1 {
      return atom(for: symbol)
    }
    let isNumber = scalar.properties.numericType != nil
    return Atom(isNumber ? .number(text) : .text(text, .plain))
  }

  /// The atom that a symbol is in the font in force.
  func atom(for symbol: Symbol) -> Atom {
    let text = symbol.text
    let isBar = text == "|" || text == "‖"
    switch symbol.role {
    case .letter: return Atom(letter(text, isUpright: alphabet == .upright))
    case .uprightLetter: return Atom(letter(text, isUpright: true))
    case .sign: return Atom(.identifier(text, isUpright: false))
    case .quantifier: return Atom(.symbol(Operator(text)))
    case .fence:
      return Atom(
        .symbol(Operator(text, form: isBar ? .prefix : nil, isStretchy: isBar ? false : nil)))
    case .binary: return Atom(.symbol(Operator(text)), .binary)
    case .relation:
      let grows = SymbolTable.delimiterByCharacter[text.unicodeScalars.first ?? " "] != nil
      return Atom(
        .symbol(Operator(text, isStretchy: grows && text != "<" && text != ">" ? false : nil)),
        .relation)
    case .sum: return Atom(.symbol(Operator(text)), .largeOperator, limits: .belowInDisplay)
    case .integral: return Atom(.symbol(Operator(text)), .largeOperator)
    case .opening:
      return Atom(.symbol(Operator(text, form: isBar ? .prefix : nil, isStretchy: false)), .opening)
    case .closing:
      let isFence = text != "!" && text != "?"
      return Atom(
        .symbol(Operator(text, form: isBar ? .postfix : nil, isStretchy: isFence ? false : nil)),
        .closing)
    case .punctuation: return Atom(.symbol(Operator(text)), .punctuation)
    case .inner: return Atom(.identifier(text, isUpright: false), .inner)
    }
  }

  private func letter(_ text: String, isUpright: Bool) -> Node {
    guard let scalar = text.unicodeScalars.first, let styled = alphabet?.styled(scalar) else {
      return .identifier(text, isUpright: isUpright)
    }
    return .identifier(String(styled), isUpright: false)
  }

  /// Reads a letter, or a word where the font joins letters.
  private mutating func identifier(joining: Bool) throws(MathError) -> Atom {
    var text = ""
    repeat {
      let scalars = tokenizer.text(from: token.start, to: token.end).unicodeScalars
      for scalar in scalars { text.unicodeScalars.append(alphabet?.styled(scalar) ?? scalar) }
      try advance()
    } while joining && isAtLetter
    return Atom(.identifier(text, isUpright: alphabet == .upright))
  }

  private var isAtLetter: Bool {
    guard case .character(let scalar) = token.kind else { return false }
    return scalar.properties.isAlphabetic && SymbolTable.byCharacter[scalar] == nil
  }

  /// Reads a number; digits that touch each other are one.
  private mutating func number(joining: Bool) throws(MathError) -> Atom {
    let source = tokenizer.source
    let start = token.start
    var end = start + 1
    while joining, end < source.count {
      let isPoint = source[end] == UInt8(ascii: ".")
      guard
        source[end].isASCIIDigit
          || isPoint && end + 1 < source.count && source[end + 1].isASCIIDigit
      else { break }
      end += 1
    }
    try move(to: end)
    let digits = tokenizer.text(from: start, to: end)
    guard let alphabet else { return Atom(.number(digits)) }
    let styled = digits.unicodeScalars.map { alphabet.styled($0) ?? $0 }
    return Atom(.number(String(String.UnicodeScalarView(styled))))
  }
}
