#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder of what is remembered between builds of one output, a file for each name.
package struct CacheFolder: Sendable {
  private let path: String

  /// Names the folder; nothing is made yet.
  ///
  /// - Parameters:
  ///   - output: The folder that is written.
  ///   - cache: The folder of all that is remembered.
  package init(of output: String, in cache: String) {
    path = "\(cache)/parts-\(CacheFile.name(of: output, in: cache))"
  }

  /// The file for a name, which may be any text.
  package subscript(_ name: String) -> CacheFile {
    CacheFile(path: path + "/" + CacheFile.name(of: name))
  }

  /// Makes the folder, if it is not there; where that fails, nothing is remembered.
  package func create() { mkdir(path, 0o777) }

  /// Removes all files but those of some names.
  package func removeAll(but names: some Sequence<String>) {
    guard let stream = opendir(path) else { return }
    defer { closedir(stream) }
    let kept = Set(names.map(CacheFile.name))
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix("."), !kept.contains(name) { unlink(path + "/" + name) }
    }
  }
}
