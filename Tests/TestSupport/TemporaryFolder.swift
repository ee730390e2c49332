#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder of a test's own, removed when the last reference goes.
package final class TemporaryFolder: Sendable {
  /// The absolute path, without links.
  package let path: String

  /// Makes an empty folder.
  package init() throws(TemporaryFolderError) {
    var template = Array("/tmp/clevio-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template), let resolved = realpath(made, nil) else {
      throw TemporaryFolderError(errno: errno)
    }
    path = String(cString: resolved)
    free(resolved)
  }

  deinit { TemporaryFolder.remove(path) }

  /// Writes a file, with its folders.
  package func write(_ text: String, to file: String) {
    makeFolder(file.split(separator: "/").dropLast().joined(separator: "/"))
    guard let stream = fopen(path + "/" + file, "w") else { return }
    fputs(text, stream)
    fclose(stream)
  }

  /// Makes a folder and those above it.
  package func makeFolder(_ folder: String) {
    var made = path
    for part in folder.split(separator: "/") {
      made += "/" + part
      mkdir(made, 0o777)
    }
  }

  /// Makes a symbolic link.
  package func link(_ file: String, to target: String) { symlink(target, path + "/" + file) }

  /// Removes a file, a link or an empty folder; whether it could be.
  package func remove(_ file: String) -> Bool {
    unlink(path + "/" + file) == 0 || rmdir(path + "/" + file) == 0
  }

  /// Makes a named pipe.
  package func makePipe(_ file: String) { mkfifo(path + "/" + file, 0o666) }

  /// Makes a file whose name is not UTF-8.
  package func makeFile(named bytes: [UInt8]) {
    let name = Array(path.utf8) + [0x2F] + bytes + [0]
    name.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        if let start = characters.baseAddress { close(open(start, O_CREAT | O_WRONLY, 0o666)) }
      }
    }
  }

  /// The text of a file; `nil` if it is not there.
  package func read(_ file: String) -> String? {
    guard let stream = fopen(path + "/" + file, "r") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    while case let byte = getc(stream), byte != EOF {
      bytes.append(UInt8(truncatingIfNeeded: byte))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// All files and links below the folder, hidden ones too, ordered by bytes.
  package var files: [String] {
    var found: [String] = []
    TemporaryFolder.walk(path) { name, isFolder in
      if !isFolder { found.append(String(name.dropFirst(path.count + 1))) }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func remove(_ path: String) {
    walk(path) { name, isFolder in
      if isFolder { rmdir(name) } else { unlink(name) }
    }
    rmdir(path)
  }

  /// Visits what is in a folder before the folder itself; links are not followed.
  private static func walk(_ path: String, _ visit: (String, Bool) -> Void) {
    guard let stream = opendir(path) else { return }
    var names: [[CChar]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) }
      }
      if name != [46], name != [46, 46] { names.append(name) }
    }
    closedir(stream)
    for name in names {
      let text = String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let full = path + "/" + text
      var status = stat()
      guard lstat(full, &status) == 0 else {
        // A name that is not UTF-8 can only be reached by its bytes.
        let bytes = path.utf8.map { CChar(bitPattern: $0) } + [47] + name + [0]
        bytes.withUnsafeBufferPointer { buffer in
          if let start = buffer.baseAddress { _ = unlink(start) }
        }
        continue
      }
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      if isFolder { walk(full, visit) }
      visit(full, isFolder)
    }
  }
}

/// The machine gave no temporary folder.
package struct TemporaryFolderError: Error {
  /// The system's number of the cause.
  package let errno: Int32
}
