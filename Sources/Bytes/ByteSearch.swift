extension [UInt8] {
  /// The first occurrence of a pattern, which is not empty, from an offset on.
  package func firstRange(of pattern: [UInt8], from start: Int) -> Range<Int>? {
    self[start...].firstRange(ofBytes: pattern)
  }

  /// Whether a pattern, which is not empty, occurs.
  package func contains(bytes pattern: [UInt8]) -> Bool {
    self[...].firstRange(ofBytes: pattern) != nil
  }
}

extension ArraySlice<UInt8> {
  /// The first occurrence of a pattern, which is not empty.
  ///
  /// The standard library's costs a hundred times as much.
  package func firstRange(ofBytes pattern: [UInt8]) -> Range<Int>? {
    pattern.withUnsafeBufferPointer { firstRange(of: $0) }
  }

  /// The first occurrence of a text, which is not empty.
  package func firstRange(ofBytes text: StaticString) -> Range<Int>? {
    text.withUTF8Buffer { firstRange(of: $0) }
  }

  private func firstRange(of pattern: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard let last = pattern.last, pattern.count <= count else { return nil }
    return withUnsafeBufferPointer { bytes in
      // What patterns begin with, such as a tag's bracket, is met more often than what they end with.
      var end = pattern.count - 1
      while let next = bytes.place(of: last, from: end) {
        let offset = next + 1 - pattern.count
        var length = 0
        while length < pattern.count, bytes[offset + length] == pattern[length] { length += 1 }
        if length == pattern.count {
          return startIndex + offset..<startIndex + offset + length
        }
        end = next + 1
      }
      return nil
    }
  }
}
