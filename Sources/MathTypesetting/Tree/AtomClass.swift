/// What an atom is to its neighbours, as in chapter 17 of The TeXbook.
enum AtomClass: Int, Sendable {
  case ordinary
  case largeOperator
  case binary
  case relation
  case opening
  case closing
  case punctuation
  case inner

  /// The space between two neighbours in mu, 18 to the em, as in chapter 18 of The TeXbook.
  static func space(between left: Self, and right: Self, inScript: Bool) -> Int {
    let space = Self.spaces[left.rawValue][right.rawValue]
    return space < 0 ? (inScript ? 0 : -space) : space
  }

  /// Spaces by left and right neighbour; a negative one is left out of subscripts and superscripts.
  private static let spaces: [[Int]] = [
    [0, 3, -4, -5, 0, 0, 0, -3],
    [3, 3, 0, -5, 0, 0, 0, -3],
    [-4, -4, 0, 0, -4, 0, 0, -4],
    [-5, -5, 0, 0, -5, 0, 0, -5],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 3, -4, -5, 0, 0, 0, -3],
    [-3, -3, 0, -3, -3, -3, -3, -3],
    [-3, 3, -4, -5, -3, 0, -3, -3],
  ]
}
