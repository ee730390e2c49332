import Bytes

/// A text's lines, to tell where in it something was written.
///
/// Findings are told in reading order, so that each search begins where the last one ended.
/// Searches end once they have looked at a few times the text, found or not.
package struct SourceText: Sendable {
  let bytes: [UInt8]
  /// Where each line begins.
  private let starts: [Int]
  private var cursor = 0
  /// The start that was known of the last search, if that found something there.
  private var lastStart: Int?
  /// How many bytes searches may still look at.
  private var patience: Int
  /// The destinations of reference definitions, listed when one is first asked for.
  private var definitions: [[UInt8]: Int]?
  /// The labels of reference definitions, listed when they are first asked for.
  private var definedLabels: [String]?

  /// Takes a text.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    self.starts = starts
    patience = 8 * bytes.count + 1_000
  }

  /// A place in the text, counted from 1.
  package struct Place: Hashable, Sendable {
    package var line: Int
    package var column: Int

    /// Names a place.
    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// The place of a byte.
  package func place(at offset: Int) -> Place {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return Place(line: low + 1, column: offset - starts[low] + 1)
  }

  /// The first byte of a line; the end of the text for lines behind it.
  package func start(ofLine line: Int) -> Int {
    line > starts.count ? bytes.count : starts[max(line, 1) - 1]
  }

  /// Where a node of the parsed text begins, as far as cmark-gfm knows.
  package func start(of node: MarkdownNode) -> Int? {
    guard node.line > 0, node.column > 0 else { return nil }
    let offset = start(ofLine: node.line) + node.column - 1
    return offset < start(ofLine: node.line + 1) ? offset : nil
  }

  /// Where `words` stand in some lines, in letters of any case, else where references or backslashes spell them.
  ///
  /// The search begins at `start` if that is known, else where something was found last, or after
  /// it if the next is wanted. What has one start in common is looked for in reading order.
  package mutating func find(
    _ words: [UInt8], in lines: ClosedRange<Int>, from start: Int? = nil, isNext: Bool = false,
    besideCode: Bool = false
  ) -> Place? {
    let range = self.start(ofLine: lines.lowerBound)..<self.start(ofLine: lines.upperBound + 1)
    // What holds other elements is told of after them.
    let isBack = isNext && self.start(ofLine: lines.lowerBound + 1) <= cursor
    let known = start.map { $0 == lastStart ? max($0, cursor) : $0 }
    let preferred = known ?? (isBack ? range.lowerBound : isNext ? cursor + 1 : cursor)
    let rest = range.contains(preferred) ? preferred..<range.upperBound : nil
    lastStart = nil
    if let rest, let found = find(words, in: rest, besideCode) {
      lastStart = start
      return found
    }
    if let found = find(words, in: range, besideCode) { return found }
    if let rest, let found = findSpelled(words, in: rest) {
      lastStart = start
      return found
    }
    return findSpelled(words, in: range)
  }

  private mutating func find(
    _ words: [UInt8], in range: Range<Int>, _ besideCode: Bool
  ) -> Place? {
    guard let first = words.first?.asciiLowercased else { return nil }
    var index = range.lowerBound
    while index + words.count <= range.upperBound, patience > 0 {
      patience -= 1
      if bytes[index].asciiLowercased == first {
        let length = commonLength(of: words, at: index)
        if length == words.count, !(besideCode && isInCode(index)) {
          cursor = index
          return place(at: index)
        }
        // Words may nearly stand at every byte.
        patience -= length
      }
      index += 1
    }
    return nil
  }

  /// Whether a byte stands between backquotes of its line, as many before it as behind it.
  private mutating func isInCode(_ index: Int) -> Bool {
    let line = (bytes[..<index].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
    let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    patience -= end - line
    var opening: Int?
    var place = line
    while place < end {
      let run = bytes[place..<end].prefix { $0 == UInt8(ascii: "`") }.count
      if run > 0, opening == run {
        if place > index { return true }
        opening = nil
      } else if run > 0, opening == nil {
        if place > index { return false }
        opening = run
      }
      place += max(run, 1)
    }
    return false
  }

  /// Where references or backslashes spell `words`.
  private mutating func findSpelled(_ words: [UInt8], in range: Range<Int>) -> Place? {
    guard !words.isEmpty else { return nil }
    for index in range {
      guard patience > 0 else { return nil }
      let spelling = spelling(of: words, at: index)
      patience -= spelling.length + 1
      if spelling.isWhole {
        cursor = index
        return place(at: index)
      }
    }
    return nil
  }

  /// Where a link reference definition has `words` for its destination (CommonMark §4.7).
  package mutating func findDefinition(of words: [UInt8]) -> Place? {
    // Every definition would begin with no words.
    guard !words.isEmpty else { return nil }
    let known = definitions ?? destinationsOfDefinitions()
    definitions = known
    if let exact = known[words] { return place(at: exact) }
    guard patience > 0 else { return nil }
    patience -= known.count
    for start in known.values.sorted() {
      let spelling = spelling(of: words, at: start)
      patience -= spelling.length
      if spelling.isWhole { return place(at: start) }
    }
    return nil
  }

  /// The labels of reference definitions, as they are written (CommonMark §4.7), without those of footnotes.
  package mutating func labels() -> [String] {
    let known = definedLabels ?? labelsOfDefinitions()
    definedLabels = known
    return known
  }

  private func labelsOfDefinitions() -> [String] {
    starts.compactMap { start in
      let line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
      let words = line.drop { " \t>".utf8.contains($0) }
      guard words.first == UInt8(ascii: "["), let end = words.firstRange(ofBytes: "]:") else {
        return nil
      }
      let label = words[..<end.lowerBound].dropFirst()
      return label.first == UInt8(ascii: "^") ? nil : String(utf8: label)
    }
  }

  /// What stands behind the first `]:` of each line that begins with a label, and where it first does.
  private func destinationsOfDefinitions() -> [[UInt8]: Int] {
    var found: [[UInt8]: Int] = [:]
    for start in starts {
      // A definition may stand in a quote or a list.
      let line = bytes[start...].drop { " \t>-+*".utf8.contains($0) }
      guard line.first == UInt8(ascii: "["),
        let colon = line.prefix(while: { $0 != UInt8(ascii: "\n") }).firstRange(ofBytes: "]:")
      else { continue }
      let rest = bytes[colon.upperBound...].drop {
        $0.isASCIIWhitespace || $0 == UInt8(ascii: "<")
      }
      let destination = rest.prefix { !$0.isASCIIWhitespace && $0 != UInt8(ascii: ">") }
      if found[Array(destination)] == nil { found[Array(destination)] = destination.startIndex }
    }
    return found
  }

  /// The last line that holds `words`, in letters of any case; 0 if none does.
  package func lastLine(of words: [UInt8]) -> Int {
    let index = bytes.indices.dropLast(words.count - 1).last { matches(words, at: $0) }
    return index.map { place(at: $0).line } ?? 0
  }

  private func matches(_ words: [UInt8], at start: Int) -> Bool {
    commonLength(of: words, at: start) == words.count
  }

  /// How many of the first bytes of `words` stand at a place.
  func commonLength(of words: [UInt8], at start: Int) -> Int {
    for offset in words.indices
    where bytes[start + offset].asciiLowercased != words[offset].asciiLowercased { return offset }
    return words.count
  }
}
