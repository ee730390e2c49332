import Files

/// A part of a file, which is read when it is sent.
struct FilePart: Hashable, Sendable {
  let content: FileContent

  /// The bytes that are meant.
  let range: Range<Int>

  /// How many bytes stand in memory at once.
  static let longest = 4 << 20

  /// The part in pieces that are small enough to be read, in order.
  var pieces: [FilePart] {
    stride(from: range.lowerBound, to: range.upperBound, by: FilePart.longest).map { start in
      FilePart(content: content, range: start..<min(start + FilePart.longest, range.upperBound))
    }
  }

  /// The bytes.
  func read() throws(FileError) -> [UInt8] { try content.read(range) }
}
