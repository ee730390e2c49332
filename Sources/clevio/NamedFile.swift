import Files

/// A file that a user names.
enum NamedFile {
  /// Writes a file as a whole, in place of one that is there; its folder is made if it is missing.
  ///
  /// - Throws: ``FileError`` if the machine refuses; the file is then as it was.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    let folder = slash.map { String(path[..<$0]) } ?? "."
    guard !name.isEmpty else { throw FileError("write", path: path, cause: "it names a folder") }
    try FileTree([RelativePath(name): .bytes(bytes)]).replace(in: folder.isEmpty ? "/" : folder)
  }
}
