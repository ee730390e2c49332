import Files

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What the last failed system call says of itself.
func systemMessage() -> String { String(cString: strerror(errno)) }

extension Failure {
  /// The machine refused, for the reason that the last failed system call gave.
  static func system(_ action: String, _ path: String) -> Failure {
    .machine(FileError(action, path: path, cause: systemMessage()))
  }
}

/// An open file, closed when the last reference goes.
final class OpenFile {
  let descriptor: Int32
  let path: String

  /// Opens a regular file for reading; a link is not followed, a pipe not waited for.
  ///
  /// - Returns: `nil` if nothing is there.
  static func reading(_ path: String) throws(Failure) -> OpenFile? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: return nil
      case ELOOP, ENXIO: throw .refused(.notAFile, "\(path) is no regular file")
      default: throw .system("read", path)
      }
    }
    let file = OpenFile(descriptor, path)
    guard try file.status().st_mode & S_IFMT == S_IFREG else {
      throw .refused(.notAFile, "\(path) is no regular file")
    }
    return file
  }

  init(_ descriptor: Int32, _ path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  func status() throws(Failure) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system("read", path) }
    return status
  }

  func size() throws(Failure) -> Int { Int(try status().st_size) }

  /// Hands the file over in pieces of at most 256 KiB.
  func readPieces(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { piece.deallocate() }
    while true {
      let count = read(descriptor, piece.baseAddress, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system("read", path) }
      if count == 0 { return }
      try body(UnsafeRawBufferPointer(rebasing: piece[..<count]))
    }
  }

  /// The whole file.
  ///
  /// - Throws: ``Failure`` also where it has more than `limit` bytes.
  func readAll(limit: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    let path = path
    try readPieces { (piece) throws(Failure) in
      bytes.append(contentsOf: piece)
      guard bytes.count <= limit else {
        throw .refused(.tooLarge, "\(path) has more than \(limit) bytes")
      }
    }
    return bytes
  }

  /// Writes at the end, on disk before this returns.
  func write(_ bytes: [UInt8]) throws(Failure) {
    try append(bytes)
    try sync()
  }

  func sync() throws(Failure) {
    guard fsync(descriptor) == 0 else { throw .system("write", path) }
  }

  /// Writes in place of bytes that are there.
  func overwrite(_ bytes: [UInt8], at offset: Int) throws(Failure) {
    let count = bytes.withUnsafeBytes {
      pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset))
    }
    guard count == bytes.count else { throw .system("write", path) }
  }

  /// Writes at the end.
  func append(_ bytes: [UInt8]) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { writeBytes(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system("write", path) }
      rest = rest.dropFirst(count)
    }
  }
}

/// `write`, which a method of that name hides.
private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
