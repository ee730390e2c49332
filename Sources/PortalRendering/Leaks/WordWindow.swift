/// The last six words of a text as one number; of a script that writes no spaces, the last twelve
/// signs.
struct WordWindow {
  /// What a whole window weighs.
  private static let weight = 12
  /// More than the words of a window, and a power of two.
  private static let size = 16
  private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// `base` to the power of a window's words.
  private static let powers: [UInt64] = (0..<size).reduce(into: []) { powers, _ in
    powers.append((powers.last ?? 0) == 0 ? 1 : (powers.last ?? 1) &* base)
  }

  /// The text up to before each of the last words, as a number, and the words' weights and places.
  private var before = [UInt64](repeating: 0, count: size)
  private var weights = [Int](repeating: 0, count: size)
  private var places = [Int](repeating: 0, count: size)
  private var text: UInt64 = 0
  private var first = 0
  private var next = 0
  private var total = 0

  /// Where the window's first word begins.
  var start: Int { places[first & (WordWindow.size - 1)] }

  /// Begins anew.
  mutating func reset() {
    text = 0
    first = 0
    next = 0
    total = 0
  }

  /// Takes the next word.
  ///
  /// - Returns: The number of the words that weigh enough together; `nil` where there are too few.
  mutating func add(_ word: UInt64, weight: Int, at place: Int) -> UInt64? {
    let mask = WordWindow.size - 1
    before[next & mask] = text
    weights[next & mask] = weight
    places[next & mask] = place
    text = text &* WordWindow.base &+ word
    next += 1
    total += weight
    while total - weights[first & mask] >= WordWindow.weight {
      total -= weights[first & mask]
      first += 1
    }
    guard total >= WordWindow.weight else { return nil }
    let window = text &- before[first & mask] &* WordWindow.powers[next - first]
    // Spread over all bits, of which the set takes the upper ones first.
    return (window ^ window >> 32) &* 0xD6E8_FEB8_6659_FD93
  }
}
