import Bytes

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

/// Text that cannot steer a terminal: what controls one, or turns the direction of writing, is shown
/// as U+FFFD.
struct TerminalText {
  /// The text; tabs stay.
  private(set) var text = ""

  /// Spaces and tabs that take as much room.
  private(set) var padding = ""

  /// About how many columns the text takes, a tab counting as one.
  private(set) var width = 0

  /// Reads UTF-8; ill-formed bytes are shown as U+FFFD.
  init(_ bytes: ArraySlice<UInt8>) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { append(scalar) }
  }

  /// A text of one line: line ends and tabs become spaces.
  static func line(_ text: String) -> String {
    let flat = text.utf8.map { $0.isASCIIWhitespace ? UInt8(ascii: " ") : $0 }
    return TerminalText(flat[...]).text
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\t":
      text.unicodeScalars.append(scalar)
      padding.append("\t")
      width += 1
      return
    case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}", "\u{200F}", "\u{061C}",
      "\u{2028}"..."\u{202E}", "\u{2066}"..."\u{2069}":
      text.unicodeScalars.append("\u{FFFD}")
    default: text.unicodeScalars.append(scalar)
    }
    let columns = TerminalText.columns(of: scalar)
    padding.append(String(repeating: " ", count: columns))
    width += columns
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: return 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    case 0x200B...0x200D, 0xFEFF: return 0
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: return 0
      default: return 1
      }
    }
  }
}
