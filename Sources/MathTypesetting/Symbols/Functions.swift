/// The names of functions, which stand upright.
enum FunctionNames {
  /// Functions whose scripts stand to the right.
  static let plain: [String] =
    words(
      """
      arccos arcsin arctan arccot arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin
      sinh tan tanh tg ctg cotg cosec arctg arcctg sh ch th cth sgn rank tr diag erf
      """)

  /// Functions whose scripts stand below and above in a displayed formula.
  static let withLimits: [String] = words("det gcd inf lim max min sup argmax argmin lcm") + ["Pr"]

  /// Functions of several words, by name.
  static let spaced: [(name: String, text: String)] = [
    ("liminf", "lim\u{2009}inf"), ("limsup", "lim\u{2009}sup"),
    ("injlim", "inj\u{2009}lim"), ("projlim", "proj\u{2009}lim"),
  ]

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
