/// A character of mathematics and how it behaves.
struct Symbol: Sendable {
  let text: String
  let role: Role

  /// How a character behaves in a formula.
  enum Role: Sendable {
    /// A letter that is slanted unless a font is chosen.
    case letter
    /// A letter that stands upright unless a font is chosen.
    case uprightLetter
    /// A sign that stands for itself.
    case sign
    /// A quantifier or a logical sign, which stands close to what follows.
    case quantifier
    /// A sign that grows where a delimiter is asked for.
    case fence
    case binary
    case relation
    /// An operator whose limits stand below and above in a displayed formula.
    case sum
    /// An operator whose limits stand to the right.
    case integral
    case opening
    case closing
    case punctuation
    case inner
  }
}

/// Symbols of one role, written as names each followed by its character.
struct SymbolTable: Sendable {
  let symbols: [(name: String, symbol: Symbol)]

  /// Reads a table.
  init(_ role: Symbol.Role, _ text: String) {
    let words = text.split { $0 == " " || $0 == "\n" }.map(String.init)
    precondition(words.count.isMultiple(of: 2), "a symbol's name stands without its character")
    symbols = stride(from: 0, to: words.count, by: 2).map { index in
      (words[index], Symbol(text: words[index + 1], role: role))
    }
  }

  /// All symbols that have names.
  static let all: [SymbolTable] =
    letters + signs + operators + relations + arrows + negations + delimiters

  /// The symbol that a character is when it is typed as itself.
  static let byCharacter: [Unicode.Scalar: Symbol] = {
    var symbols: [Unicode.Scalar: Symbol] = [:]
    for (_, symbol) in all.flatMap(\.symbols) + ascii.symbols {
      let scalars = symbol.text.unicodeScalars
      guard let scalar = scalars.first, scalars.count == 1, symbols[scalar] == nil else { continue }
      symbols[scalar] = symbol
    }
    for (name, symbol) in ascii.symbols {
      if let scalar = name.unicodeScalars.first { symbols[scalar] = symbol }
    }
    return symbols
  }()
}
