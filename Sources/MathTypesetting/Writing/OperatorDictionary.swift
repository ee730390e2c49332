/// The spaces that browsers set around operators on their own (MathML Core, appendix B).
enum OperatorDictionary {
  /// The spaces before and after an operator, in mu, 18 to the em.
  static func spaces(around text: String, form: Operator.Form) -> (left: Int, right: Int) {
    let scalars = text.unicodeScalars
    guard let scalar = scalars.first else { return (5, 5) }
    // A combining stroke leaves an operator in its category (MathML Core, appendix B.1).
    let second = scalars.dropFirst().first
    guard scalars.count == 1 || scalars.count == 2 && second == "\u{338}" else { return (5, 5) }
    if form == .prefix, hasForms(scalar) { return (0, 0) }
    if form != .infix, scalar == "|" || scalar == "‖" { return (0, 0) }
    return spaces(around: scalar)
  }

  /// Whether an operator has other spaces as a sign before its operand than between two operands.
  static func hasForms(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "+" || scalar == "−" || scalar == "±" || scalar == "∓" || scalar == "∼"
  }

  private static func spaces(around scalar: Unicode.Scalar) -> (left: Int, right: Int) {
    switch scalar.value {
    case 0x2C, 0x3A, 0x3B: (0, 3)
    case 0x21, 0x28, 0x29, 0x5B...0x5D, 0x5F, 0x7B, 0x7D, 0x2016: (0, 0)
    case 0x2032...0x2037, 0x2057, 0x2061...0x2064: (0, 0)
    case 0xAC, 0x2200, 0x2201, 0x2203, 0x2204, 0x2234, 0x2235: (0, 0)
    case 0x2308...0x230B, 0x23B0, 0x23B1, 0x27E6...0x27EF, 0x231C...0x231F: (0, 0)
    case 0x220F...0x2211, 0x222B...0x2233, 0x22C0...0x22C3, 0x2A00...0x2A0A, 0x2A0C: (3, 3)
    case 0x2B, 0x2F, 0xB1, 0xF7, 0x2044, 0x2212...0x2216, 0x2227...0x222A: (4, 4)
    case 0x228D, 0x228E, 0x2293...0x2296, 0x2298, 0x229D...0x229F, 0x22BB...0x22BD: (4, 4)
    case 0x22CE, 0x22CF, 0x22D2, 0x22D3: (4, 4)
    case 0x2E, 0x3F, 0x40, 0xB7, 0xD7, 0x2022, 0x2217...0x2219, 0x2240, 0x2297: (3, 3)
    case 0x2299...0x229B, 0x22A0, 0x22A1, 0x22BA, 0x22C4...0x22C7, 0x22C9...0x22CC: (3, 3)
    default: (5, 5)
    }
  }
}
