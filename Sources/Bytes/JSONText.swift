extension [UInt8] {
  /// Appends `text` as a JSON string (RFC 8259 §7), with quotes.
  ///
  /// Control characters are escaped, those of Latin-1 too, so that a terminal may show the result.
  package mutating func append(jsonString text: String) {
    append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { text in
      var start = 0
      var index = 0
      while index < text.count {
        let byte = text[index]
        // C1 control characters are two bytes long.
        let isLong = byte == 0xC2 && text[index + 1] < 0xA0
        if isLong || byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"")
          || byte == UInt8(ascii: "\\")
        {
          append(contentsOf: text[start..<index])
          if isLong { index += 1 }
          appendJSONEscape(of: text[index])
          start = index + 1
        }
        index += 1
      }
      append(contentsOf: text[start...])
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends the escape of a character that a JSON string may not hold as it is, such as a control character.
  package mutating func appendJSONEscape(of byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case UInt8(ascii: "\n"): append("\\n")
    case UInt8(ascii: "\r"): append("\\r")
    case UInt8(ascii: "\t"): append("\\t")
    default:
      let digits: StaticString = "0123456789abcdef"
      append("\\u00")
      digits.withUTF8Buffer {
        append($0[Int(byte >> 4)])
        append($0[Int(byte & 15)])
      }
    }
  }
}
