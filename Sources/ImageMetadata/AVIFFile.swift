/// AVIF files: boxes (ISO/IEC 14496-12 §4.2), whose `meta` box describes the picture
/// (ISO/IEC 23008-12 §6).
enum AVIFFile {
  static func isSigned(_ bytes: [UInt8]) -> Bool {
    guard bytes.has("ftyp", at: 4), let length = bytes.bigEndian(at: 0, width: 4) else {
      return false
    }
    // The major brand, then the compatible ones after the minor version.
    return stride(from: 8, to: min(length, bytes.count, 256), by: 4).contains {
      $0 != 12 && (bytes.has("avif", at: $0) || bytes.has("avis", at: $0))
    }
  }

  private struct Box {
    /// The offset of the type.
    let type: Int
    let data: Range<Int>
  }

  static func size(_ bytes: [UInt8]) -> ImageSize {
    guard let meta = meta(bytes), let properties = child("iprp", of: meta, bytes),
      let container = child("ipco", of: properties.data, bytes)
    else { return .unknown }
    let all = boxes(in: container.data, bytes)
    let primary = primaryProperties(meta, properties, bytes).compactMap {
      all.indices.contains($0 - 1) ? all[$0 - 1] : nil
    }
    // Without associations the whole picture is larger than its tiles, thumbnail and alpha plane.
    let sizes = (primary.isEmpty ? all : primary).compactMap { extent($0, bytes) }
    guard let size = sizes.max(by: { area($0) < area($1) }) else { return .unknown }
    let turns = primary.filter { bytes.has("irot", at: $0.type) && !$0.data.isEmpty }
      .reduce(0) { $0 + Int(bytes[$1.data.lowerBound] & 3) }
    return size.oriented(turns % 2 == 0 ? 1 : 6)
  }

  /// Whether the file has an item of Exif or XMP, or is too damaged to tell.
  static func hasMetadataItem(_ bytes: [UInt8]) -> Bool {
    guard let meta = meta(bytes), let items = child("iinf", of: meta, bytes),
      let version = bytes.bigEndian(at: items.data.lowerBound, width: 1)
    else { return true }
    let start = items.data.lowerBound + (version == 0 ? 6 : 8)
    guard start <= items.data.upperBound else { return true }
    return boxes(in: start..<items.data.upperBound, bytes).contains { entry in
      let version = bytes.bigEndian(at: entry.data.lowerBound, width: 1) ?? 0
      let type = entry.data.lowerBound + (version == 3 ? 10 : 8)
      return version < 2 || bytes.has("Exif", at: type) || bytes.has("mime", at: type)
        || bytes.has("uri ", at: type)
    }
  }

  // MARK: Boxes

  private static func boxes(in range: Range<Int>, _ bytes: [UInt8]) -> [Box] {
    var boxes: [Box] = []
    var offset = range.lowerBound
    while offset + 8 <= range.upperBound, var length = bytes.bigEndian(at: offset, width: 4) {
      var header = 8
      if length == 0 { length = range.upperBound - offset }
      if length == 1 {
        header = 16
        // A length of 2^32 or more cannot lie inside a file that is read as a whole.
        guard bytes.bigEndian(at: offset + 8, width: 4) == 0 else { break }
        length = bytes.bigEndian(at: offset + 12, width: 4) ?? 0
      }
      guard length >= header, length <= range.upperBound - offset else { break }
      boxes.append(Box(type: offset + 4, data: (offset + header)..<(offset + length)))
      offset += length
    }
    return boxes
  }

  private static func child(
    _ type: StaticString, of range: Range<Int>, _ bytes: [UInt8]
  ) -> Box? {
    boxes(in: range, bytes).first { bytes.has(type, at: $0.type) }
  }

  /// The boxes inside `meta`, after its version and flags.
  private static func meta(_ bytes: [UInt8]) -> Range<Int>? {
    guard let meta = child("meta", of: 0..<bytes.count, bytes), meta.data.count >= 4 else {
      return nil
    }
    return (meta.data.lowerBound + 4)..<meta.data.upperBound
  }

  private static func extent(_ box: Box, _ bytes: [UInt8]) -> ImageSize? {
    guard bytes.has("ispe", at: box.type), box.data.count >= 12,
      let width = bytes.bigEndian(at: box.data.lowerBound + 4, width: 4),
      let height = bytes.bigEndian(at: box.data.lowerBound + 8, width: 4), width > 0, height > 0
    else { return nil }
    return ImageSize(width: width, height: height)
  }

  private static func area(_ size: ImageSize) -> Double {
    Double(size.width ?? 0) * Double(size.height ?? 0)
  }

  /// The numbers, from 1, of the properties that belong to the primary item.
  private static func primaryProperties(
    _ meta: Range<Int>, _ properties: Box, _ bytes: [UInt8]
  ) -> [Int] {
    guard let item = child("pitm", of: meta, bytes),
      let map = child("ipma", of: properties.data, bytes),
      let itemVersion = bytes.bigEndian(at: item.data.lowerBound, width: 1),
      let primary = bytes.bigEndian(at: item.data.lowerBound + 4, width: itemVersion == 0 ? 2 : 4),
      let version = bytes.bigEndian(at: map.data.lowerBound, width: 1),
      let flags = bytes.bigEndian(at: map.data.lowerBound + 1, width: 3),
      let count = bytes.bigEndian(at: map.data.lowerBound + 4, width: 4)
    else { return [] }
    let identifierWidth = version == 0 ? 2 : 4
    let width = flags & 1 == 0 ? 1 : 2
    var offset = map.data.lowerBound + 8
    for _ in 0..<count {
      guard offset < map.data.upperBound,
        let identifier = bytes.bigEndian(at: offset, width: identifierWidth),
        let associations = bytes.bigEndian(at: offset + identifierWidth, width: 1)
      else { return [] }
      offset += identifierWidth + 1
      if identifier == primary {
        return (0..<associations).compactMap {
          bytes.bigEndian(at: offset + $0 * width, width: width)
            .map { $0 & (width == 1 ? 0x7F : 0x7FFF) }
        }
      }
      offset += associations * width
    }
    return []
  }
}
