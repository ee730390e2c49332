extension [UInt8] {
  /// Appends `text` as a JSON string (RFC 8259 §7), with quotes.
  ///
  /// Control characters are escaped, those of Latin-1 too, so that a terminal may show the result.
  package mutating func append(jsonString text: String) {
    append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": append("\\\"")
      case "\\": append("\\\\")
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\t": append("\\t")
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}":
        let digits = String(scalar.value, radix: 16)
        append("\\u00")
        if digits.utf8.count == 1 { append(UInt8(ascii: "0")) }
        append(text: digits)
      default: append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    append(UInt8(ascii: "\""))
  }
}
