/// Integers in files; every offset may be hostile, and what does not lie inside is `nil`.
extension [UInt8] {
  func bigEndian(at offset: Int, width: Int) -> Int? {
    guard offset >= 0, offset <= count - width else { return nil }
    var value = 0
    for byte in self[offset..<(offset + width)] { value = value << 8 | Int(byte) }
    return value
  }

  func littleEndian(at offset: Int, width: Int) -> Int? {
    guard offset >= 0, offset <= count - width else { return nil }
    var value = 0
    for byte in self[offset..<(offset + width)].reversed() { value = value << 8 | Int(byte) }
    return value
  }

  /// Whether the bytes of `text` stand at `offset`.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset <= count - text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { self[offset..<(offset + $0.count)].elementsEqual($0) }
  }

  /// Appends the low `width` bytes of `value`, highest first.
  mutating func append(bigEndian value: Int, width: Int) {
    for shift in (0..<width).reversed() { append(UInt8(truncatingIfNeeded: value >> (shift * 8))) }
  }

  /// Appends the low `width` bytes of `value`, lowest first.
  mutating func append(littleEndian value: Int, width: Int) {
    for shift in 0..<width { append(UInt8(truncatingIfNeeded: value >> (shift * 8))) }
  }
}
