/// GIF files (GIF 89a): blocks, whose data comes in sub-blocks of at most 255 bytes.
enum GIFFile {
  static func isSigned(_ bytes: [UInt8]) -> Bool {
    bytes.has("GIF87a", at: 0) || bytes.has("GIF89a", at: 0)
  }

  static func size(_ bytes: [UInt8]) -> ImageSize {
    guard let width = bytes.littleEndian(at: 6, width: 2),
      let height = bytes.littleEndian(at: 8, width: 2), width > 0, height > 0
    else { return .unknown }
    return ImageSize(width: width, height: height)
  }

  static func stripped(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count >= 13 else { return nil }
    var offset = 13 + tableSize(bytes[10])
    guard offset <= bytes.count else { return nil }
    var output = Array(bytes[..<offset])
    output.reserveCapacity(bytes.count)
    while offset < bytes.count {
      let start = offset
      switch bytes[start] {
      case 0x3B:
        output.append(0x3B)
        return output
      case 0x2C:
        guard start + 10 <= bytes.count else { return nil }
        // The byte before the sub-blocks is the size of the first code.
        guard let end = endOfSubBlocks(bytes, from: start + 11 + tableSize(bytes[start + 9]))
        else { return nil }
        offset = end
        output.append(contentsOf: bytes[start..<end])
      case 0x21:
        guard let end = endOfSubBlocks(bytes, from: start + 2) else { return nil }
        offset = end
        if belongsToPicture(bytes, extensionAt: start) {
          output.append(contentsOf: bytes[start..<end])
        }
      default: return nil
      }
    }
    // Some programs leave the trailer out, and browsers do not miss it.
    return output
  }

  /// The bytes of the colour table that a field of flags announces.
  private static func tableSize(_ flags: UInt8) -> Int {
    flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 7) + 1)
  }

  private static func endOfSubBlocks(_ bytes: [UInt8], from start: Int) -> Int? {
    var offset = start
    while offset < bytes.count {
      let length = Int(bytes[offset])
      offset += length + 1
      if length == 0 { return offset }
    }
    return nil
  }

  /// Whether an extension is a control (transparency, delay), a text that is drawn, the number of
  /// repetitions, or a colour profile.
  private static func belongsToPicture(_ bytes: [UInt8], extensionAt start: Int) -> Bool {
    switch bytes[start + 1] {
    case 0xF9, 0x01: true
    case 0xFF:
      bytes.has("NETSCAPE2.0", at: start + 3) || bytes.has("ANIMEXTS1.0", at: start + 3)
        || bytes.has("ICCRGBG1012", at: start + 3)
    default: false
    }
  }
}
