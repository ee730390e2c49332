#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder of the program's own for the time of one command; nobody else may look into it.
package struct ScratchFolder: Sendable {
  /// The absolute path.
  package let path: String

  /// Makes the folder where the machine keeps temporary files (`TMPDIR`, else `/tmp`).
  package init() throws(FileError) {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    let form =
      (place.isEmpty ? "/tmp/clevio-" : "\(place)/clevio-") + String(repeating: "X", count: 6)
    var name = Array(form.utf8CString)
    guard mkdtemp(&name) != nil, let path = realpath(name, nil) else {
      throw FileError("make the folder", path: form, cause: systemMessage())
    }
    defer { free(path) }
    self.path = String(cString: path)
  }

  /// Removes the folder with all that is in it.
  ///
  /// A program that has just been ended may still write: what it leaves meanwhile is removed, too.
  package func remove() throws(FileError) {
    for isLast in [false, false, false, true] {
      do throws(FileError) {
        try FolderHandle(creating: path).empty()
        if rmdir(path) == 0 { return }
        throw FileError("remove", path: path, cause: systemMessage())
      } catch {
        if isLast { throw error }
      }
      usleep(100_000)
    }
  }
}
