/// A scalar without case and marks, and what part it takes in words.
///
/// The parts are those of the theme's search script: a word is a run of `\p{L}` and `\p{N}`, and a script that
/// writes no spaces is cut into pairs.
struct FoldedScalar: Sendable {
  private var bits: UInt32

  /// Folds what has no decomposition; `nil` for a mark, which is dropped.
  init?(_ scalar: Unicode.Scalar) {
    let isWordPart: Bool
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return nil
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      isWordPart = true
    default: isWordPart = false
    }
    // Which of its two small letters a sigma becomes hangs on its neighbours.
    let folded = scalar == Self.capitalSigma ? scalar : scalar.lowercased
    bits = folded.value
    if isWordPart {
      bits |= Self.isInPairs(folded.value) ? Self.wordPart | Self.pairPart : Self.wordPart
    }
  }

  private init(bits: UInt32) { self.bits = bits }

  /// Folds a sign of a script that is written without spaces and knows no case.
  static func sign(_ value: UInt32) -> FoldedScalar {
    FoldedScalar(bits: value | wordPart | pairPart)
  }

  static let capitalSigma: Unicode.Scalar = "\u{3A3}"
  /// The letter that is written `ss` where it cannot be typed.
  static let sharpS: Unicode.Scalar = "ß"
  static let smallS = FoldedScalar(bits: 0x73 | wordPart)
  private static let wordPart: UInt32 = 1 << 24
  private static let pairPart: UInt32 = 1 << 25

  var value: UInt32 { bits & 0x1F_FFFF }
  /// Whether the scalar is a letter or a number.
  var isWordPart: Bool { bits & Self.wordPart != 0 }
  /// Whether the scalar makes words with its neighbours two by two.
  var isPairPart: Bool { bits & Self.pairPart != 0 }

  /// Makes a sigma small, in the form that ends a word or in the other.
  mutating func lowercaseSigma(isFinal: Bool) {
    bits = (isFinal ? 0x3C2 : 0x3C3) | Self.wordPart
  }

  private static func isInPairs(_ value: UInt32) -> Bool {
    switch value {
    case 0...0x10FF: false
    case 0x1100...0x11FF, 0x3005...0x3007, 0x3040...0x318F, 0x31F0...0x31FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// The small letter.
  ///
  /// No scalar that is its own decomposition has a longer one.
  fileprivate var lowercased: Unicode.Scalar {
    guard properties.changesWhenLowercased else { return self }
    return properties.lowercaseMapping.unicodeScalars.first ?? self
  }
}
