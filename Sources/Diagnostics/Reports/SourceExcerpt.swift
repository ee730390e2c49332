/// The line that a finding is about, fit for a terminal, and the mark under the place.
struct SourceExcerpt {
  /// The line, cut around the place where it is long.
  let line: String

  /// The mark, moved under the place by spaces and the line's own tabs.
  let mark: String

  /// How many bytes of a line are shown.
  private static let limit = 160

  /// Takes the line of `position`; `nil` where it means a whole file, or a line that is not there.
  init?(_ position: SourcePosition, in source: SourceLines) {
    let isWholeFile = position.line == 1 && position.column == 1 && position.length == 0
    guard !isWholeFile, let bytes = source.line(position.line) else { return nil }
    let place = bytes.startIndex + min(max(position.column - 1, 0), bytes.count)
    let window = SourceExcerpt.window(around: place, of: bytes)
    let end = min(place + min(max(position.length, 0), bytes.count), window.endIndex)
    let before = TerminalText(window[..<place])
    let marked = TerminalText(window[place..<end])
    let isCut = window.startIndex > bytes.startIndex
    line =
      (isCut ? "…" : "") + before.text + marked.text + TerminalText(window[end...]).text
      + (window.endIndex < bytes.endIndex ? "…" : "")
    mark =
      (isCut ? " " : "") + before.padding + "^"
      + String(repeating: "~", count: max(marked.width, 1) - 1)
  }

  /// At most ``limit`` bytes of a line, so that the place is among them and no character is cut.
  private static func window(around place: Int, of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard line.count > limit else { return line }
    var start = max(line.startIndex, min(place - limit / 2, line.endIndex - limit))
    var end = start + limit
    while start < place, line[start] & 0xC0 == 0x80 { start += 1 }
    while end > place, end < line.endIndex, line[end] & 0xC0 == 0x80 { end -= 1 }
    return line[start..<end]
  }
}

/// A file's lines, found once.
struct SourceLines {
  private let bytes: [UInt8]
  private let starts: [Int]

  /// Finds the lines; they end at LF, CR or CR LF, as in an editor.
  init(_ bytes: [UInt8]) {
    var starts = [0]
    for index in bytes.indices {
      let isBeforeLineFeed = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
      switch bytes[index] {
      case UInt8(ascii: "\n"): starts.append(index + 1)
      case UInt8(ascii: "\r") where !isBeforeLineFeed: starts.append(index + 1)
      default: continue
      }
    }
    self.bytes = bytes
    self.starts = starts
  }

  /// The bytes of a line without its end; `nil` where the file has no such line.
  func line(_ number: Int) -> ArraySlice<UInt8>? {
    guard starts.indices.contains(number - 1) else { return nil }
    let end = starts.indices.contains(number) ? starts[number] : bytes.count
    var line = bytes[starts[number - 1]..<end]
    while let last = line.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") {
      line.removeLast()
    }
    return line
  }
}
