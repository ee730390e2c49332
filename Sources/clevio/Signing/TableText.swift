import Bytes

/// Values separated by commas (RFC 4180).
struct TableText {
  private(set) var text: [UInt8] = []

  /// Adds a line; values with marks of the format are put into quotation marks.
  mutating func append(_ values: [[UInt8]]) {
    for (index, value) in values.enumerated() {
      if index > 0 { text.append(",") }
      guard value.contains(where: [UInt8]("\",\r\n").contains) else {
        text += value
        continue
      }
      text.append("\"")
      for byte in value { text += byte == UInt8(ascii: "\"") ? [byte, byte] : [byte] }
      text.append("\"")
    }
    text.append("\r\n")
  }

  /// Adds a line.
  mutating func append(_ values: String...) { append(values.map { Array($0.utf8) }) }
}
