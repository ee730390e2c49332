/// A file's text with fixes put in place.
package struct FixedText: Sendable {
  /// The text; all bytes that no fix is for are as they were.
  package private(set) var bytes: [UInt8]

  /// The fixes that were put in place, in their order in the text.
  package private(set) var applied: [Fix] = []

  /// A fix and the bytes that it exchanges.
  private struct Change {
    let fix: Fix
    let range: Range<Int>
  }

  /// Puts fixes in place, all of them as for the text before.
  ///
  /// Refused are those whose words do not stand where they say, and all that overlap: which of them is right
  /// cannot be known.
  package init(_ text: [UInt8], with fixes: some Sequence<Fix>) {
    bytes = text
    let lines = SourceLines(text)
    let changes = Set(fixes).compactMap { fix in
      FixedText.range(of: fix, in: lines, of: text).map { Change(fix: fix, range: $0) }
    }.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    let separate = FixedText.separate(changes)
    guard !separate.isEmpty else { return }
    applied = separate.map(\.fix)
    bytes = []
    var end = 0
    for change in separate {
      bytes += text[end..<change.range.lowerBound]
      bytes += change.fix.replacement.utf8
      end = change.range.upperBound
    }
    bytes += text[end...]
  }

  /// The bytes that a fix is for; `nil` where other words stand there.
  private static func range(of fix: Fix, in lines: SourceLines, of text: [UInt8]) -> Range<Int>? {
    guard let line = lines.line(fix.line), fix.column > 0 else { return nil }
    // Columns of the first line are counted from behind a byte order mark.
    let mark = fix.line == 1 && line.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let start = line.startIndex + mark + fix.column - 1
    let end = start + fix.original.utf8.count
    guard end <= line.endIndex, text[start..<end].elementsEqual(fix.original.utf8),
      !fix.replacement.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D })
    else { return nil }
    return start..<end
  }

  /// The changes, ordered, without those that overlap another.
  private static func separate(_ changes: [Change]) -> [Change] {
    var end = 0
    return changes.indices.filter { index in
      let range = changes[index].range
      let touchesNext =
        index + 1 < changes.count && changes[index + 1].range.lowerBound < range.upperBound
      defer { end = max(end, range.upperBound) }
      return range.lowerBound >= end && !touchesNext
    }.map { changes[$0] }
  }
}
