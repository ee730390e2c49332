#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Paths of folders as users write them.
enum FolderPath {
  /// The path of something in a folder.
  static func join(_ folder: String, _ name: String) -> String {
    folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }

  /// The absolute path of a folder that may not exist yet, without links as far as it exists.
  static func resolved(_ path: String) -> String {
    if let resolved = realpath(path.isEmpty ? "." : path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    guard let name = parts.last.map({ String(Substring($0)) }), path != "." else { return path }
    let root = path.utf8.first == UInt8(ascii: "/") ? "/" : ""
    let parent = root + parts.dropLast().map { String(Substring($0)) }.joined(separator: "/")
    return join(resolved(parent.isEmpty ? "." : parent), name)
  }
}
