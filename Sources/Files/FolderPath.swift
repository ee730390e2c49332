#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Paths as users and the machine write them.
///
/// They are taken apart by bytes: a slash and a combining accent after it are one character of Swift's.
package enum FolderPath {
  /// Whether a path begins at the root of all folders.
  package static func isAbsolute(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }

  /// The parts between the slashes.
  package static func parts(of path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }

  /// The folder above the last part; `nil` for the root, and for a path of one part.
  package static func parent(of path: String) -> String? {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), path.utf8.count > 1 else {
      return nil
    }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path of something in a folder.
  package static func join(_ folder: String, _ name: String) -> String {
    folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
  }

  /// Whether something is there.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The absolute path of a folder that may not exist yet, without links as far as it exists.
  package static func resolved(_ path: String) -> String {
    if let resolved = realpath(path.isEmpty ? "." : path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    let parts = parts(of: path)
    guard let name = parts.last, path != "." else { return path }
    let parent = (isAbsolute(path) ? "/" : "") + parts.dropLast().joined(separator: "/")
    return join(resolved(parent.isEmpty ? "." : parent), name)
  }
}
