#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// An open folder, so that many files are reached without walking its path again.
///
/// Closed when the last reference goes.
final class FolderHandle: Sendable {
  let path: String
  let descriptor: Int32
  /// Whether it was not there before.
  let isNew: Bool

  /// Opens the folder at `path`, making it and its parents if they are missing.
  init(creating path: String) throws(FileError) {
    isNew = try FolderHandle.makeFolders(path)
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("open", path: path, cause: systemMessage()) }
    self.path = path
  }

  deinit { close(descriptor) }

  /// Makes what is missing of a folder and its parents; whether the folder itself was.
  private static func makeFolders(_ path: String) throws(FileError) -> Bool {
    if mkdir(path, 0o777) == 0 { return true }
    if errno == EEXIST { return false }
    guard errno == ENOENT, let parent = FolderPath.parent(of: path) else {
      throw FileError("make the folder", path: path, cause: systemMessage())
    }
    _ = try makeFolders(parent)
    if mkdir(path, 0o777) == 0 { return true }
    guard errno == EEXIST else {
      throw FileError("make the folder", path: path, cause: systemMessage())
    }
    return false
  }

  func failure(_ action: String, _ file: RelativePath) -> FileError {
    FileError(action, path: path + "/" + file.text, cause: systemMessage())
  }

  /// Makes the folders above `file`, refusing to step through a link that might lead elsewhere.
  func makeParents(of file: RelativePath) throws(FileError) {
    var folder = RelativePath.root
    for part in file.parent.parts {
      folder = folder.appending(String(part))
      if try !hasFolder(folder), mkdirat(descriptor, folder.text, 0o777) != 0, errno != EEXIST {
        throw failure("make the folder", folder)
      }
    }
  }

  /// Whether there is a folder; what stands in its place is refused.
  func hasFolder(_ folder: RelativePath) throws(FileError) -> Bool {
    switch kind(of: folder) {
    case nil: return false
    case S_IFDIR: return true
    default:
      throw FileError(
        "write into", path: path + "/" + folder.text,
        cause: "it is not a folder; move it out of the way")
    }
  }

  /// Opens a new or emptied file for writing, with its folders.
  func create(_ file: RelativePath) throws(FileError) -> Int32 {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
    var result = openat(descriptor, file.text, flags, 0o666)
    if result < 0, errno == ENOENT {
      try makeParents(of: file)
      result = openat(descriptor, file.text, flags, 0o666)
    }
    guard result >= 0 else { throw failure("write", file) }
    return result
  }

  func write(_ bytes: [UInt8], to file: RelativePath) throws(FileError) {
    let target = try create(file)
    let isWritten = bytes.withUnsafeBytes { writeFully(target, $0) }
    let cause = isWritten ? nil : systemMessage()
    guard close(target) == 0, isWritten else {
      throw FileError("write", path: path + "/" + file.text, cause: cause ?? systemMessage())
    }
  }

  /// The names of what lies in the folder, in no order.
  var names: [String] {
    get throws(FileError) {
      guard let stream = opendir(path) else { throw failure("read", .root) }
      defer { closedir(stream) }
      var names: [String] = []
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name != ".", name != ".." { names.append(name) }
      }
      return names
    }
  }

  /// Removes all that lies in the folder.
  func empty() throws(FileError) { for name in try names { try remove(name) } }

  /// Removes a file of the folder, or a folder in it with all that lies there.
  func remove(_ name: String) throws(FileError) {
    if unlinkat(descriptor, name, 0) == 0 || errno == ENOENT { return }
    let refusal = failure("remove", RelativePath(name))
    guard isFolder(RelativePath(name)) else { throw refusal }
    try FolderHandle(creating: path + "/" + name).empty()
    guard unlinkat(descriptor, name, AT_REMOVEDIR) == 0 else {
      throw failure("remove", RelativePath(name))
    }
  }

  /// Whether one of the folders above `file` is a link, so that the file lies elsewhere.
  func reachesThroughLink(_ file: RelativePath) -> Bool {
    var folder = file.parent
    while folder != .root {
      if kind(of: folder) == S_IFLNK { return true }
      folder = folder.parent
    }
    return false
  }

  func isFolder(_ file: RelativePath) -> Bool { kind(of: file) == S_IFDIR }

  private func kind(of file: RelativePath) -> mode_t? {
    var status = stat()
    guard fstatat(descriptor, file.text, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return status.st_mode & S_IFMT
  }

  func exists(_ file: RelativePath) -> Bool {
    faccessat(descriptor, file.text, F_OK, AT_SYMLINK_NOFOLLOW) == 0
  }
}

/// Whether all of `bytes` could be written; `errno` tells why not.
func writeFully(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Bool {
  var rest = bytes
  while let start = rest.baseAddress, !rest.isEmpty {
    let count = write(descriptor, start, rest.count)
    if count < 0 {
      if errno == EINTR { continue }
      return false
    }
    rest = UnsafeRawBufferPointer(rebasing: rest[count...])
  }
  return true
}
