import Bytes

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Everything below a folder, hidden files too; no link is followed.
struct FolderListing {
  /// A file, a link or whatever else is no folder.
  struct Entry {
    /// The path's bytes, with `/` between its parts.
    let path: [UInt8]
    /// Whether it is a regular file.
    let isFile: Bool
  }

  /// The entries, sorted by bytes.
  private(set) var entries: [Entry] = []

  /// Lists a folder.
  ///
  /// - Throws: ``Failure`` also for a name that is not UTF-8, which no manifest can hold.
  init(of folder: String) throws(Failure) {
    var pending: [[UInt8]] = [[]]
    while let inner = pending.popLast() {
      let path = inner.isEmpty ? folder : folder + "/" + String(utf8: inner)
      guard let stream = opendir(path) else { throw .system("read", path) }
      defer { closedir(stream) }
      while true {
        errno = 0
        guard let found = readdir(stream) else {
          if errno != 0 { throw .system("read", path) }
          break
        }
        let name = withUnsafeBytes(of: &found.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
        if name == [0x2E] || name == [0x2E, 0x2E] { continue }
        let child = inner.isEmpty ? name : inner + [UInt8(ascii: "/")] + name
        guard let text = String(validating: name, as: UTF8.self) else {
          let shown = ShownText.quoted(child)
          throw .refused(.unsafeName, "the name \(shown) is not UTF-8", path: String(utf8: child))
        }
        var status = stat()
        guard fstatat(dirfd(stream), text, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
          throw .system("read", path + "/" + text)
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: pending.append(child)
        case S_IFREG: entries.append(Entry(path: child, isFile: true))
        default: entries.append(Entry(path: child, isFile: false))
        }
      }
    }
    entries.sort { $0.path.lexicographicallyPrecedes($1.path) }
  }
}
