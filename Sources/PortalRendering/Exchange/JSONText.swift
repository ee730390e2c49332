import Bytes

/// Text as JSON and JavaScript write it.
extension [UInt8] {
  /// Appends a value as compact JSON.
  mutating func append(json value: JSONValue) {
    switch value {
    case .null: append("null")
    case .flag(let flag): append(flag ? "true" : "false")
    case .number(let number): append(decimal: number)
    case .text(let text): append(quoting: text.utf8)
    case .list(let elements):
      append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { append(UInt8(ascii: ",")) }
        append(json: element)
      }
      append(UInt8(ascii: "]"))
    case .object(let members):
      append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { append(UInt8(ascii: ",")) }
        append(quoting: member.name.utf8)
        append(UInt8(ascii: ":"))
        append(json: member.value)
      }
      append(UInt8(ascii: "}"))
    }
  }

  /// Appends a text as a JSON string that is safe in a script and in an HTML `script` element, too.
  ///
  /// `<` could end the element or begin a comment in it, U+2028 and U+2029 end a line of a script (RFC 8259 §7).
  ///
  /// - Parameter text: Well-formed UTF-8.
  mutating func append(quoting text: some Collection<UInt8>) {
    append(UInt8(ascii: "\""))
    let done: Void? = text.withContiguousStorageIfAvailable { appendQuoted($0) }
    if done == nil { Array(text).withUnsafeBufferPointer { appendQuoted($0) } }
    append(UInt8(ascii: "\""))
  }

  private mutating func appendQuoted(_ text: UnsafeBufferPointer<UInt8>) {
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
}
