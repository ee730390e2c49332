import Bytes

/// Cuts a text into the words that the theme's search script makes of it.
///
/// Words that lie between ASCII white space and are ASCII themselves never become scalars.
struct WordReader {
  /// How many bytes of a word are kept; the script cuts what is asked for likewise.
  static let wordLimit = 40

  private var folding = FoldingTable()
  private var scalars: [FoldedScalar] = []

  /// Calls `body` with each word, folded and as UTF-8, and its hash.
  mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, TermHash) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.wordLimit) { space in
      // White space has no part in folding, so that what lies between it can be folded alone.
      var chunkStart = 0
      var wordsOfChunk = 0
      var index = 0
      while index < text.count {
        var word = FoldedWord(space: space)
        index = word.append(contentsOf: text, from: index)
        if index < text.count, text[index] >= 0x80 {
          let end = text[index...].firstIndex(where: \.isASCIIWhitespace) ?? text.count
          let chunk = UnsafeBufferPointer(rebasing: text[chunkStart..<end])
          readUnicode(chunk, skipping: wordsOfChunk, space, body)
          index = end
          continue
        }
        if word.count > 0 {
          body(word.bytes, word.hash)
          wordsOfChunk += 1
        }
        while index < text.count, text[index] < 0x80, !text[index].isASCIIAlphanumeric {
          if text[index].isASCIIWhitespace {
            chunkStart = index + 1
            wordsOfChunk = 0
          }
          index += 1
        }
      }
    }
  }

  private mutating func readUnicode(
    _ chunk: UnsafeBufferPointer<UInt8>, skipping known: Int,
    _ space: UnsafeMutableBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>, TermHash) -> Void
  ) {
    var known = known
    scalars.removeAll(keepingCapacity: true)
    for scalar in String(decoding: chunk, as: UTF8.self).unicodeScalars {
      folding.append(scalar, to: &scalars)
    }
    scalars.lowercaseSigmas()
    var index = 0
    while index < scalars.count {
      guard scalars[index].isWordPart else {
        index += 1
        continue
      }
      let isInPairs = scalars[index].isPairPart
      var end = index + 1
      while end < scalars.count, scalars[end].isWordPart, scalars[end].isPairPart == isInPairs {
        end += 1
      }
      if isInPairs, end > index + 1 {
        for second in index + 1..<end { give(second - 1..<second + 1, space, body) }
      } else if known == 0 {
        give(index..<end, space, body)
      } else {
        known -= 1
      }
      index = end
    }
  }

  private func give(
    _ range: Range<Int>, _ space: UnsafeMutableBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>, TermHash) -> Void
  ) {
    var word = FoldedWord(space: space)
    for index in range {
      guard let scalar = Unicode.Scalar(scalars[index].value), word.append(scalar) else { break }
    }
    body(word.bytes, word.hash)
  }
}

/// A word that is being put together in borrowed memory.
private struct FoldedWord {
  private let space: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0
  /// The last eight bytes.
  private var last: UInt64 = 0

  init(space: UnsafeMutableBufferPointer<UInt8>) { self.space = space }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: space[..<count]) }
  var hash: TermHash { TermHash(of: bytes, last: last) }

  /// Adds the ASCII letters and digits from an index on, in lower case, as many as there is room for.
  ///
  /// - Returns: The index of the first other byte.
  @inline(__always)
  mutating func append(contentsOf text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    let limit = min(text.count, start + WordReader.wordLimit - count)
    while index < limit, text[index].isASCIIAlphanumeric {
      // Digits have the bit that makes letters small.
      append(text[index] | 0x20)
      index += 1
    }
    while index < text.count, text[index].isASCIIAlphanumeric { index += 1 }
    return index
  }

  /// Adds a whole scalar, or nothing where there is no more room for it.
  @inline(__always)
  mutating func append(_ scalar: Unicode.Scalar) -> Bool {
    guard let bytes = UTF8.encode(scalar), count + bytes.count <= WordReader.wordLimit else {
      return false
    }
    for byte in bytes { append(byte) }
    return true
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    space[count] = byte
    last = last &<< 8 | UInt64(byte)
    count += 1
  }
}
