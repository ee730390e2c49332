/// What a file holds.
package enum FileContent: Hashable, Sendable {
  /// The bytes themselves.
  case bytes([UInt8])

  /// A file on disk, read only when asked for, so that a film never stands in memory.
  indirect case file(DiskFile)

  /// The bytes; a file on disk is read now.
  package func read() throws(FileError) -> [UInt8] {
    switch self {
    case .bytes(let bytes): bytes
    case .file(let file): try file.read()
    }
  }

  /// Some of the bytes.
  ///
  /// - Throws: ``FileError`` also if a file on disk has become shorter.
  package func read(_ range: Range<Int>) throws(FileError) -> [UInt8] {
    switch self {
    case .bytes(let bytes): Array(bytes[range])
    case .file(let file): try file.read(range)
    }
  }

  /// How many bytes there are.
  package var size: Int {
    switch self {
    case .bytes(let bytes): bytes.count
    case .file(let file): file.size
    }
  }
}
