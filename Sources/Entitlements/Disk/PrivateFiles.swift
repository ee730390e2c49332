#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder of files that their owner alone can read, each there as a whole or not at all.
package struct PrivateFiles: Sendable {
  /// The absolute path, without links.
  package let path: String

  private let folder: PrivateFolder

  /// Makes a folder, or takes one that is there and private.
  ///
  /// - Throws: ``Failure`` if others can read it, or it lies where it may be published.
  package init(making path: String) throws(Failure) {
    folder = try PrivateFolder(making: path)
    self.path = folder.path
  }

  /// A folder in this one.
  package func folder(_ name: String) throws(Failure) -> PrivateFiles {
    try PrivateFiles(making: path + "/" + name)
  }

  /// Keeps other programs out that ask for it; `nil` if one that asked before is at work here.
  package func lock() throws(Failure) -> FileLock? { try FileLock(path + "/.lock") }

  /// The names of the files, sorted by bytes; one that is being written is not among them.
  package func names() throws(Failure) -> [String] {
    let unfinished = WrittenFile.stagingPath("")
    return try folder.names().filter {
      !$0.utf8.contains(UInt8(ascii: "/")) && !$0.hasSuffix(unfinished)
    }
  }

  /// Whether a file is there.
  package func has(_ name: String) -> Bool { access(path + "/" + name, F_OK) == 0 }

  /// A file's bytes; `nil` if it is not there.
  package func read(_ name: String) throws(Failure) -> [UInt8]? {
    try folder.read(name, isSecret: true)
  }

  /// When a file was written, in seconds since 1970.
  package func time(of name: String) throws(Failure) -> Int {
    var status = stat()
    guard lstat(path + "/" + name, &status) == 0 else { throw .system("read", path + "/" + name) }
    #if canImport(Glibc)
    return status.st_mtim.tv_sec
    #else
    return status.st_mtimespec.tv_sec
    #endif
  }

  /// Writes a file, on disk before this returns, in place of the one that may be there.
  package func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    try WrittenFile.replace(path + "/" + name, bytes, readers: .owner)
  }

  /// Removes a file, if it is there.
  package func remove(_ name: String) throws(Failure) {
    guard unlink(path + "/" + name) == 0 || errno == ENOENT else {
      throw .system("remove", path + "/" + name)
    }
  }
}
