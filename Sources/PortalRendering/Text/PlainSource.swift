import Bytes

/// A Markdown text as it came from disk, with what no page may hold made harmless.
///
/// Every byte keeps its place, so that positions stay true: control characters become spaces,
/// noncharacters U+FFFD, and a carriage return that stands alone a line feed.
struct PlainSource {
  let bytes: [UInt8]
  /// Where the first character was exchanged.
  private(set) var firstControl: Int?

  init(_ text: [UInt8]) {
    var bytes = text
    if text.withUnsafeBufferPointer(PlainSource.holdsSuspects) {
      for index in text.indices where PlainSource.suspicion(of: text[index]) != 0 {
        if PlainSource.mend(&bytes, at: index), firstControl == nil { firstControl = index }
      }
    }
    self.bytes = bytes
  }

  private static func holdsSuspects(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.has { suspicion(of: $0) }
  }

  /// Not 0 for a byte that may begin something that no page may hold.
  @inline(__always)
  private static func suspicion(of byte: UInt8) -> UInt8 {
    (bit(byte < 0x20) & bit(byte != 0x0A) & bit(byte != 0x09)) | bit(byte == 0x7F)
      | bit(byte == 0xC2) | bit(byte == 0xEF)
  }

  /// Exchanges what begins at `index`; whether a character is lost by it.
  private static func mend(_ bytes: inout [UInt8], at index: Int) -> Bool {
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch (bytes[index], second, third) {
    case (0x0D, 0x0A, _): return false
    case (0x0D, _, _): bytes[index] = 0x0A
    case (0xC2, 0x80...0x9F, _): bytes.replaceSubrange(index...(index + 1), with: [0x20, 0x20])
    case (0xEF, 0xBF, 0xBE...0xBF), (0xEF, 0xB7, 0x90...0xAF):
      bytes.replaceSubrange(index...(index + 2), with: [0xEF, 0xBF, 0xBD])
    case (0xC2, _, _), (0xEF, _, _): return false
    default: bytes[index] = 0x20
    }
    return bytes[index] != 0x0A
  }
}
