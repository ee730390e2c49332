import Bytes

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
