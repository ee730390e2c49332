/// A point of a document.
struct YAMLPlace: Equatable {
  /// The offset in bytes.
  let offset: Int
  /// The line, counted from the given first line.
  let line: Int
  /// The column, counted from 1 in bytes.
  let column: Int
}

/// Finds the places of libyaml's character counts; lines end at LF, CR or CR LF, as in an editor,
/// while libyaml also counts U+0085, U+2028 and U+2029.
struct YAMLPlaces {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let first: YAMLPlaceCursor
  private var cursor: YAMLPlaceCursor

  /// Starts at `start`, which libyaml counts as character 0.
  init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int, firstLine: Int) {
    self.bytes = bytes
    first = YAMLPlaceCursor(character: 0, offset: start, line: firstLine, lineStart: 0)
    cursor = first
  }

  /// The place of a character; the whole document costs linear time if asked in order.
  mutating func place(ofCharacter index: Int) -> YAMLPlace {
    if index < cursor.character { cursor = first }
    while cursor.character < index, cursor.offset < bytes.count { step() }
    return cursor.place
  }

  /// The place of a byte.
  mutating func place(ofByte offset: Int) -> YAMLPlace {
    cursor = first
    while cursor.offset < offset, cursor.offset < bytes.count { step() }
    return cursor.place
  }

  private mutating func step() {
    let byte = bytes[cursor.offset]
    cursor.offset += 1
    cursor.character += 1
    while cursor.offset < bytes.count, bytes[cursor.offset] & 0xC0 == 0x80 { cursor.offset += 1 }
    let isBeforeLineFeed =
      cursor.offset < bytes.count && bytes[cursor.offset] == UInt8(ascii: "\n")
    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && !isBeforeLineFeed {
      cursor.line += 1
      cursor.lineStart = cursor.offset
    }
  }
}

private struct YAMLPlaceCursor {
  var character: Int
  var offset: Int
  var line: Int
  var lineStart: Int

  var place: YAMLPlace {
    YAMLPlace(offset: offset, line: line, column: offset - lineStart + 1)
  }
}
