import Bytes

extension FormulaParser {
  /// Reads words in braces, in which `$` encloses formulas.
  mutating func words(_ style: TextStyle, of start: Token) throws(MathError) -> Atom {
    guard token.kind == .groupStart else { throw missingArgument(of: start) }
    var reader = WordReader(style: style)
    let open = token
    var index = token.end
    let source = tokenizer.source
    while index < source.count {
      switch source[index] {
      case UInt8(ascii: "}"):
        index += 1
        guard reader.closeGroup() else {
          try move(to: index)
          return .group(reader.atoms)
        }
      case UInt8(ascii: "{"):
        reader.openGroup(reader.style)
        index += 1
      case UInt8(ascii: "$"): index = try formula(inWordsAt: index, &reader)
      case UInt8(ascii: "\\"): index = try command(inWordsAt: index, &reader)
      default: index = reader.read(tokenizer, at: index)
      }
    }
    throw MathError("'{' has no '}'", at: open)
  }

  /// Reads the name of a function, such as `\operatorname{lcm}`.
  mutating func operatorName(of start: Token) throws(MathError) -> Atom {
    let hasLimits = token.kind == .character("*")
    if hasLimits { try advance() }
    guard token.kind == .groupStart else { throw missingArgument(of: start) }
    let open = token
    try advance()
    var name = ""
    while token.kind != .groupEnd {
      switch token.kind {
      case .character(let scalar) where scalar != "$" && scalar != "#":
        name += tokenizer.text(from: token.start, to: token.end)
      case .command(","), .command(" "), .command("thinspace"): name += "\u{2009}"
      case .prime: name += "′"
      case .end: throw MathError("'{' has no '}'", at: open)
      case .command(let text) where Command.named[text] == nil: throw unknownCommand(text)
      default:
        throw MathError("'\(tokenText)' cannot stand in the name of a function", at: token)
      }
      try advance()
    }
    try advance()
    return Atom(.function(name), .largeOperator, limits: hasLimits ? .belowInDisplay : .beside)
  }

  private mutating func formula(
    inWordsAt index: Int, _ reader: inout WordReader
  ) throws(MathError) -> Int {
    reader.flush()
    let outer = alphabet
    alphabet = nil
    defer { alphabet = outer }
    try move(to: index + 1)
    reader.atoms.append(Atom(.row(try row(until: "$"))))
    guard token.kind == .character("$") else {
      throw isMisplacedSeparator
        ? unexpected() : MathError("'$' has no second '$'", from: index, to: index + 1)
    }
    return token.end
  }

  private mutating func command(
    inWordsAt index: Int, _ reader: inout WordReader
  ) throws(MathError) -> Int {
    try move(to: index)
    let start = token
    guard case .command(let name) = start.kind else { return start.end }
    switch Command.named[name] {
    case .text(let style)?:
      try advance()
      guard token.kind == .groupStart else { throw missingArgument(of: start) }
      reader.openGroup(style)
      return token.end
    case .space(let length)?:
      reader.append(space: length)
    case .symbol(let symbol)?:
      reader.append(symbol.text)
    case .dots?: reader.append("…")
    case nil where WordReader.signs[name] != nil: reader.append(WordReader.signs[name] ?? "")
    case nil: throw unknownCommand(name)
    default:
      throw MathError(
        "'\(tokenText)' cannot stand in words", at: start, help: "put dollar signs around it")
    }
    // After a word, spaces only end the command's name.
    return name.utf8.allSatisfy(\.isASCIILetter) ? token(after: start.end) : start.end
  }

  private func token(after end: Int) -> Int {
    tokenizer.source[end...].firstIndex { !$0.isASCIIWhitespace } ?? tokenizer.source.count
  }
}

/// Gathers words with their style.
private struct WordReader {
  /// Commands that are a character in words only.
  static let signs = [
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "textless": "<",
    "textgreater": ">", "textbar": "|", "textquotedblleft": "“", "textquotedblright": "”",
    "textendash": "–", "textemdash": "—", "ss": "ß", "ae": "æ", "oe": "œ", "o": "ø", "aa": "å",
    "-": "\u{AD}",
  ]

  private(set) var style: TextStyle
  var atoms: [Atom] = []
  private var text = ""
  private var outerStyles: [TextStyle] = []

  init(style: TextStyle) { self.style = style }

  mutating func openGroup(_ style: TextStyle) {
    flush()
    outerStyles.append(self.style)
    self.style = style
  }

  /// Ends a group, or returns `false` and ends the words.
  mutating func closeGroup() -> Bool {
    flush()
    guard let outer = outerStyles.popLast() else { return false }
    style = outer
    return true
  }

  mutating func flush() {
    if !text.isEmpty { atoms.append(Atom(.text(text, style))) }
    text = ""
  }

  mutating func append(_ string: String) { text += string }

  mutating func append(space: Length) {
    guard space.value != Length(mu: 6).value else {
      text += "\u{A0}"
      return
    }
    flush()
    atoms.append(Atom(.space(space), nil))
  }

  /// Reads a character, or TeX's quotation marks and dashes, and returns where it ends.
  mutating func read(_ tokenizer: Tokenizer, at index: Int) -> Int {
    let rest = tokenizer.source[index...]
    for (marks, sign) in Self.ligatures where rest.hasPrefix(marks) {
      text += sign
      return index + marks.utf8CodeUnitCount
    }
    if rest.first?.isASCIIWhitespace == true {
      // A plain space at the edge of an element would be dropped, and words here do not wrap.
      text += "\u{A0}"
      return rest.firstIndex { !$0.isASCIIWhitespace } ?? rest.endIndex
    }
    let (scalar, end) = tokenizer.character(at: index)
    text.unicodeScalars.append(scalar)
    return end
  }

  private static let ligatures: [(StaticString, String)] = [
    ("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’"), ("~", "\u{A0}"),
  ]
}
