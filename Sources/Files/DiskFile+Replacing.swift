#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension DiskFile {
  /// Writes the file as a whole in place of what was read, with the same permissions.
  ///
  /// - Throws: ``FileError`` if the machine refuses, or the file was changed since its folder was read; it is
  ///   then as it was.
  package func replace(with bytes: [UInt8]) throws(FileError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw failure(systemMessage()) }
    guard status.st_mode & S_IFMT == S_IFREG, with(status) == self else {
      throw failure("it was changed meanwhile")
    }
    let draft = path + ".new"
    let target = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, status.st_mode & 0o777)
    guard target >= 0 else { throw FileError("write", path: draft, cause: systemMessage()) }
    let isWritten =
      bytes.withUnsafeBytes { writeFully(target, $0) }
      && fchmod(target, status.st_mode & 0o7777) == 0 && fsync(target) == 0
    let cause = isWritten ? nil : systemMessage()
    guard close(target) == 0, isWritten, rename(draft, path) == 0 else {
      let cause = cause ?? systemMessage()
      unlink(draft)
      throw failure(cause)
    }
  }

  private func failure(_ cause: String) -> FileError {
    FileError("write", path: path, cause: cause)
  }
}
