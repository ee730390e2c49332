#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file of what is remembered between builds of one output: it may be lost or damaged at any time.
package struct CacheFile: Sendable {
  private let path: String

  /// Names the file of what is remembered of the last build; nothing is made yet.
  ///
  /// - Parameters:
  ///   - output: The folder that is written.
  ///   - cache: The folder of all that is remembered.
  package init(lastBuildOf output: String, in cache: String) {
    path = "\(cache)/last-\(CacheFile.name(of: output, in: cache))"
  }

  init(path: String) { self.path = path }

  /// What a file is called that is remembered of any text, such as a path.
  static func name(of text: String) -> String {
    String(ContentDigest(of: Array(text.utf8)).description.prefix(16))
  }

  /// What a file is called that is remembered of an output.
  ///
  /// An output in the folder that holds the cache is known by its place there, so that both can be moved together.
  static func name(of output: String, in cache: String) -> String {
    let parts = cache.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let holder = parts.dropLast().map { String(Substring($0)) }.joined(separator: "/")
    guard let resolved = realpath(parts.count == 1 ? "." : holder + "/", nil) else {
      return name(of: output)
    }
    defer { free(resolved) }
    let folder = String(cString: resolved)
    let start = folder == "/" ? folder : folder + "/"
    guard output.utf8.starts(with: start.utf8) else { return name(of: output) }
    return name(of: String(Substring(output.utf8.dropFirst(start.utf8.count))))
  }

  /// What was written last; `nil` if there is nothing, or not the whole.
  package func read() -> [UInt8]? {
    guard access(path, R_OK) == 0 else { return nil }
    do throws(FileError) {
      return DigestedBytes.content(of: try DiskFile.read(path))
    } catch {
      return nil
    }
  }

  /// Writes the file in one step; where that fails, nothing is remembered.
  package func write(_ content: [UInt8]) {
    let draft = path + ".new"
    let target = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard target >= 0 else { return }
    let bytes = DigestedBytes.joining(content)
    let isWritten = bytes.withUnsafeBytes { writeFully(target, $0) }
    if close(target) != 0 || !isWritten || rename(draft, path) != 0 {
      unlink(draft)
      remove()
    }
  }

  /// Removes the file, if there is one.
  package func remove() { unlink(path) }
}
