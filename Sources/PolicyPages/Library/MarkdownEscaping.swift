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
    var escaped: [UInt8] = startsBlock(line) && !isMarkup(line[0]) ? [UInt8(ascii: "\\")] : []
    for (number, word) in line.split(separator: UInt8(ascii: " ")).enumerated() {
      if number > 0 { escaped.append(UInt8(ascii: " ")) }
      let isAddress = word.hasAddress
      for (place, byte) in zip(word.indices, word) {
        // Markdown makes links of bare addresses, in which a backslash would be one. It makes them of names of hosts,
        // too, but those lead to where nothing is encrypted.
        let isHost = byte == UInt8(ascii: ".") && word[..<place].suffix(3).equals("www")
        if isAddress ? isMarkup(byte) && !"_()~".utf8.contains(byte) : isMarkup(byte) || isHost {
          escaped.append(UInt8(ascii: "\\"))
        }
        escaped.append(byte)
      }
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

extension ArraySlice<UInt8> {
  /// Whether a word is an address of the web, perhaps in parentheses, whose own are balanced.
  fileprivate var hasAddress: Bool {
    let start = self.first == UInt8(ascii: "(") ? dropFirst() : self
    guard start.hasPrefix("https://") || start.hasPrefix("http://") else { return false }
    var depth = 0
    for byte in self {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }
}
