#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A copy of a file that may be too big for memory: compared and written in pieces.
struct FileCopy {
  private let file: DiskFile
  private let output: FolderHandle
  private let staging: FolderHandle
  private let path: RelativePath

  init(
    _ file: DiskFile, in output: FolderHandle, staging: FolderHandle, at path: RelativePath
  ) {
    self.file = file
    self.output = output
    self.staging = staging
    self.path = path
  }

  func run() throws(FileError) -> OutputFolder.Change {
    let source = open(file.path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw FileError("read", path: file.path, cause: systemMessage()) }
    defer { close(source) }
    let flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let existing = openat(output.descriptor, path.text, flags)
    if existing >= 0 {
      defer { close(existing) }
      if isSame(source, existing) { return .kept }
      lseek(source, 0, SEEK_SET)
    }
    let target = try staging.create(path)
    let failure = copy(from: source, to: target)
    guard close(target) == 0, failure == nil else {
      throw failure ?? staging.failure("write", path)
    }
    return .staged
  }

  private func isSame(_ source: Int32, _ existing: Int32) -> Bool {
    var first = stat()
    var second = stat()
    guard fstat(source, &first) == 0, fstat(existing, &second) == 0,
      second.st_mode & S_IFMT == S_IFREG, first.st_size == second.st_size
    else { return false }
    return withPieces { piece, other in
      while true {
        let count = readRetrying(source, piece, FileCopy.pieceSize)
        let otherCount = readRetrying(existing, other, FileCopy.pieceSize)
        guard count == otherCount, count >= 0 else { return false }
        if count == 0 { return true }
        if memcmp(piece, other, count) != 0 { return false }
      }
    }
  }

  private func copy(from source: Int32, to target: Int32) -> FileError? {
    withPieces { piece, _ in
      while true {
        let count = readRetrying(source, piece, FileCopy.pieceSize)
        if count == 0 { return nil }
        guard count > 0 else { return FileError("read", path: file.path, cause: systemMessage()) }
        guard writeFully(target, UnsafeRawBufferPointer(start: piece, count: count)) else {
          return staging.failure("write", path)
        }
      }
    }
  }

  private static let pieceSize = 1 << 18

  private func withPieces<Result>(
    _ body: (UnsafeMutableRawPointer, UnsafeMutableRawPointer) -> Result
  ) -> Result {
    let pieces = UnsafeMutableRawPointer.allocate(
      byteCount: 2 * FileCopy.pieceSize, alignment: 16)
    defer { pieces.deallocate() }
    return body(pieces, pieces + FileCopy.pieceSize)
  }
}
