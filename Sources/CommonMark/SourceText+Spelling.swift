import Bytes

extension SourceText {
  /// How many bytes `words` take where they were found: more than they have where references or backslashes spell them.
  package func length(of words: [UInt8], at place: Place) -> Int {
    let offset = start(ofLine: place.line) + place.column - 1
    if offset + words.count <= bytes.count, commonLength(of: words, at: offset) == words.count {
      return words.count
    }
    return spelling(of: words, at: offset).length
  }

  /// How many bytes from `start` on are read as the first of `words`, some of them written as character references
  /// or behind a backslash (CommonMark §2.4, §2.5), and whether they are all of them.
  func spelling(of words: [UInt8], at start: Int) -> (length: Int, isWhole: Bool) {
    var index = start
    var next = 0
    while next < words.count, index < bytes.count {
      if let reference = reference(at: index), reference.mayBe(words[next]) {
        index += reference.length
        next += 1
        while next < words.count, words[next] & 0xC0 == 0x80 { next += 1 }
      } else if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count,
        bytes[index + 1] == words[next], !words[next].isASCIIAlphanumeric, words[next] > 0x20
      {
        index += 2
        next += 1
      } else if bytes[index].asciiLowercased == words[next].asciiLowercased {
        index += 1
        next += 1
      } else {
        break
      }
    }
    return (index - start, next == words.count)
  }

  /// A character reference of the source.
  private struct Reference {
    private static let marks = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]

    let name: ArraySlice<UInt8>

    /// How many bytes it takes, with its marks.
    var length: Int { name.count + 2 }

    /// Whether it may stand for a character that begins with a byte; of names that are not for markup nothing is known.
    func mayBe(_ byte: UInt8) -> Bool {
      if let mark = Self.marks[String(utf8: name)] { return mark.utf8.first == byte }
      return !byte.isASCIIAlphanumeric
    }
  }

  private func reference(at index: Int) -> Reference? {
    guard bytes[index] == UInt8(ascii: "&") else { return nil }
    // The longest name has 31 letters.
    let name = bytes[(index + 1)...].prefix(32).prefix {
      $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "#")
    }
    guard !name.isEmpty, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ";")
    else { return nil }
    return Reference(name: name)
  }
}
