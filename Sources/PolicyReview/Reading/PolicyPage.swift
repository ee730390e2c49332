import Bytes

/// A policy that somebody wrote, as words with their places, whatever it is written in.
struct PolicyPage: Sendable {
  /// The file's name in findings.
  let path: String
  /// Its headings, paragraphs, items and cells, in order; each has words.
  var blocks: [PolicyBlock]
  /// The language that the page says it is in, such as `en`.
  var declaredLanguage: String?

  /// Its headings.
  var headings: [PolicyBlock] { blocks.filter(\.isHeading) }

  /// Its first heading, or its first words.
  var title: PolicyBlock? { blocks.first(where: \.isHeading) ?? blocks.first }

  /// How many words it has.
  var wordCount: Int { blocks.reduce(0) { $0 + $1.words.count } }
}

/// A piece of a policy that belongs together.
struct PolicyBlock: Sendable {
  /// What a piece is.
  enum Kind: Hashable, Sendable {
    case heading(level: Int)
    case paragraph, item, cell
  }

  let kind: Kind
  /// What stands before the first word.
  var opening = ""
  var words: [PolicyWord] = []
  /// The words that are links, and where these lead, in order.
  var links: [(words: Range<Int>, destination: String)] = []
  /// The words of each sentence, in order.
  var sentences: [Range<Int>] = []

  init(_ kind: Kind) { self.kind = kind }

  var isHeading: Bool { level != nil }

  /// A heading's level, from 1.
  var level: Int? {
    guard case .heading(let level) = kind else { return nil }
    return level
  }

  /// The words in lower case, without numbers before them.
  var name: [String] {
    Array(words.lazy.map(\.folded).drop { $0.utf8.allSatisfy(\.isASCIIDigit) })
  }

  /// Whether one of some words is part of a link, or an address follows them in their sentence.
  func isLinked(_ range: Range<Int>) -> Bool {
    let place = links.partitioningIndex { $0.words.upperBound > range.lowerBound }
    if place < links.count, links[place].words.overlaps(range) { return true }
    let rest = surroundings(of: range).suffix(from: range.lowerBound)
    return words[rest].contains { $0.gap.hasPrefix("://") }
  }

  /// The words of the sentence in which some words stand, as far as they are near: a sentence without an end would
  /// take time that grows with its square.
  func surroundings(of range: Range<Int>) -> Range<Int> {
    let place = sentences.partitioningIndex { $0.upperBound > range.lowerBound }
    guard place < sentences.count else { return range }
    let near = (range.lowerBound - PolicyBlock.reach)..<(range.upperBound + PolicyBlock.reach)
    return sentences[place].clamped(to: near)
  }

  private static let reach = 20

  /// What stands between two words, or before the first.
  func gap(before index: Int) -> String { index == 0 ? opening : words[index - 1].gap }

  /// The words of each mail address, those of its user first.
  var mailAddresses: [Range<Int>] {
    words.indices.filter { words[$0].gap == "@" }.map { at in
      var start = at
      while start > 0, [".", "-", "_", "+"].contains(words[start - 1].gap) { start -= 1 }
      var end = at + 1
      while end < words.count, [".", "-"].contains(words[end].gap) { end += 1 }
      return start..<min(end + 1, words.count)
    }
  }

  /// Some words as they are written.
  func text(of range: Range<Int>) -> String {
    range.map { words[$0].text + ($0 + 1 < range.upperBound ? words[$0].readableGap : "") }
      .joined()
  }
}

/// A word, with its place.
struct PolicyWord: Sendable {
  /// The word as it is written.
  var text = ""
  /// The word in lower case.
  var folded = ""
  /// What stands between it and the next word of its block, of which the first 16 characters are kept.
  var gap = ""
  /// The line, from 1.
  let line: Int
  /// The column, from 1 in bytes.
  let column: Int
  /// How many bytes it takes in the source, so far as these are in its line.
  var length = 0

  fileprivate var readableGap: String {
    let isBreak = gap.unicodeScalars.contains { $0.properties.isWhitespace }
    let marks = gap.unicodeScalars.filter { !$0.properties.isWhitespace }
    return String(String.UnicodeScalarView(marks)) + (isBreak ? " " : "")
  }
}

extension Array {
  /// The first index from which on a condition holds for all elements, if it does for none before.
  fileprivate func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
