extension [UInt8] {
  /// Appends `text` as a JSON string (RFC 8259 §7) that is safe on a terminal, with quotes.
  ///
  /// Control characters are escaped, those of Latin-1 too.
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

  /// Appends `text` as a JSON string that is safe in a script and in an HTML `script` element, with quotes.
  ///
  /// `<` could end the element or begin a comment in it, U+2028 and U+2029 end a line of a script.
  ///
  /// - Parameter text: Well-formed UTF-8.
  @inlinable
  package mutating func append(scriptString text: some Collection<UInt8>) {
    append(UInt8(ascii: "\""))
    let done: Void? = text.withContiguousStorageIfAvailable { appendScriptString($0) }
    if done == nil { Array(text).withUnsafeBufferPointer { appendScriptString($0) } }
    append(UInt8(ascii: "\""))
  }

  @usableFromInline
  package mutating func appendScriptString(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var block = 0..<0
    repeat {
      block = text.nextBlock(from: block.upperBound) {
        bit($0 < 0x20) | bit($0 == 0x22) | bit($0 == 0x3C) | bit($0 == 0x5C) | bit($0 == 0x7F)
          | bit($0 == 0xE2)
      }
      for index in block {
        switch text[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), 0x7F, ..<0x20:
          append(contentsOf: text[start..<index])
          appendJSONEscape(of: text[index])
          start = index + 1
        case 0xE2
        where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] | 1 == 0xA9:
          append(contentsOf: text[start..<index])
          append(text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029")
          start = index + 3
        default: continue
        }
      }
    } while block.upperBound < text.count
    append(contentsOf: text[start...])
  }

  private mutating func appendJSONEscape(of byte: UInt8) {
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

extension String {
  /// The text as a JSON string that is safe on a terminal, with quotes.
  package var quotedAsJSON: String {
    var json: [UInt8] = []
    json.append(jsonString: self)
    return String(utf8: json)
  }
}
