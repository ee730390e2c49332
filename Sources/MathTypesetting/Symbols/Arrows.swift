extension SymbolTable {
  /// Arrows.
  static let arrows: [SymbolTable] = [
    SymbolTable(
      .relation,
      """
      to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐
      Leftrightarrow ⇔ longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷
      Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ implies ⟹ impliedby ⟸ iff ⟺
      mapsto ↦ longmapsto ⟼ mapsfrom ↤ hookrightarrow ↪ hookleftarrow ↩
      rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽
      rightleftharpoons ⇌ leftrightharpoons ⇋ upharpoonright ↾ upharpoonleft ↿ restriction ↾
      downharpoonright ⇂ downharpoonleft ⇃ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖
      leadsto ⇝ rightsquigarrow ⇝ leftrightsquigarrow ↭ twoheadrightarrow ↠ twoheadleftarrow ↞
      rightarrowtail ↣ leftarrowtail ↢ looparrowright ↬ looparrowleft ↫
      curvearrowright ↷ curvearrowleft ↶ circlearrowright ↻ circlearrowleft ↺
      dashrightarrow ⇢ dashleftarrow ⇠ rightrightarrows ⇉ leftleftarrows ⇇
      upuparrows ⇈ downdownarrows ⇊ leftrightarrows ⇆ rightleftarrows ⇄
      Rrightarrow ⇛ Lleftarrow ⇚ Lsh ↰ Rsh ↱ multimap ⊸
      """)
  ]

  /// Arrows that grow as wide as what stands above and below them.
  static let extensibleArrows: [(name: String, arrow: String)] = [
    ("xrightarrow", "→"), ("xleftarrow", "←"), ("xleftrightarrow", "↔"),
    ("xRightarrow", "⇒"), ("xLeftarrow", "⇐"), ("xLeftrightarrow", "⇔"),
    ("xmapsto", "↦"), ("xhookrightarrow", "↪"), ("xhookleftarrow", "↩"),
    ("xrightleftharpoons", "⇌"), ("xleftrightharpoons", "⇋"),
    ("xrightharpoonup", "⇀"), ("xleftharpoonup", "↼"), ("xlongequal", "="),
  ]
}
