import Bytes

/// The text of a document before its markup is read (WHATWG HTML §13.2.3.5).
enum SourceText {
  /// `bytes` as well-formed UTF-8 with line feeds only, no control characters and no byte order mark.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    if bytes.hasPrefix("\u{FEFF}") { bytes.removeFirst(3) }
    if String(validating: bytes, as: UTF8.self) == nil { bytes = Array(String(utf8: bytes).utf8) }
    guard bytes.contains(where: needsRepair) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x0D:
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        if next != 0x0A { result.append(0x0A) }
      case 0x0C: result.append(0x20)
      case 0xBE, 0xBF:
        // U+FFFE and U+FFFF are no characters in XML, so libxml2 would drop them.
        result.append(bytes[..<index].suffix(2).elementsEqual([0xEF, 0xBF]) ? 0xBD : byte)
      case 0x00..<0x20 where byte != 0x0A && byte != 0x09:
        result.append("\u{FFFD}")
      default: result.append(byte)
      }
    }
    return result
  }

  private static func needsRepair(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0xBE || byte == 0xBF
  }
}
