import Bytes

/// JPEG files (ITU-T T.81, annex B): segments, each after a marker.
enum JPEGFile {
  static func isSigned(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 3 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF
  }

  /// A marker with all that belongs to it.
  private struct Segment {
    let marker: UInt8
    /// From the marker to the end, entropy-coded data not included.
    let range: Range<Int>
    /// What follows the length field.
    let payload: Range<Int>
  }

  static func size(_ bytes: [UInt8]) -> ImageSize {
    var offset = 2
    var orientation: Int?
    while let segment = segment(bytes, at: offset), segment.marker != 0xDA {
      if isExif(segment, bytes) { orientation = orientation ?? self.orientation(segment, bytes) }
      if isFrame(segment.marker) {
        let start = segment.payload.lowerBound
        guard segment.payload.count >= 5 else { return .unknown }
        let height = bytes.bigEndian(at: start + 1, width: 2) ?? 0
        let width = bytes.bigEndian(at: start + 3, width: 2) ?? 0
        // A height of 0 is told after the first scan.
        return ImageSize(width: width > 0 ? width : nil, height: height > 0 ? height : nil)
          .oriented(orientation ?? 1)
      }
      offset = segment.range.upperBound
    }
    return .unknown
  }

  static func stripped(_ bytes: [UInt8]) -> [UInt8]? {
    var output = Array(bytes[..<2])
    output.reserveCapacity(bytes.count)
    var offset = 2
    var hasExif = false
    while let segment = segment(bytes, at: offset) {
      offset = segment.range.upperBound
      if isExif(segment, bytes) {
        if !hasExif { appendOrientation(orientation(segment, bytes), to: &output) }
        hasExif = true
      } else if isThumbnailedHeader(segment, bytes) {
        appendHeader(segment, bytes, to: &output)
      } else if belongsToPicture(segment, bytes) {
        output.append(contentsOf: bytes[segment.range])
      }
      if segment.marker == 0xD9 { return output }
      if segment.marker == 0xDA {
        let end = endOfScan(bytes, from: offset)
        output.append(contentsOf: bytes[offset..<end])
        // A file cut short within its picture still shows the part that is there.
        if end == bytes.count { return output }
        offset = end
      }
    }
    return nil
  }

  // MARK: Segments

  private static func segment(_ bytes: [UInt8], at start: Int) -> Segment? {
    guard start < bytes.count, bytes[start] == 0xFF else { return nil }
    var offset = start + 1
    while offset < bytes.count, bytes[offset] == 0xFF { offset += 1 }
    guard offset < bytes.count else { return nil }
    let marker = bytes[offset]
    offset += 1
    if marker == 0xD9 || marker == 0x01 || (0xD0...0xD7).contains(marker) {
      return Segment(marker: marker, range: start..<offset, payload: offset..<offset)
    }
    guard marker >= 0xC0, marker != 0xD8, let length = bytes.bigEndian(at: offset, width: 2),
      length >= 2, length <= bytes.count - offset
    else { return nil }
    return Segment(
      marker: marker, range: start..<(offset + length), payload: (offset + 2)..<(offset + length))
  }

  /// The offset of the first marker after entropy-coded data.
  private static func endOfScan(_ bytes: [UInt8], from start: Int) -> Int {
    var offset = start
    while offset < bytes.count - 1 {
      guard bytes[offset] == 0xFF else {
        offset += 1
        continue
      }
      let next = bytes[offset + 1]
      if next == 0 || (0xD0...0xD7).contains(next) {
        offset += 2
      } else if next == 0xFF {
        offset += 1
      } else {
        return offset
      }
    }
    return bytes.count
  }

  private static func isFrame(_ marker: UInt8) -> Bool {
    (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
  }

  private static func belongsToPicture(_ segment: Segment, _ bytes: [UInt8]) -> Bool {
    let start = segment.payload.lowerBound
    return switch segment.marker {
    case 0xE0: bytes.has("JFIF\0", at: start)
    case 0xE2: bytes.has("ICC_PROFILE\0", at: start)
    case 0xEE: bytes.has("Adobe", at: start)
    case 0xE1...0xEF, 0xFE: false
    default: true
    }
  }

  private static func isExif(_ segment: Segment, _ bytes: [UInt8]) -> Bool {
    segment.marker == 0xE1 && bytes.has("Exif\0", at: segment.payload.lowerBound)
      && segment.payload.count >= 6
  }

  private static func orientation(_ segment: Segment, _ bytes: [UInt8]) -> Int {
    ExifOrientation.read(
      bytes, in: (segment.payload.lowerBound + 6)..<segment.payload.upperBound)
  }

  private static func appendOrientation(_ orientation: Int, to output: inout [UInt8]) {
    guard orientation != 1 else { return }
    let structure = ExifOrientation.structure(orientation)
    output.append(contentsOf: [0xFF, 0xE1])
    output.append(bigEndian: structure.count + 8, width: 2)
    output.append("Exif\0\0")
    output.append(contentsOf: structure)
  }

  /// Whether a JFIF header holds a thumbnail, which may show what was cropped away.
  private static func isThumbnailedHeader(_ segment: Segment, _ bytes: [UInt8]) -> Bool {
    segment.marker == 0xE0 && segment.payload.count > 14
      && bytes.has("JFIF\0", at: segment.payload.lowerBound)
  }

  private static func appendHeader(
    _ segment: Segment, _ bytes: [UInt8], to output: inout [UInt8]
  ) {
    let start = segment.payload.lowerBound
    output.append(contentsOf: [0xFF, 0xE0, 0, 16])
    output.append(contentsOf: bytes[start..<(start + 12)])
    output.append(contentsOf: [0, 0])
  }
}
