extension SymbolTable {
  /// Delimiters, which grow after `\left`, `\middle`, `\right` and `\big`.
  static let delimiters: [SymbolTable] = [
    SymbolTable(
      .opening,
      """
      { { lbrace { lbrack [ lparen ( langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lgroup ⟮
      lmoustache ⎰ llbracket ⟦ lAngle ⟪ ulcorner ⌜ llcorner ⌞
      """),
    SymbolTable(
      .closing,
      """
      } } rbrace } rbrack ] rparen ) rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rgroup ⟯
      rmoustache ⎱ rrbracket ⟧ rAngle ⟫ urcorner ⌝ lrcorner ⌟
      """),
    SymbolTable(.fence, "vert | Vert ‖ | ‖ backslash \\"),
    SymbolTable(
      .relation,
      "uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕"),
  ]

  /// The delimiters by their names without backslash.
  static let delimiterByName: [String: String] = Dictionary(
    delimiters.flatMap(\.symbols).map { ($0.name, $0.symbol.text) },
    uniquingKeysWith: { first, _ in first })

  /// The delimiters that are a character of their own.
  static let delimiterByCharacter: [Unicode.Scalar: String] = {
    var delimiters: [Unicode.Scalar: String] = ["<": "⟨", ">": "⟩"]
    for text in Self.delimiters.flatMap(\.symbols).map(\.symbol.text) + ["/"] {
      if let scalar = text.unicodeScalars.first { delimiters[scalar] = text }
    }
    delimiters["{"] = nil
    delimiters["}"] = nil
    delimiters["\\"] = nil
    return delimiters
  }()
}
