/// Tiny image files, put together from their parts.
enum SampleImages {
  /// A text that must be gone once private metadata is stripped.
  static let secret = "GPS 52.5200 N 13.4050 E"

  // MARK: Exif

  /// An Exif structure with an orientation and, after it, a GPS directory and the secret.
  static func exif(orientation: Int, isBig: Bool = true) -> [UInt8] {
    let number = { (value: Int, width: Int) -> [UInt8] in
      isBig ? big(value, width) : little(value, width)
    }
    var bytes = Array((isBig ? "MM" : "II").utf8) + number(42, 2) + number(8, 4) + number(2, 2)
    bytes += number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + [0, 0]
    bytes += number(0x8825, 2) + number(4, 2) + number(1, 4) + number(38, 4) + number(0, 4)
    return bytes + Array(secret.utf8)
  }

  // MARK: JPEG

  static func segment(_ marker: UInt8, _ payload: [UInt8]) -> [UInt8] {
    [0xFF, marker] + big(payload.count + 2, 2) + payload
  }

  static let jfif = segment(0xE0, Array("JFIF\0".utf8) + [1, 2, 0, 0, 1, 0, 1, 0, 0])
  static let iccProfile = segment(0xE2, Array("ICC_PROFILE\0".utf8) + [1, 1, 9, 9, 9])
  static let adobe = segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 1])

  static func exifSegment(orientation: Int, isBig: Bool = true) -> [UInt8] {
    segment(0xE1, Array("Exif\0\0".utf8) + exif(orientation: orientation, isBig: isBig))
  }

  static let privateSegments: [[UInt8]] = [
    segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0<x>\(secret)</x>".utf8)),
    segment(0xED, Array("Photoshop 3.0\0\(secret)".utf8)),
    segment(0xFE, Array(secret.utf8)),
    segment(0xE2, Array("MPF\0\(secret)".utf8)),
    segment(0xE0, Array("JFXX\0\(secret)".utf8)),
    segment(0xEB, Array("JP\(secret)".utf8)),
  ]

  /// Width 600, height 400; two scans, with stuffed bytes, restart markers and fill bytes.
  static let jpegPicture: [UInt8] =
    segment(0xDB, [0] + Array(1...64))
    + segment(0xC2, [8] + big(400, 2) + big(600, 2) + [1, 1, 0x11, 0])
    + segment(0xC4, [0] + [UInt8](repeating: 0, count: 16))
    + segment(0xDA, [1, 1, 0, 0, 63, 0]) + [1, 0xFF, 0x00, 2, 0xFF, 0xD0, 3, 0xFF]
    + segment(0xDA, [1, 1, 0, 0, 63, 0]) + [4, 0xFF, 0x00, 5] + [0xFF, 0xD9]

  static func jpeg(_ segments: [[UInt8]]) -> [UInt8] {
    [0xFF, 0xD8] + segments.flatMap { $0 } + jpegPicture
  }

  // MARK: PNG

  static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    return big(data.count, 4) + body + big(Int(checksum(body)), 4)
  }

  /// CRC-32, by a table, unlike the code under test.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let table = (UInt32(0)..<256).map { index in
      (0..<8).reduce(index) { value, _ in
        value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
      }
    }
    return ~bytes.reduce(UInt32.max) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
  }

  static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  static let header = chunk("IHDR", big(600, 4) + big(400, 4) + [8, 2, 0, 0, 0])
  static let pngPicture = [
    chunk("gAMA", big(45_455, 4)), chunk("iCCP", Array("p\0\0x".utf8)), chunk("tRNS", [0, 0, 0]),
    chunk("acTL", [0, 0, 0, 1, 0, 0, 0, 0]), chunk("IDAT", [1, 2, 3, 4]), chunk("IDAT", [5, 6]),
  ]
  static let end = chunk("IEND", [])
  static let privateChunks = [
    chunk("tEXt", Array("Author\0\(secret)".utf8)), chunk("zTXt", Array("c\0\0\(secret)".utf8)),
    chunk("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0\(secret)".utf8)),
    chunk("tIME", [7, 234, 1, 2, 3, 4, 5]), chunk("caBX", Array(secret.utf8)),
  ]

  static func png(_ chunks: [[UInt8]]) -> [UInt8] {
    pngSignature + header + chunks.flatMap { $0 } + end
  }

  // MARK: GIF

  static func subBlocks(_ data: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    for start in stride(from: 0, to: data.count, by: 255) {
      let part = data[start..<min(start + 255, data.count)]
      bytes += [UInt8(part.count)] + part
    }
    return bytes + [0]
  }

  static let gifHeader =
    Array("GIF89a".utf8) + little(600, 2) + little(400, 2) + [0x80, 0, 0] + [
      0, 0, 0, 255, 255, 255,
    ]
  static let gifLoop = [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0] as [UInt8]
  static let gifFrame =
    [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0x80]
    + [1, 2, 3, 4, 5, 6, 2] + subBlocks([UInt8](repeating: 0x2C, count: 300)) as [UInt8]
  static let gifPrivate = [
    [0x21, 0xFE] + subBlocks(Array(secret.utf8)),
    // XMP is written without sub-blocks, followed by a trailer that leads any reader to its end.
    [0x21, 0xFF, 11] + Array("XMP DataXMP<x:xmpmeta>\(secret)</x:xmpmeta>".utf8) + [1]
      + (0...255).reversed().map { UInt8($0) } + [0],
    [0x21, 0xFF, 11] + Array("ANYTHINGELS".utf8) + subBlocks(Array(secret.utf8)),
  ]

  // MARK: WebP

  static func riff(_ chunks: [[UInt8]]) -> [UInt8] {
    let body = Array("WEBP".utf8) + chunks.flatMap { $0 }
    return Array("RIFF".utf8) + little(body.count, 4) + body
  }

  static func riffChunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    Array(type.utf8) + little(data.count, 4) + data + [UInt8](repeating: 0, count: data.count % 2)
  }

  static func extendedHeader(flags: UInt8) -> [UInt8] {
    riffChunk("VP8X", [flags, 0, 0, 0] + little(599, 3) + little(399, 3))
  }

  static let lossy = riffChunk(
    "VP8 ", [0x10, 0, 0, 0x9D, 0x01, 0x2A] + little(600, 2) + little(400, 2) + [1, 2, 3])
  static let lossless = riffChunk("VP8L", [0x2F] + little(599 | 399 << 14, 4) + [1, 2])
  static let colours = riffChunk("ICCP", [1, 2, 3])

  // MARK: AVIF

  static func box(_ type: String, _ data: [UInt8]) -> [UInt8] {
    big(data.count + 8, 4) + Array(type.utf8) + data
  }

  /// A picture of 600 × 400 as item 1 with a thumbnail of 60 × 40 as item 2.
  static func avif(turns: UInt8? = nil, metadata: String? = nil) -> [UInt8] {
    let extent = { (width: Int, height: Int) in
      box("ispe", [0, 0, 0, 0] + big(width, 4) + big(height, 4))
    }
    let rotation = turns.map { box("irot", [$0]) } ?? []
    let container = box("ipco", extent(60, 40) + extent(600, 400) + rotation)
    let own: [UInt8] = turns == nil ? [1, 2] : [2, 2, 0x83]
    let map = box("ipma", [0, 0, 0, 0] + big(2, 4) + big(2, 2) + [1, 1] + big(1, 2) + own)
    let entry = { (number: Int, type: String) in
      box("infe", [2, 0, 0, 0] + big(number, 2) + [0, 0] + Array(type.utf8) + [0])
    }
    let entries = [entry(1, "av01"), entry(2, "av01")] + (metadata.map { [entry(3, $0)] } ?? [])
    let items = box("iinf", [0, 0, 0, 0] + big(entries.count, 2) + entries.flatMap { $0 })
    let meta = box(
      "meta",
      [0, 0, 0, 0] + box("pitm", [0, 0, 0, 0] + big(1, 2)) + items + box("iprp", container + map))
    return box("ftyp", Array("avif".utf8) + [0, 0, 0, 0] + Array("mif1avif".utf8)) + meta
      + box("mdat", Array(secret.utf8))
  }

  // MARK: Numbers

  static func big(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  static func little(_ value: Int, _ width: Int) -> [UInt8] { big(value, width).reversed() }
}
