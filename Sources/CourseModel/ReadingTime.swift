import Bytes

/// How long a text takes to be read.
package struct ReadingTime: Hashable, Sendable {
  /// Letters in a minute: about 200 words.
  private static let lettersPerMinute = 1_200

  /// The time in whole minutes, rounded up; one at least.
  package let minutes: Int

  /// Estimates the time for UTF-8 with its markup.
  package init(of text: ArraySlice<UInt8>) {
    var letters = 0
    text.withUnsafeBufferPointer { text in
      var start = 0
      while start < text.count {
        let end = min(start + 64, text.count)
        // In a byte, as many as have room for it, so that many bytes are counted at once.
        var some: UInt8 = 0
        for byte in text[start..<end] {
          // Bytes from 0x80 to 0xBF are not the first of their characters.
          some &+= bit(byte & 0xC0 != 0x80)
          // From U+3000 to U+D7FF, a character of Chinese, Japanese or Korean says as much as three letters.
          some &+= 2 &* bit(byte &- 0xE3 < 0x0B)
        }
        letters += Int(some)
        start = end
      }
    }
    minutes = max(1, (letters + ReadingTime.lettersPerMinute - 1) / ReadingTime.lettersPerMinute)
  }
}
