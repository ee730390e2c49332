/// The word that an author probably meant.
package struct Suggestion: Sendable {
  /// The nearest candidate.
  package let word: String

  /// Whether no other candidate is near enough.
  package let isOnlyOne: Bool

  /// How long a word may be to be a slip of the pen, in scalars: comparing takes the square of that.
  private static let longest = 200

  /// Looks for candidates that are near enough to `word` to be a slip of the pen.
  ///
  /// That is at most one change for every three characters, and a swap of two neighbours counts as one. Nothing is
  /// near to words of more than 200 characters.
  package init?(for word: String, among candidates: some Sequence<String>) {
    let near = Suggestion.near(word, among: candidates)
    guard let nearest = near.min(by: { $0.distance < $1.distance }) else { return nil }
    self.word = nearest.word
    isOnlyOne = near.allSatisfy { $0.word == nearest.word }
  }

  /// The candidate nearest to `word`, or `nil` where none is near enough.
  package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    Suggestion(for: word, among: candidates)?.word
  }

  /// The question for the nearest candidate, such as `did you mean "EUR"?`; `nil` where none is near enough.
  package static func question(near word: String, among candidates: some Sequence<String>)
    -> String?
  {
    nearest(to: word, among: candidates).map { "did you mean \"\($0)\"?" }
  }

  /// The candidate that alone is near enough to `word`; `nil` where there is none, or more than one.
  package static func only(near word: String, among candidates: some Sequence<String>) -> String? {
    guard let found = Suggestion(for: word, among: candidates), found.isOnlyOne else { return nil }
    return found.word
  }

  /// The candidates that are near enough, in their order.
  private static func near(
    _ word: String, among candidates: some Sequence<String>
  ) -> [(distance: Int, word: String)] {
    // A huge word need not be read to its end.
    guard word.unicodeScalars.dropFirst(longest).isEmpty else { return [] }
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
