extension Accent {
  /// The accents by the names of their commands.
  static let named: [(name: String, accent: Accent)] =
    [
      ("hat", "ˆ"), ("check", "ˇ"), ("breve", "˘"), ("acute", "´"), ("grave", "`"),
      ("tilde", "˜"), ("bar", "¯"), ("dot", "˙"), ("ddot", "¨"), ("dddot", "..."),
      ("ddddot", "...."),
      ("mathring", "˚"),
    ].map { ($0, Accent($1)) }
    + [
      ("widehat", "^"), ("widecheck", "ˇ"), ("widetilde", "~"), ("overline", "‾"),
      ("overbrace", "⏞"), ("overparen", "⏜"), ("overbracket", "⎴"),
    ].map { ($0, Accent($1, isStretchy: true)) }
    + [
      ("underline", "_"), ("underbar", "_"), ("underbrace", "⏟"), ("underparen", "⏝"),
      ("underbracket", "⎵"),
    ].map { ($0, Accent($1, isStretchy: true, isBelow: true)) }
    + [
      ("overrightarrow", "→"), ("overleftarrow", "←"), ("overleftrightarrow", "↔"),
      ("overrightharpoon", "⇀"), ("overleftharpoon", "↼"),
    ].map { ($0, Accent($1, isStretchy: true, isTight: false)) }
    + [
      ("underrightarrow", "→"), ("underleftarrow", "←"), ("underleftrightarrow", "↔"),
    ].map { ($0, Accent($1, isStretchy: true, isBelow: true, isTight: false)) }
    + [("vec", Accent("→", isTight: false))]

  private init(
    _ mark: String, isStretchy: Bool = false, isBelow: Bool = false, isTight: Bool = true
  ) {
    self.mark = mark
    self.isStretchy = isStretchy
    self.isBelow = isBelow
    self.isTight = isTight
  }
}
