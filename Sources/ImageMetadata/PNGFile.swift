import Bytes

/// PNG files (W3C PNG, third edition, §5): chunks of length, type, data and checksum.
enum PNGFile {
  static func isSigned(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
  }

  private struct Chunk {
    /// The offset of the type.
    let type: Int
    let data: Range<Int>
    /// From the length to the checksum.
    let range: Range<Int>
  }

  static func size(_ bytes: [UInt8]) -> ImageSize {
    guard bytes.has("IHDR", at: 12), let width = bytes.bigEndian(at: 16, width: 4),
      let height = bytes.bigEndian(at: 20, width: 4), width > 0, height > 0
    else { return .unknown }
    var offset = 8
    while let chunk = chunk(bytes, at: offset) {
      if bytes.has("eXIf", at: chunk.type) {
        return ImageSize(width: width, height: height)
          .oriented(ExifOrientation.read(bytes, in: chunk.data))
      }
      offset = chunk.range.upperBound
    }
    return ImageSize(width: width, height: height)
  }

  static func stripped(_ bytes: [UInt8]) -> [UInt8]? {
    var output = Array(bytes[..<8])
    output.reserveCapacity(bytes.count)
    var offset = 8
    var hasExif = false
    while let chunk = chunk(bytes, at: offset) {
      offset = chunk.range.upperBound
      if bytes.has("eXIf", at: chunk.type) {
        let orientation = ExifOrientation.read(bytes, in: chunk.data)
        if !hasExif, orientation != 1 {
          append("eXIf", ExifOrientation.structure(orientation), to: &output)
        }
        hasExif = true
      } else if belongsToPicture(chunk, bytes) {
        output.append(contentsOf: bytes[chunk.range])
      }
      if bytes.has("IEND", at: chunk.type) { return output }
    }
    return nil
  }

  private static func chunk(_ bytes: [UInt8], at offset: Int) -> Chunk? {
    guard let length = bytes.bigEndian(at: offset, width: 4), length <= bytes.count - offset - 12
    else { return nil }
    let start = offset + 8
    return Chunk(
      type: offset + 4, data: start..<(start + length), range: offset..<(start + length + 4))
  }

  /// The optional chunks that change how the picture looks; all others may say anything.
  private static let visible: [StaticString] = [
    "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "mDCv", "cLLI", "cLLi", "bKGD",
    "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT",
  ]

  private static func belongsToPicture(_ chunk: Chunk, _ bytes: [UInt8]) -> Bool {
    let isCritical = bytes[chunk.type] & 0x20 == 0
    return isCritical || visible.contains { bytes.has($0, at: chunk.type) }
  }

  private static func append(_ type: StaticString, _ data: [UInt8], to output: inout [UInt8]) {
    output.append(bigEndian: data.count, width: 4)
    let body = [UInt8](type) + data
    output.append(contentsOf: body)
    output.append(bigEndian: Int(checksum(body)), width: 4)
  }

  /// CRC-32 as in PNG, annex D.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var remainder = UInt32.max
    for byte in bytes {
      remainder ^= UInt32(byte)
      for _ in 0..<8 { remainder = remainder >> 1 ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~remainder
  }
}
