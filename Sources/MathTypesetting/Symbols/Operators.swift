extension SymbolTable {
  /// Binary and large operators.
  static let operators: [SymbolTable] = [
    SymbolTable(
      .binary,
      """
      pm ± mp ∓ times × div ÷ cdot ⋅ centerdot · ast ∗ star ⋆ circ ∘ bullet ∙ setminus ∖
      smallsetminus ∖ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ wedge ∧ land ∧ vee ∨ lor ∨
      barwedge ⊼ veebar ⊻ doublebarwedge ⩞ curlywedge ⋏ curlyvee ⋎ Cap ⋒ Cup ⋓
      oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ circledcirc ⊚ circledast ⊛ circleddash ⊝
      boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ amalg ⨿ wr ≀ dagger † ddagger ‡ diamond ⋄
      bigcirc ◯ bigtriangleup △ bigtriangledown ▽ triangleleft ◃ triangleright ▹
      lhd ⊲ rhd ⊳ unlhd ⊴ unrhd ⊵ ltimes ⋉ rtimes ⋊ leftthreetimes ⋋ rightthreetimes ⋌
      dotplus ∔ divideontimes ⋇ intercal ⊺ gtrdot ⋗ lessdot ⋖
      """),
    SymbolTable(
      .sum,
      """
      sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigsqcup ⨆ bigsqcap ⨅ bigvee ⋁ bigwedge ⋀
      bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄
      """),
    SymbolTable(
      .integral,
      """
      int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ smallint ∫ intop ∫
      ointctrclockwise ∳ varointclockwise ∲
      """),
  ]
}
