import Bytes

/// Values as they stand in Markdown.
enum MarkdownEscaping {
  /// A value in one line, with a backslash before what Markdown would take for markup.
  ///
  /// `&`, `<`, `>` and `"` are left to the template, which writes them as references.
  static func escaped(_ text: String) -> String {
    var line: [UInt8] = []
    for word in text.utf8.split(whereSeparator: \.isASCIIWhitespace) {
      if !line.isEmpty { line.append(UInt8(ascii: " ")) }
      line += word
    }
    var escaped: [UInt8] = []
    for (index, byte) in line.enumerated() {
      if isMarkup(byte) || (index == 0 && startsBlock(line)) { escaped.append(UInt8(ascii: "\\")) }
      escaped.append(byte)
    }
    return String(utf8: escaped)
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "~"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "!"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      true
    default: false
    }
  }

  /// Whether a line would begin a heading, a list or a rule.
  private static func startsBlock(_ line: [UInt8]) -> Bool {
    guard let first = line.first else { return false }
    return "#+-=".utf8.contains(first)
  }
}
