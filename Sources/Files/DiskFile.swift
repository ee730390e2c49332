#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A regular file on disk, as it was when its folder was read.
package struct DiskFile: Hashable, Sendable {
  /// The folder that was read; it is the same for all files of a tree.
  private let folder: String

  /// The path in that folder, which the tree holds too.
  private let name: String

  /// The absolute path, or one relative to the working folder.
  package var path: String { folder.isEmpty ? name : folder + "/" + name }

  /// The size in bytes.
  package let size: Int

  /// The time of the last change, in nanoseconds since 1970.
  package let modified: Int

  /// When the file or what the file system says of it was last changed, in nanoseconds since 1970; no program sets
  /// it back.
  let changed: Int

  /// The number of the file on its file system.
  let inode: UInt64

  /// Describes a file.
  ///
  /// - Parameters:
  ///   - name: Its path in the folder.
  ///   - folder: The folder; empty where the path is a whole one.
  ///   - status: What the file system says of it.
  init(_ name: String, in folder: String = "", _ status: stat) {
    #if canImport(Glibc)
    let (modified, changed) = (status.st_mtim, status.st_ctim)
    #else
    let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #endif
    self.folder = folder
    self.name = name
    size = Int(status.st_size)
    self.modified = nanoseconds(modified)
    self.changed = nanoseconds(changed)
    inode = UInt64(status.st_ino)
  }

  /// The file as it is now.
  func with(_ status: stat) -> DiskFile { DiskFile(name, in: folder, status) }

  /// The whole file.
  package func read() throws(FileError) -> [UInt8] {
    try DiskFile.read(path, sizeHint: size)
  }

  /// Some bytes of the file.
  ///
  /// - Throws: ``FileError`` also if the file has become shorter.
  package func read(_ range: Range<Int>) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("read", path: path, cause: systemMessage()) }
    defer { close(descriptor) }
    guard lseek(descriptor, off_t(range.lowerBound), SEEK_SET) >= 0 else {
      throw FileError("read", path: path, cause: systemMessage())
    }
    var status = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      status = DiskFile.readFully(
        descriptor,
        into: UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: range.count))
      count = max(status, 0)
    }
    guard status >= 0 else { throw FileError("read", path: path, cause: systemMessage()) }
    guard bytes.count == range.count else {
      throw FileError("read", path: path, cause: "it was changed while it was read")
    }
    return bytes
  }

  /// The whole of the file at `path`.
  ///
  /// - Parameters:
  ///   - path: The path, absolute or relative to the working folder.
  ///   - sizeHint: How many bytes to expect; a wrong guess costs time only.
  ///   - limit: After how many bytes no more are asked for, in files of unknown size.
  /// - Returns: All bytes; of a file that is longer, some more than the limit.
  /// - Throws: ``FileError`` if the machine refuses.
  package static func read(
    _ path: String, sizeHint: Int = 0, limit: Int = .max
  ) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("read", path: path, cause: systemMessage()) }
    defer { close(descriptor) }
    var contents: [UInt8] = []
    var expected = max(sizeHint, 4_096) + 1
    while true {
      var status = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
        // A file that has become longer fills more than it had before.
        status = readFully(
          descriptor, into: UnsafeMutableRawBufferPointer(buffer),
          endingAt: contents.isEmpty ? sizeHint : -1)
        count = max(status, 0)
      }
      guard status >= 0 else { throw FileError("read", path: path, cause: systemMessage()) }
      if contents.isEmpty { contents = chunk } else { contents.append(contentsOf: chunk) }
      if status < expected || contents.count > limit { return contents }
      expected = max(contents.count, 65_536)
    }
  }

  /// Fills a buffer, or as much of it as there is.
  ///
  /// - Parameters:
  ///   - descriptor: The open file.
  ///   - buffer: The buffer.
  ///   - end: How many bytes there probably are: a read that ends there is not followed by one of nothing.
  /// - Returns: How many bytes were read; -1 if the machine refuses.
  private static func readFully(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, endingAt end: Int = -1
  ) -> Int {
    var filled = 0
    while filled < buffer.count, let start = buffer.baseAddress {
      let count = Files.readRetrying(descriptor, start + filled, buffer.count - filled)
      if count < 0 { return -1 }
      filled += count
      if count == 0 || filled == end { break }
    }
    return filled
  }
}

/// `read`, begun again when a signal interrupts it.
func readRetrying(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  while true {
    let result = read(descriptor, buffer, count)
    if result >= 0 || errno != EINTR { return result }
  }
}

/// What the last failed system call says of itself.
func systemMessage() -> String { String(cString: strerror(errno)) }
