/// A style of letters that has a meaning of its own, such as the blackboard bold of number sets.
enum Alphabet: Sendable {
  case upright
  case italic
  case bold
  case boldSymbol
  case doubleStruck
  case script
  case fraktur
  case sansSerif
  case monospace

  /// Whether neighbouring letters form a word.
  var joinsLetters: Bool {
    switch self {
    case .upright, .italic, .bold, .sansSerif, .monospace: true
    case .boldSymbol, .doubleStruck, .script, .fraktur: false
    }
  }

  /// The letter or digit of this alphabet, or `nil` where the alphabet has none, as in the chart
  /// Mathematical Alphanumeric Symbols of The Unicode Standard.
  func styled(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if let exception = exceptions[scalar] { return exception }
    let value = scalar.value
    let styled: UInt32? =
      switch value {
      case 0x41...0x5A: latin.map { $0 + value - 0x41 }
      case 0x61...0x7A: latin.map { $0 + 26 + value - 0x61 }
      case 0x30...0x39: digits.map { $0 + value - 0x30 }
      default: greek(scalar)
      }
    return styled.flatMap(Unicode.Scalar.init)
  }

  /// Where the capital Latin letters begin; the small ones follow.
  private var latin: UInt32? {
    switch self {
    case .upright: nil
    case .bold: 0x1D400
    case .italic: 0x1D434
    case .boldSymbol: 0x1D468
    case .script: 0x1D49C
    case .fraktur: 0x1D504
    case .doubleStruck: 0x1D538
    case .sansSerif: 0x1D5A0
    case .monospace: 0x1D670
    }
  }

  private var digits: UInt32? {
    switch self {
    case .bold, .boldSymbol: 0x1D7CE
    case .doubleStruck: 0x1D7D8
    case .sansSerif: 0x1D7E2
    case .monospace: 0x1D7F6
    case .upright, .italic, .script, .fraktur: nil
    }
  }

  private func greek(_ scalar: Unicode.Scalar) -> UInt32? {
    let capitals: UInt32
    let smalls: UInt32
    switch self {
    case .bold: (capitals, smalls) = (0x1D6A8, 0x1D6C2)
    // TeX's capital Greek letters are upright, so their bold ones are too.
    case .boldSymbol: (capitals, smalls) = (0x1D6A8, 0x1D736)
    case .italic: (capitals, smalls) = (0x1D6E2, 0x1D6FC)
    default: return nil
    }
    let value = scalar.value
    switch value {
    case 0x391...0x3A9 where value != 0x3A2: return capitals + value - 0x391
    case 0x2207: return capitals + 25
    case 0x3B1...0x3C9: return smalls + value - 0x3B1
    default:
      let variants: [UInt32] = [0x2202, 0x3F5, 0x3D1, 0x3F0, 0x3D5, 0x3F1, 0x3D6]
      return variants.firstIndex(of: value).map { smalls + 25 + UInt32($0) }
    }
  }

  /// Letters that Unicode had before it had the alphabet.
  private var exceptions: [Unicode.Scalar: Unicode.Scalar] {
    switch self {
    case .italic: Self.italicExceptions
    case .script: Self.scriptExceptions
    case .fraktur: Self.frakturExceptions
    case .doubleStruck: Self.doubleStruckExceptions
    case .upright, .bold, .boldSymbol, .sansSerif, .monospace: [:]
    }
  }

  private static let italicExceptions: [Unicode.Scalar: Unicode.Scalar] = ["h": "ℎ"]

  private static let scriptExceptions: [Unicode.Scalar: Unicode.Scalar] = [
    "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
    "e": "ℯ", "g": "ℊ", "o": "ℴ",
  ]

  private static let frakturExceptions: [Unicode.Scalar: Unicode.Scalar] = [
    "C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ",
  ]

  private static let doubleStruckExceptions: [Unicode.Scalar: Unicode.Scalar] = [
    "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
  ]
}
