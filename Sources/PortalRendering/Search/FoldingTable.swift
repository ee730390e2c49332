import Synchronization

/// Folds text as the theme's search script does: NFKD, without marks, in lower case, "ss" for "ß".
///
/// Marks are dropped, so that their canonical order does not matter and each scalar can be folded alone. Scalars
/// are looked up in blocks, each of which is made when the first of its scalars is met.
struct FoldingTable: Sendable {
  /// The blocks below U+3400, by their numbers.
  private var direct = [FoldingBlock?](repeating: nil, count: 0x3400 / FoldingBlock.size)
  private var others: [UInt32: FoldingBlock] = [:]

  /// The blocks that any table has met.
  private static let known = Mutex<[UInt32: FoldingBlock]>([:])

  /// The blocks above the direct part in which scalars have a decomposition; Hangul's is computed.
  private static let decomposing: [ClosedRange<UInt32>] = [
    0xA640...0xA7FF, 0xAB00...0xABFF, 0xF900...0xFFFF, 0x10580...0x105FF, 0x10780...0x107FF,
    0x11080...0x111FF, 0x11300...0x113FF, 0x11480...0x115FF, 0x11900...0x1197F,
    0x16100...0x1617F, 0x16D00...0x16D7F, 0x1CC80...0x1CCFF, 0x1D100...0x1D1FF,
    0x1D400...0x1D7FF, 0x1E000...0x1E07F, 0x1EE00...0x1EEFF, 0x1F100...0x1F27F,
    0x1FB80...0x1FBFF, 0x2F800...0x2FA1F,
  ]

  /// Appends what a scalar folds to.
  mutating func append(_ scalar: Unicode.Scalar, to text: inout [FoldedScalar]) {
    let number = Int(scalar.value) / FoldingBlock.size
    if number < direct.count {
      if let block = direct[number] { return block.append(scalar, to: &text) }
      let block = FoldingTable.block(UInt32(number))
      direct[number] = block
      block.append(scalar, to: &text)
    } else {
      appendOther(scalar, to: &text)
    }
  }

  private mutating func appendOther(_ scalar: Unicode.Scalar, to text: inout [FoldedScalar]) {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF:
      text.append(.sign(scalar.value))
    case 0xAC00...0xD7A3:
      // Unicode standard §3.12: a syllable is a leading consonant, a vowel and at times a trailing one.
      let index = scalar.value - 0xAC00
      text.append(.sign(0x1100 + index / 588))
      text.append(.sign(0x1161 + index % 588 / 28))
      if index % 28 > 0 { text.append(.sign(0x11A7 + index % 28)) }
    case let value where FoldingTable.decomposing.contains { $0.contains(value) }:
      let number = value / UInt32(FoldingBlock.size)
      let block = others[number] ?? FoldingTable.block(number)
      others[number] = block
      block.append(scalar, to: &text)
    default:
      if let folded = FoldedScalar(scalar) { text.append(folded) }
    }
  }

  private static func block(_ number: UInt32) -> FoldingBlock {
    known.withLock { known in
      let block = known[number] ?? FoldingBlock(number)
      known[number] = block
      return block
    }
  }
}

/// What 128 scalars fold to that follow each other.
private struct FoldingBlock: Sendable {
  static let size = 128

  /// All foldings, joined.
  private var folded: [FoldedScalar] = []
  /// Where in `folded` each scalar begins, and the end.
  private var starts: [Int] = [0]

  init(_ number: UInt32) {
    let first = number * UInt32(Self.size)
    // What separates decompositions from each other cannot be among them; nor are there halves of pairs.
    let scalars = (max(1, first)..<first + UInt32(Self.size)).compactMap(Unicode.Scalar.init)
    if first == 0 {
      folded += ["\u{0}"].compactMap(FoldedScalar.init)
      starts.append(folded.count)
    }
    for decomposition in CompatibilityDecomposition.of(scalars) {
      for scalar in decomposition.compactMap(FoldedScalar.init) {
        folded += scalar.value == FoldedScalar.sharpS.value ? [.smallS, .smallS] : [scalar]
      }
      starts.append(folded.count)
    }
  }

  func append(_ scalar: Unicode.Scalar, to text: inout [FoldedScalar]) {
    let place = Int(scalar.value) % Self.size
    let (start, end) = (starts[place], starts[place + 1])
    if end == start + 1 {
      text.append(folded[start])
    } else if end > start {
      text.append(contentsOf: folded[start..<end])
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
