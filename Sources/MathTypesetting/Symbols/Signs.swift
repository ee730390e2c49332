extension SymbolTable {
  /// Signs that stand for themselves, dots and punctuation.
  static let signs: [SymbolTable] = [
    SymbolTable(
      .sign,
      """
      infty ∞ aleph ℵ beth ℶ gimel ℷ daleth ℸ ell ℓ hbar ℏ hslash ℏ wp ℘ Re ℜ Im ℑ mho ℧ eth ð
      emptyset ∅ varnothing ∅ empty ∅ top ⊤ bot ⊥ Bbbk 𝕜 N ℕ Z ℤ Q ℚ R ℝ C ℂ
      natnums ℕ reals ℝ Reals ℝ cnums ℂ Complex ℂ
      angle ∠ measuredangle ∡ sphericalangle ∢ surd √
      triangle △ vartriangle △ triangledown ▽ blacktriangle ▲ blacktriangledown ▼
      square □ Box □ Diamond ◊ blacksquare ■ QED ∎ lozenge ◊ blacklozenge ⧫ bigstar ★
      diagup ╱ diagdown ╲ degree ° textdegree °
      clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮ sharp ♯
      S § P ¶ copyright © circledR ® circledS Ⓢ checkmark ✓ maltese ✠ dag † ddag ‡
      pounds £ mathsterling £ yen ¥ euro € cent ¢ textunderscore _ AA Å
      % % $ $ # # & & _ _ mathellipsis …
      """),
    SymbolTable(
      .quantifier,
      "forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ complement ∁ prime ′ dprime ″ backprime ‵"),
    SymbolTable(.inner, "ldots … cdots ⋯ ddots ⋱ iddots ⋰ dotsc … dotsb ⋯ dotsm ⋯ dotsi ⋯ dotso …"),
    SymbolTable(.sign, "vdots ⋮"),
    SymbolTable(.punctuation, "colon : ldotp . cdotp ⋅"),
  ]

  /// What the characters of ASCII and their typographic likenesses stand for.
  static let ascii = SymbolTable(merging: [
    SymbolTable(.binary, "+ + - − − − * ∗ ∗ ∗ · ·"),
    SymbolTable(.relation, "= = < < > > : :"),
    SymbolTable(.opening, "( ( [ ["),
    SymbolTable(.closing, ") ) ] ] ! ! ? ?"),
    SymbolTable(.punctuation, ", , ; ;"),
    SymbolTable(.fence, "| | / /"),
    SymbolTable(.sign, ". . @ @ \" \" ` ‘"),
  ])

  /// Joins tables of several roles.
  private init(merging tables: [SymbolTable]) {
    symbols = tables.flatMap(\.symbols)
  }
}
