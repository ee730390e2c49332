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
      for byte in text {
        // Bytes from 0x80 to 0xBF are not the first of their characters.
        letters += byte & 0xC0 == 0x80 ? 0 : 1
        // From U+3000 to U+D7FF, a character of Chinese, Japanese or Korean says as much as three letters.
        letters += byte &- 0xE3 < 0x0B ? 2 : 0
      }
    }
    minutes = max(1, (letters + ReadingTime.lettersPerMinute - 1) / ReadingTime.lettersPerMinute)
  }
}
