/// Folds text as the theme's search script does: NFKD, without marks, in lower case.
///
/// Marks are dropped, so that their canonical order does not matter and each scalar can be folded alone.
struct FoldingTable: Sendable {
  /// The table of all scalars, made when it is first used.
  static let shared = FoldingTable()

  /// The first scalar that is not looked up directly.
  private static let directEnd = 0x3400

  /// The blocks above the direct part in which scalars have a decomposition; Hangul's is computed.
  private static let decomposing: [ClosedRange<UInt32>] = [
    0xA640...0xA7FF, 0xAB00...0xABFF, 0xF900...0xFFFF, 0x10580...0x105FF, 0x10780...0x107FF,
    0x11080...0x111FF, 0x11300...0x113FF, 0x11480...0x115FF, 0x11900...0x1197F,
    0x16100...0x1617F, 0x16D00...0x16D7F, 0x1CC80...0x1CCFF, 0x1D100...0x1D1FF,
    0x1D400...0x1D7FF, 0x1E000...0x1E07F, 0x1EE00...0x1EEFF, 0x1F100...0x1F27F,
    0x1FB80...0x1FBFF, 0x2F800...0x2FA1F,
  ]

  /// All foldings, joined.
  private var folded: [FoldedScalar] = []
  /// Where in `folded` the scalars below `directEnd` begin, and the end.
  private var starts: [UInt32] = []
  /// The places in `folded` of the other scalars that change.
  private var others: [UInt32: Range<Int>] = [:]

  private init() {
    // What separates decompositions from each other cannot be among them.
    folded += ["\u{0}"].compactMap(FoldedScalar.init)
    starts = [0, 1]
    let direct = (1..<UInt32(Self.directEnd)).compactMap(Unicode.Scalar.init)
    for decomposition in CompatibilityDecomposition.of(direct) {
      folded += decomposition.compactMap(FoldedScalar.init)
      starts.append(UInt32(folded.count))
    }
    let rest = Self.decomposing.flatMap { $0.compactMap(Unicode.Scalar.init) }
    for (scalar, decomposition) in zip(rest, CompatibilityDecomposition.of(rest))
    where !decomposition.elementsEqual(CollectionOfOne(scalar)) {
      let start = folded.count
      folded += decomposition.compactMap(FoldedScalar.init)
      others[scalar.value] = start..<folded.count
    }
  }

  /// Appends what a scalar folds to.
  @inline(__always)
  func append(_ scalar: Unicode.Scalar, to text: inout [FoldedScalar]) {
    let value = Int(scalar.value)
    if value < Self.directEnd {
      let start = Int(starts[value])
      let end = Int(starts[value + 1])
      if end == start + 1 {
        text.append(folded[start])
      } else if end > start {
        text.append(contentsOf: folded[start..<end])
      }
    } else {
      appendOther(scalar, to: &text)
    }
  }

  private func appendOther(_ scalar: Unicode.Scalar, to text: inout [FoldedScalar]) {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF:
      text.append(.sign(scalar.value))
    case 0xAC00...0xD7A3:
      // Unicode standard §3.12: a syllable is a leading consonant, a vowel and at times a trailing one.
      let index = scalar.value - 0xAC00
      text.append(.sign(0x1100 + index / 588))
      text.append(.sign(0x1161 + index % 588 / 28))
      if index % 28 > 0 { text.append(.sign(0x11A7 + index % 28)) }
    default:
      if let range = others[scalar.value] {
        text.append(contentsOf: folded[range])
      } else if let folded = FoldedScalar(scalar) {
        text.append(folded)
      }
    }
  }
}

extension [FoldedScalar] {
  /// Makes capital sigmas small (Unicode standard §3.13, Final_Sigma).
  mutating func lowercaseSigmas() {
    for index in indices where self[index].value == FoldedScalar.capitalSigma.value {
      let isFinal =
        isCased(firstOf: self[..<index].reversed()) && !isCased(firstOf: self[(index + 1)...])
      self[index].lowercaseSigma(isFinal: isFinal)
    }
  }

  /// Whether the first scalar that case does not pass over is a letter with case.
  private func isCased(firstOf neighbours: some Sequence<FoldedScalar>) -> Bool {
    for neighbour in neighbours {
      guard let scalar = Unicode.Scalar(neighbour.value) else { return false }
      if !scalar.properties.isCaseIgnorable { return scalar.properties.isCased }
    }
    return false
  }
}
