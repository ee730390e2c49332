import Bytes

/// How it is told whether a file has become another one.
package enum FileVersions: Sendable {
  /// By what the file system says of it: quick, and the same on one machine only.
  case byStatus
  /// By what it holds: the same on every machine.
  case byContent

  /// Up to how many bytes files are read: no page depends on more of a larger one, such as a film, than its size.
  private static let sizeLimit = 64 << 20

  /// Appends what tells a file's version from others.
  ///
  /// - Parameters:
  ///   - content: The file.
  ///   - text: What is told so far.
  /// - Throws: ``FileError`` if a file cannot be read that has to be.
  package func append(_ content: FileContent, to text: inout [UInt8]) throws(FileError) {
    switch (self, content) {
    case (.byStatus, .file(let file)):
      for number in [file.size, file.modified, file.changed, Int(truncatingIfNeeded: file.inode)] {
        withUnsafeBytes(of: number.littleEndian) { text.append(contentsOf: $0) }
      }
    case (.byStatus, .bytes(let bytes)): text += ContentDigest(of: bytes).bytes
    case (.byContent, _) where content.size > FileVersions.sizeLimit:
      text.append(text: "\(content.size) bytes")
    case (.byContent, _): text += try ContentDigest(of: content).bytes
    }
  }

  /// When a file was last changed, in nanoseconds since 1970; 0 where that does not matter.
  package func lastChange(of content: FileContent) -> Int {
    guard case .byStatus = self, case .file(let file) = content else { return 0 }
    return max(file.modified, file.changed)
  }
}
