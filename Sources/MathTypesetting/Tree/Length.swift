/// A length in ten-thousandths of an em.
struct Length: Hashable, Sendable {
  let value: Int

  /// A length in mu, 18 to the em.
  init(mu: Int) { value = (mu * 10_000 + (mu < 0 ? -9 : 9)) / 18 }

  /// A length in ten-thousandths of an em.
  init(value: Int) { self.value = value }

  /// How long one of TeX's units is, in ten-thousandths of an em of ten points; `nil` if unknown.
  static func unit(_ name: String) -> Int? {
    switch name {
    case "em": 10_000
    case "ex": 4_306
    case "mu": 556
    case "pt", "bp": 1_000
    case "px": 625
    case "pc": 12_000
    case "mm": 2_845
    case "cm": 28_453
    case "in": 72_270
    default: nil
    }
  }
}
