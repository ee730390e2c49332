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
      var word = FoldedWord(space: space)
      // White space has no part in folding, so that what lies between it can be folded alone.
      var chunkStart = 0
      var wordsOfChunk = 0
      var index = 0
      while index < text.count {
        index = word.append(contentsOf: text, from: index)
        guard index < text.count else { break }
        let byte = text[index]
        if byte >= 0x80 {
          let end = text[index...].firstIndex(where: \.isASCIIWhitespace) ?? text.count
          let chunk = UnsafeBufferPointer(rebasing: text[chunkStart..<end])
          readUnicode(chunk, skipping: wordsOfChunk, space, body)
          word = FoldedWord(space: space)
          index = end
          continue
        } else {
          if word.count > 0 {
            body(word.bytes, word.hash)
            word = FoldedWord(space: space)
            wordsOfChunk += 1
          }
          if byte.isASCIIWhitespace {
            chunkStart = index + 1
            wordsOfChunk = 0
          }
        }
        index += 1
      }
      if word.count > 0 { body(word.bytes, word.hash) }
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
  private(set) var hash = TermHash()

  init(space: UnsafeMutableBufferPointer<UInt8>) { self.space = space }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: space[..<count]) }

  /// Adds a byte, if the word has not reached its limit.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    guard count < WordReader.wordLimit else { return }
    space[count] = byte
    hash.add(byte, at: count)
    count += 1
  }

  /// Adds the ASCII letters and digits from an index on, in lower case.
  ///
  /// - Returns: The index of the first other byte.
  @inline(__always)
  mutating func append(contentsOf text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var (index, count, hash) = (start, count, hash)
    while index < text.count {
      let byte = text[index]
      let letter = byte | 0x20
      guard letter &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 else { break }
      index += 1
      guard count < WordReader.wordLimit else { continue }
      // Digits have the bit that makes letters small.
      space[count] = letter
      hash.add(letter, at: count)
      count += 1
    }
    (self.count, self.hash) = (count, hash)
    return index
  }

  /// Adds a whole scalar, or nothing where there is no more room for it.
  @inline(__always)
  mutating func append(_ scalar: Unicode.Scalar) -> Bool {
    guard count + UTF8.width(scalar) <= WordReader.wordLimit else { return false }
    if scalar.isASCII {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else if let encoded = UTF8.encode(scalar) {
      for byte in encoded { append(byte) }
    }
    return true
  }
}
