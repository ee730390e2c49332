extension SymbolTable {
  /// Relations other than arrows.
  static let relations: [SymbolTable] = [
    SymbolTable(
      .relation,
      """
      lt < gt > le ≤ leq ≤ ge ≥ geq ≥ leqq ≦ geqq ≧ leqslant ⩽ geqslant ⩾ ll ≪ gg ≫ lll ⋘ ggg ⋙
      equiv ≡ sim ∼ simeq ≃ approx ≈ approxeq ≊ cong ≅ asymp ≍ doteq ≐ Doteq ≑ doteqdot ≑
      fallingdotseq ≒ risingdotseq ≓ circeq ≗ eqcirc ≖ triangleq ≜ bumpeq ≏ Bumpeq ≎
      thicksim ∼ thickapprox ≈ backsim ∽ backsimeq ⋍ propto ∝ varpropto ∝
      coloneqq ≔ coloneq ≔ eqqcolon ≕ Coloneqq ⩴ vcentcolon ∶ ratio ∶ dblcolon ∷
      prec ≺ succ ≻ preceq ⪯ succeq ⪰ preccurlyeq ≼ succcurlyeq ≽ precsim ≾ succsim ≿
      precapprox ⪷ succapprox ⪸ curlyeqprec ⋞ curlyeqsucc ⋟
      lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ gtrless ≷ lesseqgtr ⋚ gtreqless ⋛
      eqslantless ⪕ eqslantgtr ⪖
      in ∈ isin ∈ ni ∋ owns ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subseteqq ⫅ supseteqq ⫆
      Subset ⋐ Supset ⋑ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒
      mid ∣ shortmid ∣ parallel ∥ shortparallel ∥ perp ⟂ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨
      Vdash ⊩ Vvdash ⊪ bowtie ⋈ Join ⋈ smile ⌣ frown ⌢ between ≬ pitchfork ⋔
      therefore ∴ because ∵ backepsilon ϶ trianglelefteq ⊴ trianglerighteq ⊵
      vartriangleleft ⊲ vartriangleright ⊳ blacktriangleleft ◀ blacktriangleright ▶
      """)
  ]

  /// Relations that deny another one.
  static let negations: [SymbolTable] = [
    SymbolTable(
      .relation,
      """
      ne ≠ neq ≠ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nleqslant ≰ ngeqslant ≱ lneq ⪇ gneq ⪈ lneqq ≨
      gneqq ≩ lnsim ⋦ gnsim ⋧ lnapprox ⪉ gnapprox ⪊ nsim ≁ ncong ≇ nprec ⊀ nsucc ⊁
      npreceq ⋠ nsucceq ⋡ precneqq ⪵ succneqq ⪶ precnsim ⋨ succnsim ⋩ precnapprox ⪹ succnapprox ⪺
      notin ∉ notni ∌ nsubset ⊄ nsupset ⊅ nsubseteq ⊈ nsupseteq ⊉ subsetneq ⊊ supsetneq ⊋
      varsubsetneq ⊊ varsupsetneq ⊋ subsetneqq ⫋ supsetneqq ⫌ nmid ∤ nshortmid ∤ nparallel ∦
      nshortparallel ∦ nvdash ⊬ nvDash ⊭ nVdash ⊮ nVDash ⊯ ntriangleleft ⋪ ntriangleright ⋫
      ntrianglelefteq ⋬ ntrianglerighteq ⋭ nleftarrow ↚ nrightarrow ↛ nleftrightarrow ↮
      nLeftarrow ⇍ nRightarrow ⇏ nLeftrightarrow ⇎
      """)
  ]

  /// The characters that stand for another one with a stroke through it.
  static let denied: [String: String] = {
    let pairs = SymbolTable(
      .relation,
      """
      = ≠ < ≮ > ≯ ∈ ∉ ∋ ∌ ∣ ∤ | ∤ ∥ ∦ ‖ ∦ ∼ ≁ ≃ ≄ ≅ ≇ ≈ ≉ ≡ ≢ ≤ ≰ ≥ ≱ ⩽ ≰ ⩾ ≱ ≲ ≴ ≳ ≵ ≶ ≸ ≷ ≹
      ≺ ⊀ ≻ ⊁ ≼ ⋠ ≽ ⋡ ⊂ ⊄ ⊃ ⊅ ⊆ ⊈ ⊇ ⊉ ⊑ ⋢ ⊒ ⋣ ⊢ ⊬ ⊨ ⊭ ⊩ ⊮ ⊲ ⋪ ⊳ ⋫ ⊴ ⋬ ⊵ ⋭ ∃ ∄
      ← ↚ → ↛ ↔ ↮ ⇐ ⇍ ⇒ ⇏ ⇔ ⇎ ≍ ≭
      """)
    return Dictionary(
      pairs.symbols.map { ($0.name, $0.symbol.text) }, uniquingKeysWith: { first, _ in first })
  }()
}
