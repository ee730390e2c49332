import Bytes

/// The difference between a text and one with as many lines, as `diff -u` and `git apply` have it.
package enum UnifiedDiff {
  /// How many lines are shown around those that differ.
  private static let surroundings = 3

  /// The difference, named by the file's path; empty where there is none.
  ///
  /// - Precondition: Both texts have as many lines, as fixes keep within theirs.
  package static func text(of path: String, from old: [UInt8], to new: [UInt8]) -> [UInt8] {
    let (before, after) = (lines(of: old), lines(of: new))
    precondition(before.count == after.count, "fixes keep the lines of a text")
    let changed = before.indices.filter { before[$0] != after[$0] }
    guard !changed.isEmpty else { return [] }
    var diff: [UInt8] = []
    diff.append(text: "--- a/\(path)\n+++ b/\(path)\n")
    for hunk in hunks(around: changed, of: before.count) {
      diff.append(
        text: "@@ -\(hunk.lowerBound + 1),\(hunk.count) +\(hunk.lowerBound + 1),\(hunk.count) @@\n")
      append(hunk, from: before, to: after, to: &diff)
    }
    return diff
  }

  /// The lines with their ends.
  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in text.indices where text[index] == UInt8(ascii: "\n") {
      lines.append(text[start...index])
      start = index + 1
    }
    if start < text.count { lines.append(text[start...]) }
    return lines
  }

  /// Ranges of lines that hold all that changed, with what stands around it.
  private static func hunks(around changed: [Int], of count: Int) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for line in changed {
      let range = max(0, line - surroundings)..<min(count, line + surroundings + 1)
      if let last = hunks.last, range.lowerBound <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private static func append(
    _ hunk: Range<Int>, from before: [ArraySlice<UInt8>], to after: [ArraySlice<UInt8>],
    to diff: inout [UInt8]
  ) {
    var line = hunk.lowerBound
    while line < hunk.upperBound {
      guard before[line] != after[line] else {
        append(" ", before[line], to: &diff)
        line += 1
        continue
      }
      let end = (line..<hunk.upperBound).first { before[$0] == after[$0] } ?? hunk.upperBound
      for old in before[line..<end] { append("-", old, to: &diff) }
      for new in after[line..<end] { append("+", new, to: &diff) }
      line = end
    }
  }

  private static func append(
    _ sign: StaticString, _ line: ArraySlice<UInt8>, to diff: inout [UInt8]
  ) {
    diff.append(sign)
    diff += line
    if line.last != UInt8(ascii: "\n") { diff.append("\n\\ No newline at end of file\n") }
  }
}
