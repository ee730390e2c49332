import Bytes

/// WebP files (RFC 9649): chunks in a RIFF container.
enum WebPFile {
  static func isSigned(_ bytes: [UInt8]) -> Bool {
    bytes.has("RIFF", at: 0) && bytes.has("WEBP", at: 8)
  }

  private struct Chunk {
    /// The offset of the type.
    let start: Int
    let data: Range<Int>
    /// Where the next chunk begins.
    let end: Int
  }

  static func size(_ bytes: [UInt8]) -> ImageSize {
    let start = 20
    if bytes.has("VP8X", at: 12) {
      guard let width = bytes.littleEndian(at: start + 4, width: 3),
        let height = bytes.littleEndian(at: start + 7, width: 3)
      else { return .unknown }
      return ImageSize(width: width + 1, height: height + 1).oriented(orientation(bytes))
    }
    if bytes.has("VP8L", at: 12), bytes.count > start, bytes[start] == 0x2F {
      guard let fields = bytes.littleEndian(at: start + 1, width: 4) else { return .unknown }
      return ImageSize(width: fields & 0x3FFF + 1, height: fields >> 14 & 0x3FFF + 1)
    }
    guard bytes.has("VP8 ", at: 12), bytes.bigEndian(at: start + 3, width: 3) == 0x9D012A,
      let width = bytes.littleEndian(at: start + 6, width: 2),
      let height = bytes.littleEndian(at: start + 8, width: 2)
    else { return .unknown }
    return ImageSize(width: width & 0x3FFF, height: height & 0x3FFF)
  }

  static func stripped(_ bytes: [UInt8]) -> [UInt8]? {
    guard let size = bytes.littleEndian(at: 4, width: 4), size >= 4, size <= bytes.count - 8
    else { return nil }
    let fileEnd = size + 8
    var output = Array(bytes[..<12])
    output.reserveCapacity(bytes.count)
    var flags: Int?
    var hasExif = false
    var offset = 12
    while offset < fileEnd {
      guard let chunk = chunk(bytes, at: offset, fileEnd: fileEnd) else { return nil }
      offset = chunk.end
      if bytes.has("VP8X", at: chunk.start), !chunk.data.isEmpty { flags = output.count + 8 }
      if bytes.has("EXIF", at: chunk.start) {
        let orientation = orientation(bytes, in: chunk.data)
        guard !hasExif, orientation != 1 else { continue }
        hasExif = true
        appendExif(orientation, to: &output)
      } else if belongsToPicture(chunk, bytes) {
        output.append(contentsOf: bytes[chunk.start..<chunk.end])
      }
    }
    if let flags { output[flags] = output[flags] & ~0x0C | (hasExif ? 0x08 : 0) }
    let length = output.count - 8
    for index in 0..<4 { output[4 + index] = UInt8(truncatingIfNeeded: length >> (index * 8)) }
    return output
  }

  private static func chunk(_ bytes: [UInt8], at start: Int, fileEnd: Int) -> Chunk? {
    guard let length = bytes.littleEndian(at: start + 4, width: 4), length <= fileEnd - start - 8
    else { return nil }
    let data = (start + 8)..<(start + 8 + length)
    return Chunk(start: start, data: data, end: min(data.upperBound + length % 2, fileEnd))
  }

  private static func belongsToPicture(_ chunk: Chunk, _ bytes: [UInt8]) -> Bool {
    let visible: [StaticString] = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]
    return visible.contains { bytes.has($0, at: chunk.start) }
  }

  /// The orientation in the first chunk of Exif.
  private static func orientation(_ bytes: [UInt8]) -> Int {
    var offset = 12
    while let chunk = chunk(bytes, at: offset, fileEnd: bytes.count) {
      if bytes.has("EXIF", at: chunk.start) { return orientation(bytes, in: chunk.data) }
      offset = chunk.end
    }
    return 1
  }

  /// Some programs write the prefix of JPEG's Exif segments here too.
  private static func orientation(_ bytes: [UInt8], in data: Range<Int>) -> Int {
    let hasPrefix = data.count >= 6 && bytes.has("Exif\0\0", at: data.lowerBound)
    return ExifOrientation.read(
      bytes, in: (data.lowerBound + (hasPrefix ? 6 : 0))..<data.upperBound)
  }

  private static func appendExif(_ orientation: Int, to output: inout [UInt8]) {
    let structure = ExifOrientation.structure(orientation)
    output.append("EXIF")
    output.append(littleEndian: structure.count, width: 4)
    output.append(contentsOf: structure)
  }
}
