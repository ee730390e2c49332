#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A small file that is there as a whole or not at all.
enum WrittenFile {
  /// Who may read a file.
  enum Readers {
    /// Its owner alone.
    case owner
    /// Everybody.
    case all

    var mode: mode_t { self == .owner ? 0o600 : 0o644 }
  }

  /// Writes a file that is not there yet.
  ///
  /// - Throws: ``Failure`` if something is in its place.
  static func create(_ path: String, _ bytes: [UInt8], readers: Readers) throws(Failure) {
    let new = try stage(path, bytes, readers)
    defer { unlink(new) }
    // Unlike a renaming, a link never takes another file's place.
    guard link(new, path) == 0 else {
      if errno == EEXIST { throw .refused(.alreadyThere, "\(path) is there already") }
      throw .system("write", path)
    }
    try syncFolder(of: path)
  }

  /// Writes a file in place of the one that may be there.
  static func replace(_ path: String, _ bytes: [UInt8], readers: Readers) throws(Failure) {
    let new = try stage(path, bytes, readers)
    guard rename(new, path) == 0 else {
      let failure = Failure.system("write", path)
      unlink(new)
      throw failure
    }
    try syncFolder(of: path)
  }

  /// What a file is called until it is whole.
  static func stagingPath(_ path: String) -> String { path + ".clevio-new" }

  private static func stage(
    _ path: String, _ bytes: [UInt8], _ readers: Readers
  ) throws(Failure) -> String {
    let new = stagingPath(path)
    unlink(new)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let descriptor = open(new, flags, readers.mode)
    guard descriptor >= 0 else { throw .system("write", path) }
    let file = OpenFile(descriptor, new)
    // The process may have been told to make files more or less readable than they must be.
    guard fchmod(descriptor, readers.mode) == 0 else { throw .system("write", path) }
    do throws(Failure) {
      try file.write(bytes)
    } catch {
      unlink(new)
      throw error
    }
    return new
  }

  private static func syncFolder(of path: String) throws(Failure) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[..<$0]) } ?? "."
    let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system("write into", folder) }
    defer { close(descriptor) }
    // Some file systems cannot do this for folders; the file itself is safe by then.
    _ = fsync(descriptor)
  }
}
