/// The word that an author probably meant.
package enum Suggestion {
  /// The candidate nearest to `word`, or `nil` where none is near enough to be a slip of the pen:
  /// at most one change for every three characters, and a swap of two neighbours counts as one.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let near = near(word, among: candidates)
    return near.min { $0.distance < $1.distance }?.word
  }

  /// The candidate that alone is near enough to `word`; `nil` where there is none, or more than one.
  package static func only(near word: String, among candidates: some Sequence<String>) -> String? {
    let near = Set(near(word, among: candidates).map(\.word))
    return near.count == 1 ? near.first : nil
  }

  /// The candidates that are near enough, in their order.
  private static func near(
    _ word: String, among candidates: some Sequence<String>
  ) -> [(distance: Int, word: String)] {
    let typed = Array(word.lowercased().unicodeScalars)
    return candidates.compactMap { candidate in
      let limit = max(1, min(typed.count, candidate.unicodeScalars.count) / 3)
      // Each character too many or too few is a change, so most candidates need no comparison.
      guard abs(typed.count - candidate.unicodeScalars.count) <= limit else { return nil }
      let distance = distance(from: typed, to: Array(candidate.lowercased().unicodeScalars))
      return distance <= limit ? (distance, candidate) : nil
    }
  }

  /// The optimal string alignment distance.
  private static func distance(from source: [Unicode.Scalar], to target: [Unicode.Scalar]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...target.count)
    for (row, scalar) in source.enumerated() {
      var current = [row + 1]
      for (column, other) in target.enumerated() {
        var cost = Swift.min(
          previous[column + 1] + 1, current[column] + 1,
          previous[column] + (scalar == other ? 0 : 1))
        if row > 0, column > 0, scalar == target[column - 1], source[row - 1] == other {
          cost = Swift.min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[target.count]
  }
}
